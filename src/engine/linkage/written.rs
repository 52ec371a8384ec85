//! A name as somebody wrote it: words in parts, and the specialties and places that it names.

use super::specialties::Specialties;
use super::vocabulary::{Vocabulary, is_filler, is_numeral};
use crate::engine::place::UsState;
use crate::engine::program::SpecialtyCode;
use crate::engine::search::folded;

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
}

impl Part {
    /// The state that the part is the name or the code of.
    pub(super) fn state(&self) -> Option<UsState> {
        let text = self.words.join(" ");
        let states = UsState::ALL.iter().copied();
        states
            .into_iter()
            .find(|state| text.eq_ignore_ascii_case(state.code()) || folded(state.label()) == self.words)
    }
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
        specialties: &Specialties,
    ) -> Written {
        let mut written = Written::default();
        for (at, cell) in cells.into_iter().enumerate() {
            let words = folded(cell);
            if let Some(code) = specialties.alone(&words) {
                written.specialties.push(code);
                continue;
            }
            for text in cell.split(is_border) {
                let words = folded(text);
                match specialties.alone(&words) {
                    Some(code) if !written.specialties.contains(&code) => {
                        written.specialties.push(code);
                    }
                    Some(_) => {}
                    None => written.take(at, words, vocabulary, specialties),
                }
            }
        }
        written
    }

    fn take(
        &mut self,
        cell: usize,
        words: Vec<String>,
        vocabulary: &Vocabulary<'_>,
        specialties: &Specialties,
    ) {
        if words.is_empty() {
            return;
        }
        if self.parts.len() < MOST_PARTS {
            self.parts.push(Part {
                cell,
                words: Vec::new(),
            });
        }
        let bit = 1 << self.parts.len().saturating_sub(1);
        let (hinted, stretches) = specialties.among(&words);
        self.hinted.extend(hinted);
        let words: Vec<(String, bool)> = words
            .into_iter()
            .zip(stretches)
            .flat_map(|(word, is_specialty)| {
                parted(word, vocabulary).map(move |word| (word, is_specialty))
            })
            .collect();
        if let Some(part) = self.parts.last_mut() {
            part.words.extend(words.iter().map(|word| word.0.clone()));
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

    /// Whether some word may name a place or a program.
    pub(super) fn says_something(&self) -> bool {
        let mut words = self.words.iter();
        words.any(|word| !word.is_specialty && !is_filler(&word.text) && !is_numeral(&word.text))
    }
}

/// What stands between two names: brackets, slashes, dashes between blanks are words apart anyway.
fn is_border(letter: char) -> bool {
    matches!(letter, '(' | ')' | '[' | ']' | '{' | '}' | '/' | '|' | '–' | '—' | ',')
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
