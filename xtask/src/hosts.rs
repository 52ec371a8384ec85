//! The files that static hosts read: headers, fallbacks, and whole configurations for nginx and Caddy.

use crate::headers::{Group, PAGES, common};
use crate::site::Files;
use crate::site_url::Base;

/// Every such file; `room` is the document of every room that has none of its own.
pub(crate) fn files(base: &Base, room: &[u8]) -> Files {
    let mut files = Files::new();
    files.insert("_headers".to_owned(), headers(base).into_bytes());
    files.insert("_redirects".to_owned(), redirects(base).into_bytes());
    // GitHub Pages: no file is left out for its name, and every unknown address is a room.
    files.insert(".nojekyll".to_owned(), Vec::new());
    files.insert("404.html".to_owned(), room.to_vec());
    files.insert("_deploy/nginx.conf".to_owned(), nginx(base).into_bytes());
    files.insert("_deploy/Caddyfile".to_owned(), caddy(base).into_bytes());
    files
}

/// An address below the base.
fn at(base: &Base, path: &str) -> String {
    format!("{}{}", base.as_str(), path.trim_start_matches('/'))
}

/// Netlify and Cloudflare Pages. They join the values of all rules that fit, so no header stands in
/// two rules that fit one address.
fn headers(base: &Base) -> String {
    let mut text = rule(
        &at(base, "/*"),
        common().map(|(n, v)| (n, v.to_owned())).into(),
    );
    for page in PAGES {
        text.push_str(&rule(&at(base, page), Group::Page.own()));
    }
    for (path, group) in [
        ("/embed", Group::Embed),
        ("/embed.html", Group::Embed),
        ("/smart-pick.js", Group::Script),
        ("/assets/*", Group::Asset),
        ("/sw.js", Group::Other),
        ("/manifest.webmanifest", Group::Other),
    ] {
        text.push_str(&rule(&at(base, path), group.own()));
    }
    text
}

