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
//! A share of each pool is read by none, whatever it sends ([`crate::odds::record`]). All
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

use super::applicant::Applicant;
use super::eligibility::Effects;
use super::model::Cell;
use super::odds::CellOdds;
use super::range::Range;

/// A share in tenths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Permille(u16);

impl Permille {
    /// From nothing to the whole.
    pub const RANGE: Range = Range::new(0, 1000);

    /// The share; `None` outside [`Permille::RANGE`].
    #[must_use]
    pub fn new(tenths: u16) -> Option<Permille> {
        Permille::RANGE.contains(tenths).then_some(Permille(tenths))
    }

    /// Tenths of a percent.
    #[must_use]
    pub fn tenths(self) -> u16 {
        self.0
    }

    /// From 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / 1000.0
    }
}

/// Figures of one program, as far as they were typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Share of applicants without a signal who were interviewed.
    pub rate: Option<Permille>,
    /// The same with a signal.
    pub rate_signalled: Option<Permille>,
    /// Applicants behind the rate.
    pub applicants: Option<u16>,
    /// Share of the applicant's own type among the applicants.
    pub type_applied: Option<Permille>,
    /// The same among the interviewed.
    pub type_interviewed: Option<Permille>,
    /// Step 2 CK of the interviewed: 25th, 50th and 75th percentile.
    pub step2: [Option<u16>; 3],
}

/// Most applicants to one program that are believed.
pub const MOST_APPLICANTS: u16 = 20_000;

impl Figures {
    /// Numbers of applicants to one program that are believed.
    pub const APPLICANTS: Range = Range::new(1, MOST_APPLICANTS);

    /// Percentiles of Step 2 CK that are read, over the whole scale.
    pub const STEP2: Range = Range::new(1, 300);

    /// Whether the percentiles that are there ascend.
    #[must_use]
    pub fn ascends(&self) -> bool {
        let mut least = 0;
        self.step2.iter().flatten().all(|score| {
            let fits = *score >= least;
            least = *score;
            fits
        })
    }

    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Figures::default()
    }
}

/// Where figures are read: the cell, its odds, the applicant and what is assumed.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
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
