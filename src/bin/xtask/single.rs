//! The whole app as one file that opens without a server: pages behind `#`, the script known to the
//! policy by its hash, everything that would be fetched packed into the document.

use crate::dist::Files;
use crate::parts::{self, Parts};
use crate::place::Base;
use crate::{Result, compress, html, offline, paths, step};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;

/// The word that asks for it.
pub(crate) const WORD: &str = "--single-file";
/// The file, in [`paths::single`].
pub(crate) const FILE: &str = "smart-pick.html";
/// What stands before the app and answers it.
const ANSWERS: &str = "single.js";
/// What the app's script says at its end, and what boot.js says to load it.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
const IMPORT: &str = "import(address(\"app-js\"))";

/// Builds it, without a source of data if one is named.
///
/// # Errors
/// When a tool is missing, the data is wrong, the app does not compile or is not as expected.
pub(crate) fn run(without: Option<&str>) -> Result {
    let document = document(parts::make(without)?)?;
    fs::create_dir_all(paths::single())?;
    let file = paths::single().join(FILE);
    fs::write(&file, &document)?;
    let size = document.len() / 1000;
    step::say(
        "single file",
        &format!("{size} kB written to {}", file.display()),
    );
    Ok(())
}

/// The document.
fn document(parts: Parts) -> Result<String> {
    let Parts {
        page, mut files, ..
    } = parts;
    files.insert("index.html".to_owned(), page.into_bytes());
    Base::behind_sign().apply(&mut files)?;
    let page = files.remove("index.html").unwrap_or_default();
    let mut page = String::from_utf8(page)?;
    let boot = source_of(&page, "script", "src", |_| true)?;
    let styles = source_of(&page, "link", "href", |tag| {
        html::attribute(tag, "rel") == Some("stylesheet")
    })?;
    let app = source_of(&page, "link", "href", |tag| {
        html::attribute(tag, "id") == Some("app-js")
    })?;
    let icon = source_of(&page, "link", "href", |tag| {
        html::attribute(tag, "rel") == Some("icon")
    })?;
    let script = script(&take(&mut files, &app)?, &take(&mut files, &boot)?)?;
    let styles = take(&mut files, &styles)?;
    let icon = STANDARD.encode(take(&mut files, &icon)?);
    let policy = policy(&script, &styles);
    for at in html::tags(&page, "link").into_iter().rev() {
        let tag = &page[at.clone()];
        let id = html::attribute(tag, "id");
        let new = match (html::attribute(tag, "rel"), id) {
            (Some("stylesheet"), _) => format!("<style>{styles}</style>"),
            (Some("icon"), _) => format!(
                "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">"
            ),
            // The app learns names by these; nothing may be fetched for them.
            (_, Some(id)) if id != "app-js" => {
                let name = html::attribute(tag, "href").unwrap_or_default();
                let name = plain(name);
                format!("<link id=\"{id}\" rel=\"help\" href=\"{name}\">")
            }
            _ => String::new(),
        };
        page.replace_range(at, &new);
    }
    for name in ["base", "meta", "script", "html"] {
        for at in html::tags(&page, name).into_iter().rev() {
            let tag = &page[at.clone()];
            let is_policy = html::attribute(tag, "http-equiv") == Some("Content-Security-Policy");
            let new = match name {
                "base" => String::new(),
                "meta" if is_policy => {
                    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
                }
                "script" => format!("<script type=\"module\">{script}"),
                "html" => tag.replacen("<html", "<html data-single-file", 1),
                _ => continue,
            };
            page.replace_range(at, &new);
        }
    }
    let end = page.rfind("</body>").ok_or("the page has no end")?;
    page.insert_str(end, &packed(&files)?);
    Ok(page)
}

/// What the first tag that fits names.
fn source_of(page: &str, tag: &str, of: &str, fits: impl Fn(&str) -> bool) -> Result<String> {
    let mut tags = html::tags(page, tag)
        .into_iter()
        .map(|at| &page[at])
        .filter(|tag| fits(tag));
    let name = tags.find_map(|tag| html::attribute(tag, of));
    let name = name.ok_or_else(|| format!("the page has no such {tag}"))?;
    Ok(plain(name).to_owned())
}

/// A file's name without what the base put before it.
fn plain(address: &str) -> &str {
    address.trim_start_matches(['/', '#'])
}

fn take(files: &mut Files, name: &str) -> Result<String> {
    let bytes = files
        .remove(name)
        .ok_or_else(|| format!("there is no {name}"))?;
    Ok(String::from_utf8(bytes)?)
}

/// One script of three: what answers, the app, and what starts it.
fn script(app: &str, boot: &str) -> Result<String> {
    let missing = |what: &str, file: &str| format!("{file} does not say {what}");
    let app = app
        .trim_end()
        .strip_suffix(EXPORTS)
        .ok_or_else(|| missing(EXPORTS, "the app's script"))?;
    if !boot.contains(IMPORT) {
        return Err(missing(IMPORT, "boot.js").into());
    }
    let boot = boot.replacen(IMPORT, "carried", 1);
    let answers = String::from_utf8(offline::shell(ANSWERS)?)?;
    let script = format!(
        "{answers}\nconst carried = (() => {{\n{app}\nreturn {{ default: __wbg_init }};\n}})();\n{boot}"
    );
    if script.contains("</script") {
        return Err("the script would end before its end".into());
    }
    Ok(script)
}

/// Only this script and these styles; nothing is fetched.
fn policy(script: &str, styles: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; connect-src 'none'; img-src data:; media-src blob:; base-uri 'none'; form-action 'none'",
        hash(script),
        hash(styles)
    )
}

/// Files in the document, by the last part of their names.
fn packed(files: &Files) -> Result<String> {
    let mut elements = String::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("assets/")) {
        let name = name.trim_start_matches("assets/");
        let text = STANDARD.encode(compress::gzip(bytes)?);
        writeln!(
            elements,
            "<script type=\"application/gzip\" data-file=\"{name}\">{text}</script>"
        )?;
    }
    Ok(elements)
}
