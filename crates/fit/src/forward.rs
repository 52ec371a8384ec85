//! From four numbers to a published table: contiguous ranks and match rate of a pool of applicants.
//!
//! `theta ~ Normal(0, tau^2)`, `R | theta ~ Binomial(n, sigmoid(c + theta))` ranks from n equal
//! programs, `matched | R, theta = 1 - (1 - sigmoid(d + rho theta))^R`. NRMP's tables hold only
//! applicants with at least one rank, so every moment here but [`Moments::mean_ranks`] is
//! conditional on `R >= 1`.

use engine::odds::sigmoid;

/// Half width of the grid over theta, in standard deviations.
const REACH: f64 = 7.0;
/// Points of the grid: the trapezoidal rule on a normal density converges faster than any
/// power of the step, and the step of a tenth is far below the width of the binomial's likelihood.
const POINTS: usize = 141;

/// The four numbers of one specialty and applicant type, on the scale of ranks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Strength {
    /// Logit of a rank from one application, for theta = 0.
    pub c: f64,
    /// Standard deviation of theta.
    pub tau: f64,
    /// Logit of matching at a ranked program, for theta = 0.
    pub d: f64,
    /// Loading of theta on matching.
    pub rho: f64,
}

/// Mean and standard deviation of a number of ranks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
}

/// What the model says of a pool of applicants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Share with at least one rank.
    pub any_rank: f64,
    /// Mean number of ranks over everybody, those without a rank included.
    pub mean_ranks: f64,
    /// Match rate.
    pub rate: f64,
    /// Ranks of the matched, capped.
    pub matched: Spread,
    /// Ranks of the unmatched, capped.
    pub unmatched: Spread,
    /// Mean theta of the matched minus mean theta of the unmatched.
    pub theta_gap: f64,
}

/// Sums over a group of applicants.
#[derive(Clone, Copy, Default)]
struct Tally {
    mass: f64,
    ranks: f64,
    squares: f64,
    theta: f64,
}

impl Tally {
    fn add(&mut self, mass: f64, ranks: f64, theta: f64) {
        self.mass += mass;
        self.ranks += mass * ranks;
        self.squares += mass * ranks * ranks;
        self.theta += mass * theta;
    }

    fn spread(self) -> Spread {
        let mean = self.ranks / self.mass;
        let variance = (self.squares / self.mass - mean * mean).max(0.0);
        Spread {
            mean,
            sd: variance.sqrt(),
        }
    }
}

