//! Finding parameters: bisection where one number is sought, Nelder-Mead for several.
//!
//! Everything is deterministic: fixed starts, fixed iteration counts, one thread.

use argmin::core::{CostFunction, Error, Executor};
use argmin::solver::neldermead::NelderMead;

/// Halvings of a bracket: more than an f64 can tell apart.
const HALVINGS: u32 = 80;
/// Iterations of the simplex, enough for four parameters to settle to nine digits.
const ITERATIONS: u64 = 500;
/// Edge of the first simplex.
const EDGE: f64 = 0.25;

/// The root of an increasing function between `low` and `high`; `None` if the signs at the ends
/// do not bracket one.
#[must_use]
pub fn bisect(low: f64, high: f64, f: impl Fn(f64) -> f64) -> Option<f64> {
    let (mut low, mut high) = (low, high);
    let brackets = f(low) <= 0.0 && f(high) >= 0.0;
    if !brackets {
        return None;
    }
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if f(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(0.5 * (low + high))
}

struct Cost<F>(F);

impl<F: Fn(&[f64]) -> f64> CostFunction for Cost<F> {
    type Param = Vec<f64>;
    type Output = f64;

    fn cost(&self, param: &Self::Param) -> Result<f64, Error> {
        let value = (self.0)(param);
        // The simplex orders its corners: a value that is no number is the worst corner.
        Ok(if value.is_finite() { value } else { f64::MAX })
    }
}

/// The parameters near `start` that make `cost` least; `None` if the optimiser gives none.
#[must_use]
pub fn least(start: &[f64], cost: impl Fn(&[f64]) -> f64) -> Option<Vec<f64>> {
    if start.is_empty() {
        return Some(Vec::new());
    }
    let mut simplex = vec![start.to_vec()];
    for axis in 0..start.len() {
        let mut corner = start.to_vec();
        if let Some(x) = corner.get_mut(axis) {
            *x += EDGE;
        }
        simplex.push(corner);
    }
    let solver = NelderMead::new(simplex).with_sd_tolerance(1e-13).ok()?;
    let run = Executor::new(Cost(cost), solver)
        .configure(|state| state.max_iters(ITERATIONS))
        .run()
        .ok()?;
    run.state.best_param
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bisection_finds_a_root_or_says_no() {
        let root = bisect(0.0, 2.0, |x| x * x - 2.0).unwrap();
        assert!((root - 2.0_f64.sqrt()).abs() < 1e-15);
        assert_eq!(bisect(2.0, 3.0, |x| x * x - 2.0), None);
    }

    #[test]
    fn the_simplex_finds_a_curved_valley() {
        let best = least(&[-1.0, 1.0], |x| {
            let (a, b) = (1.0 - x[0], x[1] - x[0] * x[0]);
            a * a + 100.0 * b * b
        })
        .unwrap();
        assert!((best[0] - 1.0).abs() < 1e-5 && (best[1] - 1.0).abs() < 1e-5);
    }
}
