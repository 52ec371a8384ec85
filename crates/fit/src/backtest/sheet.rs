//! Interviews that people of a public sheet got, against the model.
//!
//! Nearly everybody in the sheet has an interview, so both sides are read by those who have some.
//! Its IMGs are US and non-US together: both are predicted and mixed as they rank internal
//! medicine. The number of applications behind the cells of IMGs and the effect of years since
//! graduation were set with this sheet at hand; only the rest of it is a test.

use serde::Serialize;

use super::as_sent::{AsSent, record};
use super::{Compared, short};
use crate::published::{Published, SheetRow};
use crate::{FitError, Fitted};
use data::specialty_of;
use engine::odds::quadrature::{NINE, Node, TWENTY_ONE};
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

/// Specialty of the sheet.
const SPECIALTY: &str = "Internal Medicine";
/// Standard deviation of Step 2 CK in a group that is not one of scores.
const SCORE_SD: f64 = 13.0;
/// Years since graduation that stand for a group, by its name.
const YEARS: [(&str, u8); 4] = [
    ("years since graduation over -2 to 2", 1),
    ("years since graduation over 2 to 4", 3),
    ("years since graduation over 4 to 6", 5),
    ("years since graduation over 6 to 40", 9),
];

/// One group of the sheet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SheetCheck {
    /// Code of the applicant type, or `img` for US and non-US IMGs together.
    pub kind: &'static str,
    /// Which of them.
    pub group: String,
    /// People.
    pub n: f64,
    /// Mean applications.
    pub applications: f64,
    /// Mean Step 2 CK.
    pub score: f64,
    /// Mean interviews of those who had some.
    pub mean: Compared,
    /// Standard deviation of the same.
    pub sd: Compared,
    /// Share without any.
    pub none: Compared,
}

impl SheetCheck {
    /// Whether it is a type as a whole.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.group == "all"
    }

    /// The model's mean over the sheet's, less one.
    #[must_use]
    pub fn off(&self) -> f64 {
        self.mean.predicted / self.mean.published - 1.0
    }
}

/// Sums over people: those with an interview, interviews, their squares.
#[derive(Clone, Copy, Default)]
struct Sums {
    any: f64,
    interviews: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, share: f64, other: Sums) {
        self.any += share * other.any;
        self.interviews += share * other.interviews;
        self.squares += share * other.squares;
    }

    fn mean(self) -> f64 {
        self.interviews / self.any
    }

    fn sd(self) -> f64 {
        (self.squares / self.any - self.mean() * self.mean())
            .max(0.0)
            .sqrt()
    }
}

/// Every group.
pub(super) fn all(fitted: &Fitted) -> Result<Vec<SheetCheck>, FitError> {
    let published = &fitted.published;
    let specialty =
        specialty_of(SPECIALTY).ok_or_else(|| FitError::UnknownName(SPECIALTY.to_owned()))?;
    let us_share = us_share_of_imgs(published, specialty);
    let mut checks = Vec::new();
    for row in &published.sheet.rows {
        let Some(kind) = ApplicantType::from_code(&row.kind) else {
            return Err(FitError::UnknownName(row.kind.clone()));
        };
        let both = [
            (ApplicantType::UsImg, us_share),
            (ApplicantType::NonUsImg, 1.0 - us_share),
        ];
        let kinds: &[_] = if kind.is_img() { &both } else { &[(kind, 1.0)] };
        let mut model = Sums::default();
        for (kind, share) in kinds {
            let sums = predicted(fitted, specialty, *kind, row)
                .ok_or(FitError::NoLevel(specialty, *kind))?;
            model.add(*share, sums);
        }
        checks.push(check(
            row,
            if kind.is_img() { "img" } else { kind.code() },
            model,
        ));
    }
    Ok(checks)
}

fn check(row: &SheetRow, kind: &'static str, model: Sums) -> SheetCheck {
    let with_some = row.n - row.none;
    let seen = Sums {
        any: with_some,
        interviews: row.n * row.interviews,
        squares: row.n * (row.sd * row.sd + row.interviews * row.interviews),
    };
    let compared = |published, predicted| Compared {
        published: short(published),
        predicted: short(predicted),
    };
    SheetCheck {
        kind,
        group: row.group.clone(),
        n: row.n,
        applications: row.applications,
        score: row.score,
        mean: compared(seen.mean(), model.mean()),
        sd: compared(seen.sd(), model.sd()),
        none: compared(row.none / row.n, 1.0 - model.any),
    }
}

/// Share of US IMGs among IMGs who ranked a specialty.
fn us_share_of_imgs(published: &Published, specialty: SpecialtyCode) -> f64 {
    let mut rows = published.matched.rows.iter();
    let row = rows.find(|row| specialty_of(&row.specialty) == Some(specialty));
    row.map_or(0.0, |row| row.us_img.1 / (row.us_img.1 + row.nonus_img.1))
}

/// What people with this row's applications, scores and years get.
fn predicted(
    fitted: &Fitted,
    specialty: SpecialtyCode,
    kind: ApplicantType,
    row: &SheetRow,
) -> Option<Sums> {
    let sent = AsSent::of(fitted, specialty, kind, Some(row.applications))?;
    let years = YEARS.iter().find(|(group, _)| *group == row.group);
    let one = [Node {
        at: 0.0,
        weight: 1.0,
    }];
    let scores: &[Node] = if row.group.starts_with("step2") {
        &one
    } else {
        &NINE
    };
    let cell = sent.cell;
    let by_score = cell.slope * cell.score_sd / 10.0;
    let rest = (cell.tau * cell.tau - by_score * by_score).max(0.0).sqrt();
    let mut sums = Sums::default();
    for at in scores {
        let score = row.score + SCORE_SD * at.at;
        let record = record(fitted, kind, years.map(|(_, years)| *years), Some(score));
        let strength = cell.slope * (score - cell.score_mean) / 10.0 + record.beside_score();
        for node in &TWENTY_ONE {
            let p = sent.interview(strength + rest * node.at);
            let mean = sent.applications * p;
            let share = at.weight * node.weight * record.read();
            let own = Sums {
                any: 1.0 - sent.none(p),
                interviews: mean,
                squares: mean * (1.0 - p) + mean * mean,
            };
            sums.add(share, own);
        }
    }
    Some(sums)
}
