//! Record linkage: which program a written name, id or code means.
//!
//! Lists write the same program in many ways: official ones add "Program", spreadsheets lose the
//! zero of an id and put the hospital into brackets, people abbreviate and mistype. A row is read
//! so:
//!
//! 1. **Numbers.** An ACGME id, with or without its first zero, or an NRMP code, anywhere in the
//!    row, is beyond doubt (`numbers`).
//! 2. **Words.** The rest is words in parts: cells, brackets, sides of slashes (`written`). Each
//!    may be several words of the catalog: the same, a longer one that begins so, one a typing
//!    error away (`vocabulary`). A word tells the more the rarer it is; those that name nothing
//!    (program, residency, at, the) tell nothing, and shut nothing out.
//! 3. **Candidates.** A program scores what its matching words tell, less a share of what the words
//!    of its name tell that were not written (`scores`). It is sure only where the row and the
//!    name agree almost wholly and the second candidate is clearly behind (`verdict`).
//!
//! A list as a whole is read by [`list`]: headings and sections are no programs, and lines below
//! "Internal Medicine" are sought there.

mod candidate;
mod linker;
pub mod list;
mod near;
mod numbers;
mod rows;
mod scores;
mod specialties;
mod verdict;
mod vocabulary;
mod written;

pub use linker::{Linker, LinkerBuilding};

use self::candidate::Candidate;
use self::numbers::Numbers;
use self::scores::{Scores, scores};
use self::vocabulary::Vocabulary;
use self::written::Written;
use super::catalog::{Catalog, ProgramIndex};
use super::program::SpecialtyCode;
use super::text_index::{Hit, Matches, SearchIndex, Spelling};
use crate::ordering;

/// What a row is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// This program, beyond doubt.
    Surely(ProgramIndex),
    /// One of these, the likeliest first; never empty.
    Perhaps(Vec<ProgramIndex>),
    /// None that we know.
    Unknown,
}

/// Where names are sought.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Within<'a> {
    /// Programs of these specialties alone; empty is all. A row that names a specialty itself is
    /// believed instead.
    pub(super) only: &'a [SpecialtyCode],
    /// Of programs that fit alike those of these specialties come first.
    pub(super) rather: &'a [SpecialtyCode],
}

/// Reads what is written about the programs of one catalog. It remembers words, so that a list is
/// read by one.
#[derive(Debug)]
pub struct Linkage<'a> {
    catalog: &'a Catalog,
    index: &'a SearchIndex,
    linker: &'a Linker,
    vocabulary: Vocabulary<'a>,
}

/// Candidates that are looked at word by word: more than one name stands for in all specialties.
const MOST_CANDIDATES: usize = 60;

impl<'a> Linkage<'a> {
    pub(super) fn new(catalog: &'a Catalog, index: &'a SearchIndex, linker: &'a Linker) -> Self {
        Linkage {
            catalog,
            index,
            linker,
            vocabulary: Vocabulary::new(index, linker),
        }
    }

    /// Finds the program of a row; `text` is the row as it stands, `cells` what names are sought in.
    pub(super) fn link(&self, text: &str, cells: &[&str], within: Within<'_>) -> Taken {
        let numbers = Numbers::read(text, self.catalog, self.linker);
        match numbers.programs.as_slice() {
            [one] => return Taken::Surely(*one),
            [] => {}
            several => return Taken::Perhaps(several.to_vec()),
        }
        let cells = cells.iter().copied();
        let written = Written::read(cells, &self.vocabulary, self.linker);
        if !written.says_something() {
            return Taken::Unknown;
        }
        let asked = match written.specialties.as_slice() {
            [] => within.only,
            named => named,
        };
        let among = self.candidates(&written, asked, within.rather);
        match verdict::of(&among) {
            Taken::Unknown if !asked.is_empty() => {
                // Perhaps it is a program of another specialty: worth asking, never sure.
                let anywhere = self.candidates(&written, &[], within.rather);
                verdict::asked(&anywhere)
            }
            Taken::Surely(program) if numbers.has_stranger => Taken::Perhaps(vec![program]),
            taken => taken,
        }
    }

    /// Programs among those that `within` admits whose names come closest to a query, best first.
    pub(super) fn search(&self, query: &str, within: &dyn Fn(ProgramIndex) -> bool) -> Matches {
        let numbers = Numbers::read(query, self.catalog, self.linker).programs;
        if !numbers.is_empty() {
            let hits = numbers.into_iter().filter(|program| within(*program));
            let hits = hits.map(|program| Hit { program, rank: 0 });
            return Matches {
                hits: hits.collect(),
                spelling: Spelling::AsTyped,
            };
        }
        let written = Written::read([query], &self.vocabulary, self.linker);
        let hits = match written.says_something() {
            true => self.scores(&written).hits(&written, self, within),
            false => Vec::new(),
        };
        Matches {
            hits,
            spelling: Spelling::Near,
        }
    }

    /// Whether a text is a program's whole name.
    fn is_named(&self, program: ProgramIndex, text: &str) -> bool {
        let written = Written::read([text], &self.vocabulary, self.linker);
        Candidate::of(program, &written, self).is_some_and(|candidate| candidate.is_whole)
    }

    fn scores(&self, written: &Written) -> Scores {
        scores(written, self.index, self.linker, &self.vocabulary)
    }

    /// The best candidates of some specialties, or of all, looked at word by word, best first.
    fn candidates(
        &self,
        written: &Written,
        only: &[SpecialtyCode],
        rather: &[SpecialtyCode],
    ) -> Vec<Candidate> {
        let specialty = |program: ProgramIndex| self.catalog.get(program).map(|p| p.specialty());
        let is_one_of = |program: ProgramIndex, codes: &[SpecialtyCode]| {
            specialty(program).is_some_and(|code| codes.contains(&code))
        };
        let scores = self.scores(written);
        let best = scores.best(MOST_CANDIDATES, |program| {
            only.is_empty() || is_one_of(program, only)
        });
        let mut candidates: Vec<Candidate> = best
            .into_iter()
            .filter_map(|program| {
                let mut candidate = Candidate::of(program, written, self)?;
                if is_one_of(program, &written.hinted) {
                    candidate.score += candidate::HINTED;
                }
                if is_one_of(program, rather) {
                    candidate.score += candidate::RATHER;
                }
                Some(candidate)
            })
            .collect();
        ordering::sort_by(&mut candidates, |a, b| {
            b.score.total_cmp(&a.score).then(a.program.cmp(&b.program))
        });
        candidates
    }
}
