//! Text search over programs: by name, institution, city, state, specialty and ACGME id; and over
//! passages of the guide: by title, part and words.
//!
//! It finds; it does not filter by facts and does not know the ranking. Every typed word must
//! begin a word of the program. Only if that finds nothing, words of four letters and more may
//! carry one typing error.

mod build;
mod fold;
mod near;

use crate::engine::ordering;

use super::catalog::ProgramIndex;
use near::Closeness;

/// Where a word stands, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Field {
    Name,
    Institution,
    City,
    State,
    Specialty,
    Id,
    /// The words of a passage: even the beginning of a title says more.
    Text = 20,
}

/// A distinct word and its places: a stretch of [`SearchIndex::places`].
#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: Box<str>,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    program: u32,
    field: Field,
}

/// Every word of every program of one catalog.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchIndex {
    /// Sorted by text.
    words: Vec<Word>,
    places: Vec<Place>,
    programs: usize,
}

/// Whether programs were found by what was typed or by something close to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// Every word begins a word of the program.
    #[default]
    AsTyped,
    /// Nothing matched as typed: at least one word is one typing error away.
    Near,
}

/// A program that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The program.
    pub program: ProgramIndex,
    /// How well it fits, 0 best: closeness of the words first, then where they stand.
    pub rank: u16,
}

/// What a search found, best first; equal ranks by ACGME id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// The programs.
    pub hits: Vec<Hit>,
    /// How they were found.
    pub spelling: Spelling,
}

/// Fewest characters by which an ACGME id is found.
const FEWEST_DIGITS: usize = 4;
/// More words than this add nothing but work.
const MOST_WORDS: usize = 12;

/// Left out of what is typed, because people put them where names do not.
const SMALL_WORDS: [&str; 5] = ["of", "the", "and", "at", "for"];

/// No match yet, in the table of ranks by program.
const NONE: u8 = u8::MAX;

impl SearchIndex {
    /// Programs that carry every typed word, among those that `within` admits.
    ///
    /// An empty query, or one without a letter or digit, finds nothing: ask
    /// [`SearchIndex::says_something`] first.
    #[must_use]
    pub fn search(&self, query: &str, within: impl Fn(ProgramIndex) -> bool) -> Matches {
        let typed = self.parted(query_words(query));
        for spelling in [Spelling::AsTyped, Spelling::Near] {
            let hits = self.hits(&typed, spelling, &within);
            if !hits.is_empty() {
                return Matches { hits, spelling };
            }
        }
        Matches::default()
    }

    /// Places and ranks of the passages that carry every typed word, best first; see
    /// [`SearchIndex::of_passages`].
    #[must_use]
    pub fn passages(&self, query: &str) -> Vec<(usize, u16)> {
        let found = self.search(query, |_| true);
        let places = found.hits.iter();
        places
            .filter_map(|hit| Some((usize::try_from(hit.program.0).ok()?, hit.rank)))
            .collect()
    }

    /// The typed words, those in two that nobody writes as one: `step2` is `step` and `2`.
    fn parted(&self, typed: Vec<String>) -> Vec<String> {
        let mut words = Vec::with_capacity(typed.len());
        for word in typed {
            let digits = word.find(|c: char| c.is_ascii_digit());
            match digits.and_then(|at| word.split_at_checked(at)) {
                Some((letters, number)) if !letters.is_empty() && !self.begins_a_word(&word) => {
                    words.extend([letters.to_owned(), number.to_owned()]);
                }
                _ => words.push(word),
            }
        }
        words
    }

    fn begins_a_word(&self, typed: &str) -> bool {
        let at = self.words.partition_point(|word| *word.text < *typed);
        let word = self.words.get(at);
        word.is_some_and(|word| word.text.starts_with(typed))
    }

    /// Whether a query has a word to search for.
    #[must_use]
    pub fn says_something(query: &str) -> bool {
        !query_words(query).is_empty()
    }

    fn hits(
        &self,
        typed: &[String],
        spelling: Spelling,
        within: &impl Fn(ProgramIndex) -> bool,
    ) -> Vec<Hit> {
        let Some((first, others)) = typed.split_first() else {
            return Vec::new();
        };
        let mut totals: Vec<Option<u16>> = self
            .best_ranks(first, spelling)
            .into_iter()
            .map(|rank| (rank != NONE).then_some(u16::from(rank)))
            .collect();
        for word in others {
            for (total, rank) in totals.iter_mut().zip(self.best_ranks(word, spelling)) {
                *total = total.filter(|_| rank != NONE).map(|t| t + u16::from(rank));
            }
        }
        let mut hits: Vec<Hit> = (0_u32..)
            .zip(totals)
            .filter_map(|(at, total)| {
                let program = ProgramIndex(at);
                total.map(|rank| Hit { program, rank })
            })
            .filter(|hit| within(hit.program))
            .collect();
        ordering::sort_by_key(&mut hits, |hit| (hit.rank, hit.program));
        hits
    }

    /// The best rank of one typed word in every program.
    fn best_ranks(&self, typed: &str, spelling: Spelling) -> Vec<u8> {
        let mut best = vec![NONE; self.programs];
        let is_telling = typed.len() >= FEWEST_DIGITS;
        let start = self.words.partition_point(|word| *word.text < *typed);
        for word in self.words.iter().skip(start) {
            if !word.text.starts_with(typed) {
                break;
            }
            let closeness = if word.text.len() == typed.len() {
                Closeness::Exact
            } else {
                Closeness::Prefix
            };
            self.mark(word, closeness, is_telling, &mut best);
        }
        if spelling == Spelling::Near && may_be_misspelt(typed) {
            for word in &self.words {
                if let Some(closeness) = near::one_error(typed, &word.text)
                    && closeness >= Closeness::Near
                {
                    self.mark(word, closeness, is_telling, &mut best);
                }
            }
        }
        best
    }

    fn mark(&self, word: &Word, closeness: Closeness, is_telling: bool, best: &mut [u8]) {
        let places = self.places.get(word.start..word.end).unwrap_or_default();
        // The first digits of an id are its specialty's, and say nothing of a program.
        let says = |place: &&Place| is_telling || place.field != Field::Id;
        for place in places.iter().filter(says) {
            let rank = closeness as u8 * 8 + place.field as u8;
            let cell = usize::try_from(place.program)
                .ok()
                .and_then(|at| best.get_mut(at));
            if let Some(cell) = cell {
                *cell = (*cell).min(rank);
            }
        }
    }
}

fn query_words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold::words(query) {
        if words.len() > MOST_WORDS + SMALL_WORDS.len() {
            break;
        }
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let telling = |word: &String| !SMALL_WORDS.contains(&word.as_str());
    if words.iter().any(telling) {
        words.retain(telling);
    }
    words.truncate(MOST_WORDS);
    words
}

/// Numbers are taken as typed: one digit off is another program.
fn may_be_misspelt(typed: &str) -> bool {
    typed.chars().count() >= near::FEWEST_LETTERS && !typed.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests;
