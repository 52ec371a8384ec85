//! The page of the release: index.html without what it tells trunk, its styles as one file, and its script,
//! plain names, small. The daily loop leaves all of this to trunk.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::html::ContentType;
use crate::{Result, html, paths, step, tools};

/// The document, in the project and in what is made of it.
pub(crate) const DOCUMENT: &str = "index.html";
/// What every room without a document of its own begins with.
pub(crate) const ROOM: &str = "room.html";
/// The one style sheet that all others become.
pub(crate) const STYLES: &str = "styles.css";

/// Writes the page to target/page.
///
/// # Errors
/// When a tool fails, or the document names what is not there.
pub(crate) fn make() -> Result {
    let folder = paths::page();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let page = read(&fs::read_to_string(paths::root().join(DOCUMENT))?)?;
    for name in &page.files {
        fs::copy(paths::root().join(name), folder.join(last(name)))?;
    }
    // The order of the sheets is the order of their rules.
    let mut imports = String::new();
    for sheet in &page.sheets {
        writeln!(imports, "@import \"../../{sheet}\";")?;
    }
    let sheet = paths::work().join(STYLES);
    fs::create_dir_all(paths::work())?;
    fs::write(&sheet, imports)?;
    let mut esbuild = tools::command("esbuild");
    esbuild.arg(&sheet);
    for script in &page.scripts {
        esbuild.arg(script);
    }
    esbuild
        .args(["--bundle", "--minify", "--entry-names=[name]"])
        .args(["--format=esm", "--log-level=warning", "--charset=utf8"])
        .arg(format!("--outdir={}", folder.display()));
    step::must("styles and scripts", &mut esbuild)?;
    let raw = paths::work().join(DOCUMENT);
    fs::write(&raw, page.text)?;
    let mut minifier = tools::command("html-minifier-terser");
    minifier
        .args(["--collapse-whitespace", "--remove-comments"])
        .args(["--remove-attribute-quotes", "--remove-redundant-attributes"])
        .arg("-o")
        .arg(folder.join(DOCUMENT))
        .arg(raw);
    step::must("page", &mut minifier).map(drop)
}

/// What a document says.
struct Page {
    /// The document, with plain names and nothing for trunk.
    text: String,
    /// Style sheets that it names, from the project's folder on, in order.
    sheets: Vec<String>,
    /// Its scripts.
    scripts: Vec<String>,
    /// Other files that it names.
    files: Vec<String>,
}

fn read(document: &str) -> Result<Page> {
    let (mut sheets, mut scripts, mut files) = (Vec::new(), Vec::new(), Vec::new());
    let base = html::each("base[data-trunk-public-url]", |base| {
        base.remove_attribute("data-trunk-public-url");
        Ok(base.set_attribute("href", "/")?)
    });
    let named = html::each("[data-trunk]", |element| {
        let rel = element.get_attribute("rel").unwrap_or_default();
        if rel == "rust" {
            element.remove();
            return Ok(());
        }
        let attribute = if rel.is_empty() { "src" } else { "href" };
        let name = element.get_attribute(attribute).unwrap_or_default();
        if name.is_empty() {
            let tag = element.tag_name();
            return Err(format!("{DOCUMENT}: a {tag} for trunk names no file").into());
        }
        element.remove_attribute("data-trunk");
        element.set_attribute(attribute, &format!("/{}", last(&name)))?;
        match rel.as_str() {
            "" => scripts.push(name),
            "css" => {
                match sheets.is_empty() {
                    true => {
                        let link = format!("<link rel=\"stylesheet\" href=\"/{STYLES}\">");
                        element.replace(&link, ContentType::Html);
                    }
                    false => element.remove(),
                }
                sheets.push(name);
            }
            _ => files.push(name),
        }
        Ok(())
    });
    let text = html::rewrite(document, vec![base, named])?;
    Ok(Page {
        text,
        sheets,
        scripts,
        files,
    })
}

fn last(name: &str) -> &str {
    let name = Path::new(name).file_name();
    name.and_then(|name| name.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{last, read};

    #[test]
    fn the_page_names_what_is_made_of_its_files() {
        let page = read(
            "<base data-trunk-public-url><link rel=\"help\" href=\"/a.json\">\
             <link data-trunk rel=\"rust\" data-bin=\"app\"><link data-trunk rel=\"css\" href=\"styles/b.css\">\
             <link data-trunk rel=\"css\" href=\"styles/a.css\"><link data-trunk rel=\"icon\" href=\"src/i.svg\">\
             <script data-trunk type=\"module\" src=\"src/boot.js\"></script>",
        )
        .unwrap();
        assert_eq!(
            page.text,
            "<base href=\"/\"><link rel=\"help\" href=\"/a.json\"><link rel=\"stylesheet\" href=\"/styles.css\">\
             <link rel=\"icon\" href=\"/i.svg\"><script type=\"module\" src=\"/boot.js\"></script>"
        );
        assert_eq!(page.sheets, ["styles/b.css", "styles/a.css"]);
        assert_eq!(
            (page.scripts, page.files),
            (vec!["src/boot.js".to_owned()], vec!["src/i.svg".to_owned()])
        );
        assert!(read("<script data-trunk></script>").is_err());
        assert_eq!(last("src/shell/icon.svg"), "icon.svg");
    }
}
