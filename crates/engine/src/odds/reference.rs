//! The reference applicant of a type, and what a specialty's programs look like to them.
//!
//! The level of a cell is calibrated so that this applicant's mean chance of an interview over the
//! list as applicants send it, times the applications behind the published mean, is that mean. So
//! a gate that is "not stated" costs nobody anything on average: it only moves chance between
//! programs.

use crate::applicant::{Applicant, Entries, Moment};
use crate::catalog::Catalog;
use crate::eligibility::{Circumstances, GateSummary};
use crate::geography::UsState;
use crate::model::Model;
use crate::preference::Preferences;
use crate::program::SpecialtyCode;
use crate::rank_input::RankInput;
use crate::vocabulary::{ApplicantType, VisaNeed};

use super::{Influence, Landscape};

/// One program as the reference applicant meets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferenceProgram {
    /// State.
    pub state: UsState,
    /// Positions: quota in 2020, or the specialty's median.
    pub positions: f64,
    /// Log odds of the evidence about the program.
    pub h: f64,
    /// The part of it that comes of how many apply there, for whoever it bears on; else 0.
    pub crowd: f64,
    /// Belief that every gate is open, above 0.
    pub gates: f64,
}

impl ReferenceProgram {
    /// How many applications go there against a program without evidence, on lists as applicants
    /// send them: `exp(chosen (h - crowd) - crowd)`. They choose by their odds, `chosen` as
    /// strongly as the odds differ; where the odds are low because many apply, many apply.
    #[must_use]
    pub fn sent(&self, chosen: f64) -> f64 {
        libm::exp(chosen * (self.h - self.crowd) - self.crowd)
    }
}

/// The reference applicant of a type: nothing answered but the type, and for non-US IMGs the
/// J-1, which most of them need.
#[must_use]
pub fn reference_applicant(kind: ApplicantType) -> Applicant {
    let visa = if kind == ApplicantType::NonUsImg {
        VisaNeed::J1
    } else {
        VisaNeed::None
    };
    Applicant {
        kind: Some(kind),
        visa: Some(visa),
        ..Applicant::default()
    }
}

/// Every program of a specialty that is not shut to the reference applicant, in catalog order.
/// Of the model only the assumptions are read, so the cells may still be without levels.
#[must_use]
pub fn reference_programs(
    catalog: &Catalog,
    model: &Model,
    specialty: SpecialtyCode,
    kind: ApplicantType,
    moment: Moment,
) -> Vec<ReferenceProgram> {
    let applicant = reference_applicant(kind);
    let preferences = Preferences::default();
    let entries = Entries::default();
    let input = RankInput {
        catalog,
        model: Some(model),
        applicant: &applicant,
        preferences: &preferences,
        entries: &entries,
        moment,
    };
    let circumstances = Circumstances::of(&input);
    let programs = catalog.of_specialty(specialty);
    let landscape = Landscape::of(&circumstances, specialty, 0.0);
    programs
        .iter()
        .filter(|program| !program.is_one_year())
        .filter_map(|program| {
            let summary = GateSummary::of(circumstances.readings(program));
            (summary.shut.is_none() && summary.pass.mid > 0.0).then(|| {
                let effects = landscape.effects(&circumstances, program, summary.unmet);
                ReferenceProgram {
                    state: program.state,
                    positions: landscape.positions(program),
                    h: effects.total(),
                    crowd: effects.part(Influence::SoughtAfter),
                    gates: summary.pass.mid,
                }
            })
        })
        .collect()
}
