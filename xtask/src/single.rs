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
    let page = take(&mut files, "index.html")?;
    let inside = Inside::take(&page, &mut files)?;
    let page = html::replaced(&page, "html", |tag| {
        Some(tag.replacen("<html", "<html data-single-file", 1))
    });
    let page = html::replaced(&page, "base", |_| Some(String::new()));
    let page = html::replaced(&page, "meta", |tag| inside.policy(tag));
    let page = html::replaced(&page, "link", |tag| Some(inside.link(tag)));
    let mut page = html::replaced(&page, "script", |_| {
        Some(format!("<script type=\"module\">{}", inside.script))
    });
    let end = page.rfind("</body>").ok_or("the page has no end")?;
    page.insert_str(end, &packed(&files)?);
    Ok(page)
}

/// What stands in the document itself and is not packed.
struct Inside {
    script: String,
    styles: String,
    /// In base64.
    icon: String,
}

impl Inside {
    fn take(page: &str, files: &mut Files) -> Result<Inside> {
        let boot = named(page, "script", "src", |_| true)?;
        let app = named(page, "link", "href", |tag| {
            html::attribute(tag, "id") == Some("app-js")
        })?;
        let related = |rel: &str| {
            named(page, "link", "href", |tag| {
                html::attribute(tag, "rel") == Some(rel)
            })
        };
        let (styles, icon) = (related("stylesheet")?, related("icon")?);
        Ok(Inside {
            script: script(&take(files, &app)?, &take(files, &boot)?)?,
            styles: take(files, &styles)?,
            icon: STANDARD.encode(take(files, &icon)?),
        })
    }

    /// The policy of the document: this script and these styles alone, and nothing is fetched.
    fn policy(&self, meta: &str) -> Option<String> {
        if html::attribute(meta, "http-equiv") != Some("Content-Security-Policy") {
            return None;
        }
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
        let policy = format!(
            "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; connect-src 'none'; img-src data:; media-src blob:; base-uri 'none'; form-action 'none'",
            hash(&self.script),
            hash(&self.styles)
        );
        Some(format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
        ))
    }

    /// What a link of the page becomes. The app learns names by those with an id; nothing may be
    /// fetched for them.
    fn link(&self, tag: &str) -> String {
        let Inside { styles, icon, .. } = self;
        match (html::attribute(tag, "rel"), html::attribute(tag, "id")) {
            (Some("stylesheet"), _) => format!("<style>{styles}</style>"),
            (Some("icon"), _) => format!(
                "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">"
            ),
            (_, Some(id)) if id != "app-js" => {
                let name = plain(html::attribute(tag, "href").unwrap_or_default());
                format!("<link id=\"{id}\" rel=\"help\" href=\"{name}\">")
            }
            _ => String::new(),
        }
    }
}

/// What the first tag that fits names.
fn named(page: &str, tag: &str, of: &str, fits: impl Fn(&str) -> bool) -> Result<String> {
    let tags = html::tags(page, tag).into_iter().map(|at| &page[at]);
    let mut named = tags
        .filter(|tag| fits(tag))
        .filter_map(|tag| html::attribute(tag, of));
    let name = named.next();
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

#[cfg(test)]
mod tests {
    use super::{EXPORTS, Inside, script};

    #[test]
    fn three_scripts_become_one() {
        let app = format!("let wasm;\n{EXPORTS}\n");
        let boot = "const app = await import(address(\"app-js\"));";
        let script = script(&app, boot).unwrap();
        assert!(script.contains("return { default: __wbg_init };"));
        assert!(script.ends_with("const app = await carried;"));
        assert!(super::script("let wasm;", boot).is_err());
        assert!(super::script(&app, "start();").is_err());
        assert!(super::script(&format!("\"</script>\"{app}"), boot).is_err());
    }

    #[test]
    fn links_lead_nowhere_but_into_the_document() {
        let inside = Inside {
            script: String::new(),
            styles: "a{}".to_owned(),
            icon: "AA==".to_owned(),
        };
        let link = |tag| inside.link(tag);
        assert_eq!(
            link("<link rel=stylesheet href=/a.css>"),
            "<style>a{}</style>"
        );
        assert_eq!(
            link("<link as=fetch rel=preload id=pack href=#/assets/p.bin>"),
            "<link id=\"pack\" rel=\"help\" href=\"assets/p.bin\">"
        );
        for gone in [
            "<link rel=manifest href=/m>",
            "<link rel=modulepreload id=app-js href=/a.js>",
        ] {
            assert_eq!(link(gone), "");
        }
        assert_eq!(inside.policy("<meta name=referrer>"), None);
    }
}
