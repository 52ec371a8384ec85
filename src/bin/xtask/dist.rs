//! Writes dist/: the finished site, every name hashed, every file compressed.
//!
//! Trunk writes plain names (boot.js, smart-pick-app_bg.wasm). Here the styles become one file, the
//! data pack joins, each file that index.html names moves to `assets/name-HASH.ext`, and index.html
//! is changed to say so. That is how shell/boot.js and the app learn the names: they read the
//! `href` of the elements with the ids `app-js`, `app-wasm` and `pack`.

use crate::prerender::Origin;
use crate::rebase::Base;
use crate::{
    Result, build, compress, fragments, hosts, html, offline, pack, partners, paths, prerender,
    shorten, step, tools,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// The pack's address in index.html before it is hashed.
const PACK: &str = "pack.bin";
/// The one style sheet that all others become.
const STYLES: &str = "styles.css";
const PAGE: &str = "index.html";
/// The app and the script that the app's tools wrote for it.
const WASM: &str = "smart-pick-app_bg.wasm";
const SCRIPT: &str = "smart-pick-app.js";

/// How the names of the later pieces begin.
pub(crate) const PIECE: &str = "piece-";

/// A site by file name, sorted.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Builds the site unless the one in dist/ is up to date.
///
/// # Errors
/// When a tool is missing, the data is wrong, or the app does not compile.
pub(crate) fn run(words: &[String]) -> Result {
    crate::only_known(words, &[], &["--without", "--origin", "--base"])?;
    let origin = Origin::read(crate::option(words, "--origin")?)?;
    let base = Base::read(crate::option(words, "--base")?)?;
    let without = crate::option(words, "--without")?;
    let for_pack: Vec<String> = without
        .iter()
        .flat_map(|what| ["--without".to_owned(), (*what).to_owned()])
        .collect();
    tools::for_app()?;
    let stamp = build::stamp(words)?;
    let kept = fs::read_to_string(build::stamp_file()).unwrap_or_default();
    if kept == stamp && paths::dist().join(PAGE).is_file() {
        step::say("site", "up to date");
        return Ok(());
    }
    let start = Instant::now();
    pack::run(&for_pack)?;
    step::say(
        "data pack",
        &format!("done in {}", step::time(start.elapsed())),
    );
    build::trunk()?;
    build::app()?;
    let start = Instant::now();
    write(
        &paths::dist(),
        &assemble(without.is_none(), &origin, &base)?,
    )?;
    fs::create_dir_all(paths::work())?;
    fs::write(build::stamp_file(), stamp)?;
    step::say(
        "site",
        &format!("written in {}", step::time(start.elapsed())),
    );
    Ok(())
}

/// A hash that names content: FNV-1a, 64 bits, as 16 hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let digest = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |digest, &byte| {
            (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
    format!("{digest:016x}")
}

fn assemble(with_nrmp: bool, origin: &Origin, base: &Base) -> Result<Files> {
    let mut files = Files::new();
    for folder in [paths::trunk(), paths::app()] {
        for name in paths::files(&folder)? {
            let bytes = fs::read(folder.join(&name))?;
            files.insert(name, bytes);
        }
    }
    shorten_names(&mut files)?;
    files.insert(PACK.to_owned(), fs::read(paths::pack())?);
    let guide = fragments::read_guide()?;
    let fragments = fragments::all(&guide, with_nrmp)?;
    files.extend(
        fragments
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes())),
    );
    let page = files.remove(PAGE).ok_or("trunk wrote no index.html")?;
    let page = remove_instructions(&String::from_utf8(page)?);
    let page = join_styles(page, &mut files)?;
    let (page, mut site) = rename(page, files)?;
    let mut pages = prerender::all(&page, &guide, origin)?;
    pages.extend(prerender::for_robots(&guide, origin));
    site.extend(
        pages
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes())),
    );
    site.extend(partners::files(&page, origin, base)?);
    let page = prerender::start(&page, origin)?;
    site.insert(PAGE.to_owned(), page.into_bytes());
    site.extend(offline::kept()?);
    base.apply(&mut site)?;
    let worker = offline::worker(&site)?;
    site.insert(offline::WORKER.to_owned(), worker);
    let page = site.get(PAGE).cloned().unwrap_or_default();
    site.extend(hosts::files(base, &page));
    let packed = partners::packed(&site)?;
    let twins = compress(&site)?;
    site.extend(twins);
    site.insert(partners::PACKED.to_owned(), packed);
    Ok(site)
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

