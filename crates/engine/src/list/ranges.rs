//! The ranges of a list's figures, by the draws of the model.

use super::{Application, Prospect, Prospects};
use crate::applicant_record;
use crate::eligibility::Band;
use crate::model::draws::{COUNT, Draws, Shared};
use crate::model::{AssumptionKey, Effects, Model};
use crate::odds::quadrature::NINE;
use crate::odds::{CellOdds, Drawn, INFLUENCES, Influence};
use crate::ordering;

use super::outcome::Figures;

/// Ranges of a list's figures. Those of means say how sure the model is of them: each holds four in
/// five of its draws, and the middle. What one person may see is another range, and a wider one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranges {
    /// Of the chance of at least one interview.
    pub any_interview: Band,
    /// Of the expected number of interviews.
    pub interviews: Band,
    /// How many interviews most people like this one get: four in five of them, over the model's
    /// draws, strength that nothing shows, and luck.
    pub seen: (u32, u32),
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
    let model = prospects.input.model?;
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
        seen: most_people(&seen),
        p_match: range(middle.p_match, |seen| seen.p_match),
    })
}

/// From the fourth lowest to the fourth highest of 32: a tenth on each side, the middle within.
fn four_in_five(ascending: &[f64], mid: f64) -> Band {
    let outside = ascending.len() / 10;
    let at = |index: usize| ascending.get(index).copied().unwrap_or(mid);
    let (lo, hi) = (at(outside), at(ascending.len().saturating_sub(outside + 1)));
    Band {
        lo: lo.min(mid),
        mid,
        hi: hi.max(mid),
    }
}

/// Interviews of which all more count as so many.
const MOST_SEEN: usize = 40;

/// The numbers of interviews between which four in five people lie, over all draws.
fn most_people(seen: &[Seen]) -> (u32, u32) {
    let mut people = [0.0; MOST_SEEN + 1];
    for draw in seen {
        for (sum, share) in people.iter_mut().zip(draw.people) {
            *sum += share / seen.len() as f64;
        }
    }
    let at = |wanted: f64| {
        let mut below = 0.0;
        for (number, share) in (0u32..).zip(people) {
            below += share;
            if below > wanted {
                return number;
            }
        }
        MOST_SEEN as u32
    };
    (at(0.1), at(0.9))
}

/// A list in one draw.
struct Seen {
    any_interview: f64,
    interviews: f64,
    p_match: f64,
    /// Share of people with 0, 1, 2 ... interviews.
    people: [f64; MOST_SEEN + 1],
}

