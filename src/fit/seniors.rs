//! US seniors: this decade's match rates, 2007's numbers of ranks.
//!
//! MD: the spread of strength and the level come from the 2007 counts by ranks, then the level of
//! matching moves until the present rate holds. DO: no table of ranks exists, so the MD cell's
//! mean number of ranks stands in, and level and d move together until the DO rate holds.

use super::FitError;
use super::draft::{Draft, Sent, hypotenuse, logit_error, rate_response};
use super::estimate::{
    Estimate, Observed, Priors, c_for_mean_ranks, d_for_rate, estimate, shift_for_rate, shifted,
};
use super::forward::{Spread, Strength, logit, moments};
use super::published::{ByRanks, MdScores, Published, Seniors};
use super::scores::{Group, Pool, Raw, between, bounded, pool, raw_slope, shrunk};
use super::specialties::{code_of, has_odds, related};
use crate::engine::model::Basis;
use crate::engine::odds::sigmoid;
use crate::engine::program::SpecialtyCode;
use crate::engine::vocabulary::ApplicantType;

/// Quartile range of a normal distribution in standard deviations.
const QUARTILES: f64 = 1.349;
/// DO applicants below which the rate is drawn towards the MD rate less the usual difference.
const SMALL: f64 = 40.0;

const START: Strength = Strength {
    c: -1.2,
    tau: 0.7,
    d: -0.7,
    rho: 0.0,
};

const PRIORS: Priors = Priors {
    c: None,
    ln_tau: Some((-0.36, 0.4)),
    d: None,
    rho: Some((0.0, 0.15)),
};

/// Match rate of a group, kept off 0 and 1 by half an applicant.
fn rate_of(matched: f64, unmatched: f64) -> f64 {
    (matched + 0.5) / (matched + unmatched + 1.0)
}

fn rows_of(
    published: &Published,
    kind: ApplicantType,
) -> Result<Vec<(SpecialtyCode, &Seniors)>, FitError> {
    let mut rows = published
        .seniors
        .rows
        .iter()
        .filter(|row| row.kind == kind.code())
        .map(|row| {
            code_of(&row.specialty)
                .map(|code| (code, row))
                .ok_or_else(|| FitError::UnknownName(row.specialty.clone()))
        })
        .collect::<Result<Vec<_>, _>>()?;
    rows.retain(|(code, _)| has_odds(*code));
    rows.sort_by_key(|(code, _)| *code);
    Ok(rows)
}

/// Ranks by bin; the last bin is open and counts as its number.
fn spread(bins: &[f64]) -> (Spread, f64) {
    let n: f64 = bins.iter().sum();
    let power = |k: i32| {
        bins.iter()
            .enumerate()
            .map(|(i, count)| {
                let ranks = (i + 1) as f64;
                count * if k == 1 { ranks } else { ranks * ranks }
            })
            .sum::<f64>()
            / n
    };
    let (mean, square) = (power(1), power(2));
    let sd = (square - mean * mean).max(0.0).sqrt();
    (Spread { mean, sd }, n)
}

/// The cell of 2007.
fn of_2007(row: &ByRanks, sent: &Sent) -> Result<Estimate, FitError> {
    let (matched, unmatched) = (spread(&row.matched), spread(&row.unmatched));
    let n = matched.1 + unmatched.1;
    let seen = Observed {
        applications: sent.mid,
        cap: row.matched.len() as u32,
        rate: (matched.1 / n, n),
        matched: Some(matched),
        unmatched: Some(unmatched),
    };
    estimate(&START, [true, true, true, false], &seen, &PRIORS)
}

/// The row of 2007 for a specialty, or of the related one.
fn ranks_row(published: &Published, specialty: SpecialtyCode) -> Option<(&ByRanks, SpecialtyCode)> {
    let own = |code| {
        published
            .md_ranks
            .rows
            .iter()
            .find(|row| code_of(&row.specialty) == Some(code))
    };
    own(specialty)
        .map(|row| (row, specialty))
        .or_else(|| related(specialty).and_then(|other| Some((own(other)?, other))))
}

