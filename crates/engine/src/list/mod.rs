//! What a whole list of applications comes to, and which question to a program would change it.
//!
//! Three things hang a list's programs together, and a product of chances forgets them all:
//!
//! - the applicant's strength, which every program sees a part of;
//! - what a sponsor has not stated, such as a visa: its programs give one answer;
//! - how strict a season's programs are where nothing is stated at all.
//!
//! ```text
//! P(match) = P(read) E over strictness s, strength theta [ 1 - prod over sponsors G(s, theta) ]
//! G = (1 - pi_1) + sum over its programs i, the likeliest to open first,
//!     (pi_i - pi_i+1) prod over k <= i (1 - rho_k P(interview, theta) P(match | interview, theta))
//! ```
//!
//! where pi is the belief that rests on the sponsor and rho that on the program alone. Strictness
//! moves each belief within its range and leaves its mean, so that a list of one program has the
//! chance that the ranking shows. A program without an open question of its sponsor's is a
//! sponsor by itself. The method is ours; strength is [`crate::odds`]'s.

mod asking;
mod belief;
mod beside;
mod best;
pub mod bucket;
mod first_year;
mod group;
pub mod lever;
mod making;
mod moves;
mod outcome;
mod question;
mod ranges;
mod recommended;
mod signalling;
mod table;

pub use asking::{Ask, asks, is_open_question};
pub use belief::Belief;
pub use best::{Bounds, Limits, instance, published_number, usual_number};
pub use first_year::{FirstYear, first_year};
pub use making::Making;
pub use moves::{Move, Moves, moves};
pub use outcome::{Figures, Outcome, chance_along, outcome};
pub use question::{letter, question, wording};
pub use ranges::{Ranges, ranges};
pub use recommended::{Enough, Recommended};
pub use signalling::{Allowance, NextSignal, Signalling, interviews, next_signal};
pub use table::{each_brings, each_signal_brings};

use super::aim::Aim;
use super::applicant_record::Record;
use super::catalog::ProgramIndex;
use super::eligibility::Circumstances;
use super::model::{Cell, Effect};
use super::odds::quadrature::NINE;
use super::odds::{ByStrength, CellOdds, ProgramEffects};
use super::ordering;
use super::portfolio::Level;
use super::portfolio::mixture::Portfolio;
use super::program::Program;
use super::ranking::{self, RankInput, Ranking, SpecialtyContext};

/// An application on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Application {
    /// The program's index among [`Prospects::rows`].
    pub index: usize,
    /// With which signal it is sent.
    pub level: Level,
}

impl Application {
    /// An application without a signal.
    #[must_use]
    pub fn plain(index: usize) -> Self {
        Application {
            index,
            level: Level::Plain,
        }
    }
}

/// A program that a list may hold, sent at one level, with all that its chances there depend on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    /// The program.
    pub program: ProgramIndex,
    /// Rank of its specialty, from 0, in the order of choice.
    pub choice: usize,
    /// Worth of matching there, 0 to 1.
    pub t: f64,
    /// Chance to match there without a signal, as the ranking has it, 0 to 1.
    pub p_match: f64,
    /// Chances at each node of strength, gates open.
    pub chances: ByStrength,
    /// What its gates are believed to be.
    pub belief: Belief,
    /// The evidence about the program.
    effects: ProgramEffects,
    /// What the signal adds to it, in log odds; nothing for a plain application.
    signal: Effect,
}

/// Every ranked program of an input, best first.
#[derive(Debug)]
pub struct Prospects<'a> {
    /// What the ranking was made from.
    pub input: &'a RankInput<'a>,
    rows: Vec<Prospect>,
    /// What the evidence comes to with each level of signal, by index in the rows: only where the
    /// applicant's own figures may say that it differs.
    by_level: Vec<(usize, [Option<ProgramEffects>; 3])>,
    /// What a signal of each level adds in each choice, where the specialty has such signals.
    shifts: Vec<[Option<Effect>; 3]>,
    /// The odds of each choice that has a cell.
    odds: Vec<Option<CellOdds>>,
    /// The cell of each choice that has one.
    cells: Vec<Option<&'a Cell>>,
    /// What the applicant's record says beside the score.
    record: Record,
    /// What the ranking was made for.
    pub aim: Aim,
}

