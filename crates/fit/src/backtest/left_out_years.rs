//! Each figure of a later year predicted as if only the earlier one had been published.
//!
//! | later figure | the model without it |
//! | --- | --- |
//! | US MD seniors by specialty, 2026 | the model as it is: its rates are those of 2024 |
//! | the same, 2024 | the same fit with the rates of 2007 |
//! | non-US IMGs by specialty, 2026 | the same fit with the independent applicants of 2007 in the place of the table of 2026; other people, the nearest there are |
//! | a type over all specialties, 2026 | its rate of 2025; for US IMGs the rate of non-US IMGs and the difference of 2025, as cells are borrowed |
//!
//! A range is the model's own doubt about the rate, with the error of counting of the later figure.
//! The model has no term for what changes between years, and none was added for this test.

use serde::Serialize;

use super::cells::name_of;
use super::{Compared, short};
use crate::constants::FitKey;
use crate::draft::{Draft, Terms, hypotenuse, logit_error};
use crate::forward::{logit, moments};
use crate::moves::gradient;
use crate::published::{ByRanks, NonUsImg, Pair, Published, Sample, TypeRate};
use crate::seniors::{self, rate_of, spread};
use crate::{FitError, Fitted, nonus};
use data::specialty_of;
use engine::odds::{RANGE_Z, sigmoid};
use engine::vocabulary::ApplicantType;

/// One figure of a later year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeftOutYear {
    /// The specialty as NRMP spells it, or the word for all of them.
    pub name: String,
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Year of the figures that the prediction rests on.
    pub from: u16,
    /// Year of the figure.
    pub year: u16,
    /// Applicants behind it.
    pub n: u32,
    /// Match rate.
    pub rate: Compared,
    /// Low end of the predicted range, which is to hold four in five.
    pub low: f64,
    /// High end.
    pub high: f64,
}

impl LeftOutYear {
    /// Whether the published rate lies in the predicted range.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        (self.low..=self.high).contains(&self.rate.published)
    }
}

/// All figures of one type from one year to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct YearCoverage {
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Year of the figures that the predictions rest on.
    pub from: u16,
    /// Year of the figures.
    pub year: u16,
    /// How many.
    pub all: usize,
    /// How many lie in their range.
    pub inside: usize,
    /// Mean difference, 0 to 1: above 0 the model said too much.
    pub mean_signed: f64,
    /// Mean absolute difference, 0 to 1.
    pub mean_off: f64,
}

/// The word for all specialties.
pub const OVERALL: &str = "All specialties";

/// A figure to be foretold, with a belief about its logit.
struct Figure {
    name: String,
    kind: ApplicantType,
    years: (u16, u16),
    published: f64,
    n: f64,
    at: f64,
    sd: f64,
}

impl Figure {
    fn row(self) -> LeftOutYear {
        let width = RANGE_Z * hypotenuse(&[self.sd, logit_error(self.published, self.n)]);
        LeftOutYear {
            name: self.name,
            kind: self.kind.code(),
            from: self.years.0,
            year: self.years.1,
            n: self.n as u32,
            rate: Compared {
                published: short(self.published),
                predicted: short(sigmoid(self.at)),
            },
            low: short(sigmoid(self.at - width)),
            high: short(sigmoid(self.at + width)),
        }
    }
}

/// Every figure of a later year.
pub(super) fn all(fitted: &Fitted) -> Result<Vec<LeftOutYear>, FitError> {
    let older = of_2007(&fitted.published);
    let mut rows = md_of_2026(fitted);
    rows.extend(md_of_2024(fitted, &older)?);
    rows.extend(nonus_of_2026(fitted, &older)?);
    rows.extend(types_of_2026(&fitted.published));
    Ok(rows)
}

/// How many figures lie in their ranges, by type and years, in the order of the rows.
pub(super) fn coverage(rows: &[LeftOutYear]) -> Vec<YearCoverage> {
    let group = |row: &LeftOutYear| (row.kind, row.from, row.year);
    let groups = rows.chunk_by(|a, b| group(a) == group(b));
    let of = |rows: &[LeftOutYear]| {
        let count = rows.len() as f64;
        let mean = |f: fn(f64) -> f64| rows.iter().map(|r| f(r.rate.off())).sum::<f64>() / count;
        rows.first().map(|first| YearCoverage {
            kind: first.kind,
            from: first.from,
            year: first.year,
            all: rows.len(),
            inside: rows.iter().filter(|row| row.is_inside()).count(),
            mean_signed: short(mean(|off| off)),
            mean_off: short(mean(f64::abs)),
        })
    };
    groups.filter_map(of).collect()
}

/// What the model says of the rate of a draft: its logit with its standard deviation.
fn belief(draft: &Draft, terms: Terms) -> (f64, f64) {
    let n = draft.sent.mid;
    let rate = |strength: &_| logit(moments(strength, n, n).rate);
    let strength = draft.estimate.strength;
    let by = gradient(&strength, rate);
    (rate(&strength), draft.covariance(terms).sd_of(&by))
}

/// A later figure of the same specialty, if it is there and large enough to stand for itself.
fn figure(
    fitted: &Fitted,
    draft: &Draft,
    years: (u16, u16),
    later: Option<(f64, f64)>,
) -> Option<LeftOutYear> {
    let (matched, unmatched) = later?;
    let constants = &fitted.published.constants;
    let n = matched + unmatched;
    let (at, sd) = belief(draft, fitted.terms);
    let figure = Figure {
        name: name_of(&fitted.published, draft),
        kind: draft.kind,
        years,
        published: rate_of(constants, matched, unmatched),
        n,
        at,
        sd,
    };
    (n >= constants.get(FitKey::SmallGroup)).then(|| figure.row())
}

