use super::{Asset, Site, accepts_brotli, kind};
use crate::http::{Answer, Request};
use std::collections::BTreeMap;

fn site() -> Site {
    let asset = |text: &str, brotli: Option<&str>, kind| Asset {
        plain: text.as_bytes().into(),
        brotli: brotli.map(|text| text.as_bytes().into()),
        kind,
        tag: "\"1\"".to_owned(),
    };
    Site {
        assets: BTreeMap::from([
            (
                "/index.html".to_owned(),
                asset("page", None, kind("index.html")),
            ),
            (
                "/assets/a-1.wasm".to_owned(),
                asset("wasm", Some("br"), kind("a-1.wasm")),
            ),
        ]),
    }
}

fn ask(method: &str, target: &str, more: &str) -> Answer {
    let head = format!("{method} {target} HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n{more}\r\n");
    site().answer(&Request::parse(&head).unwrap())
}

fn get(target: &str) -> Answer {
    ask("GET", target, "")
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    let found = answer.headers.iter().find(|(key, _)| *key == name);
    found.map(|(_, value)| value.as_str())
}

#[test]
fn rooms_get_the_page_and_files_get_themselves() {
    for url in ["/", "/profile", "/programs/1401?sort=name", "/guide/x#y"] {
        let answer = get(url);
        assert_eq!((answer.status, &*answer.body), (200, &b"page"[..]), "{url}");
        assert_eq!(header(&answer, "Cache-Control"), Some("no-cache"));
    }
    let answer = get("/assets/a-1.wasm");
    assert_eq!((answer.status, &*answer.body), (200, &b"br"[..]));
    assert_eq!(header(&answer, "Content-Type"), Some("application/wasm"));
    assert_eq!(header(&answer, "Content-Encoding"), Some("br"));
    assert_eq!(
        header(&answer, "Cache-Control"),
        Some("public, max-age=31536000, immutable")
    );
}

#[test]
fn a_missing_file_is_not_the_page() {
    assert_eq!(get("/assets/gone.js").status, 404);
    assert_eq!(get("/favicon.ico").status, 404);
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
        assert_eq!(get(url).status, 404, "{url}");
    }
    // Without an ending it is only a room that does not exist, and the app says so.
    assert_eq!(&*get("/../../etc/passwd").body, b"page");
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
    let answer = ask("GET", "/", "If-None-Match: \"0\", \"1\"\r\n");
    assert_eq!((answer.status, answer.body.len()), (304, 0));
    let other = ask("GET", "/assets/a-1.wasm", "If-None-Match: \"1\"\r\n");
    assert_eq!(
        other.status, 200,
        "the compressed form has a tag of its own"
    );
}

#[test]
fn only_reading_is_allowed() {
    assert_eq!(ask("POST", "/", "").status, 405);
    assert_eq!(ask("HEAD", "/", "").status, 200);
}

#[test]
fn brotli_is_negotiated() {
    assert!(accepts_brotli("gzip, deflate, br, zstd"));
    assert!(accepts_brotli("br;q=0.5"));
    assert!(!accepts_brotli("br;q=0, gzip"));
    assert!(!accepts_brotli("gzip"));
    assert!(!accepts_brotli(""));
}
