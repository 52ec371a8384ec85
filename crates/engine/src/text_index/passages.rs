//! The search over passages of the guide, which forgives a typing error in every word and takes a question
//! as its asker means it.

use super::{Closeness, FEWEST_DIGITS, Hit, SearchIndex, near, query_words, without};
use crate::ordering;

impl SearchIndex {
    /// Indices and ranks of the passages that carry every typed word, best first; see
    /// [`SearchIndex::of_passages`]. Only if there is none, words of four letters and more may
    /// carry one typing error. Words by which one asks ("how much does it") are not looked for
    /// where others stand beside them; and only if still nothing is found, passages that lack one
    /// of three or more words are.
    #[must_use]
    pub fn passages(&self, query: &str) -> Vec<(usize, u16)> {
        let typed = self.parted(without(&ASKING, query_words(query)));
        let mut hits = self.hits(&typed, &|word| self.begun_by(word));
        if hits.is_empty() {
            hits = self.hits(&typed, &|word| self.near(word));
        }
        if hits.is_empty() && typed.len() >= FEWEST_TO_LACK_ONE {
            hits = self.lacking_one(&typed);
        }
        let found = |hit: Hit| Some((usize::try_from(hit.program.0).ok()?, hit.rank));
        hits.into_iter().filter_map(found).collect()
    }

    /// The passages that carry all typed words but one, the best first.
    fn lacking_one(&self, typed: &[String]) -> Vec<Hit> {
        let without = |left_out: usize| {
            let others = typed.iter().enumerate().filter(|(at, _)| *at != left_out);
            let others: Vec<String> = others.map(|(_, word)| word.clone()).collect();
            self.hits(&others, &|word| self.near(word))
        };
        let mut all: Vec<Hit> = (0..typed.len()).flat_map(without).collect();
        ordering::sort_by_key(&mut all, |hit| (hit.program, hit.rank));
        all.dedup_by_key(|hit| hit.program);
        ordering::sort_by_key(&mut all, |hit| (hit.rank, hit.program));
        all
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

/// Typed words of which one may be missing, at least.
const FEWEST_TO_LACK_ONE: usize = 3;

/// Words by which one asks, and which say nothing of what is asked.
const ASKING: [&str; 52] = [
    "a", "about", "am", "an", "any", "are", "as", "be", "best", "by", "can", "could", "did", "do",
    "does", "from", "get", "good", "has", "have", "how", "i", "if", "in", "is", "it", "many", "me",
    "much", "must", "my", "need", "on", "or", "our", "possible", "should", "so", "that", "there",
    "to", "up", "was", "we", "what", "when", "where", "which", "who", "why", "will", "you",
];

/// Numbers are taken as typed: one digit off is another number.
fn may_be_misspelt(typed: &str) -> bool {
    typed.chars().count() >= near::FEWEST_LETTERS && !typed.contains(|c: char| c.is_ascii_digit())
}
