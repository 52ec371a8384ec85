//! The whole app as one file that opens without a server: pages behind `#`, the script known to the
//! policy by its hash, everything that would be fetched packed into the document.

use crate::assets::{self, Assets};
use crate::headers::POLICY_IN_PAGE;
use crate::html::ContentType;
use crate::page::DOCUMENT;
use crate::site::Files;
use crate::site_url::Base;
use crate::{Result, Source, compress, html, offline, paths, step};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;

/// The file, in [`paths::single`].
pub(crate) const FILE: &str = "smart-pick.html";
/// What stands before the app and answers it.
const ANSWERS: &str = "single.js";
/// What the app's script says at its end.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
/// What boot.js says to load it: in between stands a function, which the minifier names.
const IMPORT: (&str, &str) = ("import(", "(\"app-js\"))");

/// Builds it, without a source of data if one is named.
///
/// # Errors
/// When a tool is missing, the data is wrong, the app does not compile or is not as expected.
pub(crate) fn run(without: Option<Source>) -> Result {
    let document = document(assets::make(without)?)?;
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
fn document(assets: Assets) -> Result<String> {
    let Assets {
        page, mut files, ..
    } = assets;
    files.insert(DOCUMENT.to_owned(), page.into_bytes());
    Base::behind_sign().apply(&mut files)?;
    let page = take(&mut files, DOCUMENT)?;
    let inside = Inside::take(&page, &mut files)?;
    inside.put_into(&page, &packed(&files)?)
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
        let mut named = |selector, attribute| {
            let address = html::attribute(page, selector, attribute)?;
            take(files, plain(&address))
        };
        Ok(Inside {
            script: script(&named("#app-js", "href")?, &named("script[src]", "src")?)?,
            styles: named("link[rel=stylesheet]", "href")?,
            icon: STANDARD.encode(named("link[rel=icon]", "href")?),
        })
    }

    /// The page with all of it inside, and what is packed at its end.
    fn put_into(&self, page: &str, packed: &str) -> Result<String> {
        let marked = html::needed("html", |html| {
            Ok(html.set_attribute("data-single-file", "")?)
        });
        let base = html::each("base", |base| {
            base.remove();
            Ok(())
        });
        let policy = html::needed(POLICY_IN_PAGE, |meta| {
            Ok(meta.set_attribute("content", &self.policy())?)
        });
        let links = html::each("link", |link| {
            let [rel, id, href] = ["rel", "id", "href"].map(|name| link.get_attribute(name));
            let becomes = self.link(rel.as_deref(), id.as_deref(), &href.unwrap_or_default());
            link.replace(&becomes, ContentType::Html);
            Ok(())
        });
        let script = html::needed("script[src]", |element| {
            let script = format!("<script type=\"module\">{}</script>", self.script);
            element.replace(&script, ContentType::Html);
            Ok(())
        });
        let end = html::needed("body", |body| {
            body.append(packed, ContentType::Html);
            Ok(())
        });
        html::rewrite(page, vec![marked, base, policy, links, script, end])
    }

    /// The policy of the document: this script and these styles alone, and nothing is fetched.
    fn policy(&self) -> String {
        let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
        format!(
            "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; connect-src 'none'; img-src data:; media-src blob:; base-uri 'none'; form-action 'none'",
            hash(&self.script),
            hash(&self.styles)
        )
    }

    /// What a link of the page becomes. The app learns names by those with an id; nothing may be
    /// fetched for them.
    fn link(&self, rel: Option<&str>, id: Option<&str>, address: &str) -> String {
        let Inside { styles, icon, .. } = self;
        match (rel, id) {
            (Some("stylesheet"), _) => format!("<style>{styles}</style>"),
            (Some("icon"), _) => format!(
                "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">"
            ),
            (_, Some(id)) if id != "app-js" => {
                let name = plain(address);
                format!("<link id=\"{id}\" rel=\"help\" href=\"{name}\">")
            }
            _ => String::new(),
        }
    }
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
    let (begin, end) = IMPORT;
    let cut = boot
        .split_once(end)
        .and_then(|(before, after)| Some((before.rsplit_once(begin)?.0, after)));
    let (before, after) = cut.ok_or_else(|| missing(&format!("{begin}..{end}"), "boot.js"))?;
    let boot = format!("{before}carried{after}");
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
        let short =
            super::script(&app, "let[t,e]=[import(i(\"app-js\")),c(i(\"app-wasm\"))]").unwrap();
        assert!(short.ends_with("let[t,e]=[carried,c(i(\"app-wasm\"))]"));
        assert!(super::script("let wasm;", boot).is_err());
        assert!(super::script(&app, "start();").is_err());
        assert!(super::script(&format!("\"</script>\"{app}"), boot).is_err());
    }

    #[test]
    fn links_lead_nowhere_but_into_the_document() {
        let inside = Inside {
            script: "start()".to_owned(),
            styles: "a{}".to_owned(),
            icon: "AA==".to_owned(),
        };
        let page = "<html lang=en><head><meta name=referrer>\
            <meta http-equiv=Content-Security-Policy content=x><base href=#/>\
            <link rel=stylesheet href=/a.css>\
            <link as=fetch rel=preload id=pack href=#/assets/p.bin><link rel=manifest href=/m>\
            <link rel=modulepreload id=app-js href=/a.js><script src=/b.js></script></head><body>b</body></html>";
        assert_eq!(
            inside.put_into(page, "packed").unwrap(),
            format!(
                "<html lang=en data-single-file=\"\"><head><meta name=referrer>\
                 <meta http-equiv=Content-Security-Policy content=\"{}\">\
                 <style>a{{}}</style><link id=\"pack\" rel=\"help\" href=\"assets/p.bin\">\
                 <script type=\"module\">start()</script></head><body>bpacked</body></html>",
                inside.policy()
            )
        );
        assert!(inside.put_into("<html></html>", "").is_err());
    }
}
