//! US MD seniors: this decade's match rates, 2007's numbers of ranks.
//!
//! The spread of strength and the level come from the 2007 counts by ranks, then the level of
//! matching moves until the present rate holds.

use super::FitError;
use super::constants::{Constants, FitKey};
use super::draft::{Draft, Sent, logit_error};
use super::estimate::{Errors, Estimate, Observed, Priors, estimate};
use super::forward::{Spread, Strength};
use super::moves::{at_rate, from_applications};
use super::published::{ByRanks, MdScores, Published, Seniors};
use super::scores::{Group, Pool, Raw, between, bounded, gap_of, pool, shrunk};
use super::specialties::{has_odds, related};
use data::specialty_of;
use engine::model::Basis;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

/// Quartile range of a normal distribution in standard deviations.
const QUARTILES: f64 = 1.349;
const START: Strength = Strength {
    c: -1.2,
    tau: 0.7,
    d: -0.7,
    rho: 0.0,
};

fn priors(constants: &Constants) -> Priors {
    Priors {
        c: None,
        ln_tau: Some((
            constants.get(FitKey::MdLnTau),
            constants.get(FitKey::LnTauSd),
        )),
        d: None,
        rho: Some((0.0, constants.get(FitKey::MdRhoSd))),
    }
}

/// Match rate of a group, kept off 0 and 1 by half an applicant on each side.
pub(super) fn rate_of(constants: &Constants, matched: f64, unmatched: f64) -> f64 {
    let added = constants.get(FitKey::Added);
    (matched + added) / (matched + unmatched + 2.0 * added)
}

pub(super) fn rows_of(
    published: &Published,
    kind: ApplicantType,
) -> Result<Vec<(SpecialtyCode, &Seniors)>, FitError> {
    let mut rows = published
        .seniors
        .rows
        .iter()
        .filter(|row| row.kind == kind.code())
        .map(|row| {
            specialty_of(&row.specialty)
                .map(|code| (code, row))
                .ok_or_else(|| FitError::UnknownName(row.specialty.clone()))
        })
        .collect::<Result<Vec<_>, _>>()?;
    rows.retain(|(code, _)| has_odds(*code));
    rows.sort_by_key(|(code, _)| *code);
    Ok(rows)
}

/// Ranks by bin; the last bin is open and counts as its number.
pub(super) fn spread(bins: &[f64]) -> (Spread, f64) {
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
fn of_2007(constants: &Constants, row: &ByRanks, sent: &Sent) -> Result<Estimate, FitError> {
    let (matched, unmatched) = (spread(&row.matched), spread(&row.unmatched));
    let n = matched.1 + unmatched.1;
    let seen = Observed {
        errors: Errors::of(constants),
        applications: sent.mid,
        cap: row.matched.len() as u32,
        rate: (matched.1 / n, n),
        matched: Some(matched),
        unmatched: Some(unmatched),
    };
    estimate(&START, [true, true, true, false], &seen, &priors(constants))
}

/// The row of 2007 for a specialty, or of the related one.
fn ranks_row(published: &Published, specialty: SpecialtyCode) -> Option<(&ByRanks, SpecialtyCode)> {
    let own = |code| {
        published
            .md_ranks
            .rows
            .iter()
            .find(|row| specialty_of(&row.specialty) == Some(code))
    };
    own(specialty)
        .map(|row| (row, specialty))
        .or_else(|| related(specialty).and_then(|other| Some((own(other)?, other))))
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
        let specialty = specialty_of(&row.specialty)
            .ok_or_else(|| FitError::UnknownName(row.specialty.clone()))?;
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

/// Groups of scores in one specialty, unmatched only where both are known.
pub(super) type Scores = (Group, Option<Group>);

/// Scores of MD seniors: 2026 where both groups have one, else the difference of 2024.
fn md_scores(published: &Published, rate: &MdRate) -> Option<Scores> {
    let row: &MdScores = published
        .md_scores
        .rows
        .iter()
        .find(|row| specialty_of(&row.specialty) == Some(rate.specialty))?;
    let sd = (row.q3 - row.q1) / QUARTILES;
    let matched = Group {
        n: row.matched,
        mean: row.median,
        sd,
    };
    let older = published.seniors.rows.iter().find(|r| {
        r.kind == ApplicantType::UsMdSenior.code()
            && specialty_of(&r.specialty) == Some(rate.specialty)
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

/// Slopes for a list of cells, pooled over it. A field with many unmatched speaks for itself; no
/// slope is so steep that the score explains more than the share `most` of strength. What a field's
/// difference still lacks then is not made up after the interview: match rates by score of years
/// that nobody fitted are foretold worse with it.
fn slopes(cells: &[(Estimate, u32, f64, Option<Scores>)], most: f64, few: f64) -> Vec<(f64, Pool)> {
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
    let gaps: Vec<Option<Raw>> = cells
        .iter()
        .map(|(_, _, _, scores)| gap((*scores)?))
        .collect();
    let mean = between(&gaps.iter().copied().flatten().collect::<Vec<_>>());
    cells
        .iter()
        .zip(gaps)
        .zip(pools)
        .map(|(((e, n, _, scores), gap), pool)| {
            let pool = pool.unwrap_or(usual);
            let speaks = matches!(scores, Some((a, Some(b))) if a.n.min(b.n) >= few);
            let wanted = match gap {
                Some(own) if speaks => own.value,
                gap => shrunk(gap, mean),
            };
            let slope = wanted / gap_of(1.0, &e.strength, *n, pool);
            (bounded(slope, e.strength.tau, pool, most), pool)
        })
        .collect()
}

/// Difference of mean scores between matched and unmatched; `None` where one is not published.
pub(super) fn gap((matched, unmatched): Scores) -> Option<Raw> {
    let unmatched = unmatched?;
    let of = |group: Group| group.sd * group.sd / group.n;
    Some(Raw {
        value: matched.mean - unmatched.mean,
        variance: of(matched) + of(unmatched),
    })
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
        let base = from_applications(
            &of_2007(&published.constants, row, &there)?,
            there.mid,
            sent.mid,
        )?;
        let n = rate.matched + rate.unmatched;
        let share = rate.matched / n;
        let estimate = at_rate(&base, sent.mid, share, logit_error(share, n))?;
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
    let constants = &published.constants;
    let (most, few) = (
        constants.get(FitKey::MostExplained),
        constants.get(FitKey::SmallGroup),
    );
    for (draft, (slope, pool)) in drafts.iter_mut().zip(slopes(&cells, most, few)) {
        draft.slope = slope;
        draft.pool = pool;
    }
    Ok(drafts)
}
