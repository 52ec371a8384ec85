//! How many signals a list may carry, where they may go, and what the next one would buy.

use super::table::Table;
use super::{Application, Prospects};
use crate::catalog::{Catalog, ProgramIndex};
use crate::eligibility::{Band, Circumstances};
use crate::portfolio::Level;
use crate::program::SpecialtyCode;
use crate::ranking::{RankInput, SpecialtyContext};
use crate::season::Allotment;

/// What the applicant says of the signals of one specialty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signalling {
    /// How many the specialty's own page allows; it goes before the data.
    pub own: Option<Allowance>,
    /// Whether home programs and programs of a rotation are to be signalled too. Specialties
    /// differ, so it is asked; until it is answered no signal goes there.
    pub tied: Option<bool>,
}

/// The signals of one specialty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Allowance {
    /// Gold ones.
    pub gold: u8,
    /// Silver ones, or all where there is one kind.
    pub silver: u8,
}

impl Allowance {
    /// How many the applicant may send in the season; `None` if neither data nor applicant say.
    #[must_use]
    pub fn of(input: &RankInput<'_>, code: SpecialtyCode, said: Signalling) -> Option<Self> {
        said.own
            .or_else(|| Allowance::stated(input.catalog, input, code))
    }

    fn stated(catalog: &Catalog, input: &RankInput<'_>, code: SpecialtyCode) -> Option<Self> {
        let signals = catalog.signals(input.moment.season, code)?;
        match signals.allotment {
            Allotment::None => Some(Allowance::default()),
            Allotment::Single(silver) => Some(Allowance { gold: 0, silver }),
            Allotment::Tiered { gold, silver } => Some(Allowance { gold, silver }),
            Allotment::NotStated => None,
        }
    }

    /// How many there are of a level; plain applications are without number.
    #[must_use]
    pub fn of_level(self, level: Level) -> usize {
        match level {
            Level::Plain => usize::MAX,
            Level::Silver => usize::from(self.silver),
            Level::Gold => usize::from(self.gold),
        }
    }

    /// Whether there is any.
    #[must_use]
    pub fn is_some(self) -> bool {
        self.gold > 0 || self.silver > 0
    }
}

/// What one more signal would buy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextSignal {
    /// The program that it should go to.
    pub program: ProgramIndex,
    /// By how much the chance to match would rise, 0 to 1.
    pub gain: f64,
}

/// Where one more signal of a level would raise the chance to match most, among the programs of
/// the list that have a weaker one; `None` if there is no such program.
#[must_use]
pub fn next_signal(
    prospects: &Prospects<'_>,
    list: &[Application],
    choice: usize,
    level: Level,
    plain_only: &[ProgramIndex],
) -> Option<NextSignal> {
    let table = Table::of(prospects, list);
    let mut best: Option<NextSignal> = None;
    for (at, before) in list.iter().enumerate() {
        let raised = Application { level, ..*before };
        let sent = prospects.sent(raised);
        let Some(sent) = sent.filter(|sent| sent.choice == choice && before.level < level) else {
            continue;
        };
        if plain_only.binary_search(&sent.program).is_ok() {
            continue;
        }
        let gain = table.sent_as(at, &sent) - table.now;
        if best.is_none_or(|best| gain > best.gain) {
            best = Some(NextSignal {
                program: sent.program,
                gain,
            });
        }
    }
    best
}

/// The chance of an interview at each program of a list as it is sent, with its range.
#[must_use]
pub fn interviews(prospects: &Prospects<'_>, list: &[Application]) -> Vec<Band> {
    let input = prospects.input;
    let circumstances = Circumstances::of(input);
    let contexts = SpecialtyContext::all(&circumstances, input, &prospects.aim);
    let band = |application: &Application| {
        let sent = prospects.sent(*application)?;
        let program = input.catalog.get(sent.program)?;
        let context = contexts.get(sent.choice)?;
        let signal = (application.level > Level::Plain).then_some(sent.signal.mid);
        context
            .p_interview(program, &context.gate_summary(program), signal)
            .ok()
    };
    list.iter()
        .map(|application| band(application).unwrap_or(Band::exactly(0.0)))
        .collect()
}

impl Prospects<'_> {
    /// Programs that no signal goes to, ascending: those the applicant is tied to, unless the
    /// applicant says, for their specialty, that they are signalled too.
    #[must_use]
    pub fn plain_only(&self, said: &[Signalling]) -> Vec<ProgramIndex> {
        let circumstances = Circumstances::of(self.input);
        let is_tied = |program: ProgramIndex| {
            let program = self.input.catalog.get(program);
            program.is_some_and(|program| circumstances.is_connected(program.id))
        };
        let rows = self.rows().iter().filter(|row| {
            let said = said.get(row.choice).copied().unwrap_or_default();
            said.tied != Some(true) && is_tied(row.program)
        });
        let mut found: Vec<ProgramIndex> = rows.map(|row| row.program).collect();
        found.sort_unstable();
        found
    }
}
