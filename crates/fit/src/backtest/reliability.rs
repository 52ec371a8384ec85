//! Predicted shares against what happened, pooled over tables.

use serde::Serialize;

use super::curves::Point;
use super::short;

/// Bins of predicted shares, a tenth wide.
const BINS: usize = 10;

/// Applicants whose predicted share lies in one bin.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bin {
    /// Applicants.
    pub n: f64,
    /// Mean predicted share.
    pub predicted: f64,
    /// Share that matched.
    pub observed: f64,
}

/// How reliable the predictions are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// Applicants.
    pub n: f64,
    /// Bins that hold anyone, lowest first.
    pub bins: Vec<Bin>,
    /// Mean absolute difference of the points, weighted by applicants.
    pub mean_off: f64,
    /// Expected calibration error: the same over the bins.
    pub calibration_error: f64,
    /// Brier score of the predictions: mean squared distance from what happened, 0 is best.
    pub brier: f64,
    /// Brier score of telling everyone the overall share.
    pub brier_of_base_rate: f64,
}

/// Pools points.
pub(super) fn of(points: &[&Point]) -> Reliability {
    let n: f64 = points.iter().map(|point| point.n).sum();
    let mean = |f: &dyn Fn(&Point) -> f64| points.iter().map(|p| p.n * f(p)).sum::<f64>() / n;
    let base = mean(&|p| p.rate.published);
    let bins = bins(points);
    let calibration: f64 = bins
        .iter()
        .map(|bin| bin.n * (bin.predicted - bin.observed).abs())
        .sum();
    // Within a point everyone has the same prediction and a share o matched:
    // the mean of (p - y)^2 over them is (p - o)^2 + o (1 - o).
    let brier = mean(&|p| {
        let (off, o) = (p.rate.off(), p.rate.published);
        off * off + o * (1.0 - o)
    });
    Reliability {
        n,
        mean_off: short(mean(&|p| p.rate.off().abs())),
        calibration_error: short(calibration / n),
        brier: short(brier),
        brier_of_base_rate: short(base * (1.0 - base)),
        bins: bins
            .into_iter()
            .map(|bin| Bin {
                predicted: short(bin.predicted),
                observed: short(bin.observed),
                ..bin
            })
            .collect(),
    }
}

fn bins(points: &[&Point]) -> Vec<Bin> {
    let mut sums = [(0.0, 0.0, 0.0); BINS];
    for point in points {
        let at = ((point.rate.predicted * BINS as f64) as usize).min(BINS - 1);
        if let Some((n, predicted, observed)) = sums.get_mut(at) {
            *n += point.n;
            *predicted += point.n * point.rate.predicted;
            *observed += point.n * point.rate.published;
        }
    }
    let bins = sums.into_iter().filter(|(n, _, _)| *n > 0.0);
    bins.map(|(n, predicted, observed)| Bin {
        n,
        predicted: predicted / n,
        observed: observed / n,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::Compared;
    use super::*;

    fn point(n: f64, published: f64, predicted: f64) -> Point {
        Point {
            specialty: String::new(),
            group: String::new(),
            n,
            rate: Compared {
                published,
                predicted,
            },
        }
    }

    #[test]
    fn perfect_points_have_no_calibration_error() {
        let points = [point(30.0, 0.2, 0.2), point(10.0, 0.9, 0.9)];
        let r = of(&points.iter().collect::<Vec<_>>());
        assert_eq!((r.mean_off, r.calibration_error), (0.0, 0.0));
        assert_eq!(r.bins.len(), 2);
        // Knowing the groups beats the base rate.
        assert!(r.brier < r.brier_of_base_rate);
    }

    #[test]
    fn brier_is_the_mean_squared_distance_of_single_outcomes() {
        // Ten people told 0.3 of whom four matched: (4 * 0.49 + 6 * 0.09) / 10.
        let points = [point(10.0, 0.4, 0.3)];
        let r = of(&points.iter().collect::<Vec<_>>());
        assert!((r.brier - 0.25).abs() < 1e-9);
        assert!((r.brier_of_base_rate - 0.24).abs() < 1e-9);
    }
}
