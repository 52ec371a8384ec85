//! How sought after a program is, from facts alone.
//!
//! It is what programs show by filling, not a rank of quality, and no reputation is read. Four
//! facts count alike: that it fills, the breadth of specialties at its hospital, its years in the
//! Match, and its size. What is not known counts half.

use super::catalog::{Catalog, RecordEvidence};
use super::passage::passage;
use super::program::Program;

/// How sought after a program is, with what made it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SoughtAfter {
    /// Mean of the four, 0 to 1.
    pub share: f64,
    /// 1 where it filled in 2016 to 2020 and in 2026, less for each unfilled share.
    pub fills: f64,
    /// Breadth of specialties at its hospital, 0 to 1.
    pub breadth: f64,
    /// Share of the Matches of 2016 to 2020 that it was in.
    pub years: f64,
    /// Positions against the specialty's median, 0 to 1.
    pub size: f64,
}

/// What is not known counts so much.
const UNKNOWN: f64 = 0.5;
/// A share of unfilled positions above which a program counts as one that does not fill.
const UNFILLED: f64 = 0.25;
/// Specialties at a hospital, from the fewest to the most that count.
const SPECIALTIES: (f64, f64) = (2.0, 22.0);
/// Matches of which there are reports for every program.
const REPORTS: f64 = 5.0;

impl SoughtAfter {
    /// The same without whether it fills: few US MD seniors apply to a program that does not, so
    /// that makes an interview no likelier for them.
    #[must_use]
    pub fn without_fills(&self) -> f64 {
        (self.breadth + self.years + self.size) / 3.0
    }

    /// Of a program, by its record, of a specialty whose median quota is given.
    #[must_use]
    pub fn of(
        catalog: &Catalog,
        program: &Program,
        record: &RecordEvidence,
        usual_quota: f64,
    ) -> SoughtAfter {
        let lacks = |share: f64| passage(share, 0.0, UNFILLED);
        let before = record.unfilled_before;
        let fills = if catalog.has_nrmp() {
            // A program without reports may be new: that it filled in 2026 is not known of all.
            let before = before.map_or(UNKNOWN, |share| 1.0 - lacks(share));
            let now = 1.0 - lacks(record.unfilled_2026);
            0.5 * (before + now)
        } else {
            UNKNOWN
        };
        let breadth = match catalog.general_hospital(program) {
            Some(hospital) => passage(
                f64::from(hospital.specialties),
                SPECIALTIES.0,
                SPECIALTIES.1,
            ),
            None => record.academic.share,
        };
        let years = if catalog.has_nrmp() {
            program.history.len() as f64 / REPORTS
        } else {
            UNKNOWN
        };
        let size = record.quota_2020.map_or(UNKNOWN, |quota| {
            passage(f64::from(quota.get()), 0.0, 2.0 * usual_quota)
        });
        SoughtAfter {
            share: 0.25 * (fills + breadth + years + size),
            fills,
            breadth,
            years,
            size,
        }
    }
}
