//! What there is to say of a list: its chances, what each program brings to it, how the chance
//! grows along it, and what is worth asking.

mod text;

pub use text::{most_people, seen};

use super::limits::signalling;
use crate::{Applications, Work};
use engine::aim::Aim;
use engine::catalog::{Catalog, ProgramIndex};
use engine::eligibility::Band;
use engine::list::{
    Allowance, Application, Ask, Figures, FirstYear, Moves, NextSignal, Outcome, Prospects, Ranges,
    asks, chance_along, each_brings, each_signal_brings, first_year, interviews, moves,
    next_signal, outcome, ranges,
};
use engine::notice::{Notice, notices};
use engine::ordering;
use engine::portfolio::Level;
use engine::program::{ProgramId, SpecialtyCode};
use engine::ranking::{RankInput, Ranked, Ranking};

/// Programs beyond the list that the curve looks at.
const BEYOND: usize = 40;

/// A program of the list that has a chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Its row of the ranking: for an application without a signal.
    pub ranked: Ranked,
    /// With which signal the application is sent.
    pub level: Level,
    /// Chance of an interview as it is sent, 0 to 1, gates included.
    pub p_interview: Band,
    /// By how much the chance to match would fall without it.
    pub brings: f64,
    /// By how much it would fall if the application carried no signal.
    pub signal_brings: f64,
}

/// The signals of one chosen specialty.
#[derive(Clone, Debug, PartialEq)]
pub struct SignalUse {
    /// The specialty.
    pub code: SpecialtyCode,
    /// How many there are; `None` if neither data nor visitor say.
    pub allowance: Option<Allowance>,
    /// How many the list uses.
    pub used: Allowance,
    /// Where one more silver and one more gold signal would go, if the specialty has that kind.
    pub next: [Option<NextSignal>; 2],
    /// Programs of the list that the applicant is tied to and that no signal goes to.
    pub tied: Vec<ProgramIndex>,
}

/// A list, worked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What the ranking was made for.
    pub aim: Aim,
    /// What the figures leave out.
    pub notices: Vec<Notice>,
    /// The list's figures.
    pub outcome: Outcome,
    /// Their ranges; `None` without draws.
    pub ranges: Option<Ranges>,
    /// The programs with a chance: in the order of the ranking, or the best places first once the
    /// question has turned to where.
    pub members: Vec<Member>,
    /// Programs of the list that are shut, without a chance, or of no chosen specialty.
    pub others: Vec<ProgramIndex>,
    /// Programs of the list that the data do not have.
    pub lost: Vec<ProgramId>,
    /// The programs of the list in the order of `members`, then the best that are not on it.
    pub order: Vec<ProgramIndex>,
    /// The chance to match with the first program of `order`, the first two and so on.
    pub along: Vec<f64>,
    /// Signals, by order of choice.
    pub signals: Vec<SignalUse>,
    /// The best single changes by hand.
    pub moves: Moves,
    /// The first year of its advanced positions; `None` without any.
    pub first_year: Option<FirstYear>,
    /// Open questions, from the one whose answer gains most.
    pub asks: Vec<Ask>,
}

/// The figures of the visitor's list alone and their ranges, for who needs no more of the [`Report`].
#[must_use]
pub fn figures(
    question: &RankInput<'_>,
    ranking: &Ranking,
    programs: &Applications,
) -> (Figures, Option<Ranges>) {
    let prospects = Prospects::of(question, ranking);
    let list = applications(&prospects, question.catalog, programs);
    let figures = outcome(&prospects, &list).figures;
    let ranges = ranges(&prospects, &list, &figures);
    (figures, ranges)
}

impl Report {
    /// Works out a list of the visitor's.
    #[must_use]
    pub fn of(question: &RankInput<'_>, ranking: &Ranking, work: &Work) -> Report {
        let catalog = question.catalog;
        let prospects = Prospects::of(question, ranking);
        let programs = work.lists.programs();
        let (found, lost) = find(catalog, programs.keys());
        let mut list = applications(&prospects, catalog, programs);
        prospects.in_order(&mut list);
        let outcome = outcome(&prospects, &list);
        let ranges = ranges(&prospects, &list, &outcome.figures);
        let members = members(&prospects, ranking, &list);
        let others = found.iter().copied().filter(|index| {
            let mut members = members.iter();
            !members.any(|member| member.ranked.program == *index)
        });
        let weakest = weakest(&members, &prospects, &list);
        let hidden: Vec<ProgramIndex> = find(catalog, work.hidden.iter()).0;
        let is_off = |index: &usize| list.iter().all(|on| on.index != *index);
        let beyond = (0..prospects.rows().len()).filter(is_off);
        let beyond = beyond.take(BEYOND).map(Application::plain);
        let order: Vec<Application> = list.iter().copied().chain(beyond).collect();
        let at = |application: &Application| prospects.sent(*application).map(|sent| sent.program);
        Report {
            aim: prospects.aim,
            notices: notices(question),
            others: others.collect(),
            order: order.iter().filter_map(at).collect(),
            along: chance_along(&prospects, &order),
            moves: moves(&prospects, &list, &weakest, &hidden),
            first_year: first_year(question, &found),
            asks: asks(&prospects, &list),
            signals: signals(&prospects, &list, work),
            outcome,
            ranges,
            members,
            lost,
        }
    }

