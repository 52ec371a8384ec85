//! The question of the best list, in the words of the solver.

use super::belief::STRICTNESS;
use super::outcome::mean;
use super::{Allowance, Application, Prospect, Prospects};
use crate::catalog::ProgramIndex;
use crate::fees::{Schedule, TierPrice};
use crate::portfolio::fault::Fault;
use crate::portfolio::{Chances, Draft, Fees, Instance, Level, Program, Specialty, Tier, Wish};
use crate::range::Range;
use crate::ranking::{self, RankInput};

/// What a list may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// Most applications in all.
    pub most: usize,
    /// Most money for applications, in whole dollars; `None` for no limit. Then every choice
    /// has prices in its [`Bounds`].
    pub budget: Option<u64>,
    /// Of each choice; a choice without an entry is unlimited and without signals.
    pub bounds: Vec<Bounds>,
    /// Programs that are on it whatever they bring, ascending.
    pub pinned: Vec<ProgramIndex>,
    /// Programs that are not, ascending.
    pub excluded: Vec<ProgramIndex>,
    /// Programs that no signal goes to, ascending.
    pub plain_only: Vec<ProgramIndex>,
}

impl Limits {
    /// How many applications may be asked for at most.
    pub const MOST: Range = Range::new(1, 4_096);

    /// Whole dollars that may be asked for at most.
    pub const BUDGET: Range<u32> = Range::new(0, 1_000_000);
}

/// What a list may hold of one specialty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bounds {
    /// Fewest applications.
    pub least: usize,
    /// Most applications; `None` for no limit.
    pub most: Option<usize>,
    /// Signals.
    pub signals: Allowance,
    /// What applications cost; `None` counts them as free.
    pub prices: Option<Schedule>,
}

/// How many applications a person of this type sends in the first specialty, by the published
/// figures that the model was fitted to; 60, for which most are published, where there are none.
#[must_use]
pub fn usual_number(input: &RankInput<'_>) -> usize {
    const ELSE: usize = 60;
    published_number(input).unwrap_or(ELSE)
}

/// The same; `None` where no figures are published.
#[must_use]
pub fn published_number(input: &RankInput<'_>) -> Option<usize> {
    let first = input.preferences.specialties.first();
    let cell = first.and_then(|choice| ranking::cell(input, choice).ok());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of applications: some tens"
    )]
    cell.map(|cell| cell.reference_applications as usize)
}

/// The instance whose programs are the prospects, in their order, at every node of strictness
/// and strength.
///
/// Sponsors are not in it: the solver takes programs for independent at a node. An open question
/// that two programs share makes them hang together more, which lowers a list's worth, so the
/// solver's bound stays a bound; what is shown of the list found is worked out with sponsors.
///
/// # Errors
/// If no list keeps the limits: more programs are pinned than it may hold, or the fewest of each
/// specialty are more, or cost more, than allowed.
pub fn instance(prospects: &Prospects<'_>, limits: &Limits) -> Result<Instance, Fault> {
    Instance::new(draft(prospects, limits)?)
}

/// The same, unchecked.
pub(super) fn draft(prospects: &Prospects<'_>, limits: &Limits) -> Result<Draft, Fault> {
    let nodes = STRICTNESS
        .iter()
        .flat_map(|(_, likely)| prospects.weights().map(|weight| weight * likely));
    let mut all: Vec<f64> = nodes.collect();
    // The node at which no program reads the applications; see [`at_every_node`].
    all.push(1.0 - prospects.read());
    // The rule's weights sum to one but for the last digit, which the solver asks for.
    let sum: f64 = all.iter().sum();
    all.iter_mut().for_each(|weight| *weight /= sum);
    let has_prices = limits.budget.is_some();
    let specialties: Result<Vec<Specialty>, Fault> = (0..prospects.choices())
        .map(|choice| match limits.bounds.get(choice) {
            Some(bounds) => specialty(bounds, has_prices),
            None => Ok(Specialty::unlimited()),
        })
        .collect();
    let programs = (0..prospects.rows().len()).filter_map(|index| {
        let plain = prospects.sent(Application::plain(index))?;
        Some(program(prospects, limits, index, &plain))
    });
    Ok(Draft {
        weights: all,
        programs: programs.collect(),
        specialties: specialties?,
        budget: limits.budget,
        max_applications: Some(limits.most),
    })
}

