//! What the records of a program show to whoever asks.

use std::num::NonZeroU16;

use super::Catalog;
use crate::program::{H1bFiling, Program};
use crate::setting::Academic;

/// What the record of a program shows whoever applies. A ranking reads it of hundreds, so it is
/// worked out once a catalog and kept close together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecordEvidence {
    /// How much of an academic centre its hospital is.
    pub academic: Academic,
    /// [`Program::quota_2020`].
    pub quota_2020: Option<NonZeroU16>,
    /// [`Program::unfilled_share_before`].
    pub unfilled_before: Option<f64>,
    /// [`Program::unfilled_share_2026`].
    pub unfilled_2026: f64,
    /// [`H1bFiling::weight`] of its employer's filing; 0 without one.
    pub filing: f64,
}

impl RecordEvidence {
    /// Of a program and its hospital.
    pub(super) fn of(catalog: &Catalog, program: &Program) -> RecordEvidence {
        RecordEvidence {
            academic: Academic::of(catalog, program),
            quota_2020: program.quota_2020(),
            unfilled_before: program.unfilled_share_before(),
            unfilled_2026: program.unfilled_share_2026(),
            filing: program.h1b_filing.map_or(0.0, H1bFiling::weight),
        }
    }
}
