//! Text search over programs: by name, institution, city, state, specialty and ACGME id.
//!
//! It finds; it does not filter by facts and does not know the ranking. Every typed word must
//! begin a word of the program. Only if that finds nothing, words of four letters and more may
//! carry one typing error.

mod fold;
mod near;

use std::collections::HashMap;

use crate::engine::ordering;

use super::catalog::{Catalog, ProgramIndex, Specialty};
use super::program::Program;
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

/// More words than this add nothing but work.
const MOST_WORDS: usize = 12;

/// Left out of what is typed, because people put them where names do not.
const SMALL_WORDS: [&str; 5] = ["of", "the", "and", "at", "for"];

/// Two spellings of one word; a program with either is found by both.
const TWINS: [(&str, &str); 3] = [("st", "saint"), ("mt", "mount"), ("ft", "fort")];

/// No match yet, in the table of ranks by program.
const NONE: u8 = u8::MAX;

impl SearchIndex {
    /// Reads every program of the catalog once.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut by_word: HashMap<String, Vec<Place>> = HashMap::new();
        for (program, row) in (0_u32..).zip(catalog.programs()) {
            for (text, field) in texts(row, catalog.specialty(row.specialty())) {
                for word in fold::words(&text) {
                    if let Some(twin) = twin(&word) {
                        note(&mut by_word, twin.to_owned(), Place { program, field });
                    }
                    note(&mut by_word, word, Place { program, field });
                }
            }
        }
        let mut sorted: Vec<(String, Vec<Place>)> = by_word.into_iter().collect();
        ordering::sort_by(&mut sorted, |a, b| a.0.cmp(&b.0));
        let mut index = SearchIndex {
            words: Vec::with_capacity(sorted.len()),
            places: Vec::new(),
            programs: catalog.programs().len(),
        };
        for (text, places) in sorted {
            let start = index.places.len();
            index.places.extend(places);
            index.words.push(Word {
                text: text.into_boxed_str(),
                start,
                end: index.places.len(),
            });
        }
        index
    }

    /// Programs that carry every typed word, among those that `within` admits.
    ///
    /// An empty query, or one without a letter or digit, finds nothing: ask
    /// [`SearchIndex::says_something`] first.
    #[must_use]
    pub fn search(&self, query: &str, within: impl Fn(ProgramIndex) -> bool) -> Matches {
        let typed = query_words(query);
        for spelling in [Spelling::AsTyped, Spelling::Near] {
            let hits = self.hits(&typed, spelling, &within);
            if !hits.is_empty() {
                return Matches { hits, spelling };
            }
        }
        Matches::default()
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
            self.mark(word, closeness, &mut best);
        }
        if spelling == Spelling::Near && may_be_misspelt(typed) {
            for word in &self.words {
                if let Some(closeness) = near::one_error(typed, &word.text)
                    && closeness >= Closeness::Near
                {
                    self.mark(word, closeness, &mut best);
                }
            }
        }
        best
    }

    fn mark(&self, word: &Word, closeness: Closeness, best: &mut [u8]) {
        for place in self.places.get(word.start..word.end).unwrap_or_default() {
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

/// Enters a place of a word once: programs arrive in order, so only the last can be the same.
fn note(by_word: &mut HashMap<String, Vec<Place>>, word: String, place: Place) {
    let places = by_word.entry(word).or_default();
    match places.last_mut() {
        Some(last) if last.program == place.program => last.field = last.field.min(place.field),
        _ => places.push(place),
    }
}

fn texts(program: &Program, specialty: Option<&Specialty>) -> Vec<(String, Field)> {
    let mut all = vec![
        (program.name.to_string(), Field::Name),
        (program.city.to_string(), Field::City),
        (program.state.label().to_owned(), Field::State),
        (program.state.code().to_owned(), Field::State),
        (program.id.to_string(), Field::Id),
    ];
    let institutions = [&program.institution, &program.nrmp_institution];
    for institution in institutions.into_iter().flatten() {
        all.push((institution.to_string(), Field::Institution));
    }
    if let Some(specialty) = specialty {
        all.push((specialty.name.to_string(), Field::Specialty));
        for alias in &specialty.aliases {
            all.push((alias.to_string(), Field::Specialty));
        }
    }
    all
}

fn twin(word: &str) -> Option<&'static str> {
    TWINS.iter().find_map(|(a, b)| match word {
        w if w == *a => Some(*b),
        w if w == *b => Some(*a),
        _ => None,
    })
}

fn query_words(query: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in fold::words(query) {
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
