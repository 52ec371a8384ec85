//! Types without a table of their own: another type's cells, moved by the difference of the two.
//!
//! The mean difference is that of the two types' overall match rates. It is not the same in every
//! specialty:
//!
//! - US against non-US IMGs: by how much of those who ranked a specialty filled a position in it,
//!   2025, drawn towards the mean by counts; the small surgical fields count as one, since each has
//!   some ten people.
//! - Graduates of US schools against seniors: in a field that few enter, those who apply again are
//!   good candidates, and in a field that nearly all enter they are not. A line through two points
//!   in the seniors' match rate, the rates over all specialties and a survey of orthopaedic surgery,
//!   which is discounted because who matched answers more often.

use super::FitError;
use super::constants::FitKey;
use super::draft::Draft;
use super::forward::{logit, moments};
use super::moves::moved_to_rate;
use super::published::Published;
use super::scores::{Pool, Raw, between, shrunk};
use data::specialty_of;
use engine::model::Basis;
use engine::odds::sigmoid;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

/// Mean difference of the logits of two types over the years in which both have a rate, with
/// the sources of the rates.
fn difference(
    published: &Published,
    to: ApplicantType,
    from: ApplicantType,
) -> Result<(f64, Vec<String>), FitError> {
    let rows = &published.type_rates.rows;
    let pairs: Vec<(f64, String)> = rows
        .iter()
        .filter(|row| row.kind == to.code())
        .filter_map(|row| {
            let other = rows
                .iter()
                .find(|o| o.kind == from.code() && o.year == row.year)?;
            let gap = logit(row.rate_pct / 100.0) - logit(other.rate_pct / 100.0);
            Some((gap, row.source.clone()))
        })
        .collect();
    if pairs.is_empty() {
        return Err(FitError::NoTypeRate(to));
    }
    let mean = pairs.iter().map(|(gap, _)| gap).sum::<f64>() / pairs.len() as f64;
    Ok((mean, pairs.into_iter().map(|(_, source)| source).collect()))
}

/// Surgical fields with some ten IMGs a year each, read as one.
const SMALL_SURGICAL: [&str; 6] = [
    "Neurological Surgery",
    "Orthopaedic Surgery",
    "Otolaryngology",
    "Plastic Surgery",
    "Thoracic Surgery",
    "Vascular Surgery",
];

fn is_small_surgical(code: SpecialtyCode) -> bool {
    SMALL_SURGICAL
        .iter()
        .any(|name| specialty_of(name) == Some(code))
}

/// How far the difference of two types in a specialty is from their mean difference.
struct Apart {
    rows: Vec<(SpecialtyCode, f64)>,
}

impl Apart {
    /// From filled over ranked of both types.
    fn of(published: &Published, to: ApplicantType, from: ApplicantType) -> Apart {
        let added = published.constants.get(FitKey::Added);
        let mut tables: Vec<(Vec<SpecialtyCode>, [f64; 4])> = vec![(Vec::new(), [0.0; 4])];
        for row in &published.matched.rows {
            let (Some(code), Some(a), Some(b)) =
                (specialty_of(&row.specialty), row.of(to), row.of(from))
            else {
                continue;
            };
            let counts = [a.0, a.1 - a.0, b.0, b.1 - b.0];
            if is_small_surgical(code) {
                let (codes, sums) = &mut tables[0];
                codes.push(code);
                sums.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
            } else {
                tables.push((vec![code], counts));
            }
        }
        let raw = |counts: &[f64; 4]| {
            let [a, b, c, d] = counts.map(|count| count + added);
            Raw {
                value: libm::log(a / b) - libm::log(c / d),
                variance: 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d,
            }
        };
        let raws: Vec<Raw> = tables.iter().map(|(_, counts)| raw(counts)).collect();
        let mean = between(&raws);
        let rows = tables.iter().zip(raws).flat_map(|((codes, _), raw)| {
            let apart = shrunk(Some(raw), mean) - mean.value;
            codes.iter().map(move |code| (*code, apart))
        });
        Apart {
            rows: rows.collect(),
        }
    }

    fn at(&self, code: SpecialtyCode) -> f64 {
        let found = self.rows.iter().find(|(own, _)| *own == code);
        found.map_or(0.0, |(_, apart)| *apart)
    }
}

/// The difference of a graduate's logit from a senior's, as a line in the senior's.
struct Again {
    /// Senior's logit over all specialties, and the difference there.
    usual: (f64, f64),
    /// The same in the surveyed field.
    surveyed: Option<(f64, f64)>,
}

