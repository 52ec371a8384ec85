//! An inverted index of words: over programs, by name, institution, city, state, specialty and ACGME
//! id; and over passages of the guide, by title, part and words. Every typed word must begin a word
//! of what is found.

mod build;
mod fold;
mod near;
mod passages;

use crate::ordering;

use super::catalog::ProgramIndex;
pub(crate) use build::Building;
pub(crate) use fold::words as folded;
use near::Closeness;
pub(crate) use near::begins_nearly;

/// Where a word stands, most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Field {
    /// The name of the program.
    Name,
    /// Its institution, as ours or NRMP's records spell it.
    Institution,
    /// Its city.
    City,
    /// Its state, by name or code.
    State,
    /// Its specialty, by name or alias.
    Specialty,
    /// Its ACGME id.
    Id,
    /// The words of a passage: even the beginning of a title says more.
    Text = 20,
}

/// A distinct word and its postings: a stretch of [`SearchIndex::postings`].
#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: Box<str>,
    start: usize,
    end: usize,
}

/// A program that carries a word, and where it first stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    /// The index of the program in the catalog.
    pub(crate) program: u32,
    /// The most telling field with the word.
    pub(crate) field: Field,
}

/// Every word of every program of one catalog.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchIndex {
    /// Sorted by text.
    words: Vec<Word>,
    postings: Vec<Posting>,
    programs: usize,
}

/// Whether programs were found by what was typed or by something close to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Spelling {
    /// Every word begins a word of the program.
    #[default]
    AsTyped,
    /// Nothing matched as typed: these are the closest names.
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

/// What a search for programs found, best first. Equal ranks stand by ACGME id where words are as
/// typed, and by how closely they agree where they are near.
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
/// Likewise of what is typed to find a program: it is one, and the word tells it from no other.
const KINDS: [&str; 5] = [
    "program",
    "programs",
    "residency",
    "residencies",
    "training",
];

/// No match yet, in the table of ranks by program.
const NONE: u8 = u8::MAX;

impl SearchIndex {
    /// Programs that carry every typed word as it is typed, best first, among those that `within`
    /// admits.
    ///
    /// An empty query, or one without a letter or digit, finds nothing: ask
    /// [`SearchIndex::says_something`] first.
    #[must_use]
    pub fn as_typed(&self, query: &str, within: impl Fn(ProgramIndex) -> bool) -> Vec<Hit> {
        let typed = without(&KINDS, query_words(query));
        let mut hits = self.hits(&self.parted(typed), &|word| self.begun_by(word));
        hits.retain(|hit| within(hit.program));
        hits
    }

    /// Every word of the programs with its postings, by the alphabet.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, &[Posting])> {
        let words = self.words.iter();
        words.map(|word| (&*word.text, self.postings_of(word)))
    }

    /// The postings of the word at an index in the alphabet; none beyond the last word.
    pub(crate) fn postings(&self, at: usize) -> &[Posting] {
        let word = self.words.get(at);
        word.map_or(&[], |word| self.postings_of(word))
    }

    /// Where words that begin with a text begin in the alphabet, and whether the first is that text.
    pub(crate) fn find(&self, text: &str) -> (usize, bool) {
        let at = self.words.partition_point(|word| *word.text < *text);
        let first = self.words.get(at);
        (at, first.is_some_and(|word| *word.text == *text))
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
        let word = self.words.get(self.find(typed).0);
        word.is_some_and(|word| word.text.starts_with(typed))
    }

    /// Whether a query has a word to search for.
    #[must_use]
    pub fn says_something(query: &str) -> bool {
        !query_words(query).is_empty()
    }

    /// What has every typed word, by the best rank of a word in each program.
    fn hits(&self, typed: &[String], ranks: &dyn Fn(&str) -> Vec<u8>) -> Vec<Hit> {
        let Some((first, others)) = typed.split_first() else {
            return Vec::new();
        };
        let mut totals: Vec<Option<u16>> = ranks(first)
            .into_iter()
            .map(|rank| (rank != NONE).then_some(u16::from(rank)))
            .collect();
        for word in others {
            for (total, rank) in totals.iter_mut().zip(ranks(word)) {
                *total = total.filter(|_| rank != NONE).map(|t| t + u16::from(rank));
            }
        }
        let mut hits: Vec<Hit> = (0_u32..)
            .zip(totals)
            .filter_map(|(at, total)| {
                let program = ProgramIndex(at);
                total.map(|rank| Hit { program, rank })
            })
            .collect();
        ordering::sort_by_key(&mut hits, |hit| (hit.rank, hit.program));
        hits
    }

    /// The best rank, in every program, of a word that begins as typed.
    fn begun_by(&self, typed: &str) -> Vec<u8> {
        let mut best = vec![NONE; self.programs];
        let is_telling = typed.len() >= FEWEST_DIGITS;
        let (start, _) = self.find(typed);
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
        best
    }

    fn mark(&self, word: &Word, closeness: Closeness, is_telling: bool, best: &mut [u8]) {
        // The first digits of an id are its specialty's, and say nothing of a program.
        let says = |posting: &&Posting| is_telling || posting.field != Field::Id;
        for posting in self.postings_of(word).iter().filter(says) {
            let rank = closeness as u8 * 8 + posting.field as u8;
            let cell = usize::try_from(posting.program)
                .ok()
                .and_then(|at| best.get_mut(at));
            if let Some(cell) = cell {
                *cell = (*cell).min(rank);
            }
        }
    }

    fn postings_of(&self, word: &Word) -> &[Posting] {
        self.postings.get(word.start..word.end).unwrap_or_default()
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
    let mut words = without(&SMALL_WORDS, words);
    words.truncate(MOST_WORDS);
    words
}

/// The words but those that tell nothing; all of them where there is no other.
fn without(telling_nothing: &[&str], mut words: Vec<String>) -> Vec<String> {
    let tells = |word: &String| !telling_nothing.contains(&word.as_str());
    if words.iter().any(tells) {
        words.retain(tells);
    }
    words
}
