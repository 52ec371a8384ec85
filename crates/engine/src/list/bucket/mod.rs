//! What to do about each program: apply, ask first, or skip it.
//!
//! The best list decides. A program on it is applied to; one that is not, but would take the place
//! of one that is if its open questions were answered with a yes, is asked first; what remains adds
//! less than every program on the list, or does not consider the applicant.
//!
//! Whether a program would take a place is worked out by exchange: in the place of the list's
//! weakest program of the same specialty that carries no signal and is not pinned, so that what a
//! list may hold of a specialty and what it may cost stay kept. What a list is worth is what the solver makes
//! as large as it can ([`super::instance`]).

mod exchange;

use self::exchange::Exchange;
use super::asking::is_open_question;
use super::belief::Belief;
use super::{Application, Prospect, Prospects};
use crate::band::{Band, band_of};
use crate::catalog::ProgramIndex;
use crate::eligibility::{Circumstances, GateReading, GateSummary};
use crate::ordering;
use crate::portfolio::Level;
use crate::ranking::{NoChance, Ranking};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What to do about a program.
    Bucket {
        /// On the best list, with a signal.
        ApplyFirst = "apply_first", "Apply first";
        /// On the best list, without one.
        Apply = "apply", "Apply";
        /// Not on it, and a yes to what is open would bring it there.
        AskFirst = "ask_first", "Ask first";
        /// Adds less, or does not consider the applicant.
        Skip = "skip", "Skip";
        /// Its chances are not published.
        NotCompared = "not_compared", "No published chance";
    }
}

impl Bucket {
    /// By which rule a program is in it, as a sentence.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Bucket::ApplyFirst => "On your best list, and one of your signals goes here.",
            Bucket::Apply => "On your best list, without a signal.",
            Bucket::AskFirst => {
                "Not on your best list, because something that matters to you is not stated. If the answer is yes, it takes the place of a program on the list."
            }
            Bucket::Skip => {
                "Adds less to your chance than any program on your list, or does not consider you."
            }
            Bucket::NotCompared => {
                "No match rate is published for these positions, so we cannot say anything about your chance."
            }
        }
    }
}

/// Why a program is in its bucket.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// On the list, at this level.
    Listed(Level),
    /// Kept on the list by the applicant, though it has no chance that can be told.
    Kept,
    /// What is open, in the order of [`crate::eligibility::Gate::ALL`], and what asking would add.
    Open {
        /// What is open; never empty.
        questions: Vec<GateReading>,
        /// By how much the list's expected worth rises on average: what a yes to all of it would add,
        /// times the belief that it is one. Above 0.
        gain: f64,
    },
    /// Adds less than each program on the list.
    AddsLess,
    /// Does not consider the applicant.
    Shut(GateReading),
    /// The applicant put it aside.
    PutAside,
    /// Has no chance.
    NoChance(NoChance),
}

/// A program in its bucket.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The program.
    pub program: ProgramIndex,
    /// Its bucket.
    pub bucket: Bucket,
    /// Why.
    pub why: Why,
}

/// A band, between whose programs the ranking sees no difference, of which the list has a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// How many of it are on the list ...
    pub listed: usize,
    /// ... out of so many, programs that the applicant put aside not counted.
    pub of: usize,
}

/// Every program of the chosen specialties in exactly one bucket.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Buckets {
    /// By bucket; within one those of the list as the list has them, those to ask from the one where
    /// asking adds most, and the others as the ranking has them.
    placed: Vec<Placed>,
    /// Where each program stands in `placed`, by program.
    indices: Vec<(ProgramIndex, usize)>,
    /// The last band that the list reaches into, if it leaves some of it out.
    pub cut: Option<Cut>,
}

impl Buckets {
    /// Sorts a ranking by a list made from it. `kept` are programs that stay on the list without a
    /// chance, `excluded` those that the applicant put aside, ascending, and `bands` those of the ranking.
    #[must_use]
    pub fn of(
        prospects: &Prospects<'_>,
        ranking: &Ranking,
        list: &Listed<'_>,
        excluded: &[ProgramIndex],
        bands: &[Band],
    ) -> Buckets {
        let is_put_aside = |program: ProgramIndex| excluded.binary_search(&program).is_ok();
        let mut placed: Vec<Placed> = on_list(prospects, list);
        let listed = ascending(placed.iter().map(|placed| placed.program));
        let is_listed = |program: ProgramIndex| listed.binary_search(&program).is_ok();

        let exchange = Exchange::of(prospects, list);
        let circumstances = Circumstances::of(prospects.input);
        let off = prospects
            .rows()
            .iter()
            .filter(|row| !is_listed(row.program));
        placed.extend(off.map(|row| {
            if is_put_aside(row.program) {
                return skip(row.program, Why::PutAside);
            }
            match to_ask(prospects, &circumstances, &exchange, row) {
                Some(why) => Placed {
                    program: row.program,
                    bucket: Bucket::AskFirst,
                    why,
                },
                None => skip(row.program, Why::AddsLess),
            }
        }));
        let shut = ranking.shut.iter().filter(|row| !is_listed(row.program));
        placed.extend(shut.map(|row| skip(row.program, Why::Shut(row.by))));
        let others = ranking.not_modelled.iter();
        let others = others.filter(|row| !is_listed(row.program));
        placed.extend(others.map(|row| Placed {
            program: row.program,
            bucket: Bucket::NotCompared,
            why: Why::NoChance(row.why),
        }));
        // Stable: what is not told apart here stays as the list or the ranking has it.
        ordering::sort_by(&mut placed, |a, b| {
            a.bucket
                .cmp(&b.bucket)
                .then_with(|| b.gain().total_cmp(&a.gain()))
        });
        let indices = placed.iter().enumerate();
        let mut indices: Vec<(ProgramIndex, usize)> =
            indices.map(|(at, placed)| (placed.program, at)).collect();
        indices.sort_unstable();
        Buckets {
            placed,
            indices,
            cut: cut(ranking, bands, is_listed, is_put_aside),
        }
    }

