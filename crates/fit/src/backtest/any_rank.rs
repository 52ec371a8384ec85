//! Who has a rank at all: the model's share beside the published ratios, which it has not seen.

use serde::Serialize;

use super::as_sent::{AsSent, record};
use super::short;
use crate::Fitted;
use data::specialty_of;
use engine::odds::quadrature::TWENTY_ONE;
use engine::vocabulary::ApplicantType;

/// Share of IMGs registered for the Match of 2025 who sent a list: nobody can have a rank without.
const SENT_A_LIST: f64 = 0.86;
/// Share of seniors that is hoped for.
const SENIORS: f64 = 0.98;
/// Applications of a non-US IMG in all, 2025, divided as is assumed.
const OF_IMG: [(&str, f64); 3] = [
    ("Internal Medicine", 80.0),
    ("Family Medicine", 35.0),
    ("Pediatrics", 14.0),
];
/// Applications of a US MD senior in internal medicine.
const OF_SENIOR: [(&str, f64); 1] = [("Internal Medicine", 35.0)];

/// People who applied, and how many of them have a rank.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnyRank {
    /// Who.
    pub who: String,
    /// What they sent.
    pub sent: String,
    /// Least share that may be right, where something published bounds it.
    pub low: Option<f64>,
    /// Most.
    pub high: Option<f64>,
    /// The model's share.
    pub predicted: f64,
    /// Whether the bounds are a published ratio of one specialty, which is a lower bound.
    pub by_specialty: bool,
}

impl AnyRank {
    /// Whether the share is where it has to be.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        self.low.is_none_or(|low| self.predicted >= low)
            && self.high.is_none_or(|high| self.predicted <= high)
    }
}

/// Share with a rank of blank applicants of a type, whose strength is the same in every specialty.
fn share(fitted: &Fitted, kind: ApplicantType, sent: &[(&str, Option<f64>)]) -> Option<f64> {
    let lists = sent
        .iter()
        .map(|(name, applications)| AsSent::of(fitted, specialty_of(name)?, kind, *applications));
    let lists: Vec<AsSent<'_>> = lists.collect::<Option<_>>()?;
    let none: f64 = TWENTY_ONE
        .iter()
        .map(|node| {
            let each = lists.iter().map(|list| list.no_rank(node.at));
            node.weight * each.product::<f64>()
        })
        .sum();
    Some(record(fitted, kind, None, None).read_in_pool() * (1.0 - none))
}

/// Every group.
pub(super) fn all(fitted: &Fitted) -> Vec<AnyRank> {
    let given = |sent: &[(&'static str, f64)]| -> Vec<(&'static str, Option<f64>)> {
        sent.iter().map(|(name, n)| (*name, Some(*n))).collect()
    };
    let words = |sent: &[(&str, f64)]| -> String {
        let each = sent.iter().map(|(name, n)| format!("{n} in {name}"));
        each.collect::<Vec<_>>().join(", ")
    };
    let mut rows = Vec::new();
    let mut reached = fitted.published.reached.rows.iter();
    let overall = reached.find(|row| row.specialty.is_none());
    let img = share(fitted, ApplicantType::NonUsImg, &given(&OF_IMG));
    rows.extend(img.map(|predicted| AnyRank {
        who: "Non-US IMG who needs a J-1 visa, all applications together".to_owned(),
        sent: words(&OF_IMG),
        low: overall.map(|row| short(row.ranked / row.applied)),
        high: Some(SENT_A_LIST),
        predicted: short(predicted),
        by_specialty: false,
    }));
    let senior = share(fitted, ApplicantType::UsMdSenior, &given(&OF_SENIOR));
    rows.extend(senior.map(|predicted| AnyRank {
        who: "US MD senior".to_owned(),
        sent: words(&OF_SENIOR),
        low: Some(SENIORS),
        high: Some(1.0),
        predicted: short(predicted),
        by_specialty: false,
    }));
    rows.extend(by_specialty(fitted));
    rows
}

/// IMGs, US and non-US mixed as they rank the specialty, beside ranked over applied.
fn by_specialty(fitted: &Fitted) -> Vec<AnyRank> {
    let published = &fitted.published;
    let mut rows = Vec::new();
    for reached in &published.reached.rows {
        let Some(name) = &reached.specialty else {
            continue;
        };
        let code = specialty_of(name);
        let mut counts = published.matched.rows.iter();
        let counts = counts.find(|row| code.is_some() && specialty_of(&row.specialty) == code);
        let of = |kind| share(fitted, kind, &[(name.as_str(), None)]);
        let both = (of(ApplicantType::UsImg), of(ApplicantType::NonUsImg));
        let (Some(counts), (Some(us), Some(nonus))) = (counts, both) else {
            continue;
        };
        let weight = counts.us_img.1 / (counts.us_img.1 + counts.nonus_img.1);
        rows.push(AnyRank {
            who: format!("IMGs, {name} alone"),
            sent: "as many as their type sends".to_owned(),
            low: Some(short(reached.ranked / reached.applied)),
            high: None,
            predicted: short(weight * us + (1.0 - weight) * nonus),
            by_specialty: true,
        });
    }
    rows
}