impl Again {
    fn of(published: &Published, from: ApplicantType, gap: f64, base: &[Draft]) -> Again {
        let rows = &published.type_rates.rows;
        let rates: Vec<f64> = rows
            .iter()
            .filter(|row| row.kind == from.code())
            .map(|row| logit(row.rate_pct / 100.0))
            .collect();
        let usual = rates.iter().sum::<f64>() / rates.len() as f64;
        let surveyed = published.reapplied.rows.first().and_then(|row| {
            let code = specialty_of(&row.specialty)?;
            let senior = logit(base.iter().find(|draft| draft.specialty == code)?.rate);
            let discount = published.constants.get(FitKey::SurveyBias);
            Some((senior, logit(row.rate_pct / 100.0) - discount - senior))
        });
        Again {
            usual: (usual, gap),
            surveyed,
        }
    }

    /// Never further down than over all specialties, and never above the senior.
    fn at(&self, senior: f64) -> f64 {
        let Some(surveyed) = self.surveyed else {
            return self.usual.1;
        };
        let slope = (self.usual.1 - surveyed.1) / (self.usual.0 - surveyed.0);
        let gap = surveyed.1 + slope * (senior - surveyed.0);
        gap.clamp(self.usual.1, 0.0)
    }
}

/// Cells of a type, one for each cell of another.
///
/// # Errors
///
/// If no year has both types' rates or a cell has no solution.
pub fn drafts(
    published: &Published,
    to: ApplicantType,
    from: ApplicantType,
    base: &[Draft],
) -> Result<Vec<Draft>, FitError> {
    let (gap, rate_sources) = difference(published, to, from)?;
    let between = published.constants.get(FitKey::DifferenceSd);
    let points = score_gap(published, to, from);
    let apart = to.is_img().then(|| Apart::of(published, to, from));
    let again = Again::of(published, from, gap, base);
    base.iter()
        .map(|draft| {
            let n = draft.sent.mid;
            // The base cell's own rate: what its numbers give, which for a small cell differs
            // from the published one.
            let own = moments(&draft.estimate.strength, n, n).rate;
            let here = match &apart {
                Some(apart) => gap + apart.at(draft.specialty),
                None => again.at(logit(own)),
            };
            let rate = sigmoid(logit(own) + here);
            let estimate = moved_to_rate(&draft.estimate, n, rate, between)?;
            let mut sources = draft.sources.clone();
            sources.extend(rate_sources.iter().cloned());
            sources.extend(points.source.clone());
            sources.push(match apart {
                Some(_) => published.matched.source.clone(),
                None => published.reapplied.source.clone(),
            });
            Ok(Draft {
                kind: to,
                basis: Basis::Borrowed,
                estimate,
                rate,
                n: None,
                pool: Pool {
                    mean: draft.pool.mean + points.gap,
                    sd: draft.pool.sd,
                },
                sources,
                note: note(to, from),
                ..draft.clone()
            })
        })
        .collect()
}

struct ScoreGap {
    gap: f64,
    source: Option<String>,
}

/// Difference of mean Step 2 CK between two types, where a table gives both; else none is assumed.
fn score_gap(published: &Published, to: ApplicantType, from: ApplicantType) -> ScoreGap {
    let mean = |kind: ApplicantType| {
        published
            .type_scores
            .rows
            .iter()
            .find(|row| row.kind == kind.code())
            .map(|row| row.matched_mean)
    };
    match (mean(to), mean(from)) {
        (Some(a), Some(b)) => ScoreGap {
            gap: a - b,
            source: Some(published.type_scores.source.clone()),
        },
        _ => ScoreGap {
            gap: 0.0,
            source: None,
        },
    }
}

fn note(to: ApplicantType, from: ApplicantType) -> String {
    format!(
        "Borrowed from {} in this specialty and moved by the difference of the two groups, {}; no table for {} exists.",
        people(from),
        if to.is_img() {
            "overall and by how many who ranked the specialty filled a position in it"
        } else {
            "which is smaller in fields that few enter"
        },
        people(to)
    )
}

/// The people of a type within a sentence.
fn people(kind: ApplicantType) -> &'static str {
    match kind {
        ApplicantType::UsMdSenior => "US MD seniors",
        ApplicantType::UsMdGrad => "US MD graduates",
        ApplicantType::UsDoSenior => "US DO seniors",
        ApplicantType::UsDoGrad => "US DO graduates",
        ApplicantType::UsImg => "US citizen IMGs",
        ApplicantType::NonUsImg => "non-US citizen IMGs",
    }
}
