//! One program looked at word by word.

use super::Linkage;
use super::scores::{INITIALS, MISSING, share};
use super::vocabulary::{foreign_weight, is_filler};
use super::written::{Location, Part, Word, Written};
use crate::catalog::ProgramIndex;
use crate::program::Program;
use crate::text_index::{Field, folded};

/// What a specialty that is named among other words adds to its programs.
pub(super) const HINTED: f64 = 3.0;
/// What a specialty adds of which the rest of the list is.
pub(super) const RATHER: f64 = 1.0;
/// What it adds that a part of the row is the name, word by word.
const WHOLE: f64 = 2.0;
/// What another city or state than the program's takes off.
const ELSEWHERE: f64 = 3.0;
/// From this share of its words on, a part is about the program.
const ABOUT: f64 = 0.5;
/// What words count of which the program has none, beside a part that it has: of "Mount Sinai
/// Elmhurst / Queens" each program has one side.
const BESIDE: f64 = 0.3;

/// A program and how well the row fits it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The program.
    pub(super) program: ProgramIndex,
    /// What fits, less what does not, in nats.
    pub(super) score: f64,
    /// What fits, in nats, whatever of the name was not written.
    pub(super) matched: f64,
    /// Share of what is written that the program has, 0 to 1, of the parts that are about it.
    pub(super) agreement: f64,
    /// What the row names that the program does not have, in nats.
    pub(super) strange: f64,
    /// Share of the program's name that is written, 0 to 1.
    pub(super) coverage: f64,
    /// Whether a part of the row is the whole name and nothing else.
    pub(super) is_whole: bool,
    /// Whether the row names another city or state.
    pub(super) is_elsewhere: bool,
}

/// A word of the row as one program sees it.
struct Seen<'w> {
    word: &'w Word,
    /// What the best sense tells that the program has.
    matched: f64,
    /// The same of its name alone.
    covered: f64,
    /// What the word tells at most.
    tells: f64,
    /// Whether the catalog has the word, or one like it.
    is_known: bool,
}

impl Candidate {
    /// Looks at a program; `None` if the catalog has none there.
    pub(super) fn of(
        program: ProgramIndex,
        written: &Written,
        linkage: &Linkage<'_>,
    ) -> Option<Candidate> {
        let row = linkage.catalog.get(program)?;
        let words = written.words.iter();
        let seen: Vec<Seen<'_>> = words.map(|word| see(word, program, linkage)).collect();
        let matched: f64 = seen.iter().map(|seen| seen.matched).sum();
        let covered: f64 = seen.iter().map(|seen| seen.covered).sum();
        let at = usize::try_from(program.0).ok();
        let names = linkage.linker.names();
        let name = at.and_then(|at| names.get(at)).copied().unwrap_or(0.0);
        let is_whole = is_whole(row, written);
        let is_elsewhere = is_elsewhere(row, written, &seen);
        let mut score = matched - MISSING * (name - covered).max(0.0);
        score += if is_whole { WHOLE } else { 0.0 };
        score -= if is_elsewhere { ELSEWHERE } else { 0.0 };
        let agreement = Agreement::of(written, &seen);
        let coverage = if name > 0.0 {
            (covered / name).min(1.0)
        } else {
            0.0
        };
        Some(Candidate {
            program,
            score,
            matched,
            agreement: agreement.share,
            strange: agreement.strange,
            coverage,
            is_whole,
            is_elsewhere,
        })
    }
}

impl Seen<'_> {
    /// What the word tells, if the program has it: found with an error or elsewhere than in the
    /// name it is found all the same.
    fn had(&self) -> f64 {
        if self.matched > 0.0 { self.tells } else { 0.0 }
    }
}

