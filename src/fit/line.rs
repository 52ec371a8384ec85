//! The level of matching as a line in the logit of the MD seniors' match rate.

use super::estimate::Estimate;

/// A line through the larger specialties, with what is left around it.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    slope: f64,
    mean_x: f64,
    mean_y: f64,
    /// Standard deviation around the line.
    pub sd: f64,
}

impl Line {
    /// Least squares over the specialties that stand by themselves: `x` is the logit of the MD
    /// seniors' match rate, the other the estimate, `None` where there is none. What is left
    /// around the line is at least `least`.
    #[must_use]
    pub fn through(x: &[f64], found: &[Option<Estimate>], least: f64) -> Line {
        let points: Vec<(f64, f64)> = x
            .iter()
            .zip(found)
            .filter_map(|(x, e)| Some((*x, (*e)?.strength.d)))
            .collect();
        let n = points.len() as f64;
        let mean_x = points.iter().map(|p| p.0).sum::<f64>() / n;
        let mean_y = points.iter().map(|p| p.1).sum::<f64>() / n;
        let xx: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.0 - mean_x)).sum();
        let xy: f64 = points.iter().map(|p| (p.0 - mean_x) * (p.1 - mean_y)).sum();
        let slope = xy / xx;
        let left: f64 = points
            .iter()
            .map(|p| {
                let rest = p.1 - mean_y - slope * (p.0 - mean_x);
                rest * rest
            })
            .sum();
        Line {
            slope,
            mean_x,
            mean_y,
            sd: (left / (n - 2.0)).sqrt().max(least),
        }
    }

    /// The level of matching for a logit.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.mean_y + self.slope * (x - self.mean_x)
    }
}
