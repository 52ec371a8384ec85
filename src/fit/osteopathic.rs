//! US DO seniors: their own match rates, the MD cells' numbers of ranks.
//!
//! No table of ranks exists, so the MD cell's mean number of ranks stands in, and level and d
//! move together until the DO rate holds.

use super::FitError;
use super::constants::{Constants, FitKey};
use super::draft::{Draft, Sent, logit_error};
use super::forward::logit;
use super::moves::{from_applications, moved_to_rate};
use super::published::{Published, Seniors};
use super::scores::{Group, Pool, Raw, between, bounded, pool};
use super::seniors::{rate_of, rows_of};
use crate::engine::model::Basis;
use crate::engine::odds::sigmoid;
use crate::engine::program::SpecialtyCode;
use crate::engine::vocabulary::ApplicantType;

/// The rate of a DO cell: its own, or drawn to the MD rate and the usual difference.
struct DoRate {
    rate: f64,
    logit_sd: f64,
    n: Option<u32>,
    shown: f64,
    note: &'static str,
}

fn do_rate(constants: &Constants, md: &Draft, own: Option<&Seniors>, usual: Raw) -> DoRate {
    let expected = logit(md.rate) + usual.value;
    let Some(row) = own else {
        let rate = sigmoid(expected);
        return DoRate {
            rate,
            logit_sd: usual.variance.sqrt(),
            n: None,
            shown: rate,
            note: "Borrowed from MD seniors and the usual difference between MD and DO seniors.",
        };
    };
    let n = row.matched + row.unmatched;
    let (shown, count) = (row.matched / n, Some(n as u32));
    let kept = rate_of(constants, row.matched, row.unmatched);
    let error = logit_error(kept, n);
    if n >= constants.get(FitKey::SmallGroup) {
        return DoRate {
            rate: shown,
            logit_sd: error,
            n: count,
            shown,
            note: "Numbers of ranks are those of MD seniors.",
        };
    }
    let weight = usual.variance / (usual.variance + error * error);
    DoRate {
        rate: sigmoid(weight * logit(kept) + (1.0 - weight) * expected),
        logit_sd: weight.sqrt() * error,
        n: count,
        shown,
        note: "Few applicants are published, so the rate is drawn towards MD seniors and the usual difference; numbers of ranks are theirs.",
    }
}

/// Cells of US DO seniors, from the MD cells.
///
/// # Errors
///
/// If a name is unknown or a cell has no solution.
pub fn drafts(published: &Published, md: &[Draft]) -> Result<Vec<Draft>, FitError> {
    let kind = ApplicantType::UsDoSenior;
    let constants = &published.constants;
    let most = constants.get(FitKey::MostExplained);
    let rows = rows_of(published, kind)?;
    let own = |code: SpecialtyCode| rows.iter().find(|(c, _)| *c == code).map(|(_, row)| *row);
    let differences: Vec<Raw> = md
        .iter()
        .filter_map(|draft| {
            let row = own(draft.specialty)?;
            let rate = rate_of(constants, row.matched, row.unmatched);
            let error = logit_error(rate, row.matched + row.unmatched);
            Some(Raw {
                value: logit(rate) - logit(draft.rate),
                variance: error * error
                    + draft.n.map_or(0.0, |n| {
                        let md_error = logit_error(draft.rate, f64::from(n));
                        md_error * md_error
                    }),
            })
        })
        .collect();
    let usual = between(&differences);
    let sd = md.iter().map(|d| d.pool.sd).sum::<f64>() / md.len() as f64;
    let mut drafts = Vec::new();
    for base in md {
        let sent = Sent::of(published, kind, base.specialty)?;
        let row = own(base.specialty);
        let target = do_rate(constants, base, row, usual);
        let start = from_applications(&base.estimate, base.sent.mid, sent.mid)?;
        let estimate = moved_to_rate(&start, sent.mid, target.rate, target.logit_sd)?;
        let scores = row.and_then(|r| do_pool(r, sd));
        let pool = scores.unwrap_or(base.pool);
        let mut sources = base.sources.clone();
        sources.push(published.seniors.source.clone());
        drafts.push(Draft {
            specialty: base.specialty,
            kind,
            basis: if target.n.is_some() {
                Basis::Partly
            } else {
                Basis::Borrowed
            },
            estimate,
            sent,
            rate: target.shown,
            n: target.n,
            slope: bounded(base.slope, estimate.strength.tau, pool, most),
            pool,
            sources,
            note: target.note.to_owned(),
        });
    }
    Ok(drafts)
}

/// Scores of DO seniors; the spread within a group is that of MD seniors. Their own differences
/// between matched and unmatched are not used for a slope: many have no Step 2 CK score, and in
/// the parsed table the unmatched sometimes score higher.
fn do_pool(row: &Seniors, sd: f64) -> Option<Pool> {
    let group = |n: f64, mean: f64| Group { n, mean, sd };
    let matched = group(row.matched, row.step2_matched?);
    let unmatched = row
        .step2_unmatched
        .map_or(matched, |mean| group(row.unmatched, mean));
    Some(pool(
        matched,
        unmatched,
        row.matched / (row.matched + row.unmatched),
    ))
}
