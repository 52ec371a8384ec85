//! Each specialty predicted as if its own table did not exist.
//!
//! Non-US IMGs: level, spread and loading are the mean of the other specialties, the level of
//! matching is what the line through the others gives for this specialty's MD seniors. US DO
//! seniors: the MD rate and the usual difference of the others. For US MD seniors nothing that
//! is published predicts a specialty from the others, so they are not here.

use serde::Serialize;

use super::cells::name_of;
use super::{Compared, short};
use crate::engine::odds::{RANGE_Z, sigmoid};
use crate::engine::vocabulary::ApplicantType;
use crate::fit::FitError;
use crate::fit::constants::FitKey;
use crate::fit::draft::{Draft, hypotenuse, logit_error};
use crate::fit::forward::{Strength, logit, moments};
use crate::fit::line::Line;
use crate::fit::nonus::{Specialties, from_large};
use crate::fit::published::Published;
use crate::fit::scores::{Raw, between};

/// Applicants from which a specialty is left out.
const LARGE: u32 = 100;
/// Step of the numeric derivatives.
const STEP: f64 = 1e-3;

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
    for (at, (specialty, _, sent)) in all.rows.iter().enumerate() {
        let mut own = drafts.iter().filter(|d| d.specialty == *specialty);
        let draft = own.find(|d| d.kind == ApplicantType::NonUsImg);
        let (Some(Some(_)), Some(demand)) = (all.found.get(at), all.demand.get(at)) else {
            continue;
        };
        let Some((draft, n)) = draft.and_then(|draft| Some((draft, draft.n?))) else {
            continue;
        };
        let mut others = all.found.clone();
        if let Some(own) = others.get_mut(at) {
            *own = None;
        }
        let line = Line::through(&all.demand, &others, least);
        let priors = from_large(&others, least);
        let flat = (0.0, 1.0);
        let axes = [
            priors.c.unwrap_or(flat),
            priors.ln_tau.unwrap_or(flat),
            (line.at(*demand), line.sd),
            priors.rho.unwrap_or(flat),
        ];
        let (at, sd) = predicted(axes, sent.mid);
        rows.push(LeftOut::new(name_of(published, draft), draft, n, at, sd));
    }
    Ok(rows)
}

/// The logit of the match rate, and its standard deviation to first order, for independent
/// normal beliefs about c, ln tau, d and rho.
fn predicted(axes: [(f64, f64); 4], applications: u32) -> (f64, f64) {
    let rate = |by: [f64; 4]| {
        let value = |i: usize| axes[i].0 + by[i];
        let strength = Strength {
            c: value(0),
            tau: libm::exp(value(1)),
            d: value(2),
            rho: value(3),
        };
        logit(moments(&strength, applications, applications).rate)
    };
    let parts = (0..4).map(|axis| {
        let moved = |by: f64| {
            let mut step = [0.0; 4];
            step[axis] = by;
            rate(step)
        };
        axes[axis].1 * (moved(STEP) - moved(-STEP)) / (2.0 * STEP)
    });
    (rate([0.0; 4]), hypotenuse(&parts.collect::<Vec<_>>()))
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
