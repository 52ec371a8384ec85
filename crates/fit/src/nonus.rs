//! Non-US IMGs: the one type with a full table of this year.
//!
//! Larger specialties are fitted by themselves. The rest are drawn towards the larger ones: level,
//! spread and loading towards their mean, the level of matching towards the rate that other tables
//! foretell ([`outlook`]).

use super::FitError;
use super::constants::{Constants, FitKey};
use super::draft::{Draft, Sent};
use super::estimate::{Errors, Estimate, Observed, Priors, d_for_rate, estimate};
use super::forward::{Spread, Strength, logit};
use super::outlook::{self, Outlook};
use super::published::{NonUsImg, Published, Sample};
use super::scores::{Group, Pool, Raw, between, bounded, pool, raw_slope, shrunk};
use super::specialties::has_odds;
use data::specialty_of;
use engine::model::Basis;
use engine::odds::sigmoid;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

const START: Strength = Strength {
    c: -3.3,
    tau: 0.95,
    d: -1.6,
    rho: 0.0,
};

/// Priors that only keep a large cell from wandering: the loading is near zero unless the table
/// demands more.
fn weak(constants: &Constants) -> Priors {
    Priors {
        c: None,
        ln_tau: Some((
            constants.get(FitKey::NonUsLnTau),
            constants.get(FitKey::LnTauSd),
        )),
        d: None,
        rho: Some((0.0, constants.get(FitKey::NonUsRhoSd))),
    }
}

fn spread(sample: Option<Sample>) -> Option<(Spread, f64)> {
    sample.map(|s| {
        (
            Spread {
                mean: s.mean,
                sd: s.sd,
            },
            s.n,
        )
    })
}

fn total(row: &NonUsImg) -> f64 {
    row.matched + row.unmatched
}

/// The table with what is found of each specialty by itself.
#[derive(Debug)]
pub struct Specialties<'a> {
    /// Code, row and applications, by code.
    pub rows: Vec<(SpecialtyCode, &'a NonUsImg, Sent)>,
    /// Estimates of the larger specialties, `None` for the others.
    pub found: Vec<Option<Estimate>>,
    /// What other tables say of each.
    pub outlooks: Vec<Outlook>,
}

impl<'a> Specialties<'a> {
    /// Reads the table and fits the larger specialties, each by itself.
    ///
    /// # Errors
    ///
    /// If a name is unknown or a cell has no solution.
    pub fn of(published: &'a Published) -> Result<Self, FitError> {
        let mut rows: Vec<(SpecialtyCode, &NonUsImg, Sent)> = Vec::new();
        for row in &published.nonus_img.rows {
            let specialty = specialty_of(&row.specialty)
                .ok_or_else(|| FitError::UnknownName(row.specialty.clone()))?;
            if has_odds(specialty) {
                let sent = Sent::of(published, ApplicantType::NonUsImg, specialty)?;
                rows.push((specialty, row, sent));
            }
        }
        rows.sort_by_key(|(specialty, _, _)| *specialty);
        let found = rows.iter().map(|(_, row, sent)| {
            let large = total(row) >= published.constants.get(FitKey::StandsAlone);
            large.then(|| by_itself(published, row, sent)).transpose()
        });
        let found = found.collect::<Result<_, _>>()?;
        let outlooks = rows.iter();
        let outlooks = outlooks.map(|(specialty, ..)| Outlook::of(published, *specialty));
        let outlooks = outlooks.collect();
        Ok(Specialties {
            rows,
            found,
            outlooks,
        })
    }

    /// The logit of the match rate of the specialty at an index, as the larger others foretell it,
    /// with its standard deviation.
    ///
    /// # Errors
    ///
    /// If there are too few others.
    pub fn foretold(&self, at: usize, least: f64) -> Result<(f64, f64), FitError> {
        let all = self.rows.iter().zip(&self.found).zip(&self.outlooks);
        let others = all.enumerate().filter(|(other, _)| *other != at);
        let others: Vec<(Outlook, f64)> = others
            .filter_map(|(_, (((_, row, _), found), outlook))| {
                found.as_ref()?;
                Some((*outlook, logit(row.matched / total(row))))
            })
            .collect();
        let here = self.outlooks.get(at);
        here.and_then(|here| outlook::foretold(here, &others, least))
            .ok_or(FitError::NoSolution("outlook of a specialty"))
    }
}

/// Cells of every specialty in the table that gets odds.
///
/// # Errors
///
/// If a name is unknown or a cell has no solution.
pub fn drafts(published: &Published) -> Result<Vec<Draft>, FitError> {
    let all = Specialties::of(published)?;
    let constants = &published.constants;
    let least = constants.get(FitKey::LeastBetween);
    let priors = from_large(&all.found, least);
    // The small specialties differ more from each other than the large ones do: their prior is
    // wider.
    let wider = constants.get(FitKey::Wider);
    let mut estimates = Vec::new();
    for (at, ((_, row, sent), known)) in all.rows.iter().zip(&all.found).enumerate() {
        if let Some(estimate) = known {
            estimates.push(*estimate);
            continue;
        }
        let (rate, sd) = all.foretold(at, least)?;
        let middle = typical(&priors);
        let d = d_for_rate(&middle, sent.mid, sigmoid(rate))
            .ok_or(FitError::NoSolution("level of matching"))?;
        let start = Strength { d, ..START };
        let priors = Priors {
            d: Some((d, wider * sd)),
            ..priors
        };
        let seen = observed(constants, row, sent);
        estimates.push(estimate(&start, [true; 4], &seen, &priors)?);
    }
    Ok(with_scores(published, all.rows, &estimates))
}

