//! Writes dist/: the finished site, its pages prerendered, every file compressed.

use crate::assets::{self, Assets};
use crate::page::{DOCUMENT, ROOM};
use crate::site::{self, Files};
use crate::site_url::SiteUrl;
use crate::{
    Result, Source, build, compress, hosts, offline, partners, paths, prerender, single, step,
};
use std::fs;
use std::time::Instant;

/// What to write, and where.
#[derive(clap::Args, Clone, Debug, Default)]
pub(crate) struct Args {
    /// The path on its host below which the site lies
    #[arg(long, value_name = "/PATH/")]
    pub(crate) base: Option<String>,
    /// Its host, which makes canonical addresses whole and adds a sitemap
    #[arg(long, value_name = "https://HOST")]
    pub(crate) origin: Option<String>,
    /// Write into another folder than dist/
    #[arg(long, value_name = "FOLDER")]
    pub(crate) to: Option<String>,
    /// Write the app as one file that opens without a server
    #[arg(long)]
    pub(crate) single_file: bool,
    /// Leave out the data of a source
    #[arg(long, value_enum, value_name = "SOURCE")]
    pub(crate) without: Option<Source>,
}

/// Builds the site unless the one in dist/ is up to date; with `--to` into another folder.
///
/// # Errors
/// When a tool is missing, the data is wrong, or the app does not compile.
pub(crate) fn run(words: &Args) -> Result {
    let url = SiteUrl::read(words.origin.as_deref(), words.base.as_deref())?;
    if words.single_file {
        return single::run(words.without);
    }
    let folder = words.to.as_ref().map(|to| paths::root().join(to));
    let stamp = build::stamp(words)?;
    let kept = fs::read_to_string(build::stamp_file()).unwrap_or_default();
    if folder.is_none() && kept == stamp && paths::dist().join(DOCUMENT).is_file() {
        step::say("site", "up to date");
        return Ok(());
    }
    let assets = assets::make(words.without)?;
    let start = Instant::now();
    let site = assemble(assets, &url)?;
    match folder {
        Some(folder) => site::replace(&folder, &site)?,
        None => {
            site::replace(&paths::dist(), &site)?;
            fs::write(build::stamp_file(), stamp)?;
        }
    }
    step::say(
        "site",
        &format!("written in {}", step::time(start.elapsed())),
    );
    Ok(())
}

fn assemble(assets: Assets, url: &SiteUrl) -> Result<Files> {
    let Assets {
        page,
        files: mut site,
        guide,
    } = assets;
    let mut pages = prerender::all(&page, &guide, url)?;
    pages.extend(prerender::for_robots(&guide, url));
    site.extend(
        pages
            .into_iter()
            .map(|(name, text)| (name, text.into_bytes())),
    );
    site.extend(partners::files(&page, url)?);
    for (name, text) in [
        (DOCUMENT, prerender::start(&page, url)?),
        (ROOM, prerender::room(&page, url)?),
    ] {
        site.insert(name.to_owned(), text.into_bytes());
    }
    site.extend(offline::kept()?);
    url.base.apply(&mut site)?;
    let worker = offline::worker(&site)?;
    site.insert(offline::WORKER.to_owned(), worker);
    let room = site.get(ROOM).cloned().unwrap_or_default();
    site.extend(hosts::files(&url.base, &room));
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
