//! A name as somebody wrote it: words in parts, and the specialties and locations that it names.

use super::linker::Linker;
use super::vocabulary::{Vocabulary, is_filler, is_numeral};
use crate::geography::UsState;
use crate::program::SpecialtyCode;
use crate::text_index::folded;

/// More words than this in one row are a letter, not a name.
const MOST_WORDS: usize = 40;
/// Parts beyond this count as one: a part is a bit.
const MOST_PARTS: usize = 32;

/// A word, and in which parts it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    /// Folded.
    pub(super) text: String,
    /// A bit for each part.
    pub(super) parts: u32,
    /// Whether it belongs to the name of a specialty, so that a program need not have it.
    pub(super) is_specialty: bool,
}

/// A stretch of the text that may name the program by itself: a cell, a bracket, one side of a
/// slash.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Part {
    /// The cell that it is in.
    pub(super) cell: usize,
    /// Its words.
    pub(super) words: Vec<String>,
    /// What it is the name of, if not of a program.
    pub(super) location: Option<Location>,
}

/// A location that a part is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Location {
    /// A state, by name or code.
    State(UsState),
    /// A city with a program, alone or before its state.
    City,
}

/// The state that a folded text is the name or the code of.
pub(super) fn state(text: &str) -> Option<UsState> {
    let mut states = UsState::ALL.iter().copied();
    states.find(|state| {
        text.eq_ignore_ascii_case(state.code()) || text.eq_ignore_ascii_case(state.label())
    })
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Written {
    /// Each word once.
    pub(super) words: Vec<Word>,
    /// The parts, in order.
    pub(super) parts: Vec<Part>,
    /// Specialties that stand alone in a cell, a bracket or a side of a slash.
    pub(super) specialties: Vec<SpecialtyCode>,
    /// Specialties that are named among other words.
    pub(super) hinted: Vec<SpecialtyCode>,
}

impl Written {
    /// Reads the cells of a row.
    pub(super) fn read<'t>(
        cells: impl IntoIterator<Item = &'t str>,
        vocabulary: &Vocabulary<'_>,
        linker: &Linker,
    ) -> Written {
        let mut written = Written::default();
        for (at, cell) in cells.into_iter().enumerate() {
            let cell = cell.replace(" - ", " | ");
            // The whole cell first: "Internal Medicine/Pediatrics" is one specialty, not two.
            let mut named = linker.specialties().among(&folded(&cell)).into_iter();
            for text in cell.split(is_border) {
                let words = folded(text);
                let named = named.by_ref().take(words.len()).collect();
                written.take(at, words, named, vocabulary, linker);
            }
        }
        written
    }

    /// Takes the words of a part, each with the specialty that it helps to name.
    fn take(
        &mut self,
        cell: usize,
        words: Vec<String>,
        named: Vec<Option<SpecialtyCode>>,
        vocabulary: &Vocabulary<'_>,
        linker: &Linker,
    ) {
        let mut both = words.iter().zip(&named);
        let is_specialty = both.all(|(word, named)| named.is_some() || is_filler(word));
        let mut codes: Vec<SpecialtyCode> = named.iter().copied().flatten().collect();
        codes.dedup();
        let alone = linker.specialties().alone(&words);
        if is_specialty && !codes.is_empty() {
            return self.specialties.extend(codes);
        }
        if words.is_empty() || alone.is_some() {
            return self.specialties.extend(alone);
        }
        self.hinted.extend(codes);
        let text = words.join(" ");
        let words = words.into_iter().zip(named).flat_map(|(word, named)| {
            parted(word, vocabulary).map(move |word| (word, named.is_some()))
        });
        self.add(cell, words.collect(), location(&text, linker));
    }

    fn add(&mut self, cell: usize, words: Vec<(String, bool)>, location: Option<Location>) {
        let bit = 1 << self.parts.len().min(MOST_PARTS - 1);
        if self.parts.len() < MOST_PARTS {
            self.parts.push(Part {
                cell,
                words: words.iter().map(|word| word.0.clone()).collect(),
                location,
            });
        }
        for (text, is_specialty) in words {
            if let Some(known) = self.words.iter_mut().find(|word| word.text == text) {
                known.parts |= bit;
                known.is_specialty &= is_specialty;
            } else if self.words.len() < MOST_WORDS {
                let parts = bit;
                self.words.push(Word {
                    text,
                    parts,
                    is_specialty,
                });
            }
        }
    }

    /// Whether some word may name a location or a program.
    pub(super) fn says_something(&self) -> bool {
        let mut words = self.words.iter();
        words.any(|word| !word.is_specialty && !is_filler(&word.text) && !is_numeral(&word.text))
    }
}

/// What stands between two names.
fn is_border(letter: char) -> bool {
    matches!(
        letter,
        '(' | ')' | '[' | ']' | '{' | '}' | '/' | '|' | '–' | '—' | ',' | ':'
    )
}

/// The location that a folded text is the name of.
fn location(text: &str, linker: &Linker) -> Option<Location> {
    let state = state(text).map(Location::State);
    let before = text
        .rsplit_once(' ')
        .filter(|(_, last)| self::state(last).is_some());
    let is_city = linker.is_city(text) || before.is_some_and(|(city, _)| linker.is_city(city));
    state.or_else(|| is_city.then_some(Location::City))
}

/// A word that nobody has but as two: `newyork` is `new` and `york`.
fn parted(word: String, vocabulary: &Vocabulary<'_>) -> impl Iterator<Item = String> + use<> {
    const SHORTEST: usize = 3;
    let cut = (SHORTEST..word.len().saturating_sub(SHORTEST - 1)).find_map(|at| {
        let (a, b) = word.split_at_checked(at)?;
        let both = !vocabulary.has(&word) && vocabulary.has(a) && vocabulary.has(b);
        both.then(|| (a.to_owned(), b.to_owned()))
    });
    match cut {
        Some((a, b)) => vec![a, b].into_iter(),
        None => vec![word].into_iter(),
    }
}
