//! The search over passages of the guide, which forgives a typing error in every word.

use super::{Closeness, FEWEST_DIGITS, Hit, SearchIndex, near, query_words};

impl SearchIndex {
    /// Indices and ranks of the passages that carry every typed word, best first; see
    /// [`SearchIndex::of_passages`]. Only if there is none, words of four letters and more may
    /// carry one typing error.
    #[must_use]
    pub fn passages(&self, query: &str) -> Vec<(usize, u16)> {
        let typed = self.parted(query_words(query));
        let mut hits = self.hits(&typed, &|word| self.begun_by(word));
        if hits.is_empty() {
            hits = self.hits(&typed, &|word| self.near(word));
        }
        let found = |hit: Hit| Some((usize::try_from(hit.program.0).ok()?, hit.rank));
        hits.into_iter().filter_map(found).collect()
    }

    /// The best rank of a typed word, or of one that is one typing error away, in every passage.
    fn near(&self, typed: &str) -> Vec<u8> {
        let mut best = self.begun_by(typed);
        if may_be_misspelt(typed) {
            for word in &self.words {
                if let Some(closeness) = near::one_error(typed, &word.text)
                    && closeness >= Closeness::Near
                {
                    self.mark(word, closeness, typed.len() >= FEWEST_DIGITS, &mut best);
                }
            }
        }
        best
    }
}

/// Numbers are taken as typed: one digit off is another number.
fn may_be_misspelt(typed: &str) -> bool {
    typed.chars().count() >= near::FEWEST_LETTERS && !typed.contains(|c: char| c.is_ascii_digit())
}