fn md_of_2026(fitted: &Fitted) -> Vec<LeftOutYear> {
    let published = &fitted.published;
    let drafts = fitted.drafts.iter();
    // A rate of 2024 is behind these; where there is none, the model has that of 2026 itself.
    let foretold = drafts.filter(|draft| {
        draft.kind == ApplicantType::UsMdSenior
            && draft.sources.first() == Some(&published.seniors.source)
    });
    let rows = foretold.filter_map(|draft| {
        let mut scores = published.md_scores.rows.iter();
        let row = scores.find(|row| specialty_of(&row.specialty) == Some(draft.specialty));
        let later = row.and_then(|row| Some((row.matched, row.unmatched?)));
        figure(fitted, draft, (2024, 2026), later)
    });
    rows.collect()
}

fn md_of_2024(fitted: &Fitted, older: &Published) -> Result<Vec<LeftOutYear>, FitError> {
    let kind = ApplicantType::UsMdSenior;
    let drafts = seniors::md(older)?;
    let rows = drafts.iter().filter_map(|draft| {
        let mut later = fitted.published.seniors.rows.iter();
        let row = later.find(|row| {
            row.kind == kind.code() && specialty_of(&row.specialty) == Some(draft.specialty)
        });
        figure(
            fitted,
            draft,
            (2007, 2024),
            row.map(|row| (row.matched, row.unmatched)),
        )
    });
    Ok(rows.collect())
}

fn nonus_of_2026(fitted: &Fitted, older: &Published) -> Result<Vec<LeftOutYear>, FitError> {
    let drafts = nonus::drafts(older)?;
    let rows = drafts.iter().filter_map(|draft| {
        let mut later = fitted.published.nonus_img.rows.iter();
        let row = later.find(|row| specialty_of(&row.specialty) == Some(draft.specialty));
        figure(
            fitted,
            draft,
            (2007, 2026),
            row.map(|row| (row.matched, row.unmatched)),
        )
    });
    Ok(rows.collect())
}

fn types_of_2026(published: &Published) -> Vec<LeftOutYear> {
    let rows = &published.type_rates.rows;
    let of = |kind: ApplicantType, year: u16| {
        let mut own = rows.iter().filter(|row| row.kind == kind.code());
        own.find(|row| row.year == year)
    };
    let at = |row: &TypeRate| {
        (
            logit(row.rate_pct / 100.0),
            logit_error(row.rate_pct / 100.0, row.active),
        )
    };
    let kinds = ApplicantType::ALL.iter();
    let figures = kinds.filter_map(|kind| {
        let (before, later) = (of(*kind, 2025)?, of(*kind, 2026)?);
        let (mut logit, mut sd) = at(before);
        if *kind == ApplicantType::UsImg {
            let other = ApplicantType::NonUsImg;
            let (there, then) = (at(of(other, 2025)?), at(of(other, 2026)?));
            logit += then.0 - there.0;
            sd = hypotenuse(&[sd, there.1, then.1]);
        }
        let figure = Figure {
            name: OVERALL.to_owned(),
            kind: *kind,
            years: (2025, 2026),
            published: later.rate_pct / 100.0,
            n: later.active,
            at: logit,
            sd,
        };
        Some(figure.row())
    });
    figures.collect()
}

/// The tables as of 2007: the rates of US MD seniors by specialty and the table of non-US IMGs are
/// those of that year's counts, independent applicants standing in for the latter.
fn of_2007(published: &Published) -> Published {
    let mut older = published.clone();
    let counts = |table: &[ByRanks], name: &str| {
        let mut rows = table.iter();
        rows.find(|row| specialty_of(&row.specialty) == specialty_of(name))
            .cloned()
    };
    older.seniors.rows.retain_mut(|row| {
        if row.kind != ApplicantType::UsMdSenior.code() {
            return true;
        }
        let then = counts(&published.md_ranks.rows, &row.specialty);
        if let Some(then) = &then {
            row.matched = then.matched.iter().sum();
            row.unmatched = then.unmatched.iter().sum();
        }
        then.is_some()
    });
    // The rates of 2026 stand in where others lack one.
    for row in &mut older.md_scores.rows {
        row.unmatched = None;
        row.unmatched_median = None;
    }
    let rows = published.nonus_img.rows.iter();
    let rows = rows.filter_map(|row| {
        let then = counts(&published.independents.rows, &row.specialty)?;
        // The fit asks for the US seniors' rate of a specialty.
        counts(&published.md_ranks.rows, &row.specialty)?;
        Some(stood_in(row, &then))
    });
    older.nonus_img.rows = rows.collect();
    older
}

fn stood_in(row: &NonUsImg, then: &ByRanks) -> NonUsImg {
    let sample = |bins: &[f64]| {
        let (spread, n) = spread(bins);
        (n > 0.0).then_some(Sample {
            n,
            mean: spread.mean,
            sd: spread.sd,
        })
    };
    NonUsImg {
        matched: then.matched.iter().sum(),
        unmatched: then.unmatched.iter().sum(),
        ranks: Pair {
            matched: sample(&then.matched),
            unmatched: sample(&then.unmatched),
        },
        ..row.clone()
    }
}
