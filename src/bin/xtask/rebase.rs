//! Moves a site below the root of its host: every address that begins at the root begins at its base.

use crate::Result;
use crate::dist::Files;

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
            let text = || String::from_utf8(bytes.clone());
            let marks: &[&str] = match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
                "html" => &["href=\"/", "src=\"/", "content=\"/"],
                "css" => &["url(/", "url(\"/"],
                "json" => &["href=\\\"/"],
                _ => continue,
            };
            let mut moved = text()?;
            for mark in marks {
                let whole = mark.trim_end_matches('/');
                moved = moved.replace(mark, &format!("{whole}{}", self.0));
            }
            *bytes = moved.into_bytes();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Base, Files};

    #[test]
    fn addresses_move_and_those_of_others_stay() {
        let mut files = Files::new();
        let page = "<base href=\"/\"><a href=\"/guide\">x</a><a href=\"https://x.org/\">y</a><a href=\"#z\">z</a>";
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
            "<base href=\"/pick/\"><a href=\"/pick/guide\">x</a><a href=\"https://x.org/\">y</a><a href=\"#z\">z</a>"
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
