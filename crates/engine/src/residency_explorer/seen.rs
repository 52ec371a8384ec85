//! From the share interviewed to that of people like the applicant.

use super::{FigureContext, Figures, odds};
use crate::applicant_record::Record;
use crate::odds::{CellOdds, ProgramEffects};

/// A figure is kept off 0 and 1, which no finite number of applicants shows.
const LEAST: f64 = 0.001;
const MOST: f64 = 0.99;

/// Quartile range of a normal distribution in standard deviations.
const QUARTILES: f64 = 1.349;

impl Figures {
    /// The share interviewed among people like the applicant whose gates are open, without or
    /// with a signal, whose log odds in the model are given; `None` without the rate.
    pub(super) fn seen(
        &self,
        context: &FigureContext<'_>,
        program: &ProgramEffects,
        signal: Option<f64>,
    ) -> Option<f64> {
        let rate = match signal {
            None => self.rate,
            Some(_) => self.rate_signalled,
        };
        let by_score = self.by_score(context);
        let shown = rate?.share() * self.by_type().unwrap_or(1.0) * by_score.unwrap_or(1.0);
        let here = program.total() + signal.unwrap_or(0.0);
        let average = here - program.of_applicant();
        let like_average = match by_score {
            Some(_) => context.odds.p_interview_if_read(average),
            None => {
                let pool = CellOdds::of_pool(context.cell, context.effects, &Record::default());
                pool.p_interview_if_read(average)
            }
        };
        let own = context.odds.p_interview_if_read(here);
        let like_applicant = odds(shown.clamp(LEAST, MOST)) * odds(own) / odds(like_average);
        Some((like_applicant / (1.0 + like_applicant)).clamp(LEAST, MOST))
    }

    /// How much likelier the applicant's type is among the interviewed than among the applicants;
    /// `None` without both shares.
    #[must_use]
    pub fn by_type(&self) -> Option<f64> {
        let applied = self.type_applied.filter(|share| share.tenths() > 0)?;
        Some(self.type_interviewed?.share() / applied.share())
    }

    /// The same of the applicant's score; `None` without the score or without percentiles that
    /// ascend.
    fn by_score(&self, context: &FigureContext<'_>) -> Option<f64> {
        let score = f64::from(context.applicant.step2.score?.value());
        let pool = (context.cell.score_mean, context.cell.score_sd);
        Some(score_ratio(score, self.interviewed(pool.1)?, pool))
    }

    /// Mean and standard deviation of the scores of the interviewed: the spread from two
    /// percentiles, or the pool's from one.
    fn interviewed(&self, pool_sd: f64) -> Option<(f64, f64)> {
        if !self.ascends() {
            return None;
        }
        let [low, middle, high] = self.step2.map(|score| score.map(f64::from));
        let sd = match (low, middle, high) {
            (Some(low), _, Some(high)) => (high - low) / QUARTILES,
            (Some(low), Some(middle), None) => 2.0 * (middle - low) / QUARTILES,
            (None, Some(middle), Some(high)) => 2.0 * (high - middle) / QUARTILES,
            _ => pool_sd,
        };
        let half = 0.5 * QUARTILES * sd;
        let mean = match (low, middle, high) {
            (_, Some(middle), _) => middle,
            (Some(low), None, Some(high)) => 0.5 * (low + high),
            (Some(low), None, None) => low + half,
            (None, None, Some(high)) => high - half,
            (None, None, None) => return None,
        };
        Some((mean, sd))
    }
}

/// Density of a score among the interviewed against that in the pool, each a normal distribution
/// of a mean and a standard deviation in points; from a tenth to ten.
///
/// It never falls with a higher score: beyond the point where the ratio of two normal densities
/// turns, it stays as it is there, since that turn follows from their spreads and not from
/// anybody's choice. Where the interviewed do not score above the pool the program's applicants
/// are not like the specialty's, the ratio would say that lower scores are preferred, and it is 1.
#[must_use]
pub fn score_ratio(score: f64, interviewed: (f64, f64), pool: (f64, f64)) -> f64 {
    /// The figures say nothing finer than this about a tail.
    const FARTHEST: f64 = 10.0;
    let sds = (interviewed.1.max(1.0), pool.1.max(1.0));
    let means = (interviewed.0, pool.0);
    if means.0 <= means.1 {
        return 1.0;
    }
    let sharp = (1.0 / (sds.0 * sds.0), 1.0 / (sds.1 * sds.1));
    let turn = (means.0 * sharp.0 - means.1 * sharp.1) / (sharp.0 - sharp.1);
    let score = if sharp.0 > sharp.1 {
        score.min(turn)
    } else if sharp.0 < sharp.1 {
        score.max(turn)
    } else {
        score
    };
    let density = |mean: f64, sd: f64| {
        let z = (score - mean) / sd;
        libm::exp(-0.5 * z * z) / sd
    };
    let ratio = density(means.0, sds.0) / density(means.1, sds.1);
    // A score so far out that both densities are nothing.
    let ratio = if ratio.is_nan() { 1.0 } else { ratio };
    ratio.clamp(1.0 / FARTHEST, FARTHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(step2: [Option<u16>; 3]) -> Option<(f64, f64)> {
        let figures = Figures {
            step2,
            ..Figures::default()
        };
        figures.interviewed(14.0)
    }

    /// A quartile range of 20 points is a standard deviation of 20 / 1.349 = 14.83.
    #[test]
    fn percentiles_give_a_mean_and_a_spread() {
        let near = |found: Option<(f64, f64)>, want: (f64, f64)| {
            let (mean, sd) = found.unwrap();
            assert!(
                (mean - want.0).abs() < 0.01 && (sd - want.1).abs() < 0.01,
                "{found:?}"
            );
        };
        near(with([Some(240), Some(252), Some(260)]), (252.0, 14.83));
        near(with([Some(240), None, Some(260)]), (250.0, 14.83));
        near(with([Some(240), Some(250), None]), (250.0, 14.83));
        near(with([None, Some(250), Some(260)]), (250.0, 14.83));
        near(with([None, Some(250), None]), (250.0, 14.0));
        near(with([Some(240), None, None]), (249.443, 14.0));
        near(with([None, None, Some(260)]), (250.557, 14.0));
        assert_eq!(with([None, None, None]), None);
        assert_eq!(with([Some(250), None, Some(240)]), None);
    }

    /// With equal spreads the ratio at the middle of the two means is 1, and at the higher mean
    /// exp(0.5 (10 / 10)^2) = 1.6487.
    #[test]
    fn the_density_ratio_by_hand() {
        let ratio = |score| score_ratio(score, (250.0, 10.0), (240.0, 10.0));
        assert!((ratio(245.0) - 1.0).abs() < 1e-12);
        assert!((ratio(250.0) - 1.648_721).abs() < 1e-6);
        assert!((ratio(240.0) - 0.606_531).abs() < 1e-6);
        let level = score_ratio(270.0, (238.0, 10.0), (240.0, 12.0));
        assert!((level - 1.0).abs() < 1e-12);
    }
}
