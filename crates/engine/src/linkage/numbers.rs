//! ACGME ids and NRMP codes anywhere in a text.

use super::linker::Linker;
use crate::catalog::{Catalog, ProgramIndex};
use crate::program::{NrmpCode, ProgramId};

/// What the numbers of a text name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Numbers {
    /// The programs, each once, in the order of the text.
    pub(super) programs: Vec<ProgramIndex>,
    /// Whether a number that looks like an id or a code names no program of the catalog.
    pub(super) has_stranger: bool,
}

impl Numbers {
    /// Reads ids first, and codes where there is none: an id is of one program for ever.
    pub(super) fn read(text: &str, catalog: &Catalog, linker: &Linker) -> Numbers {
        let plain: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
        let mut numbers = Numbers::default();
        for run in plain.split(|letter: char| !letter.is_ascii_alphanumeric()) {
            if let Some(id) = id(run) {
                let found = catalog.find(id).map(|(program, _)| program);
                // A telephone number has ten digits too; its first three name no specialty.
                let is_id = catalog.specialty(id.specialty()).is_some();
                numbers.add(found, run.len() == ID_DIGITS && is_id);
            }
        }
        if numbers.programs.is_empty() {
            for run in plain.split(|letter: char| !letter.is_ascii_alphanumeric()) {
                if let Some(code) = NrmpCode::parse(&run.to_ascii_uppercase()) {
                    numbers.add(linker.of_code(code), true);
                }
            }
        }
        numbers
    }

    fn add(&mut self, found: Option<ProgramIndex>, is_surely_one: bool) {
        match found {
            Some(program) if !self.programs.contains(&program) => self.programs.push(program),
            Some(_) => {}
            None => self.has_stranger |= is_surely_one,
        }
    }
}

/// Digits of an id.
const ID_DIGITS: usize = 10;

/// An id of ten digits, or of nine: spreadsheets take the zero in front for nothing.
fn id(run: &str) -> Option<ProgramId> {
    if run.len() + 1 == ID_DIGITS {
        return ProgramId::parse(&format!("0{run}"));
    }
    ProgramId::parse(run)
}

/// Blanks without width, which come along when a table is copied from the web.
pub(super) fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}