    /// The chance to match with the first `count` programs.
    #[must_use]
    pub fn with_first(&self, count: usize) -> f64 {
        let before = count.checked_sub(1).and_then(|last| self.along.get(last));
        before.copied().unwrap_or(0.0)
    }
}

/// The programs that the data have, and those that they do not.
fn find<'a>(
    catalog: &Catalog,
    programs: impl Iterator<Item = &'a ProgramId>,
) -> (Vec<ProgramIndex>, Vec<ProgramId>) {
    let (mut found, mut lost) = (Vec::new(), Vec::new());
    for id in programs {
        match catalog.find(*id) {
            Some((index, _)) => found.push(index),
            None => lost.push(*id),
        }
    }
    (found, lost)
}

/// The programs with a chance as they are sent, in the order of the ranking. A signal that the specialty
/// does not have is none.
#[must_use]
pub fn applications(
    prospects: &Prospects<'_>,
    catalog: &Catalog,
    programs: &Applications,
) -> Vec<Application> {
    let mut list = Vec::new();
    for (index, row) in prospects.rows().iter().enumerate() {
        let id = catalog.get(row.program).map(|program| program.id);
        let Some(level) = id.and_then(|id| programs.get(&id)) else {
            continue;
        };
        let sent = Application {
            index,
            level: *level,
        };
        let exists = prospects.sent(sent).is_some();
        list.push(if exists {
            sent
        } else {
            Application::plain(index)
        });
    }
    list
}

/// Places in the list of the programs that bring least, the least first.
fn weakest(members: &[Member], prospects: &Prospects<'_>, list: &[Application]) -> Vec<usize> {
    let brings = |application: &Application| {
        let program = prospects.rows().get(application.index)?.program;
        let mut members = members.iter();
        let member = members.find(|member| member.ranked.program == program)?;
        Some(member.brings)
    };
    let mut indices: Vec<usize> = (0..list.len()).collect();
    ordering::sort_by(&mut indices, |a, b| {
        let of = |index: &usize| list.get(*index).and_then(brings).unwrap_or(0.0);
        of(a).total_cmp(&of(b)).then_with(|| a.cmp(b))
    });
    indices
}

fn members(prospects: &Prospects<'_>, ranking: &Ranking, list: &[Application]) -> Vec<Member> {
    let bands = interviews(prospects, list);
    let brings = each_brings(prospects, list);
    let signals = each_signal_brings(prospects, list);
    let mut members = Vec::new();
    for (at, application) in list.iter().enumerate() {
        let program = prospects
            .rows()
            .get(application.index)
            .map(|row| row.program);
        let ranked = ranking.ranked.iter();
        let Some(ranked) = ranked.into_iter().find(|row| Some(row.program) == program) else {
            continue;
        };
        members.push(Member {
            ranked: *ranked,
            level: application.level,
            p_interview: bands
                .get(at)
                .copied()
                .unwrap_or_else(|| ranking.chance(ranked).p_interview),
            brings: brings.get(at).copied().unwrap_or(0.0),
            signal_brings: signals.get(at).copied().unwrap_or(0.0),
        });
    }
    members
}

fn signals(prospects: &Prospects<'_>, list: &[Application], work: &Work) -> Vec<SignalUse> {
    let said = signalling(prospects, work);
    let plain_only = prospects.plain_only(&said);
    let choices = prospects.input.preferences.specialties.iter();
    let each = choices.zip(&said).enumerate();
    each.map(|(choice, (wish, said))| {
        let allowance = Allowance::of(prospects.input, wish.code, *said);
        let of_choice = |sent: &&Application| {
            let row = prospects.rows().get(sent.index);
            row.is_some_and(|row| row.choice == choice)
        };
        let count = |level: Level| {
            let sent = list.iter().filter(of_choice);
            let count = sent.filter(|sent| sent.level == level).count();
            u8::try_from(count).unwrap_or(u8::MAX)
        };
        let next = [Level::Silver, Level::Gold].map(|level| {
            allowance.filter(|allowance| allowance.of_level(level) > 0)?;
            next_signal(prospects, list, choice, level, &plain_only)
        });
        let tied = list.iter().filter(of_choice).filter_map(|sent| {
            let program = prospects.rows().get(sent.index)?.program;
            plain_only
                .binary_search(&program)
                .is_ok()
                .then_some(program)
        });
        SignalUse {
            code: wish.code,
            allowance,
            used: Allowance {
                gold: count(Level::Gold),
                silver: count(Level::Silver),
            },
            next,
            tied: tied.collect(),
        }
    })
    .collect()
}
