//! P(interview) and P(match given an interview), with latent strength.
//!
//! ```text
//! theta ~ Normal(slope (score - mean)/10, tau^2 - (slope score_sd/10)^2)
//! P(interview | theta) = gates * sigmoid(level + h + theta)
//! P(match | interview, theta) = r * sigmoid(d + rho theta)
//! ```
//!
//! Every chance is an integral over theta (nine Gauss-Hermite nodes), never a product of
//! averages: people who get one interview are more likely to get the next.
//!
//! ```
//! use engine::odds::quadrature::NINE;
//! use engine::odds::sigmoid;
//!
//! let mean = |chance: fn(f64) -> f64| -> f64 {
//!     NINE.iter().map(|node| node.weight * chance(2.0 * node.at)).sum()
//! };
//! let one = mean(sigmoid);
//! let both = mean(|theta| sigmoid(theta) * sigmoid(theta));
//! assert!((one - 0.5).abs() < 1e-12);
//! // Two interviews at programs of these odds are likelier than the product says.
//! assert!(both > one * one);
//! ```

mod cell_odds;
mod landscape;
pub mod quadrature;
pub mod reference;
mod strength;

pub use cell_odds::{ByStrength, CellOdds, Chance, Drawn};
pub use landscape::{INFLUENCES, Influence, Landscape, ProgramEffects, Shown, usual_quota};

/// Standard normal quantile that leaves a tenth on each side: ranges hold four in five.
pub const RANGE_Z: f64 = 1.281_551_565_544_600_4;

/// The logistic function.
#[must_use]
pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
