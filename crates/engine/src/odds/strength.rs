//! An applicant's strength in a cell, as far as the score shows it.

use crate::applicant::Applicant;
use crate::model::Cell;

/// Least standard deviation of strength that is left once the score is known.
const LEAST_SD: f64 = 0.05;

/// An applicant's strength in a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Theta {
    pub(super) mean: f64,
    /// The part of the mean that the score tells.
    pub(super) by_score: f64,
    pub(super) sd: f64,
    /// Standard deviation of what an unknown score would tell; 0 if it is known.
    pub(super) unknown: f64,
}

impl Theta {
    pub(super) fn of(cell: &Cell, tau: f64, applicant: &Applicant) -> Theta {
        let score_sd = cell.slope * cell.score_sd / 10.0;
        match applicant.step2.score {
            Some(score) => {
                let mean = cell.slope * (f64::from(score.value()) - cell.score_mean) / 10.0;
                Theta {
                    mean,
                    by_score: mean,
                    sd: residual(tau, score_sd),
                    unknown: 0.0,
                }
            }
            None => Theta {
                mean: 0.0,
                by_score: 0.0,
                sd: tau,
                unknown: score_sd,
            },
        }
    }

    /// With what the record says beside the score.
    pub(super) fn with(mut self, beside: f64) -> Theta {
        self.mean += beside;
        self
    }
}

/// What is left of the strength's spread once the score is known.
pub(super) fn residual(tau: f64, score_sd: f64) -> f64 {
    let left = tau * tau - score_sd * score_sd;
    if left > LEAST_SD * LEAST_SD {
        libm::sqrt(left)
    } else {
        LEAST_SD
    }
}
