//! What ten points of Step 2 CK are worth in theta, and the pools that scores are measured in.
//!
//! If `theta = slope (score - mean) / 10 + rest`, the best guess of the score given theta is
//! linear in theta, so the difference of mean scores between matched and unmatched is
//! `slope sd^2 / (10 tau^2)` times the difference of their mean theta, which the model gives.

use super::estimate::d_for_rate;
use super::forward::{Strength, moments};
use super::solve::bisect;

/// Scores of a group.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// Applicants.
    pub n: f64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation within the group.
    pub sd: f64,
}

/// Scores of everybody in a specialty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pool {
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
}

/// An estimate with its variance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raw {
    /// Value.
    pub value: f64,
    /// Variance.
    pub variance: f64,
}

/// The pool of two groups, weighted by the share that matched.
#[must_use]
pub fn pool(matched: Group, unmatched: Group, rate: f64) -> Pool {
    let mean = rate * matched.mean + (1.0 - rate) * unmatched.mean;
    let within = rate * matched.sd * matched.sd + (1.0 - rate) * unmatched.sd * unmatched.sd;
    let gap = matched.mean - unmatched.mean;
    Pool {
        mean,
        sd: (within + rate * (1.0 - rate) * gap * gap).sqrt(),
    }
}

/// The slope that the difference between the groups implies.
#[must_use]
pub fn raw_slope(strength: &Strength, n: u32, pool: Pool, matched: Group, unmatched: Group) -> Raw {
    let factor = 1.0 / gap_of(1.0, strength, n, pool);
    let variance = matched.sd * matched.sd / matched.n + unmatched.sd * unmatched.sd / unmatched.n;
    Raw {
        value: factor * (matched.mean - unmatched.mean),
        variance: factor * factor * variance,
    }
}

/// Mean of estimates and their variance between cells (DerSimonian and Laird).
#[must_use]
pub fn between(raw: &[Raw]) -> Raw {
    let weights: Vec<f64> = raw.iter().map(|r| 1.0 / r.variance).collect();
    let sum: f64 = weights.iter().sum();
    let weighted = |w: &[f64]| {
        raw.iter().zip(w).map(|(r, w)| r.value * w).sum::<f64>() / w.iter().sum::<f64>()
    };
    let fixed = weighted(&weights);
    let q: f64 = raw
        .iter()
        .zip(&weights)
        .map(|(r, w)| w * (r.value - fixed) * (r.value - fixed))
        .sum();
    let squares: f64 = weights.iter().map(|w| w * w).sum();
    let freedom = raw.len() as f64 - 1.0;
    let variance = ((q - freedom) / (sum - squares / sum)).max(0.0);
    let random: Vec<f64> = raw.iter().map(|r| 1.0 / (r.variance + variance)).collect();
    Raw {
        value: weighted(&random),
        variance,
    }
}

/// An estimate drawn towards the mean of its kind, by how little it knows itself.
#[must_use]
pub fn shrunk(own: Option<Raw>, mean: Raw) -> f64 {
    match own {
        None => mean.value,
        Some(own) => {
            let weight = mean.variance / (mean.variance + own.variance);
            weight * own.value + (1.0 - weight) * mean.value
        }
    }
}

/// Difference of mean scores between matched and unmatched that a slope gives.
#[must_use]
pub fn gap_of(slope: f64, strength: &Strength, n: u32, pool: Pool) -> f64 {
    let tau = strength.tau;
    slope * pool.sd * pool.sd / (10.0 * tau * tau) * moments(strength, n, n).theta_gap
}

/// The slope that gives a difference of mean scores; and, where even the steepest slope that the
/// model may use gives less, the loading of strength on matching with which it does: then the
/// score counts after the interview too. The level of matching moves so that the match rate holds.
///
/// `None` if no level of matching gives the rate.
#[must_use]
pub fn for_gap(
    strength: &Strength,
    n: u32,
    pool: Pool,
    gap: f64,
    most: f64,
) -> Option<(Strength, f64)> {
    /// Beyond it strength decides every interview.
    const STEEPEST: f64 = 3.0;
    const NEARLY_ALL: f64 = 0.9;
    let steepest = bounded(f64::INFINITY, strength.tau, pool, most);
    let per_slope = gap_of(1.0, strength, n, pool);
    if gap <= steepest * per_slope {
        return Some((*strength, (gap / per_slope).max(0.0)));
    }
    let rate = moments(strength, n, n).rate;
    let with = |rho: f64| {
        let loaded = Strength { rho, ..*strength };
        let d = d_for_rate(&loaded, n, rate)?;
        Some(Strength { d, ..loaded })
    };
    let at_most = with(STEEPEST)?;
    if gap_of(steepest, &at_most, n, pool) < gap {
        // What is still missing the slope takes, up to where the score explains nearly all.
        let slope = gap / gap_of(1.0, &at_most, n, pool);
        return Some((at_most, bounded(slope, strength.tau, pool, NEARLY_ALL)));
    }
    let rho = bisect(strength.rho, STEEPEST, |rho| {
        with(rho).map_or(f64::NAN, |loaded| gap_of(steepest, &loaded, n, pool) - gap)
    })?;
    Some((with(rho)?, steepest))
}

/// The slope as the model may use it: never negative, and never so steep that the score explains
/// more than the share `most` of the spread of theta (as a standard deviation).
#[must_use]
pub fn bounded(slope: f64, tau: f64, pool: Pool, most: f64) -> f64 {
    slope.clamp(0.0, most * tau * 10.0 / pool.sd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pool_keeps_mean_and_variance() {
        let a = Group {
            n: 1.0,
            mean: 250.0,
            sd: 10.0,
        };
        let b = Group {
            n: 1.0,
            mean: 240.0,
            sd: 10.0,
        };
        let p = pool(a, b, 0.5);
        assert!((p.mean - 245.0).abs() < 1e-12);
        assert!((p.sd * p.sd - 125.0).abs() < 1e-9);
    }

    #[test]
    fn equal_estimates_shrink_to_their_mean() {
        let raw = [Raw {
            value: 0.4,
            variance: 0.01,
        }; 4];
        let mean = between(&raw);
        assert!((mean.value - 0.4).abs() < 1e-12);
        assert!(mean.variance < 1e-12);
        let far = Raw {
            value: 2.0,
            variance: 0.5,
        };
        assert!((shrunk(Some(far), mean) - 0.4).abs() < 1e-9);
    }
}
