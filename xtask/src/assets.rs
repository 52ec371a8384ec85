//! The page and its files, every name hashed: what the site and the single file are made of.
//!
//! [`page`] and [`build`] write plain names (boot.js, smart-pick-app_bg.wasm). Here the [`content`] joins, each
//! file that index.html names moves to `assets/name-HASH.ext`, and index.html is changed to say so. That is
//! how shell/boot.js and the app learn the names: they read the `href` of the elements with the ids `app-js`,
//! `app-wasm`, `pack` and `details`.

use crate::page::{self, DOCUMENT, STYLES};
use crate::site::{self, Files, hash};
use crate::{Result, Source, build, fragments, html, minify_names, pack, paths, step, tools};
use guide::Guide;
use std::collections::BTreeSet;
use std::fs;
use std::time::Instant;

/// The app and the script that the app's tools wrote for it.
const WASM: &str = "smart-pick-app_bg.wasm";
const SCRIPT: &str = "smart-pick-app.js";

/// How the names of the later pieces begin.
pub(crate) const PIECE: &str = "piece-";

/// What was built.
pub(crate) struct Assets {
    /// The document, which names its files.
    pub(crate) page: String,
    /// Its files and those that the app fetches, by name.
    pub(crate) files: Files,
    /// The guide, of which some of them were made.
    pub(crate) guide: Guide,
}

/// Builds what has changed since it was last built, and reads it; the data go without a source if
/// one is named.
///
/// # Errors
/// When a tool is missing, the data is wrong, or the app does not compile.
pub(crate) fn make(without: Option<Source>) -> Result<Assets> {
    tools::for_app()?;
    let start = Instant::now();
    pack::run(pack::Args { without })?;
    step::say(
        "data pack",
        &format!("done in {}", step::time(start.elapsed())),
    );
    let stamp = build::stamp(&"app")?;
    let stamp_file = paths::work().join("app.stamp");
    let kept = fs::read_to_string(&stamp_file).unwrap_or_default();
    if kept == stamp && paths::app().join(WASM).is_file() && paths::page().join(DOCUMENT).is_file()
    {
        step::say("app", "up to date");
    } else {
        page::make()?;
        build::app()?;
        fs::create_dir_all(paths::work())?;
        fs::write(stamp_file, stamp)?;
    }
    read(without.is_none())
}

fn read(with_nrmp: bool) -> Result<Assets> {
    let mut files = site::read(&paths::page())?;
    files.extend(site::read(&paths::app())?);
    minify(&mut files)?;
    let guide = fragments::read_guide()?;
    files.extend(content(&guide, with_nrmp)?);
    let page = files.remove(DOCUMENT).ok_or("there is no index.html")?;
    let page = String::from_utf8(page)?;
    let (page, files) = rename(&page, files)?;
    Ok(Assets { page, files, guide })
}

/// What the app fetches that follows from the data, by plain names: the packs that were made last, and the
/// pages and texts of the guide.
///
/// # Errors
/// When there is no pack, or a published table or a source is wrong.
pub(crate) fn content(guide: &Guide, with_nrmp: bool) -> Result<Files> {
    let fragments = fragments::all(guide, with_nrmp)?.into_iter();
    let mut files: Files = fragments
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    files.insert(pack::CORE.to_owned(), fs::read(paths::pack())?);
    files.insert(pack::DETAILS.to_owned(), fs::read(paths::details())?);
    Ok(files)
}

fn minify(files: &mut Files) -> Result {
    let missing = |name: &str| format!("the build wrote no {name}");
    let pieces: Vec<String> = files
        .keys()
        .filter(|name| is_piece(name))
        .cloned()
        .collect();
    let script = files.remove(SCRIPT).ok_or_else(|| missing(SCRIPT))?;
    let wasm = files.remove(WASM).ok_or_else(|| missing(WASM))?;
    let (script, wasm) = minify_names::names(&String::from_utf8(script)?, &wasm)?;
    let mut script = script;
    for name in pieces {
        let bytes = files.remove(&name).unwrap_or_default();
        let plain = name.trim_start_matches("split_").trim_end_matches(".wasm");
        let hashed = format!("{PIECE}{plain}-{}.wasm", hash(&bytes));
        // Beside the script that fetches it.
        let named = script.replace(&format!("./{name}"), &format!("./{hashed}"));
        if named == script {
            return Err(format!("nothing fetches {name}").into());
        }
        script = named;
        files.insert(format!("assets/{hashed}"), bytes);
    }
    files.insert(SCRIPT.to_owned(), script.into_bytes());
    files.insert(WASM.to_owned(), wasm);
    Ok(())
}

/// Whether a file is a piece that arrives with the room that needs it.
fn is_piece(name: &str) -> bool {
    name.ends_with(".wasm") && name != WASM
}

/// Gives every file that the page or the styles name its hashed name; others keep theirs.
fn rename(page: &str, mut files: Files) -> Result<(String, Files)> {
    let mut named = BTreeSet::new();
    let mut styles = String::from_utf8(files.remove(STYLES).unwrap_or_default())?;
    for (name, bytes) in &files {
        let hashed = format!("url(/{})", hashed_name(name, bytes));
        let renamed = styles.replace(&format!("url(/{name})"), &hashed);
        if renamed != styles {
            named.insert(name.clone());
            styles = renamed;
        }
    }
    files.insert(STYLES.to_owned(), styles.into_bytes());
    let renames = html::each("[href], [src]", |element| {
        for attribute in ["href", "src"] {
            let address = element.get_attribute(attribute).unwrap_or_default();
            let name = address.trim_start_matches('/');
            if let Some(bytes) = files.get(name) {
                let hashed = format!("/{}", hashed_name(name, bytes));
                element.set_attribute(attribute, &hashed)?;
                named.insert(name.to_owned());
            }
        }
        Ok(())
    });
    let page = html::rewrite(page, vec![renames])?;
    let moved = files.into_iter().map(|(name, bytes)| {
        let name = match named.contains(&name) {
            true => hashed_name(&name, &bytes),
            // Beside the code that imports them, which has moved.
            false if name.starts_with("snippets/") => format!("assets/{name}"),
            false => name,
        };
        (name, bytes)
    });
    Ok((page, moved.collect()))
}

fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, ending) = file.split_once('.').unwrap_or((file, "bin"));
    format!("assets/{stem}-{}.{ending}", hash(bytes))
}

#[cfg(test)]
mod tests {
    use super::{Files, rename};

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter()
            .map(|&(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn named_files_are_hashed_and_others_keep_their_names() {
        let all = files(&[
            ("boot.js", "1"),
            ("font.woff2", "2"),
            ("snippets/x/inline0.js", "3"),
            ("styles.css", "url(/font.woff2)"),
            ("sw.js", "4"),
        ]);
        let page = r#"<script src="/boot.js"></script><link href="/styles.css">"#;
        let (page, site) = rename(page, all).unwrap();
        let names: Vec<&str> = site.keys().map(String::as_str).collect();
        assert!(names[0].starts_with("assets/boot-") && names[1].starts_with("assets/font-"));
        assert_eq!(names[2], "assets/snippets/x/inline0.js");
        assert!(names[3].starts_with("assets/styles-"));
        assert_eq!(names[4], "sw.js");
        assert!(page.contains(names[0]) && page.contains(names[3]));
        assert_eq!(site[names[3]], format!("url(/{})", names[1]).as_bytes());
    }
}
