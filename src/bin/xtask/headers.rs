//! The headers that keep the promise of privacy, the same on our server and on a host's.

/// What a page may load. `index.html` says the same in a `meta` element, so that the promise holds
/// on a host that cannot set headers.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; media-src blob:; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

/// The headers of every answer. `frame-ancestors` works only as a header.
pub(crate) fn all() -> Vec<(&'static str, String)> {
    vec![
        (
            "Content-Security-Policy",
            format!("{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'"),
        ),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()"
                .to_owned(),
        ),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
    ]
}

/// What caches may do with the file at `path`: for ever where the name carries the content's hash.
pub(crate) fn caching(path: &str) -> &'static str {
    if path.starts_with("/assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

/// The same as a `_headers` file, which several static hosts read.
pub(crate) fn file() -> String {
    let mut text = String::from("/*\n");
    for (name, value) in all() {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    for path in ["/", "/assets/"] {
        text.push_str(&format!("\n{path}*\n  Cache-Control: {}\n", caching(path)));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::CONTENT_SECURITY_POLICY;
    use crate::paths;

    #[test]
    fn the_page_says_the_same_policy_as_the_header() {
        let page = std::fs::read_to_string(paths::root().join("index.html")).unwrap();
        assert!(page.contains(&format!("content=\"{CONTENT_SECURITY_POLICY}\"")));
    }
}
