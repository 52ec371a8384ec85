//! Answers for a finished site, from memory, on this machine only; hyper speaks HTTP.
//!
//! The files are read once. An address that names none of them finds nothing, so no address can
//! lead out of the folder.

use crate::headers::{self, Group};
use crate::page::{DOCUMENT, ROOM};
use crate::{Result, offline, paths, site};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode, http};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::runtime;

/// How long a connection may take for the head of a request, its first and each further one.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long we wait when the machine has no connection to give, for want of handles for example.
const PAUSE: Duration = Duration::from_millis(100);
/// The forms that a file may have beside its plain one, best first: as HTTP calls them, and the ending
/// of their names.
const TWINS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// What is told; the body is left out where only the head was asked for.
type Answer = http::Result<Response<Full<Bytes>>>;

/// A file of the site.
struct Asset {
    plain: Bytes,
    /// Compressed forms, best first, by their names in HTTP.
    twins: Vec<(&'static str, Bytes)>,
    kind: &'static str,
    hash: String,
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
    /// When the folder is missing, unreadable, or lacks a page that others lead to.
    pub(crate) fn load(folder: &Path) -> Result<Site> {
        let names = paths::files(folder)
            .map_err(|_| format!("there is no site in {}", folder.display()))?;
        let is_served = |name: &&String| {
            let is_twin = [".br", ".gz"].iter().any(|ending| name.ends_with(ending));
            !is_twin && !name.starts_with(['_', '.'])
        };
        let mut assets = BTreeMap::new();
        for name in names.iter().filter(is_served) {
            let mut twins = Vec::new();
            for (encoding, ending) in TWINS {
                let twin = format!("{name}.{ending}");
                if names.binary_search(&twin).is_ok() {
                    twins.push((encoding, fs::read(folder.join(twin))?.into()));
                }
            }
            let plain = fs::read(folder.join(name))?;
            let asset = Asset {
                hash: site::hash(&plain),
                plain: plain.into(),
                twins,
                kind: kind(name),
            };
            assets.insert(format!("/{name}"), asset);
        }
        for page in [DOCUMENT, ROOM] {
            if !assets.contains_key(&format!("/{page}")) {
                return Err(format!("{} has no {page}", folder.display()).into());
            }
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
        let path = if path == "/" { "/index" } else { path };
        let own = format!("{}.html", path.trim_end_matches('/'));
        let name = if last.contains('.') {
            path
        } else if self.assets.contains_key(&own) {
            &own
        } else {
            "/room.html"
        };
        self.assets
            .get_key_value(name)
            .map(|(name, asset)| (name.as_str(), asset))
    }

    fn answer<B>(&self, request: &Request<B>) -> Answer {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            let text = "This server only answers GET and HEAD.\n";
            return refusal(StatusCode::METHOD_NOT_ALLOWED, text);
        }
        let Some((name, asset)) = self.find(request.uri().path()) else {
            return refusal(StatusCode::NOT_FOUND, "There is no such file.\n");
        };
        let asked = |name| {
            let value = request.headers().get(name);
            value.and_then(|value| value.to_str().ok()).unwrap_or("")
        };
        let accepted = asked("accept-encoding");
        let mut twins = asset.twins.iter();
        let twin = twins.find(|(encoding, _)| accepts(accepted, encoding));
        let tag = match twin {
            Some((encoding, _)) => format!("\"{encoding}-{}\"", asset.hash),
            None => format!("\"{}\"", asset.hash),
        };
        let mut answer = Response::builder()
            .header("Vary", "Accept-Encoding")
            .header("ETag", &tag);
        for (name, value) in Group::of(name).headers() {
            answer = answer.header(name, value);
        }
        let mut known = asked("if-none-match").split(',');
        if known.any(|known| known.trim() == tag) {
            let nothing = Full::default();
            return answer.status(StatusCode::NOT_MODIFIED).body(nothing);
        }
        answer = answer.header("Content-Type", asset.kind);
        if let Some((encoding, _)) = twin {
            answer = answer.header("Content-Encoding", *encoding);
        }
        let body = twin.map_or(&asset.plain, |(_, body)| body);
        answer.body(Full::new(body.clone()))
    }
}

fn refusal(status: StatusCode, text: &'static str) -> Answer {
    let mut answer = Response::builder()
        .status(status)
        .header("Content-Type", "text/plain; charset=utf-8")
        .header("Cache-Control", "no-store");
    for (name, value) in headers::common() {
        answer = answer.header(name, value);
    }
    answer.body(text.into())
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

/// Whether an encoding is among those that a header names, and not with weight zero.
fn accepts(header: &str, encoding: &str) -> bool {
    header.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let weight = |word: &str| word.strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
        words.next() == Some(encoding) && !words.any(|word| weight(word) == Some(0.0))
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
pub(crate) fn start(listener: TcpListener, site: &Shared) -> Result<String> {
    serve(listener, site, PATIENCE)
}

/// The same, with the time that a connection may take for a head. One thread does: all files are in memory.
fn serve(listener: TcpListener, site: &Shared, patience: Duration) -> Result<String> {
    let address = format!("http://{}", listener.local_addr()?);
    listener.set_nonblocking(true)?;
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let site = Arc::clone(site);
    std::thread::spawn(move || runtime.block_on(accept(listener, site, patience)));
    Ok(address)
}

async fn accept(listener: tokio::net::TcpListener, site: Shared, patience: Duration) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        // Small answers at once; without it they are only slower.
        let _ = stream.set_nodelay(true);
        let site = Arc::clone(&site);
        let answer = service_fn(move |request| {
            let now = Arc::clone(&site.read().unwrap_or_else(PoisonError::into_inner));
            async move { now.answer(&request) }
        });
        let connection = http.serve_connection(TokioIo::new(stream), answer);
        // A browser that has gone away is no fault of ours.
        tokio::spawn(async { connection.await.unwrap_or_default() });
    }
}

/// A site that can be replaced, and the way to replace it.
pub(crate) fn shared(site: Site) -> Shared {
    Arc::new(RwLock::new(Arc::new(site)))
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
