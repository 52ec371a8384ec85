//! The page and its files, every name hashed: what the site and the single file are made of.
//!
//! [`page`] and [`build`] write plain names (boot.js, smart-pick-app_bg.wasm). Here the data packs join, each file that index.html names moves to `assets/name-HASH.ext`, and index.html
//! is changed to say so. That is how shell/boot.js and the app learn the names: they read the
//! `href` of the elements with the ids `app-js`, `app-wasm`, `pack` and
//! `details`.

use crate::dist::{Files, hash};
use crate::page::{self, DOCUMENT, STYLES};
use crate::{Result, build, fragments, html, pack, paths, shorten, step, tools};
use guide::Guide;
use std::fs;
use std::time::Instant;

/// The app and the script that the app's tools wrote for it.
const WASM: &str = "smart-pick-app_bg.wasm";
const SCRIPT: &str = "smart-pick-app.js";

/// How the names of the later pieces begin.
pub(crate) const PIECE: &str = "piece-";

/// What was built.
pub(crate) struct Parts {
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
pub(crate) fn make(without: Option<&str>) -> Result<Parts> {
    tools::for_app()?;
    let start = Instant::now();
    let for_pack: Vec<String> = without
        .iter()
        .flat_map(|what| ["--without".to_owned(), (*what).to_owned()])
        .collect();
    pack::run(&for_pack)?;
    step::say(
        "data pack",
        &format!("done in {}", step::time(start.elapsed())),
    );
    let stamp = build::stamp(&[])?;
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

fn read(with_nrmp: bool) -> Result<Parts> {
    let mut files = Files::new();
    for folder in [paths::page(), paths::app()] {
        for name in paths::files(&folder)? {
            let bytes = fs::read(folder.join(&name))?;
            files.insert(name, bytes);
        }
    }
    shorten_names(&mut files)?;
    files.insert(pack::CORE.to_owned(), fs::read(paths::pack())?);
    files.insert(pack::DETAILS.to_owned(), fs::read(paths::details())?);
    let guide = fragments::read_guide()?;
    let fragments = fragments::all(&guide, with_nrmp)?;
    files.extend(
        fragments
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes())),
    );
    let page = files.remove(DOCUMENT).ok_or("there is no index.html")?;
    let page = String::from_utf8(page)?;
    let (page, files) = rename(page, files)?;
    Ok(Parts { page, files, guide })
}

fn shorten_names(files: &mut Files) -> Result {
    let missing = |name: &str| format!("the build wrote no {name}");
    let pieces: Vec<String> = files
        .keys()
        .filter(|name| is_piece(name))
        .cloned()
        .collect();
    let script = files.remove(SCRIPT).ok_or_else(|| missing(SCRIPT))?;
    let wasm = files.remove(WASM).ok_or_else(|| missing(WASM))?;
    let (script, wasm) = shorten::names(&String::from_utf8(script)?, &wasm)?;
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
fn rename(mut page: String, mut files: Files) -> Result<(String, Files)> {
    let mut site = Files::new();
    let mut styles = String::from_utf8(files.remove(STYLES).unwrap_or_default())?;
    for (name, bytes) in files {
        let hashed = hashed_name(&name, &bytes);
        let (new_page, new_styles) = (
            html::rename(&page, &name, &hashed),
            html::rename(&styles, &name, &hashed),
        );
        let named = new_page != page || new_styles != styles;
        // Beside the code that imports them, which has moved.
        let kept = if name.starts_with("snippets/") {
            format!("assets/{name}")
        } else {
            name
        };
        site.insert(if named { hashed } else { kept }, bytes);
        (page, styles) = (new_page, new_styles);
    }
    let hashed = hashed_name(STYLES, styles.as_bytes());
    page = html::rename(&page, STYLES, &hashed);
    site.insert(hashed, styles.into_bytes());
    Ok((page, site))
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
        let (page, site) = rename(page.to_owned(), all).unwrap();
        let names: Vec<&str> = site.keys().map(String::as_str).collect();
        assert!(names[0].starts_with("assets/boot-") && names[1].starts_with("assets/font-"));
        assert_eq!(names[2], "assets/snippets/x/inline0.js");
        assert!(names[3].starts_with("assets/styles-"));
        assert_eq!(names[4], "sw.js");
        assert!(page.contains(names[0]) && page.contains(names[3]));
        assert_eq!(site[names[3]], format!("url(/{})", names[1]).as_bytes());
    }
}