/// The inverse of the logistic function; infinite at 0 and 1.
#[must_use]
pub fn logit(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

/// Points and weights of the grid over a standard normal.
fn grid() -> impl Iterator<Item = (f64, f64)> {
    let step = 2.0 * REACH / (POINTS - 1) as f64;
    let density = move |i: usize| {
        let x = step * i as f64 - REACH;
        (x, libm::exp(-0.5 * x * x))
    };
    let total: f64 = (0..POINTS).map(|i| density(i).1).sum();
    (0..POINTS).map(move |i| {
        let (x, w) = density(i);
        (x, w / total)
    })
}

/// The binomial distribution, from its likelier end so that nothing that matters underflows.
fn binomial(n: u32, logit_p: f64, masses: &mut [f64]) {
    let from_top = logit_p > 0.0;
    let odds = libm::exp(if from_top { -logit_p } else { logit_p });
    let mut mass = libm::exp(-f64::from(n) * libm::log1p(odds));
    for step in 0..=n {
        let ranks = if from_top { n - step } else { step };
        if let Some(slot) = masses.get_mut(ranks as usize) {
            *slot = mass;
        }
        mass *= odds * f64::from(n - step) / f64::from(step + 1);
    }
}

/// Visits every (theta, number of ranks) with its mass and the chance of matching.
fn visit(strength: &Strength, n: u32, mut f: impl FnMut(f64, u32, f64, f64)) {
    let mut masses = vec![0.0; n as usize + 1];
    for (x, weight) in grid() {
        let theta = strength.tau * x;
        let miss_one = 1.0 - sigmoid(strength.d + strength.rho * theta);
        binomial(n, strength.c + theta, &mut masses);
        let mut miss = 1.0;
        for (ranks, mass) in (0..=n).zip(&masses) {
            f(theta, ranks, weight * mass, 1.0 - miss);
            miss *= miss_one;
        }
    }
}

/// The moments of a pool that sends `n` applications each; ranks above `cap` count as `cap`,
/// as in tables whose last bin is open.
#[must_use]
pub fn moments(strength: &Strength, n: u32, cap: u32) -> Moments {
    let (mut matched, mut unmatched) = (Tally::default(), Tally::default());
    let mut mean_ranks = 0.0;
    visit(strength, n, |theta, ranks, mass, hit| {
        if ranks == 0 {
            return;
        }
        mean_ranks += mass * f64::from(ranks);
        let shown = f64::from(ranks.min(cap));
        matched.add(mass * hit, shown, theta);
        unmatched.add(mass * (1.0 - hit), shown, theta);
    });
    let any_rank = matched.mass + unmatched.mass;
    Moments {
        any_rank,
        mean_ranks,
        rate: matched.mass / any_rank,
        matched: matched.spread(),
        unmatched: unmatched.spread(),
        theta_gap: matched.theta / matched.mass - unmatched.theta / unmatched.mass,
    }
}

/// Chance of matching with 1, 2, ... n ranks, over the strengths of those who have so many.
#[must_use]
pub fn match_by_ranks(strength: &Strength, n: u32) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); n as usize + 1];
    visit(strength, n, |_, ranks, mass, hit| {
        if let Some((all, matched)) = sums.get_mut(ranks as usize) {
            *all += mass;
            *matched += mass * hit;
        }
    });
    sums.iter()
        .skip(1)
        .map(|(all, matched)| matched / all)
        .collect()
}

/// Chance of matching with `from` to `to` ranks, over the strengths of those who have so many.
#[must_use]
pub fn match_between(strength: &Strength, n: u32, from: u32, to: u32) -> f64 {
    let (mut all, mut matched) = (0.0, 0.0);
    visit(strength, n, |_, ranks, mass, hit| {
        if (from..=to).contains(&ranks) {
            all += mass;
            matched += mass * hit;
        }
    });
    matched / all
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::odds::quadrature::{TWENTY_ONE, expectation};

    const ONE: Strength = Strength {
        c: -3.16,
        tau: 0.97,
        d: -1.52,
        rho: 0.1,
    };

    #[test]
    fn the_grid_agrees_with_gauss_hermite() {
        let by_rule = expectation(&TWENTY_ONE, 0.0, ONE.tau, |theta| {
            60.0 * sigmoid(ONE.c + theta)
        });
        let by_grid = moments(&ONE, 60, 60).mean_ranks;
        assert!((by_rule - by_grid).abs() < 1e-6, "{by_rule} {by_grid}");
    }

    #[test]
    fn without_spread_it_is_a_binomial() {
        let flat = Strength {
            tau: 0.0,
            rho: 0.0,
            ..ONE
        };
        let m = moments(&flat, 60, 60);
        let p = sigmoid(flat.c);
        let q = sigmoid(flat.d);
        let none = libm::exp(60.0 * libm::log1p(-p));
        let unmatched = libm::exp(60.0 * libm::log1p(-p * q));
        assert!((m.mean_ranks - 60.0 * p).abs() < 1e-9);
        assert!((m.any_rank - (1.0 - none)).abs() < 1e-12);
        assert!((m.rate - (1.0 - unmatched) / (1.0 - none)).abs() < 1e-12);
    }

    #[test]
    fn more_ranks_never_hurt_where_strength_helps() {
        let by = match_by_ranks(&ONE, 60);
        assert!(by.windows(2).all(|w| w[0] <= w[1]));
        assert!((by[0] - 0.17).abs() < 0.01);
    }
}