/// Moves d until the rate holds and says how well d is then known.
fn at_rate(base: &Estimate, n: u32, rate: f64, applicants: f64) -> Result<Estimate, FitError> {
    let d = d_for_rate(&base.strength, n, rate).ok_or(FitError::NoSolution("level of matching"))?;
    let strength = Strength { d, ..base.strength };
    let response = rate_response(|by| {
        let moved = Strength {
            d: d + by,
            ..strength
        };
        moments(&moved, n, n).rate
    });
    Ok(Estimate {
        strength,
        c_sd: base.c_sd,
        d_sd: hypotenuse(&[logit_error(rate, applicants) / response, base.c_sd]),
    })
}

/// Moves c and d together until the rate holds.
///
/// # Errors
///
/// If no shift gives the rate.
pub fn moved_to_rate(
    base: &Estimate,
    n: u32,
    rate: f64,
    logit_sd: f64,
) -> Result<Estimate, FitError> {
    let by = shift_for_rate(&base.strength, n, rate)
        .ok_or(FitError::NoSolution("shift to the match rate"))?;
    let strength = shifted(&base.strength, by);
    let response = rate_response(|step| moments(&shifted(&strength, step), n, n).rate);
    let shift_sd = logit_sd / response;
    Ok(Estimate {
        strength,
        c_sd: hypotenuse(&[base.c_sd, shift_sd]),
        d_sd: hypotenuse(&[base.d_sd, shift_sd]),
    })
}

/// The same mean number of ranks from another number of applications.
///
/// # Errors
///
/// If the mean is beyond reach.
pub fn from_applications(base: &Estimate, old: u32, new: u32) -> Result<Estimate, FitError> {
    let mean = moments(&base.strength, old, old).mean_ranks;
    let c = c_for_mean_ranks(&base.strength, new, mean)
        .ok_or(FitError::NoSolution("level of ranks"))?;
    Ok(Estimate {
        strength: Strength { c, ..base.strength },
        ..*base
    })
}

/// One MD specialty: rate with its count and year's source.
struct MdRate {
    specialty: SpecialtyCode,
    matched: f64,
    unmatched: f64,
    source: String,
}

fn md_rates(published: &Published) -> Result<Vec<MdRate>, FitError> {
    let mut all: Vec<MdRate> = rows_of(published, ApplicantType::UsMdSenior)?
        .into_iter()
        .map(|(specialty, row)| MdRate {
            specialty,
            matched: row.matched,
            unmatched: row.unmatched,
            source: published.seniors.source.clone(),
        })
        .collect();
    for row in &published.md_scores.rows {
        let specialty =
            code_of(&row.specialty).ok_or_else(|| FitError::UnknownName(row.specialty.clone()))?;
        if let (false, Some(unmatched)) =
            (all.iter().any(|r| r.specialty == specialty), row.unmatched)
        {
            all.push(MdRate {
                specialty,
                matched: row.matched,
                unmatched,
                source: published.md_scores.source.clone(),
            });
        }
    }
    all.sort_by_key(|r| r.specialty);
    Ok(all)
}

/// The match rate of MD seniors in a specialty.
///
/// # Errors
///
/// If a name is unknown.
pub fn md_rate_of(published: &Published) -> Result<Vec<(SpecialtyCode, f64)>, FitError> {
    let rates = md_rates(published)?;
    Ok(rates
        .iter()
        .map(|r| (r.specialty, rate_of(r.matched, r.unmatched)))
        .collect())
}

/// Groups of scores in one specialty, unmatched only where both are known.
type Scores = (Group, Option<Group>);

/// Scores of MD seniors: 2026 where both groups have one, else the difference of 2024.
fn md_scores(published: &Published, rate: &MdRate) -> Option<Scores> {
    let row: &MdScores = published
        .md_scores
        .rows
        .iter()
        .find(|row| code_of(&row.specialty) == Some(rate.specialty))?;
    let sd = (row.q3 - row.q1) / QUARTILES;
    let matched = Group {
        n: row.matched,
        mean: row.median,
        sd,
    };
    let older = published.seniors.rows.iter().find(|r| {
        r.kind == ApplicantType::UsMdSenior.code() && code_of(&r.specialty) == Some(rate.specialty)
    });
    let unmatched = match (row.unmatched, row.unmatched_median) {
        (Some(n), Some(mean)) => Some(Group { n, mean, sd }),
        _ => older.and_then(|r| {
            Some(Group {
                n: r.unmatched,
                mean: row.median - (r.step2_matched? - r.step2_unmatched?),
                sd,
            })
        }),
    };
    Some((matched, unmatched))
}

