//! What applicants read in their own Residency Explorer account about a program, and how it
//! changes the program's chance.
//!
//! # The rule
//!
//! The share interviewed is turned into that of people like the applicant whose gates are open.
//! By Bayes' theorem, as far as the figures go:
//!
//! ```text
//! r = rate * (type among the interviewed / type among the applicants)
//!          * (density of the score among the interviewed / density in the specialty's pool)
//! ```
//!
//! and, for what they do not tell apart (the score without percentiles, ties, preferences not
//! met), by the model's own odds ratio between the applicant and the average one at this program:
//!
//! ```text
//! odds(y) = odds(r) * odds(model, applicant) / odds(model, average)
//! ```
//!
//! Without it a figure about everybody would give everybody the same chance. The density ratio
//! never falls with a higher score, and counts only where the interviewed score above the pool:
//! where they do not, the program's applicants are not the specialty's ([`score_ratio`]).
//!
//! The model's chance p is a Beta belief that is worth M applicants, M from the width of its own
//! range; the figure is worth n, a tenth (assumed) of the applicants behind it, since they are of
//! past years and not chosen for being alike. Without the shares of the applicant's type the
//! figure is about all types, whose log odds differ by s (assumed), so that
//! n = n' / (1 + n' y (1 - y) s^2) however many applied. Then
//!
//! ```text
//! chance = (M p + n y) / (M + n),   worth M + n applicants.
//! ```
//!
//! The ranges of what is assumed about n go into the range of the chance, which never becomes wider
//! than the model's, on the scale of log odds.
//!
//! # Gates
//!
//! The figure says how a program treats the applications that it reads. Whether it reads this one
//! is one fixed answer, the same for everybody behind the figure, and stays the gates' question:
//! p and y are chances with every gate open, and the gates multiply the result. So an answer from
//! the program is worth as much with figures as without, and a shut gate stays shut. Applications
//! that gates kept out are in the figure and pull it down: it errs on the careful side.
//!
//! # Applications that no program reads
//!
//! A share of each pool is read by none, whatever it sends ([`crate::applicant_record`]). All
//! chances here are of those that are read, and that share is taken off at the end, figure or no
//! figure: it is about the applicant and not about the program.
//!
//! # With a signal
//!
//! A rate of signalled applications changes what a signal says and nothing else. Without one, the
//! figure about the others moves the program and what goes with a signal comes on top.
//!
//! The method is ours, the beta-binomial update the textbook's; nothing is read from Residency
//! Explorer, whose terms forbid it.

mod beta;
mod seen;

pub use beta::Update;
pub use seen::score_ratio;

pub use super::applicant::{Figures, MOST_APPLICANTS, Permille};

use super::applicant::Applicant;
use super::model::{Cell, Effects};
use super::odds::CellOdds;

/// What figures are read with: the cell, its odds, the applicant and what is assumed.
#[derive(Clone, Copy, Debug)]
pub struct FigureContext<'a> {
    /// The cell.
    pub cell: &'a Cell,
    /// Its odds for the applicant.
    pub odds: &'a CellOdds,
    /// The person.
    pub applicant: &'a Applicant,
    /// Assumptions.
    pub effects: &'a Effects,
}

/// Odds of a chance, which is kept off 0 and 1.
fn odds(chance: f64) -> f64 {
    const LEAST: f64 = 1e-9;
    let chance = chance.clamp(LEAST, 1.0 - LEAST);
    chance / (1.0 - chance)
}
