//! What applicants read in their own Residency Explorer account about a program, and how it
//! changes the program's chance.
//!
//! # The rule
//!
//! The share interviewed is turned into that of people like the applicant, by Bayes' theorem and
//! as far as the figures go:
//!
//! ```text
//! y = rate * (type among the interviewed / type among the applicants)
//!          * (density of the score among the interviewed / density in the specialty's pool)
//! ```
//!
//! The model's chance p is a Beta belief that is worth M applicants, M from the width of its own
//! range; the figure is worth n, a tenth (assumed) of the applicants behind it, since they are of
//! past years and not chosen for being alike. Then
//!
//! ```text
//! chance = (M p + n y) / (M + n),   worth M + n applicants.
//! ```
//!
//! The figure counts people whom the program's gates kept out, so it is compared with the chance
//! that has the gates in it, and the gates stay as they are. The method is ours, the beta-binomial
//! update the textbook's; nothing is read from Residency Explorer, whose terms forbid it.

use super::applicant::Applicant;
use super::eligibility::{Band, Effects};
use super::model::{AssumptionKey, Cell};
use super::odds::{CellOdds, ProgramEffects};

/// A share in tenths of a percent, 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Permille(u16);

impl Permille {
    /// The share; `None` above 1000.
    #[must_use]
    pub fn new(tenths: u16) -> Option<Permille> {
        (tenths <= 1000).then_some(Permille(tenths))
    }

    /// Tenths of a percent.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.0
    }

    /// From 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

/// Figures of one program, as far as they were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Share of applicants without a signal who were interviewed.
    pub rate: Option<Permille>,
    /// The same with a signal.
    pub rate_signalled: Option<Permille>,
    /// Applicants behind the rate.
    pub applicants: Option<u16>,
    /// Share of the applicant's own type among the applicants.
    pub type_applied: Option<Permille>,
    /// The same among the interviewed.
    pub type_interviewed: Option<Permille>,
    /// Step 2 CK of the interviewed: 25th, 50th and 75th percentile.
    pub step2: [Option<u16>; 3],
}

/// What the figures make of a program's chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Update {
    /// The model's chance of an interview, gates included.
    pub before: f64,
    /// How many applicants the model's chance is worth.
    pub worth: f64,
    /// The figures' chance for people like the applicant.
    pub seen: f64,
    /// How many applicants the figures are worth.
    pub weight: f64,
    /// The chance that follows.
    pub after: f64,
    /// Variance that is left on the logit scale.
    pub variance: f64,
}

/// Chances are kept off 0 and 1, which no finite number of applicants shows.
const LEAST: f64 = 0.001;
const MOST: f64 = 0.95;

/// Most applicants to one program that are believed.
pub const MOST_APPLICANTS: u16 = 20_000;

impl Figures {
    /// Whether the percentiles that are there ascend.
    #[must_use]
    pub fn ascends(&self) -> bool {
        let mut least = 0;
        self.step2.iter().flatten().all(|score| {
            let fits = *score >= least;
            least = *score;
            fits
        })
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Figures::default()
    }

    /// The share interviewed among people like the applicant, without or with a signal; `None`
    /// without the rate.
    #[must_use]
    pub fn seen(&self, signalled: bool, cell: &Cell, applicant: &Applicant) -> Option<f64> {
        let rate = if signalled {
            self.rate_signalled
        } else {
            self.rate
        };
        let rate = rate?.share();
        let by_type = match (self.type_interviewed, self.type_applied) {
            (Some(interviewed), Some(applied)) if applied.tenths() > 0 => {
                interviewed.share() / applied.share()
            }
            _ => 1.0,
        };
        let seen = rate * by_type * self.by_score(cell, applicant).unwrap_or(1.0);
        Some(seen.clamp(LEAST, MOST))
    }

    /// Density of the applicant's score among the interviewed against that in the pool.
    fn by_score(&self, cell: &Cell, applicant: &Applicant) -> Option<f64> {
        /// Quartile range of a normal distribution in standard deviations.
        const QUARTILES: f64 = 1.349;
        /// The figures say nothing finer than this about a tail.
        const FARTHEST: f64 = 10.0;
        let score = f64::from(applicant.step2.score.filter(|_| self.ascends())?.value());
        let [low, middle, high] = self.step2.map(|score| score.map(f64::from));
        let sd = match (low, middle, high) {
            (Some(low), _, Some(high)) => (high - low) / QUARTILES,
            (Some(low), Some(middle), None) => 2.0 * (middle - low) / QUARTILES,
            (None, Some(middle), Some(high)) => 2.0 * (high - middle) / QUARTILES,
            _ => cell.score_sd,
        };
        let mean = middle.or(low.zip(high).map(|(low, high)| 0.5 * (low + high)))?;
        let sd = if sd > 1.0 { sd } else { 1.0 };
        let density = |mean: f64, sd: f64| {
            let z = (score - mean) / sd;
            libm::exp(-0.5 * z * z) / sd
        };
        let ratio = density(mean, sd) / density(cell.score_mean, cell.score_sd);
        Some(ratio.clamp(1.0 / FARTHEST, FARTHEST))
    }

