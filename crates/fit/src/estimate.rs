//! One cell from its published moments: penalised least squares.
//!
//! Residuals are in standard errors: match rate on the logit scale, mean and standard deviation
//! of the ranks of matched and unmatched, and one for each prior. A small share of the mean is
//! added to each standard error, because the model is not exact and a table of thousands would
//! otherwise drown the priors.

use super::FitError;
use super::constants::{Constants, FitKey};
use super::covariance::Covariance;
use super::forward::{Moments, Spread, Strength, logit, moments};
use super::solve;
use nalgebra::{DVector, MatrixXx4};

/// Step of the numeric derivatives.
const STEP: f64 = 1e-4;

/// What counts as an error of published ranks, beyond that of counting.
#[derive(Clone, Copy, Debug)]
pub struct Errors {
    /// Share of the published mean that counts as misfit of the model itself.
    pub misfit: f64,
    /// A standard deviation is known less well than its mean by this factor, ranks being skewed.
    pub sd_factor: f64,
    /// Least standard deviation of ranks: a group of five with one rank each has none of its own.
    pub least_spread: f64,
}

impl Errors {
    /// As the constants have them.
    #[must_use]
    pub fn of(constants: &Constants) -> Errors {
        Errors {
            misfit: constants.get(FitKey::Misfit),
            sd_factor: constants.get(FitKey::SdFactor),
            least_spread: constants.get(FitKey::LeastSpread),
        }
    }
}

/// Published moments of one cell.
#[derive(Clone, Copy, Debug)]
pub struct Observed {
    /// What counts as an error of the ranks.
    pub errors: Errors,
    /// Applications behind the ranks.
    pub applications: u32,
    /// Ranks above it count as it.
    pub cap: u32,
    /// Match rate and the number of applicants behind it.
    pub rate: (f64, f64),
    /// Ranks of the matched with their number.
    pub matched: Option<(Spread, f64)>,
    /// Ranks of the unmatched with their number.
    pub unmatched: Option<(Spread, f64)>,
}

/// Normal priors, as (mean, sd); `None` is flat.
#[derive(Clone, Copy, Debug)]
pub struct Priors {
    /// On c.
    pub c: Option<(f64, f64)>,
    /// On the logarithm of tau.
    pub ln_tau: Option<(f64, f64)>,
    /// On d.
    pub d: Option<(f64, f64)>,
    /// On rho.
    pub rho: Option<(f64, f64)>,
}

/// Which of the four numbers the fit may move, in the order c, tau, d, rho.
pub type Free = [bool; 4];

/// An estimate with what is doubtful about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The four numbers.
    pub strength: Strength,
    /// Covariance of c, ln tau, d and rho.
    pub covariance: Covariance,
}

impl Estimate {
    /// Standard error of c.
    #[must_use]
    pub fn c_sd(&self) -> f64 {
        self.covariance.sd(0)
    }

    /// Standard error of d.
    #[must_use]
    pub fn d_sd(&self) -> f64 {
        self.covariance.sd(2)
    }
}

pub(super) fn to_vector(s: &Strength) -> [f64; 4] {
    [s.c, libm::log(s.tau), s.d, s.rho]
}

pub(super) fn to_strength(v: &[f64; 4]) -> Strength {
    Strength {
        c: v[0],
        tau: libm::exp(v[1]),
        d: v[2],
        rho: v[3],
    }
}

fn spread_residuals(
    out: &mut Vec<f64>,
    model: Spread,
    published: Option<(Spread, f64)>,
    errors: Errors,
) {
    let Some((seen, n)) = published else { return };
    let error = seen.sd.max(errors.least_spread) / n.sqrt() + errors.misfit * seen.mean;
    out.push((model.mean - seen.mean) / error);
    out.push((model.sd - seen.sd) / (errors.sd_factor * error));
}

