//! Estimates carried over to another match rate or number of applications, with their errors.
//!
//! Each move changes what is known of the four numbers together: errors go through it to first
//! order, so that a level that was overestimated lowers the d that the same rate asks for.

use super::FitError;
use super::covariance::Gradient;
use super::estimate::{
    Estimate, c_for_mean_ranks, d_for_rate, shift_for_rate, shifted, to_strength, to_vector,
};
use super::forward::{Strength, logit, moments};

/// Step of the numeric derivatives.
const STEP: f64 = 1e-3;

/// How a function of the four numbers moves with c, ln tau, d and rho.
pub(super) fn gradient(at: &Strength, f: impl Fn(&Strength) -> f64) -> Gradient {
    Gradient::from_fn(|axis, _| {
        let moved = |by: f64| {
            let mut v = to_vector(at);
            v[axis] += by;
            f(&to_strength(&v))
        };
        (moved(STEP) - moved(-STEP)) / (2.0 * STEP)
    })
}

fn rate_gradient(at: &Strength, n: u32) -> Gradient {
    gradient(at, |strength| logit(moments(strength, n, n).rate))
}

/// Moves d until the rate holds; `logit_sd` says how well the rate is known.
///
/// # Errors
///
/// If no d gives the rate.
pub fn at_rate(base: &Estimate, n: u32, rate: f64, logit_sd: f64) -> Result<Estimate, FitError> {
    let d = d_for_rate(&base.strength, n, rate).ok_or(FitError::NoSolution("level of matching"))?;
    let strength = Strength { d, ..base.strength };
    let covariance = base
        .covariance
        .held(&rate_gradient(&strength, n), &Gradient::z(), logit_sd);
    Ok(Estimate {
        strength,
        covariance,
    })
}

/// Moves c and d together until the rate holds; `logit_sd` says how well the rate is known.
///
/// # Errors
///
/// If no shift gives the rate.
pub fn moved_to_rate(
    base: &Estimate,
    n: u32,
    rate: f64,
    logit_sd: f64,
) -> Result<Estimate, FitError> {
    let by = shift_for_rate(&base.strength, n, rate)
        .ok_or(FitError::NoSolution("shift to the match rate"))?;
    let strength = shifted(&base.strength, by);
    let covariance = base.covariance.held(
        &rate_gradient(&strength, n),
        &(Gradient::x() + Gradient::z()),
        logit_sd,
    );
    Ok(Estimate {
        strength,
        covariance,
    })
}

/// The same mean number of ranks from another number of applications.
///
/// # Errors
///
/// If the mean is beyond reach.
pub fn from_applications(base: &Estimate, old: u32, new: u32) -> Result<Estimate, FitError> {
    let mean = moments(&base.strength, old, old).mean_ranks;
    let c = c_for_mean_ranks(&base.strength, new, mean)
        .ok_or(FitError::NoSolution("level of ranks"))?;
    Ok(Estimate {
        strength: Strength { c, ..base.strength },
        ..*base
    })
}
