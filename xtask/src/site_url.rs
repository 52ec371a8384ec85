//! Where a site lies: its host, and the path below which its addresses begin.

use crate::site::Files;
use crate::{Result, html};

/// Where the site lies on its host: `/`, or a path that begins and ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Base(String);

impl Base {
    /// Reads the value of `--base`.
    ///
    /// # Errors
    /// When it is no path.
    pub(crate) fn read(value: Option<&str>) -> Result<Base> {
        let value = value.unwrap_or("/");
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
        let fits = value.starts_with('/') && value.ends_with('/') && !value.contains("//");
        if !fits || !value.chars().all(is_plain) {
            return Err(format!("--base {value}: not like /pick/").into());
        }
        Ok(Base(value.to_owned()))
    }

    /// The base of a single file, whose pages stand behind the sign `#`.
    pub(crate) fn behind_sign() -> Base {
        Base("#/".to_owned())
    }

    /// The base, with a slash at both ends.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The files with their addresses moved. Only text that the build wrote has any: pages,
    /// fragments, styles, and HTML in JSON.
    pub(crate) fn apply(&self, files: &mut Files) -> Result {
        if self.0 == "/" {
            return Ok(());
        }
        for (name, bytes) in files.iter_mut() {
            let (_, ending) = name.rsplit_once('.').unwrap_or_default();
            if !["html", "css", "json"].contains(&ending) {
                continue;
            }
            let text = std::str::from_utf8(bytes)?;
            let moved = match ending {
                "html" => self.move_page(text)?,
                "css" => text.replace("url(/", &format!("url({}", self.0)),
                _ => text.replace("href=\\\"/", &format!("href=\\\"{}", self.0)),
            };
            *bytes = moved.into_bytes();
        }
        Ok(())
    }

    /// A page with its addresses moved.
    fn move_page(&self, page: &str) -> Result<String> {
        let has_address = "[href^='/'], [src^='/'], [content^='/']";
        let moves = html::each(has_address, |element| {
            for name in ["href", "src", "content"] {
                let address = element.get_attribute(name).unwrap_or_default();
                if let Some(below) = address.strip_prefix('/') {
                    element.set_attribute(name, &format!("{}{below}", self.0))?;
                }
            }
            Ok(())
        });
        html::rewrite(page, vec![moves])
    }
}

impl Default for Base {
    fn default() -> Self {
        Base("/".to_owned())
    }
}

/// Host and path, as far as they are known.
#[derive(Default)]
pub(crate) struct SiteUrl {
    /// As `https://example.org`; empty if nobody said.
    origin: String,
    /// The path.
    pub(crate) base: Base,
}

impl SiteUrl {
    /// Reads the values of `--origin` and `--base`.
    ///
    /// # Errors
    /// When one is no address of a host, or no path.
    pub(crate) fn read(origin: Option<&str>, base: Option<&str>) -> Result<SiteUrl> {
        let base = Base::read(base)?;
        let value = origin.unwrap_or_default();
        let host = value.strip_prefix("https://").unwrap_or_default();
        let is_host =
            |host: &str| !host.contains(|c: char| c.is_whitespace() || "\"<>?#".contains(c));
        if origin.is_some() && (host.is_empty() || !is_host(host)) {
            return Err(format!("--origin {value}: not like https://example.org").into());
        }
        let origin = value.trim_end_matches('/').to_owned();
        Ok(SiteUrl { origin, base })
    }

    /// Whether the host is known.
    pub(crate) fn has_origin(&self) -> bool {
        !self.origin.is_empty()
    }

    /// An address of the site in HTML; without a host [`Base::apply`] is still to come.
    pub(crate) fn of(&self, path: &str) -> String {
        if self.has_origin() {
            self.whole(path)
        } else {
            path.to_owned()
        }
    }

    /// An address of the site that nobody moves any more.
    pub(crate) fn whole(&self, path: &str) -> String {
        let below = path.trim_start_matches('/');
        format!("{}{}{below}", self.origin, self.base.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, Files, SiteUrl};

    #[test]
    fn addresses_have_host_and_path_as_far_as_they_are_known() {
        let of = |origin, base| SiteUrl::read(origin, base).unwrap();
        let known = of(Some("https://example.org/"), Some("/pick/"));
        assert_eq!(known.of("/guide"), "https://example.org/pick/guide");
        let unknown = of(None, Some("/pick/"));
        assert_eq!(unknown.of("/guide"), "/guide");
        assert_eq!(unknown.whole("/guide"), "/pick/guide");
        for wrong in ["example.org", "http://x", "https://", "https://a b"] {
            assert!(SiteUrl::read(Some(wrong), None).is_err(), "{wrong}");
        }
    }

    #[test]
    fn addresses_move_and_those_of_others_stay() {
        let mut files = Files::new();
        let page = "<base href=/><script type=module src=/a.js></script><a href=\"/guide\">x</a><a href=\"https://x.org/\">y</a><a href=\"#z\">z</a>";
        files.insert("index.html".to_owned(), page.into());
        files.insert(
            "a.json".to_owned(),
            br#"{"html":"<a href=\"/list\">"}"#.to_vec(),
        );
        files.insert("a.js".to_owned(), b"\"/x\"".to_vec());
        Base::read(Some("/pick/"))
            .unwrap()
            .apply(&mut files)
            .unwrap();
        let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
        assert_eq!(
            text("index.html"),
            "<base href=\"/pick/\"><script type=module src=\"/pick/a.js\"></script><a href=\"/pick/guide\">x</a><a href=\"https://x.org/\">y</a><a href=\"#z\">z</a>"
        );
        assert_eq!(text("a.json"), r#"{"html":"<a href=\"/pick/list\">"}"#);
        assert_eq!(text("a.js"), "\"/x\"");
    }

    #[test]
    fn a_base_is_a_path() {
        assert!(Base::read(None).is_ok());
        for wrong in ["pick", "/pick", "pick/", "//", "/a b/", "/\"/"] {
            assert!(Base::read(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
