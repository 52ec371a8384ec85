use super::{Asset, PATIENCE, Site, accepts, kind, listen, serve, shared};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::{Request, Response};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

fn site() -> Site {
    let asset = |name: &str, text: &'static str, twins: &[(&'static str, &'static str)]| {
        let twins = twins
            .iter()
            .map(|&(encoding, text)| (encoding, text.into()));
        let asset = Asset {
            plain: text.into(),
            twins: twins.collect(),
            kind: kind(name),
            hash: "1".to_owned(),
        };
        (format!("/{name}"), asset)
    };
    let assets = [
        asset("index.html", "questions", &[]),
        asset("room.html", "page", &[]),
        asset("guide.html", "guide", &[]),
        asset(
            "assets/a-1.wasm",
            "wasm",
            &[("br", "brotli"), ("gzip", "zip")],
        ),
    ];
    Site {
        assets: BTreeMap::from(assets),
    }
}

type Answer = Response<Full<Bytes>>;

fn ask(method: &str, url: &str, more: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    site().answer(&request.body(()).unwrap()).unwrap()
}

fn get(url: &str) -> Answer {
    ask("GET", url, &[("Accept-Encoding", "gzip, br")])
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let value = answer.headers().get(name);
    value.map(|value| value.to_str().unwrap())
}