/// One version of the model.
struct Version<'a> {
    draws: &'a Draws,
    draw: usize,
    /// Odds of each choice, where it has a cell.
    odds: Vec<Option<CellOdds>>,
    /// Scores of the effects on programs.
    effects: [f64; INFLUENCES],
    spread: f64,
    /// Chance that the applications are read at all.
    read: f64,
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
        let applicant = prospects.input.applicant;
        let key = AssumptionKey::RanksPerInterview;
        let ranked = draws.effect(key, effects.get(key), draw);
        let score = draws.shared(Shared::Score, draw);
        let record = &prospects.record;
        let drawn_part = |key: AssumptionKey, part: applicant_record::Part| {
            part.mid + part.sd * draws.shared(Shared::Assumption(key), draw)
        };
        let beside_score = drawn_part(AssumptionKey::AttemptsBeyondTwo, record.attempts)
            + drawn_part(AssumptionKey::YearsSinceGraduation, record.years);
        let tail = draws.effect(AssumptionKey::TailImg, record.tail, draw);
        let read = record.read_with(tail);
        let cells = prospects.cells.iter();
        let odds = cells.map(|cell| {
            cell.map(|cell| {
                let drawn = Drawn {
                    numbers: model.numbers(cell, draw),
                    ranked,
                    score,
                    beside_score,
                    read,
                };
                CellOdds::drawn(cell, applicant, &drawn)
            })
        });
        let strictness = prospects.cells.iter().map(|cell| {
            cell.map_or(0.0, |cell| {
                let specialty = model.specialty_index(cell.specialty);
                draws.shared(Shared::Strictness(specialty), draw)
            })
        });
        Version {
            draws,
            draw,
            odds: odds.collect(),
            effects: std::array::from_fn(|at| {
                let key = Influence::ALL[at].key();
                draws.shared(Shared::Assumption(key), draw)
            }),
            read,
            spread: effects.get(AssumptionKey::ProgramSpread).mid,
            strictness: strictness.collect(),
        }
    }

    fn look(&self, prospects: &Prospects<'_>, list: &[Prospect]) -> Seen {
        let mut uninvited = NINE.map(|node| self.read * node.weight);
        let mut unmatched = uninvited;
        // Summed as what is left will be, so that an empty list comes to nothing at all.
        let all = uninvited.iter().sum::<f64>();
        let mut interviews = 0.0;
        let mut counts = [[0.0; MOST_SEEN + 1]; NINE.len()];
        counts.iter_mut().for_each(|count| count[0] = 1.0);
        let mut most = [0; NINE.len()];
        for prospect in list.iter().filter(|p| self.opens(prospects, p)) {
            let Some(Some(odds)) = self.odds.get(prospect.choice) else {
                continue;
            };
            let chances = odds.by_strength(
                self.effect(prospects, prospect, odds),
                prospect.effects.entered,
            );
            let each = counts.iter_mut().zip(&mut most).zip(chances.interview);
            for ((count, most), open) in each {
                one_more(count, open, most);
            }
            let each = uninvited.iter_mut().zip(&mut unmatched);
            for (((none, miss), node), (open, success)) in each
                .zip(NINE)
                .zip(chances.interview.iter().zip(chances.success))
            {
                interviews += self.read * node.weight * open;
                *none *= 1.0 - open;
                *miss *= 1.0 - success;
            }
        }
        Seen {
            any_interview: all - uninvited.iter().sum::<f64>(),
            interviews,
            p_match: all - unmatched.iter().sum::<f64>(),
            people: self.people(&counts),
        }
    }

    /// The counts at each node of strength as one, with those whose applications nobody reads.
    fn people(&self, counts: &[[f64; MOST_SEEN + 1]; NINE.len()]) -> [f64; MOST_SEEN + 1] {
        let mut people = [0.0; MOST_SEEN + 1];
        for (node, count) in NINE.iter().zip(counts) {
            for (sum, share) in people.iter_mut().zip(count) {
                *sum += self.read * node.weight * share;
            }
        }
        people[0] += 1.0 - self.read;
        people
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
                let moved: f64 = doubts.map(|(doubt, score)| doubt * score).sum();
                let state = Shared::Particular(!u64::from(effects.state as u8));
                let of_state = effects.of_state * self.draws.shared(state, self.draw);
                let key = AssumptionKey::Signal;
                let signal = self.draws.effect(key, prospect.signal, self.draw);
                let spread = self.spread * self.spread + effects.particular * effects.particular;
                (libm::sqrt(spread), moved + of_state, signal)
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

/// The distribution of a count after one more chance. So far nobody of weight counts more than
/// `most`; the last entry holds all beyond.
fn one_more(count: &mut [f64; MOST_SEEN + 1], chance: f64, most: &mut usize) {
    /// A share of people that no range can show: tails are not carried further.
    const NOBODY: f64 = 1e-9;
    *most += usize::from(*most < MOST_SEEN && count[*most] > NOBODY);
    let last = count[MOST_SEEN];
    for at in (1..=*most).rev() {
        count[at] += chance * (count[at - 1] - count[at]);
    }
    count[MOST_SEEN] += chance * last;
    count[0] *= 1.0 - chance;
}

/// The number that names a program.
fn number(prospects: &Prospects<'_>, prospect: &Prospect) -> u64 {
    let program = prospects.input.catalog.get(prospect.program);
    program.map_or(0, |program| program.id.number())
}
