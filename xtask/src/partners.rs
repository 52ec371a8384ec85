//! What partner sites use: the view for their frames, the script of the element, oEmbed, and the whole
//! site packed for those who serve it themselves.

use crate::html::ContentType;
use crate::site::Files;
use crate::site_url::SiteUrl;
use crate::{Result, html, offline};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha384};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The document of the view.
const VIEW: &str = "embed.html";
/// The script of the element; its address never changes.
pub(crate) const SCRIPT: &str = "smart-pick.js";
/// What content systems ask for when somebody pastes our address.
const OEMBED: &str = "oembed.json";
/// The whole site.
pub(crate) const PACKED: &str = "smart-pick.zip";

/// The view, the script and the oEmbed answer.
///
/// # Errors
/// When the document lacks what is to be replaced.
pub(crate) fn files(document: &str, url: &SiteUrl) -> Result<Files> {
    let mut files = Files::new();
    files.insert(VIEW.to_owned(), view(document)?.into_bytes());
    files.insert(SCRIPT.to_owned(), offline::shell(SCRIPT)?);
    files.insert(OEMBED.to_owned(), oembed(url).into_bytes());
    Ok(files)
}

/// The document without what stands around a room; it says what to do where nothing runs.
fn view(document: &str) -> Result<String> {
    let body = "<main class=\"embed\"><h1 class=\"page-title\">Programs that fit you</h1><p id=\"loading\" role=\"status\">Loading Smart Pick.</p>\
        <noscript><p>Smart Pick computes everything in your browser, so it needs JavaScript. \
        <a href=\"/\" target=\"_blank\" rel=\"noopener\">Open it on its own page.</a></p></noscript></main>";
    let root = html::needed("#app", |root| {
        root.set_inner_content(body, ContentType::Html);
        Ok(())
    });
    let title = html::needed("title", |title| {
        title.after(
            "<meta name=\"robots\" content=\"noindex\">",
            ContentType::Html,
        );
        Ok(())
    });
    html::rewrite(document, vec![root, title])
}

fn oembed(url: &SiteUrl) -> String {
    let view = url.whole("/embed");
    let frame = format!(
        "<iframe src=\"{view}\" title=\"Smart Pick: residency programs that fit you\" loading=\"lazy\" referrerpolicy=\"no-referrer\" width=\"100%\" height=\"900\" style=\"border:0\"></iframe>"
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Smart Pick",
        "provider_url": url.whole("/"),
        "title": "Smart Pick: residency programs ranked for you",
        "html": frame,
        "width": 700,
        "height": 900,
    })
    .to_string()
}

/// Every file of the site without the compressed twins, and beside them their hashes as browsers
/// and people check them.
///
/// # Errors
/// When the archive cannot be written.
pub(crate) fn packed(site: &Files) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // No times: the same site is the same archive.
    let options = SimpleFileOptions::default();
    let mut hashes = String::new();
    for (name, bytes) in site {
        archive.start_file(name, options)?;
        archive.write_all(bytes)?;
        hashes.push_str(&format!("{}  {name}\n", integrity(bytes)));
    }
    archive.start_file("INTEGRITY.txt", options)?;
    archive.write_all(hashes.as_bytes())?;
    Ok(archive.finish()?.into_inner())
}

/// A file's hash as the `integrity` attribute spells it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{Files, SiteUrl, integrity, oembed, packed, view};
    use std::io::Read;

    #[test]
    fn the_hash_is_what_browsers_expect() {
        let empty = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(integrity(b""), empty);
    }

    #[test]
    fn the_archive_holds_every_file_and_its_hash() {
        let mut site = Files::new();
        site.insert("index.html".to_owned(), b"page".to_vec());
        let bytes = packed(&site).unwrap();
        assert_eq!(bytes, packed(&site).unwrap());
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut hashes = String::new();
        archive
            .by_name("INTEGRITY.txt")
            .unwrap()
            .read_to_string(&mut hashes)
            .unwrap();
        assert_eq!(hashes, format!("{}  index.html\n", integrity(b"page")));
        assert!(archive.by_name("index.html").is_ok());
    }

    #[test]
    fn the_view_says_what_to_do_where_nothing_runs() {
        let document = "<title>x</title><body><div id=app><div>old</div></div></body>";
        let page = view(document).unwrap();
        assert!(page.contains("noindex") && page.contains("<noscript>") && !page.contains("old"));
        let json: serde_json::Value = serde_json::from_str(&oembed(&SiteUrl::default())).unwrap();
        assert_eq!(json["type"], "rich");
    }
}
