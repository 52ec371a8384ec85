//! What the words of a row tell for each program, in one sweep over the index.

use super::Linkage;
use super::linker::Linker;
use super::vocabulary::{Sense, Vocabulary};
use super::written::Written;
use crate::catalog::ProgramIndex;
use crate::ordering;
use crate::text_index::{Field, Hit, SearchIndex};

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

/// Sums by program.
#[derive(Debug)]
pub(super) struct Scores {
    /// What the written words tell.
    sums: Vec<Told>,
    /// What all words of the name tell, in nats.
    names: Vec<f64>,
}

/// What written words tell of one program, in nats.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    /// By the field in which the program has them.
    matched: f64,
    /// Those of its name alone.
    covered: f64,
    /// Wherever it has them.
    found: f64,
}

impl Told {
    /// Takes a sense of a word; of several the best counts.
    fn take(&mut self, tells: f64, field: Field) {
        self.matched = self.matched.max(tells * share(field));
        if field == Field::Name {
            self.covered = self.covered.max(tells);
        }
        if share(field) > 0.0 {
            self.found = self.found.max(tells);
        }
    }

    fn add(&mut self, word: &Told) {
        self.matched += word.matched;
        self.covered += word.covered;
        self.found += word.found;
    }
}

/// Sums over the written words.
pub(super) fn scores(
    written: &Written,
    index: &SearchIndex,
    linker: &Linker,
    vocabulary: &Vocabulary<'_>,
) -> Scores {
    let names = linker.names().to_vec();
    let mut sums = vec![Told::default(); names.len()];
    let mut of_word = sums.clone();
    for word in &written.words {
        of_word.fill(Told::default());
        let mut take = |program: u32, tells: f64, field: Field| {
            let at = usize::try_from(program).ok();
            if let Some(told) = at.and_then(|at| of_word.get_mut(at)) {
                told.take(tells, field);
            }
        };
        for Sense { word, likeness } in vocabulary.senses(&word.text).iter() {
            let tells = linker.weight(*word) * likeness;
            for posting in index.postings(*word) {
                take(posting.program, tells, posting.field);
            }
        }
        for program in linker.of_initials(&word.text) {
            take(program.0, INITIALS, Field::Name);
        }
        for (sum, word) in sums.iter_mut().zip(&of_word) {
            sum.add(word);
        }
    }
    Scores { sums, names }
}

impl Scores {
    /// What a program scores: what matches, less a share of what its name has beyond it.
    fn score(&self, at: usize, missing: f64) -> f64 {
        let told = self.sums.get(at).copied().unwrap_or_default();
        let name = self.names.get(at).copied().unwrap_or(0.0);
        told.matched - missing * (name - told.covered).max(0.0)
    }

    /// The programs that score most, among those that are admitted and match at all.
    pub(super) fn best(
        &self,
        most: usize,
        admits: impl Fn(ProgramIndex) -> bool,
    ) -> Vec<ProgramIndex> {
        /// Further behind than this, in nats, a program stays behind whatever else speaks for it.
        const BEHIND: f64 = 10.0;
        let told = (0_u32..).zip(&self.sums);
        let mut found: Vec<(f64, ProgramIndex)> = told
            .filter(|(_, told)| told.matched > 0.0)
            .map(|(at, _)| (self.score(at as usize, MISSING), ProgramIndex(at)))
            .filter(|(_, program)| admits(*program))
            .collect();
        let first = found
            .iter()
            .map(|(score, _)| *score)
            .fold(f64::MIN, f64::max);
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
        /// Share of the query that the first program must have: fewer words find more.
        const FINDABLE: f64 = 0.75;
        /// Behind every program that has all words as typed.
        const NEAR: u16 = 16;
        /// Share of the missing words that orders programs that match alike.
        const ORDERS: f64 = MISSING / 20.0;
        let programs = (0_u32..).map(ProgramIndex).zip(&self.sums);
        let admitted: Vec<_> = programs.filter(|(program, _)| within(*program)).collect();
        let best = admitted.iter().map(|(_, told)| told.found);
        let best = best.fold(0.0, f64::max);
        let mut hits: Vec<(f64, ProgramIndex)> = admitted
            .into_iter()
            .filter(|(_, told)| told.found > 0.0 && told.found >= NEAR_THE_BEST * best)
            .map(|(program, _)| (self.score(program.0 as usize, ORDERS), program))
            .collect();
        ordering::sort_by(&mut hits, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        // One of them stands for the rest: all match about as much.
        let is_enough = hits.first().is_some_and(|(_, program)| {
            let candidate = super::Candidate::of(*program, written, linkage);
            candidate.is_some_and(|candidate| candidate.agreement >= FINDABLE)
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
