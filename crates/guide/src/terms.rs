//! The glossary's terms, and where a text first names one.

use super::error::GuideError;
use super::fact::toml_file;
use serde::Deserialize;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenTerm {
    pub(super) id: String,
    pub(super) term: String,
    pub(super) md: String,
    #[serde(default)]
    pub(super) also: Vec<String>,
    #[serde(default)]
    pub(super) article: String,
}

/// The terms as they are written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Terms {
    #[serde(rename = "term")]
    pub(super) all: Vec<WrittenTerm>,
}

impl Terms {
    /// Reads the glossary in a folder.
    ///
    /// # Errors
    /// The mistake, with its line.
    pub(super) fn read(folder: &std::path::Path) -> Result<Terms, GuideError> {
        let terms: Terms = toml_file(folder, "tools/glossary.toml")?;
        for (at, term) in terms.all.iter().enumerate() {
            if terms.all.iter().take(at).any(|other| other.id == term.id) {
                let problem = format!("a second term {}", term.id);
                return Err(GuideError::new("tools/glossary.toml", 1, problem));
            }
        }
        Ok(terms)
    }

    /// The first place in a text that names a term not yet explained: what stands before it, the
    /// word, the term's name, what stands behind. The article of a term does not link to it.
    pub(super) fn first_in<'t>(
        &self,
        text: &'t str,
        explained: &[String],
        slug: Option<&str>,
    ) -> Option<(&'t str, &'t str, &str, &'t str)> {
        let wanted = self.all.iter().filter(|term| {
            !explained.contains(&term.id) && slug.is_none_or(|slug| slug != term.article)
        });
        let (at, length, id) = wanted
            .filter_map(|term| {
                let (at, length) = term.first_in(text)?;
                Some((at, length, term.id.as_str()))
            })
            // The first, and of two at one place the longer: "Step 2 CK" before "Step 2".
            .min_by_key(|(at, length, _)| (*at, usize::MAX - length))?;
        let (before, rest) = text.split_at_checked(at)?;
        let (word, after) = rest.split_at_checked(length)?;
        Some((before, word, id, after))
    }
}

impl WrittenTerm {
    fn first_in(&self, text: &str) -> Option<(usize, usize)> {
        let names = std::iter::once(&self.term).chain(&self.also);
        names
            .filter_map(|name| Some((whole_word(text, name)?, name.len())))
            .min_by_key(|(at, length)| (*at, usize::MAX - length))
    }
}

/// Where a text has a name as a word of its own. Names in small letters also stand at the
/// beginning of a sentence.
fn whole_word(text: &str, name: &str) -> Option<usize> {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let holds = |at: &usize| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let after = text
            .get(at + name.len()..)
            .and_then(|after| after.chars().next());
        !is_part(before) && !is_part(after)
    };
    let lowered = lower_first(name);
    let mut places = text.match_indices(name).map(|(at, _)| at);
    let mut others = text.match_indices(&lowered).map(|(at, _)| at);
    places.find(holds).or_else(|| others.find(holds))
}

/// A term that begins with a capital only because it stands in a list.
fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            let mut lowered: String = first.to_lowercase().collect();
            lowered.push_str(name.get(first.len_utf8()..).unwrap_or_default());
            lowered
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> Terms {
        let text = "[[term]]\nid=\"j-1\"\nterm=\"J-1\"\nmd=\"x\"\narticle=\"visas\"\n\
            [[term]]\nid=\"sub\"\nterm=\"Sub-internship\"\nmd=\"x\"\nalso=[\"acting internship\"]\n";
        toml::from_str(text).unwrap()
    }

    #[test]
    fn the_first_word_of_a_term_is_found_once() {
        let terms = terms();
        let text = "A sub-internship, then a J-1.";
        let (before, word, id, after) = terms.first_in(text, &[], Some("here")).unwrap();
        assert_eq!((before, word, id), ("A ", "sub-internship", "sub"));
        let explained = ["sub".to_owned()];
        let (_, word, ..) = terms.first_in(after, &explained, Some("here")).unwrap();
        assert_eq!(word, "J-1");
        assert!(terms.first_in(after, &explained, Some("visas")).is_none());
        assert!(terms.first_in("SubJ-12", &[], None).is_none());
    }
}