/// Slopes for a list of cells, pooled over it.
fn slopes(cells: &[(Estimate, u32, f64, Option<Scores>)]) -> Vec<(f64, Pool)> {
    let pools: Vec<Option<Pool>> = cells
        .iter()
        .map(|(_, _, rate, scores)| {
            scores.map(|(matched, unmatched)| pool(matched, unmatched.unwrap_or(matched), *rate))
        })
        .collect();
    let known: Vec<Pool> = pools.iter().copied().flatten().collect();
    let count = known.len() as f64;
    let usual = Pool {
        mean: known.iter().map(|p| p.mean).sum::<f64>() / count,
        sd: known.iter().map(|p| p.sd).sum::<f64>() / count,
    };
    let raw: Vec<Option<Raw>> = cells
        .iter()
        .zip(&pools)
        .map(|((e, n, _, scores), pool)| {
            let (matched, unmatched) = (*scores)?;
            Some(raw_slope(&e.strength, *n, (*pool)?, matched, unmatched?))
        })
        .collect();
    let mean = between(&raw.iter().copied().flatten().collect::<Vec<_>>());
    cells
        .iter()
        .zip(raw)
        .zip(pools)
        .map(|(((e, _, _, _), raw), pool)| {
            let pool = pool.unwrap_or(usual);
            (bounded(shrunk(raw, mean), e.strength.tau, pool), pool)
        })
        .collect()
}

/// Cells of US MD seniors.
///
/// # Errors
///
/// If a name is unknown, a specialty has neither ranks nor a relative, or no solution exists.
pub fn md(published: &Published) -> Result<Vec<Draft>, FitError> {
    let kind = ApplicantType::UsMdSenior;
    let mut drafts = Vec::new();
    let mut cells = Vec::new();
    for rate in md_rates(published)? {
        let sent = Sent::of(published, kind, rate.specialty)?;
        let (row, from) =
            ranks_row(published, rate.specialty).ok_or(FitError::NoRanks(rate.specialty))?;
        let there = Sent::of(published, kind, from)?;
        let base = from_applications(&of_2007(row, &there)?, there.mid, sent.mid)?;
        let n = rate.matched + rate.unmatched;
        let share = rate.matched / n;
        let estimate = at_rate(&base, sent.mid, share, n)?;
        cells.push((estimate, sent.mid, share, md_scores(published, &rate)));
        let note = if from == rate.specialty {
            "Numbers of ranks are those of 2007.".to_owned()
        } else {
            format!("Numbers of ranks are those of {} in 2007.", row.specialty)
        };
        drafts.push(Draft {
            specialty: rate.specialty,
            kind,
            basis: Basis::Partly,
            estimate,
            sent,
            rate: share,
            n: Some(n as u32),
            slope: 0.0,
            pool: Pool { mean: 0.0, sd: 1.0 },
            sources: vec![
                rate.source,
                published.md_ranks.source.clone(),
                published.md_scores.source.clone(),
            ],
            note,
        });
    }
    Ok(scored(drafts, &cells))
}

fn scored(mut drafts: Vec<Draft>, cells: &[(Estimate, u32, f64, Option<Scores>)]) -> Vec<Draft> {
    for (draft, (slope, pool)) in drafts.iter_mut().zip(slopes(cells)) {
        draft.slope = slope;
        draft.pool = pool;
    }
    drafts
}

/// The rate of a DO cell: its own, or drawn to the MD rate and the usual difference.
struct DoRate {
    rate: f64,
    logit_sd: f64,
    n: Option<u32>,
    shown: f64,
    note: &'static str,
}

fn do_rate(md: &Draft, own: Option<&Seniors>, usual: Raw) -> DoRate {
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
    let kept = rate_of(row.matched, row.unmatched);
    let error = logit_error(kept, n);
    if n >= SMALL {
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
/// As for [`md`].
pub fn osteopathic(published: &Published, md: &[Draft]) -> Result<Vec<Draft>, FitError> {
    let kind = ApplicantType::UsDoSenior;
    let rows = rows_of(published, kind)?;
    let own = |code: SpecialtyCode| rows.iter().find(|(c, _)| *c == code).map(|(_, row)| *row);
    let differences: Vec<Raw> = md
        .iter()
        .filter_map(|draft| {
            let row = own(draft.specialty)?;
            let rate = rate_of(row.matched, row.unmatched);
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
        let target = do_rate(base, row, usual);
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
            slope: bounded(base.slope, estimate.strength.tau, pool),
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
