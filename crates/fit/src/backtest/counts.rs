//! IMGs by specialty beside their counts, most of all where few apply.
//!
//! The model's figure is that of a blank applicant with a rank, on a list as applicants send it.
//! Non-US IMGs: matched and unmatched of this year's table. US IMGs: filled over ranked, which is
//! rough, since it counts all who ranked the specialty and not only those who preferred it.

use serde::Serialize;

use super::as_sent::{AsSent, wilson};
use super::{Compared, short};
use crate::specialties::has_odds;
use crate::{FitError, Fitted};
use data::specialty_of;
use engine::vocabulary::ApplicantType;

/// Specialties that come first: they have few IMGs, and the most doubt.
const FIRST: [&str; 2] = ["260", "440"];

/// One specialty and type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Counted {
    /// The specialty as the table spells it.
    pub name: String,
    /// ACGME code.
    pub specialty: String,
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Matched, or positions filled.
    pub matched: f64,
    /// Of so many.
    pub n: f64,
    /// Share.
    pub rate: Compared,
    /// Low end of the 90 % interval (Wilson) of the count.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Whether the count is filled over ranked.
    pub rough: bool,
}

impl Counted {
    /// Whether the model lies in the interval.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        (self.low..=self.high).contains(&self.rate.predicted)
    }

    /// Whether it is one of the two that come first.
    #[must_use]
    pub fn is_first(&self) -> bool {
        FIRST.contains(&self.specialty.as_str())
    }
}

/// Every specialty with odds and a count.
pub(super) fn all(fitted: &Fitted) -> Result<Vec<Counted>, FitError> {
    let published = &fitted.published;
    let mut rows = Vec::new();
    let counted = published
        .nonus_img
        .rows
        .iter()
        .map(|row| (&row.specialty, row.matched, row.matched + row.unmatched));
    for (name, matched, n) in counted {
        rows.extend(of(fitted, name, ApplicantType::NonUsImg, (matched, n))?);
    }
    for row in &published.matched.rows {
        rows.extend(of(
            fitted,
            &row.specialty,
            ApplicantType::UsImg,
            row.us_img,
        )?);
    }
    rows.sort_by_key(|row| (row.rough, !row.is_first()));
    Ok(rows)
}

fn of(
    fitted: &Fitted,
    name: &str,
    kind: ApplicantType,
    (matched, n): (f64, f64),
) -> Result<Option<Counted>, FitError> {
    let code = specialty_of(name).ok_or_else(|| FitError::UnknownName(name.to_owned()))?;
    if !has_odds(code) || n <= 0.0 {
        return Ok(None);
    }
    let sent = AsSent::of(fitted, code, kind, None).ok_or(FitError::NoLevel(code, kind))?;
    let (low, high) = wilson(matched, n);
    Ok(Some(Counted {
        name: name.to_owned(),
        specialty: code.to_string(),
        kind: kind.code(),
        matched,
        n,
        rate: Compared {
            published: short(matched / n),
            predicted: short(sent.match_rate()),
        },
        low: short(low),
        high: short(high),
        rough: kind == ApplicantType::UsImg,
    }))
}