fn told(answer: Answer) -> (u16, String) {
    let status = answer.status().as_u16();
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let body = runtime.unwrap().block_on(answer.into_body().collect());
    let bytes = body.unwrap().to_bytes();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

fn page(text: &str) -> (u16, String) {
    (200, text.to_owned())
}

#[test]
fn rooms_get_the_page_and_files_get_themselves() {
    assert_eq!(told(get("/")), page("questions"));
    for url in ["/profile", "/programs/1401?sort=name", "/guide/x#y"] {
        let answer = get(url);
        assert_eq!(header(&answer, "Cache-Control"), Some("no-cache"));
        assert_eq!(told(answer), page("page"), "{url}");
    }
    assert_eq!(told(get("/guide")), page("guide"), "a page of its own");
    let answer = get("/assets/a-1.wasm");
    assert_eq!(header(&answer, "Content-Type"), Some("application/wasm"));
    assert_eq!(
        header(&answer, "Cache-Control"),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(header(&answer, "Vary"), Some("Accept-Encoding"));
}

#[test]
fn the_best_form_that_is_accepted_is_sent() {
    for (accepted, encoding, body) in [
        ("gzip, br", Some("br"), "brotli"),
        ("gzip, deflate", Some("gzip"), "zip"),
        ("br;q=0, gzip", Some("gzip"), "zip"),
        ("", None, "wasm"),
    ] {
        let answer = ask("GET", "/assets/a-1.wasm", &[("Accept-Encoding", accepted)]);
        assert_eq!(header(&answer, "Content-Encoding"), encoding, "{accepted}");
        assert_eq!(told(answer), page(body), "{accepted}");
    }
}

#[test]
fn a_missing_file_is_not_the_page() {
    for url in ["/assets/gone.js", "/favicon.ico"] {
        let answer = get(url);
        assert_eq!(header(&answer, "Cache-Control"), Some("no-store"));
        assert_eq!(told(answer).0, 404, "{url}");
    }
}

#[test]
fn no_address_leads_out_of_the_site() {
    for url in [
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "/assets/../../Cargo.toml",
        "//etc/host.conf",
        "/%2e%2e/a.b",
    ] {
        assert_eq!(told(get(url)).0, 404, "{url}");
    }
    // Without an ending it is only a room that does not exist, and the app says so.
    assert_eq!(told(get("/../../etc/passwd")), page("page"));
}

#[test]
fn every_page_carries_the_policy_and_every_answer_its_type() {
    let policy = get("/");
    let policy = header(&policy, "Content-Security-Policy").unwrap();
    assert!(policy.starts_with("default-src 'none'") && policy.ends_with("frame-ancestors 'none'"));
    for url in ["/", "/assets/a-1.wasm", "/gone.js"] {
        let answer = get(url);
        assert_eq!(header(&answer, "X-Content-Type-Options"), Some("nosniff"));
    }
}

#[test]
fn a_known_tag_is_not_sent_again() {
    let answer = ask("GET", "/", &[("If-None-Match", "\"0\", \"1\"")]);
    assert_eq!(told(answer), (304, String::new()));
    let known = [("If-None-Match", "\"1\""), ("Accept-Encoding", "br")];
    let other = ask("GET", "/assets/a-1.wasm", &known);
    assert_eq!(
        told(other).0,
        200,
        "the compressed form has a tag of its own"
    );
}

#[test]
fn only_reading_is_allowed() {
    assert_eq!(told(ask("POST", "/", &[])).0, 405);
    assert_eq!(told(ask("HEAD", "/", &[])).0, 200);
}

#[test]
fn encodings_are_negotiated() {
    assert!(accepts("gzip, deflate, br, zstd", "br"));
    assert!(accepts("br;q=0.5", "br"));
    assert!(!accepts("br;q=0, gzip", "br"));
    assert!(!accepts("gzip", "br"));
    assert!(!accepts("", "br"));
}

/// A running server, and a connection to it.
fn connect(patience: Duration) -> TcpStream {
    let address = serve(listen(0).unwrap(), &shared(site()), patience).unwrap();
    TcpStream::connect(address.trim_start_matches("http://")).unwrap()
}

fn say(stream: &mut TcpStream, request: &str) {
    stream.write_all(request.as_bytes()).unwrap();
}

/// Everything until the server closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn this_machine_alone_is_answered() {
    let stream = connect(PATIENCE);
    assert!(stream.peer_addr().unwrap().ip().is_loopback());
    assert_ne!(stream.peer_addr().unwrap().port(), 0);
}

#[test]
fn a_connection_carries_several_requests() {
    let mut stream = connect(PATIENCE);
    let two = "GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /guide HTTP/1.1\r\nHost: x\r\n\r\n";
    say(&mut stream, two);
    say(
        &mut stream,
        "GET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    );
    let text = rest(&mut stream);
    assert_eq!(text.matches("HTTP/1.1 200 OK\r\n").count(), 3);
    assert_eq!(text.matches("content-length: 5\r\n").count(), 1);
    assert!(!text.contains("\r\n\r\nguide"), "HEAD has no body");
    assert!(text.ends_with("\r\n\r\npage"));
}

#[test]
fn idle_connections_keep_nobody_waiting() {
    let mut stream = connect(PATIENCE);
    let address = stream.peer_addr().unwrap();
    let idle: Vec<TcpStream> = (0..64)
        .map(|_| TcpStream::connect(address).unwrap())
        .collect();
    say(&mut stream, "GET /a HTTP/1.0\r\n\r\n");
    assert!(rest(&mut stream).ends_with("page"));
    drop(idle);
}

#[test]
fn what_is_not_http_is_refused() {
    let mut stream = connect(PATIENCE);
    say(&mut stream, "hello\r\n\r\n");
    assert!(rest(&mut stream).starts_with("HTTP/1.1 400 Bad Request\r\n"));
}

#[test]
fn a_head_that_does_not_come_is_given_up() {
    let patience = Duration::from_millis(200);
    for begun in ["", "GET / HTTP/1.1\r\nHost"] {
        let mut stream = connect(patience);
        say(&mut stream, begun);
        assert!(!rest(&mut stream).contains("200 OK"), "{begun}");
    }
    assert_eq!(PATIENCE, Duration::from_secs(5));
}

#[test]
fn a_rebuilt_site_is_served_at_once() {
    let now = shared(site());
    let address = serve(listen(0).unwrap(), &now, PATIENCE).unwrap();
    let mut stream = TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    say(&mut stream, "HEAD /sw.js HTTP/1.1\r\nHost: x\r\n\r\n");
    let mut first = [0; 12];
    stream.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 404");
    let mut newer = site();
    let page = newer.assets.remove("/guide.html").unwrap();
    newer.assets.insert("/sw.js".to_owned(), page);
    *now.write().unwrap() = Arc::new(newer);
    say(
        &mut stream,
        "GET /sw.js HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    );
    assert!(rest(&mut stream).ends_with("\r\n\r\nguide"));
}
