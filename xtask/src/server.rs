//! Answers for a finished site, from memory, on this machine only.
//!
//! The files are read once. An address that names none of them finds nothing, so no address can
//! lead out of the folder.

use crate::headers::Group;
use crate::http::{self, Answer, Request};
use crate::{Result, dist, headers, offline, paths};
use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};

/// A file of the site.
#[derive(Clone)]
struct Asset {
    plain: Arc<[u8]>,
    brotli: Option<Arc<[u8]>>,
    kind: &'static str,
    tag: String,
}

/// Every file of a site, by address.
pub(crate) struct Site {
    assets: BTreeMap<String, Asset>,
}

/// A site that a later build may replace while it is served.
pub(crate) type Shared = Arc<RwLock<Arc<Site>>>;

impl Site {
    /// Reads a finished site.
    ///
    /// # Errors
    /// When the folder is missing, unreadable, or has no index.html.
    pub(crate) fn load(folder: &Path) -> Result<Site> {
        let names = paths::files(folder)
            .map_err(|_| format!("there is no site in {}", folder.display()))?;
        let mut assets = BTreeMap::new();
        for name in names.iter().filter(|name| {
            !name.ends_with(".br") && !name.ends_with(".gz") && !name.starts_with(['_', '.'])
        }) {
            let plain = fs::read(folder.join(name))?;
            let twin = format!("{name}.br");
            let brotli = match names.binary_search(&twin) {
                Ok(_) => Some(fs::read(folder.join(twin))?.into()),
                Err(_) => None,
            };
            let tag = format!("\"{}\"", dist::hash(&plain));
            let asset = Asset {
                plain: plain.into(),
                brotli,
                kind: kind(name),
                tag,
            };
            assets.insert(format!("/{name}"), asset);
        }
        if !assets.contains_key("/index.html") {
            return Err(format!("{} has no index.html", folder.display()).into());
        }
        Ok(Site { assets })
    }

    /// The same without the worker: whoever works on the site wants the newest build at once.
    pub(crate) fn without_worker(mut self) -> Site {
        self.assets.remove(&format!("/{}", offline::WORKER));
        self
    }

    /// The file at an address. An address without an ending is a room of the app: it gets its own
    /// page if it has one, and else the page that all rooms share.
    fn find(&self, path: &str) -> Option<(&str, &Asset)> {
        let last = path.rsplit('/').next().unwrap_or_default();
        let own = format!("{}.html", path.trim_end_matches('/'));
        let name = if last.contains('.') {
            path
        } else if self.assets.contains_key(&own) {
            &own
        } else {
            "/index.html"
        };
        self.assets
            .get_key_value(name)
            .map(|(name, asset)| (name.as_str(), asset))
    }

    fn answer(&self, request: &Request) -> Answer {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return refusal(405, "This server only answers GET and HEAD.\n");
        }
        let path = request.target.split(['?', '#']).next().unwrap_or_default();
        let Some((name, asset)) = self.find(path) else {
            return refusal(404, "There is no such file.\n");
        };
        let brotli = asset
            .brotli
            .as_ref()
            .filter(|_| accepts_brotli(request.header("Accept-Encoding")));
        let tag = match brotli {
            Some(_) => asset.tag.replacen('"', "\"br-", 1),
            None => asset.tag.clone(),
        };
        let mut headers = Group::of(name).headers();
        headers.push(("Vary", "Accept-Encoding".to_owned()));
        headers.push(("ETag", tag.clone()));
        if request
            .header("If-None-Match")
            .split(',')
            .any(|known| known.trim() == tag)
        {
            return Answer {
                status: 304,
                headers,
                body: Arc::new([]),
            };
        }
        headers.push(("Content-Type", asset.kind.to_owned()));
        if brotli.is_some() {
            headers.push(("Content-Encoding", "br".to_owned()));
        }
        let body = Arc::clone(brotli.unwrap_or(&asset.plain));
        Answer {
            status: 200,
            headers,
            body,
        }
    }
}

fn refusal(status: u16, text: &str) -> Answer {
    let mut headers: Vec<(&'static str, String)> = headers::common()
        .into_iter()
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
    headers.push(("Cache-Control", "no-store".to_owned()));
    Answer {
        status,
        headers,
        body: text.as_bytes().into(),
    }
}

/// The media type that a browser needs; WebAssembly streams only under its own.
fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "zip" => "application/zip",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Whether `br` is among the encodings, and not with weight zero.
fn accepts_brotli(header: &str) -> bool {
    header.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let weight = |word: &str| word.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        words.next() == Some("br") && !words.any(|word| weight(word) == Some(0.0))
    })
}

/// Takes the port, or says who has it. Port 0 takes any free one.
///
/// # Errors
/// When another program listens there.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!("cannot serve on port {port} ({error}): stop what uses it, or choose another with --port").into()
    })
}

/// Serves `site` until the program ends; answers at once with the address.
///
/// # Errors
/// When the listener cannot be used.
pub(crate) fn start(listener: &TcpListener, site: &Shared) -> Result<String> {
    let address = format!("http://{}", listener.local_addr()?);
    let site = Arc::clone(site);
    http::serve(listener, move |request| {
        let now = Arc::clone(&site.read().unwrap_or_else(PoisonError::into_inner));
        now.answer(request)
    })?;
    Ok(address)
}

/// A site that can be replaced, and the way to replace it.
pub(crate) fn shared(site: Site) -> Shared {
    Arc::new(RwLock::new(Arc::new(site)))
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
