//! The names of boxes.

use std::fmt;
use std::rc::Rc;

/// The name of a box that a tool ticks or types into: `documents/passport`. Lower-case letters,
/// digits and hyphens in parts joined by `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Rc<str>);

/// Longest name.
const LONGEST: usize = 120;

impl Key {
    /// Reads a name; `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let is_part = |part: &str| !part.is_empty() && part.chars().all(is_plain);
        let fits = text.len() <= LONGEST && text.split('/').all(is_part);
        fits.then(|| Key(text.into()))
    }

    /// The name of parts; what no name can hold is left out of it.
    #[must_use]
    pub fn of(parts: &[&str]) -> Self {
        let plain = |part: &&str| {
            let kept = part
                .chars()
                .filter(|c| c.is_ascii_alphanumeric() || *c == '-');
            kept.collect::<String>().to_ascii_lowercase()
        };
        let parts: Vec<String> = parts
            .iter()
            .map(plain)
            .filter(|part| !part.is_empty())
            .collect();
        let name: String = parts.join("/").chars().take(LONGEST).collect();
        Key(name.into())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn a_name_is_plain_and_short() {
        assert_eq!(
            Key::parse("pack/1400500001/photo").unwrap().as_str(),
            "pack/1400500001/photo"
        );
        for text in [
            "",
            "/",
            "a/",
            "A",
            "a b",
            "a//b",
            "a/../b",
            &"a".repeat(121),
        ] {
            assert_eq!(Key::parse(text), None, "{text:?}");
        }
        assert_eq!(
            Key::of(&["practice", "why us", ""]).as_str(),
            "practice/whyus"
        );
    }
}
