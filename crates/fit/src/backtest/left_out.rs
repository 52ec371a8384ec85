//! Each specialty predicted as if its own table did not exist.
//!
//! Non-US IMGs: the rate that the other specialties foretell by what other tables say of this one
//! ([`crate::outlook`]). US DO seniors: the MD rate and the usual difference of the others. For US MD seniors nothing that
//! is published predicts a specialty from the others, so they are not here.

use serde::Serialize;

use super::cells::name_of;
use super::{Compared, short};
use crate::FitError;
use crate::constants::FitKey;
use crate::draft::{Draft, hypotenuse, logit_error};
use crate::forward::logit;
use crate::nonus::Specialties;
use crate::published::Published;
use crate::scores::{Raw, between};
use engine::odds::{RANGE_Z, sigmoid};
use engine::vocabulary::ApplicantType;

/// Applicants from which a specialty is left out.
const LARGE: u32 = 100;

/// One specialty without its own table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOut {
    /// The specialty as NRMP spells it.
    pub name: String,
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Applicants.
    pub n: u32,
    /// Match rate.
    pub rate: Compared,
    /// Low end of the predicted range, which is to hold four in five.
    pub low: f64,
    /// High end.
    pub high: f64,
}

impl LeftOut {
    /// Whether the published rate lies in the predicted range.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        (self.low..=self.high).contains(&self.rate.published)
    }

    fn new(name: String, draft: &Draft, n: u32, at: f64, sd: f64) -> LeftOut {
        // The published rate has an error of its own.
        let width = RANGE_Z * hypotenuse(&[sd, logit_error(draft.rate, f64::from(n))]);
        LeftOut {
            name,
            kind: draft.kind.code(),
            n,
            rate: Compared {
                published: short(draft.rate),
                predicted: short(sigmoid(at)),
            },
            low: short(sigmoid(at - width)),
            high: short(sigmoid(at + width)),
        }
    }
}

/// Every specialty that can be left out.
pub(super) fn all(drafts: &[Draft], published: &Published) -> Result<Vec<LeftOut>, FitError> {
    let mut rows = of_nonus(drafts, published)?;
    rows.extend(of_osteopathic(drafts, published));
    Ok(rows)
}

fn of_nonus(drafts: &[Draft], published: &Published) -> Result<Vec<LeftOut>, FitError> {
    let all = Specialties::of(published)?;
    let least = published.constants.get(FitKey::LeastBetween);
    let mut rows = Vec::new();
    for (at, (specialty, ..)) in all.rows.iter().enumerate() {
        let mut own = drafts.iter().filter(|d| d.specialty == *specialty);
        let draft = own.find(|d| d.kind == ApplicantType::NonUsImg);
        if !matches!(all.found.get(at), Some(Some(_))) {
            continue;
        }
        let Some((draft, n)) = draft.and_then(|draft| Some((draft, draft.n?))) else {
            continue;
        };
        let (at, sd) = all.foretold(at, least)?;
        rows.push(LeftOut::new(name_of(published, draft), draft, n, at, sd));
    }
    Ok(rows)
}

fn of_osteopathic(drafts: &[Draft], published: &Published) -> Vec<LeftOut> {
    let of = |kind: ApplicantType| drafts.iter().filter(move |d| d.kind == kind);
    let pairs: Vec<(&Draft, u32, Raw, f64)> = of(ApplicantType::UsDoSenior)
        .filter_map(|own| {
            let n = own.n.filter(|n| *n >= LARGE)?;
            let md = of(ApplicantType::UsMdSenior).find(|md| md.specialty == own.specialty)?;
            let error = logit_error(own.rate, f64::from(n));
            let difference = Raw {
                value: logit(own.rate) - logit(md.rate),
                variance: error * error,
            };
            Some((own, n, difference, logit(md.rate)))
        })
        .collect();
    let leave = |at: usize| {
        let others = pairs
            .iter()
            .enumerate()
            .filter(move |(other, _)| *other != at);
        between(&others.map(|(_, pair)| pair.2).collect::<Vec<_>>())
    };
    let rows = pairs.iter().enumerate().map(|(at, (own, n, _, md))| {
        let usual = leave(at);
        let name = name_of(published, own);
        LeftOut::new(name, own, *n, md + usual.value, usual.variance.sqrt())
    });
    rows.collect()
}
