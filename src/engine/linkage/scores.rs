//! What the words of a row tell for each program, in one sweep over the index.

use super::Linkage;
use super::linker::Linker;
use super::vocabulary::{Sense, Vocabulary};
use super::written::Written;
use crate::engine::catalog::ProgramIndex;
use crate::engine::ordering;
use crate::engine::search::{Field, Hit, SearchIndex};

/// What a word of a name that was not written takes off, as a share of what it would have told.
pub(super) const MISSING: f64 = 0.5;
/// What initials tell, such as SBH: as much as a rare word.
pub(super) const INITIALS: f64 = 5.0;

/// How much a word counts by where the program has it.
pub(super) fn share(field: Field) -> f64 {
    match field {
        Field::Name => 1.0,
        Field::Institution => 0.8,
        Field::City => 0.75,
        Field::State => 0.4,
        Field::Specialty => 0.3,
        Field::Id | Field::Text => 0.0,
    }
}

/// Sums by program, in nats.
#[derive(Debug)]
pub(super) struct Scores {
    /// What the written words tell.
    matched: Vec<f64>,
    /// What the words of the name tell that were written.
    covered: Vec<f64>,
    /// What all words of the name tell.
    names: Vec<f64>,
}

/// Sums over the written words; of several senses of one word the best counts.
pub(super) fn scores(
    written: &Written,
    index: &SearchIndex,
    linker: &Linker,
    vocabulary: &Vocabulary<'_>,
) -> Scores {
    let count = linker.names().len();
    let mut scores = Scores {
        matched: vec![0.0; count],
        covered: vec![0.0; count],
        names: linker.names().to_vec(),
    };
    let mut best = vec![(0.0_f64, 0.0_f64); count];
    for word in &written.words {
        let senses = vocabulary.senses(&word.text);
        best.fill((0.0, 0.0));
        for Sense { word, likeness } in senses.iter() {
            let tells = linker.weight(*word) * likeness;
            for place in index.places(*word) {
                let at = usize::try_from(place.program).ok();
                if let Some((matched, covered)) = at.and_then(|at| best.get_mut(at)) {
                    *matched = matched.max(tells * share(place.field));
                    if place.field == Field::Name {
                        *covered = covered.max(tells);
                    }
                }
            }
        }
        for program in linker.of_initials(&word.text) {
            let at = usize::try_from(program.0).ok();
            if let Some((matched, covered)) = at.and_then(|at| best.get_mut(at)) {
                *matched = matched.max(INITIALS);
                *covered = covered.max(INITIALS);
            }
        }
        let sums = scores.matched.iter_mut().zip(&mut scores.covered);
        for ((matched, covered), best) in sums.zip(&best) {
            *matched += best.0;
            *covered += best.1;
        }
    }
    scores
}

impl Scores {
    /// What a program scores: what matches, less a share of what its name has beyond it.
    fn score(&self, at: usize) -> f64 {
        let of = |sums: &[f64]| sums.get(at).copied().unwrap_or(0.0);
        let missing = (of(&self.names) - of(&self.covered)).max(0.0);
        of(&self.matched) - MISSING * missing
    }

    /// The programs that score most, among those that are admitted and match at all.
    pub(super) fn best(&self, most: usize, admits: impl Fn(ProgramIndex) -> bool) -> Vec<ProgramIndex> {
        /// Further behind than this, in nats, a program stays behind whatever else speaks for it.
        const BEHIND: f64 = 10.0;
        let matched = (0_u32..).zip(&self.matched);
        let mut found: Vec<(f64, ProgramIndex)> = matched
            .filter(|(_, matched)| **matched > 0.0)
            .map(|(at, _)| (self.score(at as usize), ProgramIndex(at)))
            .filter(|(_, program)| admits(*program))
            .collect();
        let first = found.iter().map(|(score, _)| *score).fold(f64::MIN, f64::max);
        found.retain(|(score, _)| first - score <= BEHIND);
        ordering::sort_by(&mut found, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        found.truncate(most);
        found.into_iter().map(|(_, program)| program).collect()
    }

    /// Programs that nearly all of the query names, closest first, for the search: who types has
    /// not written the whole name, so that what is missing only orders.
    pub(super) fn hits(
        &self,
        written: &Written,
        linkage: &Linkage<'_>,
        within: &dyn Fn(ProgramIndex) -> bool,
    ) -> Vec<Hit> {
        /// A program with less of what the best one has is no answer.
        const NEAR_THE_BEST: f64 = 0.9;
        /// Behind every program that has all words as typed.
        const NEAR: u16 = 16;
        let programs = (0_u32..).map(ProgramIndex).zip(&self.matched);
        let admitted: Vec<_> = programs.filter(|(program, _)| within(*program)).collect();
        let best = admitted.iter().map(|(_, matched)| **matched).fold(0.0, f64::max);
        let mut hits: Vec<(f64, ProgramIndex)> = admitted
            .into_iter()
            .filter(|(_, matched)| **matched > 0.0 && **matched >= NEAR_THE_BEST * best)
            .map(|(program, _)| (self.score(program.0 as usize), program))
            .collect();
        ordering::sort_by(&mut hits, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        // One of them stands for the rest: all match about as much.
        let is_enough = hits.first().is_some_and(|(_, program)| {
            let candidate = super::Candidate::of(*program, written, linkage);
            candidate.is_some_and(|candidate| candidate.agreement >= super::verdict::ASKABLE)
        });
        if !is_enough {
            return Vec::new();
        }
        let first = hits.first().map_or(0.0, |(score, _)| *score);
        let rank = |score: f64| NEAR.saturating_add((10.0 * (first - score)).min(1000.0) as u16);
        let hits = hits.into_iter();
        hits.map(|(score, program)| Hit {
            program,
            rank: rank(score),
        })
        .collect()
    }
}
