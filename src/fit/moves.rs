//! Estimates carried over to another match rate or number of applications, with their errors.

use super::FitError;
use super::draft::{hypotenuse, logit_error, rate_response};
use super::estimate::{Estimate, c_for_mean_ranks, d_for_rate, shift_for_rate, shifted};
use super::forward::{Strength, moments};

/// Moves d until the rate holds and says how well d is then known.
///
/// # Errors
///
/// If no d gives the rate.
pub fn at_rate(base: &Estimate, n: u32, rate: f64, applicants: f64) -> Result<Estimate, FitError> {
    let d = d_for_rate(&base.strength, n, rate).ok_or(FitError::NoSolution("level of matching"))?;
    let strength = Strength { d, ..base.strength };
    let response = rate_response(|by| {
        let moved = Strength {
            d: d + by,
            ..strength
        };
        moments(&moved, n, n).rate
    });
    Ok(Estimate {
        strength,
        c_sd: base.c_sd,
        d_sd: hypotenuse(&[logit_error(rate, applicants) / response, base.c_sd]),
    })
}

/// Moves c and d together until the rate holds.
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
    let response = rate_response(|step| moments(&shifted(&strength, step), n, n).rate);
    let shift_sd = logit_sd / response;
    Ok(Estimate {
        strength,
        c_sd: hypotenuse(&[base.c_sd, shift_sd]),
        d_sd: hypotenuse(&[base.d_sd, shift_sd]),
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
