//! How well one year's states foretell the other's.

use serde::Serialize;

use super::short;
use crate::states::Foretold;

/// One type, one year from the other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatesCheck {
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Year that was fitted.
    pub fitted: u16,
    /// Year that was tested.
    pub tested: u16,
    /// Mean distance of the logarithms of matched and expected, weighted by expected.
    pub error: f64,
    /// The same where every state is alike.
    pub alike: f64,
    /// Share of that error that is gone.
    pub gain: f64,
}

/// Every type and both ways.
pub(super) fn all(foretold: &[Foretold]) -> Vec<StatesCheck> {
    let check = |row: &Foretold| StatesCheck {
        kind: row.kind,
        fitted: row.fitted,
        tested: row.tested,
        error: short(row.error),
        alike: short(row.alike),
        gain: short(row.gain()),
    };
    foretold.iter().map(check).collect()
}