fn specialty(bounds: &Bounds, has_prices: bool) -> Result<Specialty, Fault> {
    let prices = bounds.prices.as_ref().filter(|_| has_prices);
    Ok(Specialty {
        fees: prices.map_or_else(|| Ok(Fees::free()), fees)?,
        cap: bounds.most,
        minimum: bounds.least,
        gold: bounds.signals.of_level(Level::Gold),
        silver: bounds.signals.of_level(Level::Silver),
    })
}

/// The tiers of a service in the solver's words: what a whole tier costs, its first application
/// pays.
fn fees(schedule: &Schedule) -> Result<Fees, Fault> {
    let mut tiers = Vec::new();
    let mut before = 0;
    for tier in schedule.tiers() {
        let upto = tier.to.map(usize::from);
        match tier.price {
            TierPrice::Each(each) => tiers.push(Tier {
                upto,
                each: each.dollars(),
            }),
            TierPrice::Flat(flat) => {
                tiers.push(Tier {
                    upto: Some(before + 1),
                    each: flat.dollars(),
                });
                if upto != Some(before + 1) {
                    tiers.push(Tier { upto, each: 0 });
                }
            }
        }
        before = upto.unwrap_or(before);
    }
    Fees::new(tiers)
}

fn program(prospects: &Prospects<'_>, limits: &Limits, index: usize, plain: &Prospect) -> Program {
    let is_in = |set: &[ProgramIndex]| set.binary_search(&plain.program).is_ok();
    let bounds = limits.bounds.get(plain.choice);
    let allowed = |level: Level| {
        let signals = bounds.map(|bounds| bounds.signals).unwrap_or_default();
        signals.of_level(level) > 0 && !is_in(&limits.plain_only)
    };
    let signalled = |level: Level| {
        let sent = prospects.sent(Application { index, level });
        sent.filter(|_| allowed(level))
    };
    // Figures that the applicant typed may say that a signal lowers a chance: nobody sends one then.
    let silver = signalled(Level::Silver).filter(|sent| helps(sent, plain));
    let gold = signalled(Level::Gold).filter(|sent| helps(sent, silver.as_ref().unwrap_or(plain)));
    let chances = |of: fn(&Prospect) -> &[f64; 9]| {
        let plain = at_every_node(plain, of);
        let silver = silver
            .as_ref()
            .map(|sent| lifted(at_every_node(sent, of), &plain));
        let below = silver.as_ref().unwrap_or(&plain);
        let gold = gold
            .as_ref()
            .map(|sent| lifted(at_every_node(sent, of), below));
        Chances {
            plain,
            silver,
            gold,
        }
    };
    Program {
        id: u64::from(plain.program.0),
        t: plain.t,
        specialty: plain.choice,
        success: chances(|sent| &sent.chances.success),
        interview: Some(chances(|sent| &sent.chances.interview)),
        wish: match (is_in(&limits.pinned), is_in(&limits.excluded)) {
            (true, _) => Wish::Pinned,
            (false, true) => Wish::Excluded,
            (false, false) => Wish::Free,
        },
    }
}

/// Whether a level raises the mean chance to match over the one below.
fn helps(sent: &Prospect, below: &Prospect) -> bool {
    mean(&sent.chances.success) > mean(&below.chances.success)
}

/// The chances of a level, nowhere below those of the level under it: the solver takes success at a
/// level for success at every higher one.
fn lifted(mut chances: Vec<f64>, below: &[f64]) -> Vec<f64> {
    for (chance, least) in chances.iter_mut().zip(below) {
        *chance = chance.max(*least);
    }
    chances
}

fn at_every_node(sent: &Prospect, of: fn(&Prospect) -> &[f64; 9]) -> Vec<f64> {
    let each = STRICTNESS.iter().flat_map(|(score, _)| {
        let (sponsor, own) = sent.belief.at(*score);
        of(sent).map(|chance| sponsor * own * chance)
    });
    each.chain(std::iter::once(0.0)).collect()
}