fn see<'w>(word: &'w Word, program: ProgramIndex, linkage: &Linkage<'_>) -> Seen<'w> {
    let senses = linkage.vocabulary.senses(&word.text);
    let mut seen = Seen {
        word,
        matched: 0.0,
        covered: 0.0,
        tells: 0.0,
        is_known: !senses.is_empty(),
    };
    for sense in senses.iter() {
        let tells = linkage.linker.weight(sense.word) * sense.likeness;
        // The weight of a word that is a word as it stands, however many others it may be.
        if seen.tells == 0.0 {
            seen.tells = linkage.linker.weight(sense.word);
        }
        let postings = linkage.index.postings(sense.word);
        let found = postings.binary_search_by_key(&program.0, |posting| posting.program);
        let Some(posting) = found.ok().and_then(|at| postings.get(at)) else {
            continue;
        };
        seen.matched = seen.matched.max(tells * share(posting.field));
        if posting.field == Field::Name {
            seen.covered = seen.covered.max(tells);
        }
    }
    if linkage
        .linker
        .of_initials(&word.text)
        .any(|found| found == program)
    {
        seen.matched = seen.matched.max(INITIALS);
        seen.covered = seen.covered.max(INITIALS);
    }
    if senses.is_empty() {
        seen.tells = foreign_weight(&word.text);
    }
    if word.is_specialty {
        seen.tells = seen.tells.min(seen.matched);
    }
    seen
}

/// How much of a row is about a program.
#[derive(Clone, Copy, Debug, Default)]
struct Agreement {
    /// Share of what is written that the program has, 0 to 1: parts that are about it count in
    /// full, those beside them in the same cell a little, other cells not at all.
    share: f64,
    /// What words tell that the program does not have, in nats: all of its own cell, and of other
    /// cells those that name something else of the catalog.
    strange: f64,
}

impl Agreement {
    fn of(written: &Written, seen: &[Seen<'_>]) -> Agreement {
        let parts = written.parts.iter().enumerate();
        let parts = parts.map(|(at, part)| {
            let words = seen.iter().filter(|seen| seen.word.parts & (1 << at) != 0);
            let (has, all) = words.fold((0.0, 0.0), |(has, all), seen| {
                (has + seen.had(), all + seen.tells)
            });
            (part.cell, has, all)
        });
        let parts: Vec<(usize, f64, f64)> = parts.collect();
        let is_about = |has: f64, all: f64| has > 0.0 && has >= ABOUT * all;
        let mut main = None;
        let mut most = 0.0;
        for (cell, has, all) in &parts {
            if *has > most && is_about(*has, *all) {
                (main, most) = (Some(*cell), *has);
            }
        }
        let (mut has_sum, mut all_sum, mut own) = (0.0, 0.0, 0_u32);
        for (at, (cell, has, all)) in parts.iter().enumerate() {
            if Some(*cell) != main {
                continue;
            }
            own |= 1 << at;
            if is_about(*has, *all) {
                has_sum += has;
                all_sum += all;
            } else {
                all_sum += BESIDE * all;
            }
        }
        let strange = seen
            .iter()
            .filter(|seen| seen.matched == 0.0 && (seen.is_known || seen.word.parts & own != 0));
        Agreement {
            share: if all_sum > 0.0 {
                (has_sum / all_sum).min(1.0)
            } else {
                0.0
            },
            strange: strange.map(|seen| seen.tells).sum(),
        }
    }
}

/// Whether some part, or a whole cell, is the name word by word, fillers aside.
fn is_whole(program: &Program, written: &Written) -> bool {
    let name = folded(&program.name);
    let telling = |words: &[String]| -> Vec<String> {
        let words = words.iter().filter(|word| !is_filler(word));
        words.cloned().collect()
    };
    let name = telling(&name);
    let mut cell: Vec<String> = Vec::new();
    let mut of = None;
    for part in &written.parts {
        let words = telling(&part.words);
        if of != Some(part.cell) {
            cell.clear();
            of = Some(part.cell);
        }
        cell.extend(words.iter().cloned());
        if words == name || cell == name {
            return true;
        }
    }
    false
}

/// Whether a part is the name of a city or a state, and not the program's.
fn is_elsewhere(program: &Program, written: &Written, seen: &[Seen<'_>]) -> bool {
    let has_all = |part: &Part| {
        part.words.iter().all(|word| {
            let mut seen = seen.iter();
            seen.any(|seen| seen.word.text == *word && seen.matched > 0.0)
        })
    };
    written.parts.iter().any(|part| match part.location {
        Some(Location::State(state)) => state != program.state && !has_all(part),
        Some(Location::City) => !has_all(part),
        None => false,
    })
}