/// Trunk leaves the element that tells it what to compile; a visitor has no use for it.
fn remove_instructions(page: &str) -> String {
    let mut page = page.to_owned();
    for at in html::tags(&page, "link").into_iter().rev() {
        if html::attribute(&page[at.clone()], "data-trunk").is_some() {
            page.replace_range(at, "");
        }
    }
    page
}

/// Makes one style sheet of all that the page links to, in their order.
fn join_styles(mut page: String, files: &mut Files) -> Result<String> {
    let mut styles = Vec::new();
    let is_style = |tag: &str| html::attribute(tag, "rel") == Some("stylesheet");
    let links = html::tags(&page, "link")
        .into_iter()
        .filter(|at| is_style(&page[at.clone()]));
    let links: Vec<_> = links.collect();
    for at in &links {
        let tag = &page[at.clone()];
        let name = html::attribute(tag, "href")
            .unwrap_or_default()
            .trim_start_matches('/');
        let bytes = files
            .remove(name)
            .ok_or_else(|| format!("index.html links to {name}, which is not there"))?;
        match html::attribute(tag, "media") {
            Some(media) => {
                styles.extend(format!("@media {media}{{").bytes());
                styles.extend(bytes);
                styles.push(b'}');
            }
            None => styles.extend(bytes),
        }
        styles.push(b'\n');
    }
    for (place, at) in links.into_iter().enumerate().rev() {
        let new = match place {
            0 => format!("<link rel=\"stylesheet\" href=\"/{STYLES}\">"),
            _ => String::new(),
        };
        page.replace_range(at, &new);
    }
    files.insert(STYLES.to_owned(), styles);
    Ok(page)
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

/// The `.br` and `.gz` twins of every file that becomes smaller by them.
fn compress(site: &Files) -> Result<Files> {
    let served = |name: &str| !name.starts_with(['_', '.']) && compress::worthwhile(name);
    let jobs: Vec<_> = site.iter().filter(|(name, _)| served(name)).collect();
    let twins = |bytes: &[u8]| Ok((compress::brotli(bytes)?, compress::gzip(bytes)?));
    let done: Vec<Result<(Vec<u8>, Vec<u8>)>> = std::thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .iter()
            .map(|(_, bytes)| scope.spawn(|| twins(bytes)))
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err("the compressor stopped".into()))
            })
            .collect()
    });
    let mut files = Files::new();
    for ((name, bytes), twins) in jobs.into_iter().zip(done) {
        let (brotli, gzip) = twins?;
        for (ending, twin) in [("br", brotli), ("gz", gzip)] {
            if twin.len() < bytes.len() {
                files.insert(format!("{name}.{ending}"), twin);
            }
        }
    }
    Ok(files)
}

/// Writes beside the old site and swaps at the end, so that there is never half a site.
fn write(dist: &Path, site: &Files) -> Result {
    let (new, old) = (dist.with_extension("new"), dist.with_extension("old"));
    for folder in [&new, &old] {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
    }
    for (name, bytes) in site {
        let file = new.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes)?;
    }
    if dist.exists() {
        fs::rename(dist, &old)?;
    }
    fs::rename(&new, dist)?;
    if old.exists() {
        fs::remove_dir_all(old)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Files, hash, join_styles, remove_instructions, rename};

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter()
            .map(|&(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b""), "cbf29ce484222325");
        assert_eq!(hash(b"a"), "af63dc4c8601ec8c");
    }

    #[test]
    fn style_sheets_become_one_in_their_order() {
        let page = r#"<link rel="stylesheet" href="/b.css"><p><link rel=stylesheet href=/a.css media=print>"#;
        let mut all = files(&[("a.css", "a{}"), ("b.css", "b{}")]);
        let page = join_styles(page.to_owned(), &mut all).unwrap();
        assert_eq!(page, r#"<link rel="stylesheet" href="/styles.css"><p>"#);
        assert_eq!(all["styles.css"], b"b{}\n@media print{a{}}\n");
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

    #[test]
    fn instructions_for_trunk_are_removed() {
        assert_eq!(
            remove_instructions("<link data-trunk rel=rust><link rel=icon>"),
            "<link rel=icon>"
        );
    }
}