/// The middle of what the larger specialties say.
fn typical(priors: &Priors) -> Strength {
    let mid = |prior: Option<(f64, f64)>| prior.map_or(0.0, |(mean, _)| mean);
    Strength {
        c: mid(priors.c),
        tau: libm::exp(mid(priors.ln_tau)),
        d: 0.0,
        rho: mid(priors.rho),
    }
}

fn observed(constants: &Constants, row: &NonUsImg, sent: &Sent) -> Observed {
    Observed {
        errors: Errors::of(constants),
        applications: sent.mid,
        cap: sent.mid,
        rate: (row.matched / total(row), total(row)),
        matched: spread(row.ranks.matched),
        unmatched: spread(row.ranks.unmatched),
    }
}

fn by_itself(published: &Published, row: &NonUsImg, sent: &Sent) -> Result<Estimate, FitError> {
    let constants = &published.constants;
    let (seen, weak) = (observed(constants, row, sent), weak(constants));
    estimate(&START, [true; 4], &seen, &weak)
}

/// Priors for the smaller specialties: mean and standard deviation over the larger ones, the
/// latter at least `least`.
#[must_use]
pub fn from_large(found: &[Option<Estimate>], least: f64) -> Priors {
    let over = |f: &dyn Fn(&Strength) -> f64| {
        let values: Vec<f64> = found.iter().flatten().map(|e| f(&e.strength)).collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
        Some((mean, (squares / (n - 1.0)).sqrt().max(least)))
    };
    Priors {
        c: over(&|s| s.c),
        ln_tau: over(&|s| libm::log(s.tau)),
        d: None,
        rho: over(&|s| s.rho),
    }
}

fn group(sample: Sample) -> Group {
    Group {
        n: sample.n,
        mean: sample.mean,
        sd: sample.sd,
    }
}

/// The pool of a row; a missing group is as the other, both missing leaves `None`.
fn pool_of(row: &NonUsImg) -> Option<Pool> {
    let (a, b) = (row.step2.matched.map(group), row.step2.unmatched.map(group));
    let (matched, unmatched) = (a.or(b)?, b.or(a)?);
    Some(pool(matched, unmatched, row.matched / total(row)))
}

fn with_scores(
    published: &Published,
    rows: Vec<(SpecialtyCode, &NonUsImg, Sent)>,
    estimates: &[Estimate],
) -> Vec<Draft> {
    let constants = &published.constants;
    let most = constants.get(FitKey::MostExplained);
    let raw: Vec<Option<Raw>> = rows
        .iter()
        .zip(estimates)
        .map(|((_, row, sent), e)| {
            let (matched, unmatched) = (row.step2.matched?, row.step2.unmatched?);
            Some(raw_slope(
                &e.strength,
                sent.mid,
                pool_of(row)?,
                group(matched),
                group(unmatched),
            ))
        })
        .collect();
    let mean = between(&raw.iter().copied().flatten().collect::<Vec<_>>());
    let pools: Vec<Pool> = rows.iter().filter_map(|(_, row, _)| pool_of(row)).collect();
    let count = pools.len() as f64;
    let usual = Pool {
        mean: pools.iter().map(|p| p.mean).sum::<f64>() / count,
        sd: pools.iter().map(|p| p.sd).sum::<f64>() / count,
    };
    rows.into_iter()
        .zip(estimates)
        .zip(raw)
        .map(|(((specialty, row, sent), estimate), raw)| {
            let pool = pool_of(row).unwrap_or(usual);
            Draft {
                specialty,
                kind: ApplicantType::NonUsImg,
                basis: basis(row, constants),
                estimate: *estimate,
                sent,
                rate: row.matched / total(row),
                n: Some(total(row) as u32),
                slope: bounded(shrunk(raw, mean), estimate.strength.tau, pool, most),
                pool,
                sources: vec![published.nonus_img.source.clone()],
                note: note(row, constants),
            }
        })
        .collect()
}

fn basis(row: &NonUsImg, constants: &Constants) -> Basis {
    let ranks_known = row.ranks.matched.is_some() && row.ranks.unmatched.is_some();
    if ranks_known && total(row) >= constants.get(FitKey::FewestFitted) {
        Basis::Fitted
    } else {
        Basis::Partly
    }
}

fn note(row: &NonUsImg, constants: &Constants) -> String {
    if total(row) >= constants.get(FitKey::SmallGroup) {
        return String::new();
    }
    format!(
        "Only {} applicants are published, so the numbers are drawn towards those of larger specialties.",
        total(row)
    )
}
