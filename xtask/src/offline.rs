//! What makes the site stay on a device: the manifest with its icons, and the service worker with
//! the list of every file of the release.

use crate::site::{Files, hash};
use crate::{Result, partners, paths};
use std::fs;

/// Files of `src/shell` whose addresses never change: a browser asks for them again by name.
const KEPT: [&str; 5] = [
    "manifest.webmanifest",
    "icon-180.png",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
];

/// The worker's address, for ever.
pub(crate) const WORKER: &str = "sw.js";

/// The manifest and its icons.
///
/// # Errors
/// When a file is missing.
pub(crate) fn kept() -> Result<Files> {
    let mut files = Files::new();
    for name in KEPT {
        files.insert(name.to_owned(), shell(name)?);
    }
    Ok(files)
}

/// A file of `src/shell`.
///
/// # Errors
/// When it is missing.
pub(crate) fn shell(name: &str) -> Result<Vec<u8>> {
    let path = paths::root().join("src/shell").join(name);
    fs::read(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The worker of a release: it names every file that the app can ask for, and is of another release
/// as soon as one of them changes.
///
/// # Errors
/// When the worker's source is missing.
pub(crate) fn worker(site: &Files) -> Result<Vec<u8>> {
    let mut release = Vec::new();
    let mut names = Vec::new();
    for (name, bytes) in site.iter().filter(|(name, _)| is_for_the_app(name)) {
        release.extend(name.bytes());
        release.extend(hash(bytes).bytes());
        names.push(name);
    }
    let source = String::from_utf8(shell(WORKER)?)?;
    // A worker that changes alone is a release too: one that fails takes its own cache away.
    release.extend(hash(source.as_bytes()).bytes());
    let files = serde_json::to_string(&names)?;
    let release = hash(&release);
    Ok(format!("const RELEASE = \"{release}\";\nconst FILES = {files};\n{source}").into_bytes())
}

/// What visitors need; not what hosts and search engines read.
fn is_for_the_app(name: &str) -> bool {
    let for_others = [
        "robots.txt",
        "sitemap.xml",
        "404.html",
        "oembed.json",
        partners::SCRIPT,
        WORKER,
    ];
    !name.starts_with(['_', '.']) && !for_others.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{Files, kept, worker};

    #[test]
    fn a_release_is_its_files() {
        let mut site = Files::new();
        site.insert("index.html".to_owned(), b"a".to_vec());
        site.insert("_headers".to_owned(), b"x".to_vec());
        let first = String::from_utf8(worker(&site).unwrap()).unwrap();
        assert!(first.contains("const FILES = [\"index.html\"];"));
        site.insert("_headers".to_owned(), b"y".to_vec());
        assert_eq!(first.as_bytes(), worker(&site).unwrap());
        site.insert("index.html".to_owned(), b"b".to_vec());
        assert_ne!(first.as_bytes(), worker(&site).unwrap());
    }

    #[test]
    fn the_manifest_names_icons_that_are_there() {
        let files = kept().unwrap();
        let manifest: serde_json::Value =
            serde_json::from_slice(&files["manifest.webmanifest"]).unwrap();
        for icon in manifest["icons"].as_array().unwrap() {
            assert!(files.contains_key(icon["src"].as_str().unwrap()));
        }
    }
}
