//! The beta-binomial update and the log odds that bring a program there.

use super::{FigureContext, Figures, odds};
use crate::model::{AssumptionKey, Effect, Effects};
use crate::odds::{CellOdds, ProgramEffects, RANGE_Z};

/// What the figures make of a program's chance. Chances are with every gate open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Update {
    /// The model's chance of an interview, 0 to 1.
    pub before: f64,
    /// How many applicants the model's chance is worth.
    pub worth: f64,
    /// The figures' chance for people like the applicant, 0 to 1.
    pub seen: f64,
    /// How many applicants the figures are worth.
    pub weight: f64,
    /// The chance that follows, between the two.
    pub after: f64,
    /// Variance of the log odds of an interview that is left.
    pub variance: f64,
}

impl Figures {
    /// What the figures make of a program with these effects, for an application without a signal
    /// or with one, whose log odds in the model are given; `None` where they say nothing about it.
    #[must_use]
    pub fn about(
        &self,
        context: &FigureContext<'_>,
        program: &ProgramEffects,
        signal: Option<f64>,
    ) -> Option<Update> {
        let seen = self.seen(context, program, signal)?;
        let more = signal.unwrap_or(0.0);
        let open = context.odds.p_interview_among_read(program, more);
        let sd = (logit(open.hi) - logit(open.lo)) / (2.0 * RANGE_Z);
        let before = Beta::of(open.mid, sd * sd);
        let weight = self.weight(context.effects, seen);
        let after = before.with(seen, weight.mid);
        let reach = |n: f64| logit(before.with(seen, n).mean);
        let doubts = weight.doubts.map(|n| Effect {
            mid: reach(n.mid),
            low: reach(n.low),
            high: reach(n.high),
        });
        let doubt: f64 = doubts.iter().map(|doubt| doubt.sd() * doubt.sd()).sum();
        // From the scale of the mean chance back to that of one strength.
        let variance = context.odds.variance(program);
        let scale = variance / (sd * sd);
        let left = (after.variance() + doubt) * scale;
        Some(Update {
            before: before.mean,
            worth: before.worth,
            seen,
            weight: weight.mid,
            after: after.mean,
            variance: if left < variance { left } else { variance },
        })
    }

    /// How many applicants the figures are worth where they show this share.
    fn weight(&self, effects: &Effects, seen: f64) -> Weight {
        let typed = self.applicants.map(|n| exactly(f64::from(n)));
        let behind = typed.unwrap_or_else(|| effects.get(AssumptionKey::ExplorerApplicants));
        let each = effects.get(AssumptionKey::ExplorerWeight);
        let spread = match self.by_type() {
            Some(_) => Effect::NONE,
            None => effects.get(AssumptionKey::ExplorerAllTypes),
        };
        let worth = |behind: f64, each: f64, spread: f64| {
            let n = behind * each;
            n / (1.0 + n * seen * (1.0 - seen) * spread * spread)
        };
        let mid = worth(behind.mid, each.mid, spread.mid);
        let range = |low, high| Effect { mid, low, high };
        Weight {
            mid,
            doubts: [
                range(
                    worth(behind.low, each.mid, spread.mid),
                    worth(behind.high, each.mid, spread.mid),
                ),
                range(
                    worth(behind.mid, each.low, spread.mid),
                    worth(behind.mid, each.high, spread.mid),
                ),
                range(
                    worth(behind.mid, each.mid, spread.high),
                    worth(behind.mid, each.mid, spread.low),
                ),
            ],
        }
    }
}

/// How many applicants figures are worth, and how far that moves over the range of each thing that
/// is assumed about it.
struct Weight {
    mid: f64,
    doubts: [Effect; 3],
}

/// A Beta belief: its mean, and how many applicants it is worth.
#[derive(Clone, Copy, Debug)]
struct Beta {
    mean: f64,
    worth: f64,
}

impl Beta {
    /// The belief with this mean whose log odds have this variance: by the delta method
    /// 1 / (mean (1 - mean) (worth + 1)).
    fn of(mean: f64, variance: f64) -> Beta {
        /// A belief is worth one applicant at least, and never so many that nothing moves it.
        const LEAST: f64 = 1.0;
        const MOST: f64 = 1e6;
        let worth = 1.0 / (mean * (1.0 - mean) * variance) - 1.0;
        Beta {
            mean,
            // Also where there is no variance or no number.
            worth: if worth > LEAST {
                worth.min(MOST)
            } else {
                LEAST
            },
        }
    }

    /// Variance of the log odds.
    fn variance(self) -> f64 {
        1.0 / (self.mean * (1.0 - self.mean) * (self.worth + 1.0))
    }

    /// The belief after so many applicants of whom this share was interviewed.
    fn with(self, share: f64, applicants: f64) -> Beta {
        let worth = self.worth + applicants;
        Beta {
            mean: (self.worth * self.mean + applicants * share) / worth,
            worth,
        }
    }
}

impl Update {
    /// The log odds that bring the chance to where it follows, other effects as they are.
    #[must_use]
    pub fn shift(&self, odds: &CellOdds, h: f64) -> f64 {
        const HALVINGS: u32 = 60;
        const FARTHEST: f64 = 16.0;
        let (mut low, mut high) = (-FARTHEST, FARTHEST);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if odds.p_interview_if_read(h + middle) < self.after {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

fn exactly(value: f64) -> Effect {
    Effect {
        mid: value,
        low: value,
        high: value,
    }
}

fn logit(chance: f64) -> f64 {
    libm::log(odds(chance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::residency_explorer::Permille;

    /// A chance of 0.2 whose logit has variance 0.25 is worth 1/(0.16 * 0.25) - 1 = 24
    /// applicants; with 36 more at a half it is (24 * 0.2 + 36 * 0.5) / 60 = 0.38.
    #[test]
    fn the_textbook_by_hand() {
        let before = Beta::of(0.2, 0.25);
        assert!((before.worth - 24.0).abs() < 1e-9);
        assert!((before.variance() - 0.25).abs() < 1e-12);
        let after = before.with(0.5, 36.0);
        assert!((after.mean - 0.38).abs() < 1e-12);
        assert!((after.worth - 60.0).abs() < 1e-9);
        assert!((after.variance() - 1.0 / (0.38 * 0.62 * 61.0)).abs() < 1e-12);
    }

    /// Beta(1, 3) and 2 interviewed of 4 are Beta(3, 5): a mean of 3/8.
    #[test]
    fn whole_numbers_by_hand() {
        let flat = Beta {
            mean: 0.25,
            worth: 4.0,
        };
        assert!((flat.with(0.5, 4.0).mean - 0.375).abs() < 1e-15);
        assert!((flat.with(0.25, 99.0).mean - 0.25).abs() < 1e-15);
    }

    /// Without a model an applicant counts a half, and all types are alike.
    #[test]
    fn applicants_are_discounted() {
        let figures = Figures {
            rate: Permille::new(500),
            applicants: Some(72),
            ..Figures::default()
        };
        let weight = figures.weight(&Effects::of(None), 0.5);
        assert!((weight.mid - 36.0).abs() < 1e-12);
        assert!(weight.doubts[1].high > 71.9 && weight.doubts[1].low.abs() < 1e-12);
    }
}
