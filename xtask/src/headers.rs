//! The headers of the site: by our own server, and as the files that static hosts read.

/// What pages may load: only their own origin. The same stands in index.html.
pub(crate) const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; media-src blob:; font-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'";

/// Where it stands there.
pub(crate) const POLICY_IN_PAGE: &str = "meta[http-equiv=Content-Security-Policy]";

/// Files that are served alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// Rooms and pages: no other site may frame them.
    Page,
    /// The view for partner sites: any site may frame it.
    Embed,
    /// The script for partner sites: any site may load it.
    Script,
    /// Files whose name carries the hash of their content.
    Asset,
    /// Everything else: the worker, the manifest, icons.
    Other,
}

/// Addresses of pages, as patterns that hosts know; `*` stands for any end.
pub(crate) const PAGES: [&str; 19] = [
    "/",
    "/index.html",
    "/room.html",
    "/404.html",
    "/answers",
    "/compare/*",
    "/guide",
    "/guide.html",
    "/guide/*",
    "/list",
    "/list/*",
    "/partners",
    "/preferences",
    "/profile",
    "/programs",
    "/programs/*",
    "/tools/*",
    "/trust",
    "/trust/*",
];

impl Group {
    /// The group of an address, from the base of the site on.
    pub(crate) fn of(path: &str) -> Group {
        let last = path.rsplit('/').next().unwrap_or_default();
        match path {
            "/embed" | "/embed.html" => Group::Embed,
            "/smart-pick.js" => Group::Script,
            _ if path.starts_with("/assets/") => Group::Asset,
            _ if last.ends_with(".html") || !last.contains('.') => Group::Page,
            _ => Group::Other,
        }
    }

    /// Every header of an answer.
    pub(crate) fn headers(self) -> Vec<(&'static str, String)> {
        let mut all: Vec<(&'static str, String)> = common()
            .into_iter()
            .map(|(name, value)| (name, value.to_owned()))
            .collect();
        all.extend(self.own());
        all
    }

    /// Those that differ from group to group.
    pub(crate) fn own(self) -> Vec<(&'static str, String)> {
        let policy = |more: &str| {
            (
                "Content-Security-Policy",
                format!("{CONTENT_SECURITY_POLICY}{more}"),
            )
        };
        let plain = |name, value: &str| (name, value.to_owned());
        let resource = |value| plain("Cross-Origin-Resource-Policy", value);
        let caching = plain("Cache-Control", self.caching());
        match self {
            Group::Page => vec![
                policy("; frame-ancestors 'none'"),
                plain("Cross-Origin-Opener-Policy", "same-origin"),
                resource("same-origin"),
                caching,
            ],
            // Not `frame-ancestors *`, which leaves sandboxed pages out.
            Group::Embed => vec![policy(""), resource("cross-origin"), caching],
            // In a sandboxed page the view has an origin of its own, to which these are another's.
            Group::Script | Group::Asset => vec![
                plain("Access-Control-Allow-Origin", "*"),
                resource("cross-origin"),
                caching,
            ],
            Group::Other => vec![resource("same-origin"), caching],
        }
    }

    /// What caches may do: for ever where the name carries the content's hash.
    pub(crate) fn caching(self) -> &'static str {
        match self {
            Group::Asset => "public, max-age=31536000, immutable",
            _ => "no-cache",
        }
    }
}

/// The headers of every answer.
pub(crate) fn common() -> [(&'static str, &'static str); 3] {
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        (
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(self), payment=(), usb=()",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::{CONTENT_SECURITY_POLICY, Group};
    use crate::paths;

    #[test]
    fn the_page_says_the_same_policy_as_the_header() {
        let page = std::fs::read_to_string(paths::root().join("index.html")).unwrap();
        assert!(page.contains(&format!("content=\"{CONTENT_SECURITY_POLICY}\"")));
    }

    #[test]
    fn only_the_view_for_partners_may_be_framed() {
        for path in [
            "/",
            "/programs",
            "/guide/visas",
            "/guide.html",
            "/tools/journal",
        ] {
            assert_eq!(Group::of(path), Group::Page, "{path}");
        }
        assert_eq!(Group::of("/embed"), Group::Embed);
        assert_eq!(Group::of("/assets/boot-1.js"), Group::Asset);
        assert_eq!(Group::of("/sw.js"), Group::Other);
        let policy = |group: Group| {
            group
                .headers()
                .into_iter()
                .find(|(n, _)| n.starts_with("Content-S"))
        };
        assert!(
            policy(Group::Page)
                .unwrap()
                .1
                .ends_with("frame-ancestors 'none'")
        );
        assert!(
            policy(Group::Embed)
                .unwrap()
                .1
                .ends_with("form-action 'none'")
        );
    }
}
