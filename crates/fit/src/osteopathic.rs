//! US DO seniors: their own match rates, the MD cells' numbers of ranks.
//!
//! No table of ranks exists, so the MD cell's mean number of ranks stands in, and level and d
//! move together until the DO rate holds. Then the slope of the score, and where that is not
//! enough the loading on matching, give the difference of scores between matched and unmatched.

use super::FitError;
use super::constants::{Constants, FitKey};
use super::draft::{Draft, Sent, logit_error};
use super::forward::logit;
use super::moves::{from_applications, moved_to_rate};
use super::published::{Published, Seniors};
use super::scores::{Group, Pool, Raw, between, for_gap, pool, shrunk};
use super::seniors::{Scores, gap, rate_of, rows_of};
use engine::model::Basis;
use engine::odds::sigmoid;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

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
    let mut found = Vec::new();
    for base in md {
        let sent = Sent::of(published, kind, base.specialty)?;
        let row = own(base.specialty);
        let target = do_rate(constants, base, row, usual);
        let start = from_applications(&base.estimate, base.sent.mid, sent.mid)?;
        let estimate = moved_to_rate(&start, sent.mid, target.rate, target.logit_sd)?;
        found.push((base, sent, row, target, estimate));
    }
    let gaps: Vec<Option<Raw>> = found
        .iter()
        .map(|(_, _, row, ..)| gap(groups((*row)?, sd)?))
        .collect();
    let usual_gap = between(&gaps.iter().copied().flatten().collect::<Vec<_>>());
    let few = constants.get(FitKey::SmallGroup);
    let mut drafts = Vec::new();
    for ((base, sent, row, target, mut estimate), gap) in found.into_iter().zip(gaps) {
        let scores = row.and_then(|r| do_pool(r, sd));
        let pool = scores.unwrap_or(base.pool);
        let mut sources = base.sources.clone();
        sources.push(published.seniors.source.clone());
        // A field with many unmatched speaks for itself.
        let speaks = row.is_some_and(|row| row.matched.min(row.unmatched) >= few);
        let wanted = match gap {
            Some(own) if speaks => own.value,
            gap => shrunk(gap, usual_gap),
        };
        let (strength, slope) = for_gap(&estimate.strength, sent.mid, pool, wanted, most)
            .ok_or(FitError::NoSolution("loading of a score"))?;
        estimate.strength = strength;
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
            slope,
            pool,
            sources,
            note: target.note.to_owned(),
        });
    }
    Ok(drafts)
}

/// Scores of DO seniors, matched and unmatched; the spread within a group is that of MD seniors.
/// Many have no Step 2 CK score, and where few are unmatched these sometimes score higher: such
/// differences are drawn towards those of the larger fields.
fn groups(row: &Seniors, sd: f64) -> Option<Scores> {
    let group = |n: f64, mean: f64| Group { n, mean, sd };
    let matched = group(row.matched, row.step2_matched?);
    let unmatched = row.step2_unmatched.map(|mean| group(row.unmatched, mean));
    Some((matched, unmatched))
}

fn do_pool(row: &Seniors, sd: f64) -> Option<Pool> {
    let (matched, unmatched) = groups(row, sd)?;
    Some(pool(
        matched,
        unmatched.unwrap_or(matched),
        row.matched / (row.matched + row.unmatched),
    ))
}