    /// Beta-binomial: the chance before, whose logit has this variance, and the figures' share.
    fn update(&self, effects: &Effects, before: f64, variance: f64, seen: f64) -> Update {
        let applicants = self.applicants.map_or(
            effects.get(AssumptionKey::ExplorerApplicants).mid,
            f64::from,
        );
        let weight = applicants * effects.get(AssumptionKey::ExplorerWeight).mid;
        let before = before.clamp(LEAST, MOST);
        let worth = (1.0 / (before * (1.0 - before) * variance) - 1.0).max(1.0);
        let after = (worth * before + weight * seen) / (worth + weight);
        let left = 1.0 / (after * (1.0 - after) * (worth + weight + 1.0));
        Update {
            before,
            worth,
            seen,
            weight,
            after,
            variance: left.min(variance),
        }
    }

    /// What the figures make of a program whose effects and gates are these, with `more` log odds
    /// from a signal; `None` where they say nothing about it.
    #[must_use]
    pub fn about(
        &self,
        place: &Place<'_>,
        effects: &ProgramEffects,
        more: f64,
        gates: Band,
    ) -> Option<Update> {
        let seen = self.seen(more != 0.0, place.cell, place.applicant)?;
        let open = place.odds.p_interview_open(effects.total() + more);
        let variance = place.odds.variance(effects);
        Some(self.update(place.effects, open * gates.mid, variance, seen))
    }
}

/// Where figures are read: the cell, its odds, the applicant and what is assumed.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The cell.
    pub cell: &'a Cell,
    /// Its odds for the applicant.
    pub odds: &'a CellOdds,
    /// The person.
    pub applicant: &'a Applicant,
    /// Assumptions.
    pub effects: &'a Effects,
}

impl Update {
    /// The log odds that bring the chance to where it follows, gates and other effects in
    /// place. What gates do not allow is not reached.
    #[must_use]
    pub fn shift(&self, odds: &CellOdds, h: f64, gates: Band) -> f64 {
        const HALVINGS: u32 = 60;
        const FARTHEST: f64 = 12.0;
        let wanted = if gates.mid > 0.0 {
            (self.after / gates.mid).clamp(LEAST, MOST)
        } else {
            return 0.0;
        };
        let (mut low, mut high) = (-FARTHEST, FARTHEST);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if odds.p_interview_open(h + middle) < wanted {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(rate: u16, applicants: u16) -> Figures {
        Figures {
            rate: Permille::new(rate),
            applicants: Some(applicants),
            ..Figures::default()
        }
    }

    /// Without a model each applicant counts a half.
    fn effects() -> Effects {
        Effects::of(None)
    }

    /// A chance of 0.2 whose logit has variance 0.25 is worth 1/(0.16 * 0.25) - 1 = 24
    /// applicants; 72 applicants at a half are worth 36: (24 * 0.2 + 36 * 0.5) / 60 = 0.38.
    #[test]
    fn the_textbook_by_hand() {
        let update = figures(500, 72).update(&effects(), 0.2, 0.25, 0.5);
        assert!((update.worth - 24.0).abs() < 1e-9);
        assert!((update.weight - 36.0).abs() < 1e-9);
        assert!((update.after - 0.38).abs() < 1e-12);
        assert!((update.variance - 1.0 / (0.38 * 0.62 * 61.0)).abs() < 1e-12);
    }

    #[test]
    fn more_applicants_pull_harder_and_a_figure_that_agrees_moves_nothing() {
        let effects = effects();
        let mut last = 0.1;
        for applicants in [1, 10, 100, 1000, 10_000] {
            let update = figures(400, applicants).update(&effects, 0.1, 0.4, 0.4);
            assert!(update.after > last && update.after < 0.4);
            assert!(update.variance <= 0.4);
            last = update.after;
            let same = figures(100, applicants).update(&effects, 0.1, 0.4, 0.1);
            assert!((same.after - 0.1).abs() < 1e-12);
        }
    }
}
