//! The ranges of a list's figures, by the draws of the model.

use super::{Application, Prospect, Prospects};
use crate::engine::draws::{COUNT, Draws, Shared};
use crate::engine::eligibility::{Band, Effects};
use crate::engine::model::{AssumptionKey, Model};
use crate::engine::odds::quadrature::NINE;
use crate::engine::odds::{CellOdds, ProgramEffects};
use crate::engine::ordering;

use super::outcome::Figures;

/// Ranges of a list's figures: each holds four in five of the model's draws, and the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranges {
    /// Of the chance of at least one interview.
    pub any_interview: Band,
    /// Of the expected number of interviews.
    pub interviews: Band,
    /// Of the chance to match.
    pub p_match: Band,
}

/// Works out a list in every draw of the model; `None` for a model without draws.
///
/// A draw settles everything that is doubtful: the four numbers of each cell, every assumption,
/// what is particular to each program, what an unknown score would tell, how strict each
/// specialty is, and then whether each sponsor and each program opens. Only strength stays
/// open, since it is the applicant's own luck and not our ignorance.
#[must_use]
pub fn ranges(prospects: &Prospects<'_>, list: &[Application], middle: &Figures) -> Option<Ranges> {
    let model = prospects.question.model?;
    let draws = model.draws.as_ref()?;
    let list = prospects.at(list);
    let effects = Effects::of(Some(model));
    let seen: Vec<Seen> = (0..COUNT)
        .map(|draw| {
            let version = Version::of(prospects, model, draws, &effects, draw);
            version.look(prospects, &list)
        })
        .collect();
    let range = |mid: f64, of: fn(&Seen) -> f64| {
        let mut values: Vec<f64> = seen.iter().map(of).collect();
        ordering::sort_by(&mut values, f64::total_cmp);
        four_in_five(&values, mid)
    };
    Some(Ranges {
        any_interview: range(middle.any_interview, |seen| seen.any_interview),
        interviews: range(middle.interviews, |seen| seen.interviews),
        p_match: range(middle.p_match, |seen| seen.p_match),
    })
}

/// From the fourth lowest to the fourth highest of 32: a tenth on each side, the middle within.
fn four_in_five(ascending: &[f64], mid: f64) -> Band {
    let outside = ascending.len() / 10;
    let at = |place: usize| ascending.get(place).copied().unwrap_or(mid);
    let (lo, hi) = (at(outside), at(ascending.len().saturating_sub(outside + 1)));
    Band {
        lo: lo.min(mid),
        mid,
        hi: hi.max(mid),
    }
}

/// A list in one draw.
struct Seen {
    any_interview: f64,
    interviews: f64,
    p_match: f64,
}

/// One version of the model.
struct Version<'a> {
    draws: &'a Draws,
    draw: usize,
    /// Odds of each choice, where it has a cell.
    odds: Vec<Option<CellOdds>>,
    /// Scores of the effects on programs.
    effects: [f64; 6],
    spread: f64,
    /// How strict each choice is.
    strictness: Vec<f64>,
}

impl<'a> Version<'a> {
    fn of(
        prospects: &Prospects<'_>,
        model: &Model,
        draws: &'a Draws,
        effects: &Effects,
        draw: usize,
    ) -> Self {
        let applicant = prospects.question.applicant;
        let key = AssumptionKey::RanksPerInterview;
        let ranked = draws.effect(key, effects.get(key), draw);
        let score = draws.shared(Shared::Score, draw);
        let cells = prospects.cells.iter();
        let odds = cells.map(|cell| {
            cell.map(|cell| {
                CellOdds::drawn(cell, model.numbers(cell, draw), ranked, applicant, score)
            })
        });
        let strictness = prospects.cells.iter().map(|cell| {
            cell.map_or(0.0, |cell| {
                let place = model.specialty_place(cell.specialty);
                draws.shared(Shared::Strictness(place), draw)
            })
        });
        Version {
            draws,
            draw,
            odds: odds.collect(),
            effects: ProgramEffects::KEYS.map(|key| draws.shared(Shared::Assumption(key), draw)),
            spread: effects.get(AssumptionKey::ProgramSpread).mid,
            strictness: strictness.collect(),
        }
    }

    fn look(&self, prospects: &Prospects<'_>, list: &[Prospect]) -> Seen {
        let mut uninvited = NINE.map(|node| node.weight);
        let mut unmatched = uninvited;
        let mut interviews = 0.0;
        for prospect in list.iter().filter(|p| self.opens(prospects, p)) {
            let Some(Some(odds)) = self.odds.get(prospect.choice) else {
                continue;
            };
            let chances = odds.by_strength(self.effect(prospects, prospect, odds));
            let each = uninvited.iter_mut().zip(&mut unmatched);
            for (((none, miss), node), (open, success)) in each
                .zip(NINE)
                .zip(chances.interview.iter().zip(chances.success))
            {
                interviews += node.weight * open;
                *none *= 1.0 - open;
                *miss *= 1.0 - success;
            }
        }
        Seen {
            any_interview: 1.0 - uninvited.iter().sum::<f64>(),
            interviews,
            p_match: 1.0 - unmatched.iter().sum::<f64>(),
        }
    }

    /// The effect of the evidence about a program, and of what nothing explains. The level is
    /// calibrated to the mean chance over programs, which a spread on the logit scale would raise
    /// where chances are small: to second order it is taken back here.
    fn effect(&self, prospects: &Prospects<'_>, prospect: &Prospect, odds: &CellOdds) -> f64 {
        let own = self
            .draws
            .shared(Shared::Particular(number(prospects, prospect)), self.draw);
        let effects = &prospect.effects;
        let (sd, moved, signal) = match effects.settled {
            // The applicant's own figures say where the chance is, whatever the level.
            Some(variance) => {
                let cell = prospects.cells.get(prospect.choice).copied().flatten();
                let level = cell.map_or(odds.level(), |cell| cell.level);
                (
                    libm::sqrt(variance),
                    level - odds.level(),
                    prospect.signal.mid,
                )
            }
            None => {
                let doubts = effects.doubts.iter().zip(self.effects);
                let moved = doubts.map(|(doubt, score)| doubt * score).sum();
                let key = AssumptionKey::Signal;
                let signal = self.draws.effect(key, prospect.signal, self.draw);
                (self.spread, moved, signal)
            }
        };
        let mean = -0.5 * sd * sd * (1.0 - 2.0 * prospect.open());
        effects.total() + signal + moved + sd * own + mean
    }

    /// Whether sponsor and program turn out to be open.
    fn opens(&self, prospects: &Prospects<'_>, prospect: &Prospect) -> bool {
        let score = self.strictness.get(prospect.choice).copied().unwrap_or(0.0);
        let (sponsor, own) = prospect.belief.at(score);
        self.draws.uniform(prospect.belief.who, self.draw) < sponsor
            && self.draws.uniform(!number(prospects, prospect), self.draw) < own
    }
}

/// The number that names a program.
fn number(prospects: &Prospects<'_>, prospect: &Prospect) -> u64 {
    let program = prospects.question.catalog.get(prospect.program);
    program.map_or(0, |program| program.id.number())
}
