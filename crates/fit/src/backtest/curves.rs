//! Match rate by number of contiguous ranks, and by score.

use serde::Serialize;

use super::{Compared, Table, short};
use crate::FitError;
use crate::draft::Draft;
use crate::forward::{Strength, match_between, moments};
use crate::published::{ByRanks, ByScore, Published, Table as Read};
use data::specialty_of;
use engine::vocabulary::ApplicantType;

/// Lowest score of the open last band of the table by score.
const OPEN_BAND: f64 = 250.0;
/// Middle of the first band, which is open below: few applicants are far under 200.
const LOWEST_BAND: f64 = 195.0;
/// Lowest score of the first closed band.
const FIRST_BAND: f64 = 200.0;
/// Width of a band.
const BAND: f64 = 10.0;

/// One published share of matched applicants.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// The specialty as the table spells it.
    pub specialty: String,
    /// The group: a number of ranks or a band of scores.
    pub group: String,
    /// Applicants.
    pub n: f64,
    /// Share that matched, 0 to 1.
    pub rate: Compared,
}

/// Every table of points.
pub(super) fn all(drafts: &[Draft], published: &Published) -> Result<Vec<Table>, FitError> {
    let independents = by_ranks(drafts, ApplicantType::NonUsImg, &published.independents)?;
    let seniors = by_ranks(drafts, ApplicantType::UsMdSenior, &published.md_ranks)?;
    Ok(vec![
        table(
            "independents_by_ranks_2007",
            "Independent applicants of 2007 by number of contiguous ranks, against the model of non-US IMGs of 2026",
            "About three in four of these applicants were IMGs. Some of the longest lists hold programs that never interviewed the applicant, which is why few with ten ranks and more matched; the model does not copy that.",
            &published.independents.source,
            false,
            independents,
        ),
        table(
            "md_seniors_by_ranks_2007",
            "US MD seniors of 2007 by number of contiguous ranks, against the model at this decade's match rates",
            "",
            &published.md_ranks.source,
            // The spread of these ranks is in the fit; the rate has moved since.
            true,
            seniors,
        ),
        table(
            "md_seniors_by_score",
            "US MD seniors of 2020 to 2024 by Step 2 CK, against the model",
            "The figures reached us at fourth hand.",
            &published.by_score.source,
            false,
            by_score(drafts, &published.by_score)?,
        ),
    ])
}

fn table(
    name: &'static str,
    about: &'static str,
    note: &'static str,
    source: &str,
    seen: bool,
    points: Vec<Point>,
) -> Table {
    let n: f64 = points.iter().map(|point| point.n).sum();
    let off: f64 = points.iter().map(|p| p.n * p.rate.off().abs()).sum();
    Table {
        name,
        about,
        note,
        source: source.to_owned(),
        seen,
        mean_off: short(off / n),
        points,
    }
}

/// The cell of a published name; `None` for a specialty that got no odds.
fn cell<'a>(
    drafts: &'a [Draft],
    kind: ApplicantType,
    name: &str,
) -> Result<Option<&'a Draft>, FitError> {
    let code = specialty_of(name).ok_or_else(|| FitError::UnknownName(name.to_owned()))?;
    let mut own = drafts.iter().filter(|d| d.kind == kind);
    Ok(own.find(|d| d.specialty == code))
}

fn by_ranks(
    drafts: &[Draft],
    kind: ApplicantType,
    rows: &Read<ByRanks>,
) -> Result<Vec<Point>, FitError> {
    let mut points = Vec::new();
    for row in &rows.rows {
        let Some(draft) = cell(drafts, kind, &row.specialty)? else {
            continue;
        };
        let (strength, n) = (draft.estimate.strength, draft.sent.mid);
        let last = row.matched.len() as u32;
        for ((ranks, matched), unmatched) in (1..).zip(&row.matched).zip(&row.unmatched) {
            let all = matched + unmatched;
            if all <= 0.0 {
                continue;
            }
            let open = ranks == last;
            let predicted = match_between(&strength, n, ranks, if open { n } else { ranks });
            points.push(Point {
                specialty: row.specialty.clone(),
                group: if open {
                    format!("{ranks} and more")
                } else {
                    ranks.to_string()
                },
                n: all,
                rate: Compared {
                    published: short(matched / all),
                    predicted: short(predicted),
                },
            });
        }
    }
    Ok(points)
}

/// The pool of applicants whose score is known: their mean strength and what is left of its spread.
pub(super) fn with_score(draft: &Draft, score: f64) -> Strength {
    let s = draft.estimate.strength;
    let mean = draft.slope * (score - draft.pool.mean) / 10.0;
    let explained = draft.slope * draft.pool.sd / 10.0;
    Strength {
        c: s.c + mean,
        tau: (s.tau * s.tau - explained * explained).max(0.0).sqrt(),
        d: s.d + s.rho * mean,
        rho: s.rho,
    }
}

fn by_score(drafts: &[Draft], rows: &Read<ByScore>) -> Result<Vec<Point>, FitError> {
    let mut points = Vec::new();
    for row in &rows.rows {
        let Some(draft) = cell(drafts, ApplicantType::UsMdSenior, &row.specialty)? else {
            continue;
        };
        let n = draft.sent.mid;
        let bands = row.p_match_pct.len();
        for (band, (pct, count)) in row.p_match_pct.iter().zip(&row.n).enumerate() {
            let Some(pct) = pct.filter(|_| *count > 0.0) else {
                continue;
            };
            let low = FIRST_BAND + BAND * (band as f64 - 1.0);
            let (score, group) = if band == 0 {
                (LOWEST_BAND, "under 200".to_owned())
            } else if band + 1 == bands {
                let mean = mean_above(draft.pool.mean, draft.pool.sd, OPEN_BAND);
                (mean, "250 and more".to_owned())
            } else {
                (low + BAND / 2.0, format!("{low} to {}", low + BAND - 1.0))
            };
            points.push(Point {
                specialty: row.specialty.clone(),
                group,
                n: *count,
                rate: Compared {
                    published: short(pct / 100.0),
                    predicted: short(moments(&with_score(draft, score), n, n).rate),
                },
            });
        }
    }
    Ok(points)
}

/// Mean of a normal variable given that it is above a limit.
fn mean_above(mean: f64, sd: f64, limit: f64) -> f64 {
    let z = (limit - mean) / sd;
    let density = libm::exp(-0.5 * z * z) / (2.0 * std::f64::consts::PI).sqrt();
    let above = 0.5 * libm::erfc(z / std::f64::consts::SQRT_2);
    mean + sd * density / above
}

#[cfg(test)]
mod tests {
    use super::mean_above;

    #[test]
    fn the_upper_half_of_a_normal_lies_known_far_above() {
        let known = (2.0 / std::f64::consts::PI).sqrt();
        assert!((mean_above(0.0, 1.0, 0.0) - known).abs() < 1e-12);
        assert!(mean_above(250.0, 10.0, 270.0) > 270.0);
    }
}
