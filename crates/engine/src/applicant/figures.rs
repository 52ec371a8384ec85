//! Figures of one program from the applicant's own Residency Explorer account, as they were typed.
//! What they say of a chance is [`crate::residency_explorer`]'s.

use crate::range::Range;

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
