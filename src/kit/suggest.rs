//! Which of many lines a typed text means.

use engine::ordering;
use yew::AttrValue;

/// A line to suggest.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What it says, and what the box says once it is chosen.
    pub label: AttrValue,
    /// Other names for it, separated by semicolons.
    pub also: AttrValue,
    /// A second line.
    pub detail: Option<AttrValue>,
}

impl Suggestion {
    /// Whether the text is its label or one of its other names, whatever the case.
    #[must_use]
    pub fn is_named(&self, text: &str) -> bool {
        let text = text.trim().to_ascii_lowercase();
        !text.is_empty()
            && (self.label.to_ascii_lowercase() == text
                || names(&self.also.to_ascii_lowercase()).any(|name| name == text))
    }

    /// How well it fits a text in lower case, less is better; `None` if it does not. A whole
    /// other name comes first, then labels that begin so, then labels of the fewest words.
    fn fit(&self, typed: &str) -> Option<usize> {
        let label = self.label.to_ascii_lowercase();
        let also = self.also.to_ascii_lowercase();
        let all = words(typed).all(|want| {
            words(&label)
                .chain(words(&also))
                .any(|word| word.starts_with(want))
        });
        if names(&also).any(|name| name == typed) || label == typed {
            Some(0)
        } else if label.starts_with(typed) {
            Some(1)
        } else {
            all.then(|| 1 + words(&label).count())
        }
    }
}

fn names(also: &str) -> impl Iterator<Item = &str> {
    also.split(';').map(str::trim)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Places of the best suggestions for a text, best first and at most `most`; the first lines
/// if nothing was typed.
#[must_use]
pub fn best(suggestions: &[Suggestion], typed: &str, most: usize) -> Vec<usize> {
    let typed = typed.trim().to_ascii_lowercase();
    let mut fits: Vec<(usize, usize)> = suggestions
        .iter()
        .enumerate()
        .filter_map(|(at, suggestion)| Some((suggestion.fit(&typed)?, at)))
        .collect();
    ordering::sort_by(&mut fits, Ord::cmp);
    fits.into_iter().take(most).map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<Suggestion> {
        [
            ("Family Medicine", "FM"),
            ("Internal Medicine", "IM"),
            ("Internal Medicine/Pediatrics", "Med Peds; IM-Peds"),
            ("Diagnostic Radiology", "DR"),
        ]
        .map(|(label, also)| Suggestion {
            label: label.into(),
            also: also.into(),
            detail: None,
        })
        .into()
    }

    #[test]
    fn a_short_name_comes_first_and_words_match_by_their_beginning() {
        assert_eq!(best(&lines(), "im", 9), [1, 2]);
        assert_eq!(best(&lines(), "med", 9), [0, 1, 2]);
        assert_eq!(best(&lines(), "ped int", 9), [2]);
        assert_eq!(best(&lines(), "med peds", 9), [2]);
        assert_eq!(best(&lines(), "", 2), [0, 1]);
        assert!(best(&lines(), "surgery", 9).is_empty());
    }

    #[test]
    fn a_line_is_named_only_by_its_whole_name() {
        let lines = lines();
        let named = |text| lines.iter().position(|line| line.is_named(text));
        assert_eq!(named(" internal medicine "), Some(1));
        assert_eq!(named("dr"), Some(3));
        assert_eq!(named("internal"), None);
        assert_eq!(named(""), None);
    }
}