fn rule(path: &str, headers: Vec<(&'static str, String)>) -> String {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{path}\n{}\n", lines.collect::<String>())
}

/// Netlify: every address without a file is a room, but for what has a hash in its name. Cloudflare Pages
/// takes 404.html for it.
fn redirects(base: &Base) -> String {
    format!(
        "{} {} 404\n{} {} 200\n",
        at(base, "/assets/*"),
        at(base, "/404.html"),
        at(base, "/*"),
        at(base, "/room.html")
    )
}

/// How nginx sends a file of ours.
const NGINX_FILES: &str = "    gzip_static on;
    gzip_vary on;
    types {
        text/html html; text/css css; text/javascript js; text/plain txt; text/xml xml;
        application/json json; application/wasm wasm; application/manifest+json webmanifest;
        image/svg+xml svg; image/png png; application/zip zip;
    }
    default_type application/octet-stream;
    charset utf-8;
    charset_types text/css text/javascript text/plain;
";

fn nginx(base: &Base) -> String {
    let add = |(name, value): (&str, String)| {
        // What is missing now may be there tomorrow: no cache keeps an error as it keeps the file.
        let always = if value.contains("immutable") {
            ""
        } else {
            " always"
        };
        format!("    add_header {name} \"{value}\"{always};\n")
    };
    // A block with an add_header of its own inherits none, so each one names all. Types and encodings
    // stand in each too, since the server may have other sites.
    let block = |mark: &str, path: &str, group: Group, tail: &str| {
        let headers: String = group.headers().into_iter().map(add).collect();
        format!("location {mark}{path} {{\n{NGINX_FILES}{headers}{tail}}}\n")
    };
    let base = base.as_str();
    let root = base.trim_end_matches('/');
    let mut text = format!(
        "# Inside a server block, below `root /path/to/the/folder;` whose `{base}` holds the site:\n\
         #     include /path/to/nginx.conf;\n\
         # gzip_static comes with nginx; for the brotli twins load ngx_brotli and add `brotli_static on;`.\n\n"
    );
    if !root.is_empty() {
        text.push_str(&format!("location = {root} {{ return 301 {base}; }}\n"));
    }
    text.push_str(&block(
        "^~ ",
        &format!("{root}/assets/"),
        Group::Asset,
        "    try_files $uri =404;\n",
    ));
    text.push_str(&block(
        "= ",
        &format!("{root}/embed"),
        Group::Embed,
        &format!("    try_files {root}/embed.html =404;\n"),
    ));
    text.push_str(&block(
        "= ",
        &format!("{root}/embed.html"),
        Group::Embed,
        "",
    ));
    text.push_str(&block(
        "= ",
        &format!("{root}/smart-pick.js"),
        Group::Script,
        "",
    ));
    text.push_str(&block(
        "~ ",
        &format!("^{root}/(sw\\.js|manifest\\.webmanifest|.*\\.png|robots\\.txt|sitemap\\.xml)$"),
        Group::Other,
        "",
    ));
    text.push_str(&format!("location ^~ {root}/_ {{ return 404; }}\n"));
    text.push_str(&block(
        "",
        base,
        Group::Page,
        &format!("    try_files $uri $uri.html ${{uri}}index.html {base}room.html;\n"),
    ));
    text
}

fn caddy(base: &Base) -> String {
    let root = base.as_str().trim_end_matches('/');
    let set = |matcher: &str, headers: Vec<(&'static str, String)>| -> String {
        let lines = headers
            .into_iter()
            .map(|(name, value)| format!("        {name} \"{value}\"\n"));
        format!(
            "    header {matcher} {{\n{}    }}\n",
            lines.collect::<String>()
        )
    };
    let other = ["sw.js", "*.png", "manifest.webmanifest"].map(|name| format!("{root}/{name}"));
    let other = other.join(" ");
    let mut text = format!(
        "# The folder that `root` names holds the site below `{}`.\n\
         example.org {{\n    root * /path/to/the/folder\n\
         \x20   @embed path {root}/embed {root}/embed.html\n\
         \x20   @script path {root}/smart-pick.js\n\
         \x20   @assets path {root}/assets/*\n\
         \x20   @pages {{\n        path {root}/*\n        not path {root}/assets/* {root}/embed {root}/embed.html {root}/smart-pick.js {other}\n    }}\n\
         \x20   @other path {other}\n",
        base.as_str()
    );
    text.push_str(&set("*", common().map(|(n, v)| (n, v.to_owned())).into()));
    text.push_str(&set("@pages", Group::Page.own()));
    text.push_str(&set("@embed", Group::Embed.own()));
    text.push_str(&set("@script", Group::Script.own()));
    text.push_str(&set("@assets", Group::Asset.own()));
    text.push_str(&set("@other", Group::Other.own()));
    // Which not every machine knows by its ending.
    text.push_str(&format!(
        "    header {root}/manifest.webmanifest Content-Type application/manifest+json\n"
    ));
    if !root.is_empty() {
        text.push_str(&format!("    redir {root} {root}/\n"));
    }
    // What has a name of its own is there or is not; every other address is a page. What is missing now
    // may be there tomorrow.
    let file = "file_server {\n            precompressed br gzip\n        }";
    text.push_str(&format!(
        "    handle {root}/_* {{\n        error 404\n    }}\n\
         \x20   handle {root}/assets/* {{\n        {file}\n    }}\n\
         \x20   handle {root}/* {{\n        try_files {{path}} {{path}}.html {root}/room.html\n        {file}\n    }}\n\
         \x20   handle_errors {{\n        header Cache-Control no-store\n        respond {{err.status_code}}\n    }}\n}}\n"
    ));
    text
}

#[cfg(test)]
mod tests {
    use super::{Base, files, headers};
    use std::collections::BTreeSet;

    #[test]
    fn no_two_rules_that_fit_an_address_set_one_header() {
        let base = Base::read(None).unwrap();
        let text = headers(&base);
        let rules: Vec<(&str, BTreeSet<&str>)> = text
            .split("\n\n")
            .filter_map(|rule| {
                let (path, lines) = rule.split_once('\n')?;
                let names = lines
                    .lines()
                    .filter_map(|line| line.trim().split_once(": "));
                Some((path, names.map(|(name, _)| name).collect()))
            })
            .collect();
        let fits = |pattern: &str, path: &str| match pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => pattern == path,
        };
        for path in [
            "/",
            "/guide",
            "/guide/visas",
            "/embed",
            "/assets/a-1.js",
            "/programs",
            "/programs/1",
            "/sw.js",
        ] {
            let mut seen = BTreeSet::new();
            for (_, names) in rules.iter().filter(|(pattern, _)| fits(pattern, path)) {
                for name in names {
                    assert!(seen.insert(*name), "{path}: {name} twice");
                }
            }
            assert!(
                seen.contains("X-Content-Type-Options") && seen.contains("Cache-Control"),
                "{path}"
            );
        }
    }

    #[test]
    fn a_site_below_the_root_has_its_rules_there() {
        let base = Base::read(Some("/pick/")).unwrap();
        let files = files(&base, b"page");
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        assert!(text("_headers").contains("\n/pick/assets/*\n"));
        assert_eq!(
            text("_redirects"),
            "/pick/assets/* /pick/404.html 404\n/pick/* /pick/room.html 200\n"
        );
        assert!(text("_deploy/nginx.conf").contains("location ^~ /pick/assets/ {"));
        assert!(text("_deploy/Caddyfile").contains("path /pick/assets/*"));
    }
}