fn residuals(strength: &Strength, seen: &Observed, priors: &Priors) -> Vec<f64> {
    let model: Moments = moments(strength, seen.applications, seen.cap);
    let (rate, n) = seen.rate;
    let mut out = vec![(logit(model.rate) - logit(rate)) * (n * rate * (1.0 - rate)).sqrt()];
    spread_residuals(&mut out, model.matched, seen.matched, seen.errors);
    spread_residuals(&mut out, model.unmatched, seen.unmatched, seen.errors);
    let v = to_vector(strength);
    for (value, prior) in v
        .iter()
        .zip([priors.c, priors.ln_tau, priors.d, priors.rho])
    {
        if let Some((mean, sd)) = prior {
            out.push((value - mean) / sd);
        }
    }
    out
}

/// Fits the free numbers, the others staying as in `start`.
///
/// # Errors
///
/// If the optimiser gives no answer or the answer has no standard errors.
pub fn estimate(
    start: &Strength,
    free: Free,
    seen: &Observed,
    priors: &Priors,
) -> Result<Estimate, FitError> {
    let base = to_vector(start);
    let axes: Vec<usize> = (0..4).filter(|&i| free[i]).collect();
    let strength_at = |x: &[f64]| {
        let mut v = base;
        for (&axis, &value) in axes.iter().zip(x) {
            v[axis] = value;
        }
        to_strength(&v)
    };
    let begin: Vec<f64> = axes.iter().map(|&i| base[i]).collect();
    let cost = |x: &[f64]| {
        residuals(&strength_at(x), seen, priors)
            .iter()
            .map(|r| r * r)
            .sum()
    };
    let best = solve::least(&begin, cost).ok_or(FitError::NoSolution("least squares"))?;
    let strength = strength_at(&best);
    let covariance =
        covariance(&strength, seen, priors).ok_or(FitError::NoSolution("standard errors"))?;
    Ok(Estimate {
        strength,
        covariance,
    })
}

/// Covariance with all four numbers uncertain: the inverse of the Gauss-Newton matrix at the
/// estimate.
fn covariance(strength: &Strength, seen: &Observed, priors: &Priors) -> Option<Covariance> {
    let v = to_vector(strength);
    let columns: [DVector<f64>; 4] = std::array::from_fn(|axis| {
        let moved = |by: f64| {
            let mut w = v;
            w[axis] += by;
            DVector::from(residuals(&to_strength(&w), seen, priors))
        };
        (moved(STEP) - moved(-STEP)) / (2.0 * STEP)
    });
    let jacobian = MatrixXx4::from_columns(&columns);
    Covariance::of_information(jacobian.tr_mul(&jacobian))
}

/// The d that gives a match rate, all else as it is; `None` if no d between -12 and 12 does.
#[must_use]
pub fn d_for_rate(strength: &Strength, n: u32, rate: f64) -> Option<f64> {
    solve::bisect(-12.0, 12.0, |d| {
        moments(&Strength { d, ..*strength }, n, n).rate - rate
    })
}

/// The equal shift of c and d that gives a match rate; `None` if none between -8 and 8 does.
#[must_use]
pub fn shift_for_rate(strength: &Strength, n: u32, rate: f64) -> Option<f64> {
    solve::bisect(-8.0, 8.0, |by| {
        moments(&shifted(strength, by), n, n).rate - rate
    })
}

/// Strength with level and d moved by the same amount.
#[must_use]
pub fn shifted(strength: &Strength, by: f64) -> Strength {
    Strength {
        c: strength.c + by,
        d: strength.d + by,
        ..*strength
    }
}

/// The c that gives a mean number of ranks over everybody; `None` if none between -12 and 12 does.
#[must_use]
pub fn c_for_mean_ranks(strength: &Strength, n: u32, mean: f64) -> Option<f64> {
    solve::bisect(-12.0, 12.0, |c| {
        moments(&Strength { c, ..*strength }, n, n).mean_ranks - mean
    })
}