impl<'a> Prospects<'a> {
    /// Lays out the ranked programs of a ranking that was made from the same input.
    #[must_use]
    pub fn of(input: &'a RankInput<'a>, ranking: &Ranking) -> Self {
        let circumstances = Circumstances::of(input);
        let choices = &input.preferences.specialties;
        let contexts = SpecialtyContext::all(&circumstances, input, &ranking.aim);
        let shifts: Vec<[Option<Effect>; 3]> = choices
            .iter()
            .map(|choice| Level::ALL.map(|level| input.model?.signal_shift(choice.code, level)))
            .collect();
        let (mut rows, mut by_level) = (Vec::with_capacity(ranking.ranked.len()), Vec::new());
        for ranked in &ranking.ranked {
            let Some(program) = input.catalog.get(ranked.program) else {
                continue;
            };
            let Some(choice) = input.preferences.choice_of(program) else {
                continue;
            };
            let Ok(odds) = contexts[choice].odds_at(program) else {
                continue;
            };
            let summary = contexts[choice].gate_summary(program);
            let effects = contexts[choice].effects(program, &summary, None);
            if circumstances.is_told_of(program.id) {
                let sent =
                    |shift: Effect| contexts[choice].effects(program, &summary, Some(shift.mid));
                by_level.push((rows.len(), shifts[choice].map(|shift| shift.map(sent))));
            }
            rows.push(Prospect {
                program: ranked.program,
                choice,
                t: ranked.t,
                p_match: ranked.p_match,
                chances: odds.by_strength(effects.total(), effects.entered),
                belief: Belief::of(&summary, sponsor(program)),
                effects,
                signal: Effect::NONE,
            });
        }
        let odds = contexts.iter().map(|context| {
            let odds = context.odds.as_ref().ok();
            odds.map(|(_, odds)| odds.clone())
        });
        let odds = odds.collect();
        let cells = choices
            .iter()
            .map(|choice| ranking::cell(input, choice).ok())
            .collect();
        Prospects {
            input,
            rows,
            by_level,
            shifts,
            odds,
            cells,
            record: *circumstances.record(),
            aim: ranking.aim,
        }
    }

    /// Chance that the applications are read at all, 0 to 1.
    #[must_use]
    pub fn read(&self) -> f64 {
        self.record.read()
    }

    /// The weight of each node of strength; together they are the chance to be read, and the rest
    /// has no interview whatever the list.
    fn weights(&self) -> [f64; NINE.len()] {
        let read = self.read();
        NINE.map(|node| read * node.weight)
    }

    /// The programs, best first by value.
    #[must_use]
    pub fn rows(&self) -> &[Prospect] {
        &self.rows
    }

    /// How many specialties were chosen.
    #[must_use]
    pub fn choices(&self) -> usize {
        self.cells.len()
    }

    /// Indices in [`Self::rows`] of the given programs, ascending and each once; programs without
    /// a chance have none.
    #[must_use]
    pub fn indices(&self, programs: &[ProgramIndex]) -> Vec<usize> {
        let mut wanted = programs.to_vec();
        ordering::sort_by_key(&mut wanted, |program| *program);
        let rows = self.rows.iter().enumerate();
        rows.filter(|(_, row)| wanted.binary_search(&row.program).is_ok())
            .map(|(index, _)| index)
            .collect()
    }

    /// A program sent at a level; `None` where its specialty has no such signal.
    #[must_use]
    pub fn sent(&self, application: Application) -> Option<Prospect> {
        let Application { index, level } = application;
        let plain = *self.rows.get(index)?;
        if level == Level::Plain {
            return Some(plain);
        }
        let signal = self.shifts.get(plain.choice)?[level.index()]?;
        let own = self.by_level.binary_search_by_key(&index, |(at, _)| *at);
        let own = own.ok().and_then(|at| self.by_level[at].1[level.index()]);
        let effects = own.unwrap_or(plain.effects);
        let odds = self.odds.get(plain.choice)?.as_ref()?;
        Some(Prospect {
            chances: odds.by_strength(effects.total() + signal.mid, effects.entered),
            effects,
            signal,
            ..plain
        })
    }

    /// What the solver found, as a list in its order.
    #[must_use]
    pub fn list_of(&self, found: &Portfolio) -> Vec<Application> {
        let picks = found.picks.iter().map(|pick| Application {
            index: pick.program,
            level: pick.level,
        });
        let mut list = picks.collect();
        self.in_order(&mut list);
        list
    }

    /// Puts a list that the solver gave in the order in which it is read: as it is, what adds most
    /// first, while it is open whether the applicant matches; the most wanted programs first once that is
    /// all but sure.
    pub fn in_order(&self, list: &mut Vec<Application>) {
        if self.aim.has_turned() {
            let t = |application: &Application| {
                let row = self.rows.get(application.index);
                row.map_or(0.0, |row| row.t)
            };
            ordering::sort_by(list, |a, b| {
                t(b).total_cmp(&t(a)).then(a.index.cmp(&b.index))
            });
        }
    }

    /// A list as it is sent. A signal that the specialty does not have counts for nothing.
    pub(super) fn at(&self, list: &[Application]) -> Vec<Prospect> {
        list.iter()
            .filter_map(|application| {
                let sent = self.sent(*application);
                sent.or_else(|| self.rows.get(application.index).copied())
            })
            .collect()
    }
}

/// A number that programs of one sponsor have in common: the institution in the Match's codes,
/// else a hash of the institution's name.
fn sponsor(program: &Program) -> u64 {
    const NAMED: u64 = 1 << 32;
    match program.nrmp_codes.first() {
        Some(code) => u64::from(code.institution()),
        None => {
            let name = program.institution.as_deref().unwrap_or(&program.name);
            name.bytes().fold(NAMED, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3) | NAMED
            })
        }
    }
}