    /// The programs of a bucket.
    #[must_use]
    pub fn programs(&self, bucket: Bucket) -> &[Placed] {
        let start = self.placed.partition_point(|placed| placed.bucket < bucket);
        let end = self
            .placed
            .partition_point(|placed| placed.bucket <= bucket);
        self.placed.get(start..end).unwrap_or_default()
    }

    /// The bucket of a program, and why it is there; `None` if its specialty is not among the chosen.
    #[must_use]
    pub fn find(&self, program: ProgramIndex) -> Option<&Placed> {
        let found = self.indices.binary_search_by_key(&program, |(of, _)| *of);
        self.placed.get(self.indices.get(found.ok()?)?.1)
    }

    /// All of them, by bucket.
    #[must_use]
    pub fn all(&self) -> &[Placed] {
        &self.placed
    }
}

impl Placed {
    fn gain(&self) -> f64 {
        match &self.why {
            Why::Open { gain, .. } => *gain,
            _ => 0.0,
        }
    }
}

/// A list to sort by.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// The applications, in the order in which they are read.
    pub applications: &'a [Application],
    /// Programs that stay on it without a chance.
    pub kept: &'a [ProgramIndex],
    /// Programs that stay on it whatever they bring, ascending.
    pub pinned: &'a [ProgramIndex],
}

fn on_list(prospects: &Prospects<'_>, list: &Listed<'_>) -> Vec<Placed> {
    let applied = list.applications.iter().filter_map(|application| {
        let row = prospects.rows().get(application.index)?;
        let has_signal = application.level > Level::Plain;
        Some(Placed {
            program: row.program,
            bucket: if has_signal {
                Bucket::ApplyFirst
            } else {
                Bucket::Apply
            },
            why: Why::Listed(application.level),
        })
    });
    let kept = list.kept.iter().map(|program| Placed {
        program: *program,
        bucket: Bucket::Apply,
        why: Why::Kept,
    });
    applied.chain(kept).collect()
}

fn skip(program: ProgramIndex, why: Why) -> Placed {
    Placed {
        program,
        bucket: Bucket::Skip,
        why,
    }
}

fn ascending(programs: impl Iterator<Item = ProgramIndex>) -> Vec<ProgramIndex> {
    let mut all: Vec<ProgramIndex> = programs.collect();
    all.sort_unstable();
    all
}

/// What is open at a program that a yes would bring onto the list.
fn to_ask(
    prospects: &Prospects<'_>,
    circumstances: &Circumstances<'_>,
    exchange: &Exchange,
    row: &Prospect,
) -> Option<Why> {
    // What a yes makes of it is at most this, and most programs fall short of that already.
    let certain = |belief: Belief| Prospect { belief, ..*row };
    exchange.gain(&certain(Belief::CERTAIN))?;
    let program = prospects.input.catalog.get(row.program)?;
    let readings: Vec<GateReading> = circumstances.readings(program).collect();
    let (questions, others): (Vec<GateReading>, Vec<GateReading>) =
        readings.into_iter().partition(is_open_question);
    if questions.is_empty() {
        return None;
    }
    let summary = GateSummary::of(others.into_iter());
    let after_yes = exchange.gain(&certain(Belief::of(&summary, row.belief.who)))?;
    let yes: f64 = questions.iter().map(|reading| reading.pass.mid).product();
    let gain = after_yes * yes;
    Some(Why::Open { questions, gain })
}

/// The last band that the list reaches into, if not all of it is on the list.
fn cut(
    ranking: &Ranking,
    bands: &[Band],
    is_listed: impl Fn(ProgramIndex) -> bool,
    is_put_aside: impl Fn(ProgramIndex) -> bool,
) -> Option<Cut> {
    let last = ranking
        .ranked
        .iter()
        .rposition(|row| is_listed(row.program))?;
    let band = band_of(bands, last)?;
    let rows = ranking.ranked.get(band.first..=band.last)?.iter();
    let of = rows
        .clone()
        .filter(|row| !is_put_aside(row.program))
        .count();
    let listed = rows.filter(|row| is_listed(row.program)).count();
    (listed < of).then_some(Cut { listed, of })
}
