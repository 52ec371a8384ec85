//! Writes dist/: the finished site, its pages prerendered, every file compressed.

use crate::parts::{self, Parts};
use crate::place::Place;
use crate::{Result, build, compress, hosts, offline, partners, paths, prerender, single, step};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

const PAGE: &str = "index.html";

/// A site by file name, sorted.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// Builds the site unless the one in dist/ is up to date; with `--to` into another folder.
///
/// # Errors
/// When a tool is missing, the data is wrong, or the app does not compile.
pub(crate) fn run(words: &[String]) -> Result {
    let options = ["--without", "--origin", "--base", "--to"];
    crate::only_known(words, &[single::WORD], &options)?;
    let place = Place::read(
        crate::option(words, "--origin")?,
        crate::option(words, "--base")?,
    )?;
    let without = crate::option(words, "--without")?;
    if words.iter().any(|word| word == single::WORD) {
        return single::run(without);
    }
    let folder = crate::option(words, "--to")?.map(|to| paths::root().join(to));
    let stamp = build::stamp(words)?;
    let kept = fs::read_to_string(build::stamp_file()).unwrap_or_default();
    if folder.is_none() && kept == stamp && paths::dist().join(PAGE).is_file() {
        step::say("site", "up to date");
        return Ok(());
    }
    let parts = parts::make(without)?;
    let start = Instant::now();
    let site = assemble(parts, &place)?;
    match folder {
        Some(folder) => write(&folder, &site)?,
        None => {
            write(&paths::dist(), &site)?;
            fs::write(build::stamp_file(), stamp)?;
        }
    }
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

fn assemble(parts: Parts, place: &Place) -> Result<Files> {
    let Parts {
        page,
        files: mut site,
        guide,
    } = parts;
    let mut pages = prerender::all(&page, &guide, place)?;
    pages.extend(prerender::for_robots(&guide, place));
    site.extend(
        pages
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes())),
    );
    site.extend(partners::files(&page, place)?);
    let page = prerender::start(&page, place)?;
    site.insert(PAGE.to_owned(), page.into_bytes());
    site.extend(offline::kept()?);
    place.base.apply(&mut site)?;
    let worker = offline::worker(&site)?;
    site.insert(offline::WORKER.to_owned(), worker);
    let page = site.get(PAGE).cloned().unwrap_or_default();
    site.extend(hosts::files(&place.base, &page));
    let packed = partners::packed(&site)?;
    let twins = compress(&site)?;
    site.extend(twins);
    site.insert(partners::PACKED.to_owned(), packed);
    Ok(site)
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
    use super::hash;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(hash(b""), "cbf29ce484222325");
        assert_eq!(hash(b"a"), "af63dc4c8601ec8c");
    }
}
