//! Types without a table of their own: another type's cells, shifted by the published difference
//! of the two types' overall match rates.

use super::FitError;
use super::constants::FitKey;
use super::draft::Draft;
use super::forward::logit;
use super::moves::moved_to_rate;
use super::published::Published;
use super::scores::Pool;
use crate::engine::model::Basis;
use crate::engine::odds::sigmoid;
use crate::engine::vocabulary::ApplicantType;

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
    base.iter()
        .map(|draft| {
            let n = draft.sent.mid;
            // The base cell's own rate: what its numbers give, which for a small cell differs
            // from the published one.
            let own = super::forward::moments(&draft.estimate.strength, n, n).rate;
            let rate = sigmoid(logit(own) + gap);
            let estimate = moved_to_rate(&draft.estimate, n, rate, between)?;
            let mut sources = draft.sources.clone();
            sources.extend(rate_sources.iter().cloned());
            sources.extend(points.source.clone());
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
        "Borrowed from {} in this specialty and moved by the difference of the overall match rates of the two groups; no table for {} exists.",
        people(from),
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
