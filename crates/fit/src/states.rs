//! How many IMGs each state takes, against what its programs would give if every state were alike.
//!
//! What a state would take is the national share of the type in each specialty, spread over the
//! positions of that specialty by what gates, setting, unfilled positions and filings say already:
//! Puerto Rico's Spanish and the academic centres are in the same counts, and nothing is to count
//! twice. The logarithm of matched over expected is drawn towards its Census division and the
//! nation by how few people stand behind it, states with none among them:
//!
//! ```text
//! y = ln((O + 1/2) / (E + 1/2)),  variance 1/(O + 1/2) + years,  y | division ~ N(m, within),  m ~ N(mean, between)
//! ```
//!
//! The variances are those of DerSimonian and Laird ([`between`]).

use super::FitError;
use super::published::{ByState, Published};
use super::scores::{Raw, between};
use data::specialty_of;
use engine::geography::{Division, UsState};
use engine::model::StateRatio;
use engine::odds::reference::ReferenceProgram;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

/// Kept off 0.
const HALF: f64 = 0.5;
/// Least variance between states of a division and between divisions: they never agree more
/// closely than this, whatever few figures say.
const LEAST: f64 = 0.01;

/// Variance of a state's logarithm between years where a single one is at hand: about a sixth.
const APART: f64 = 0.03;

/// The programs of one specialty as the reference applicant of a type meets them.
pub type Programs = (SpecialtyCode, Vec<ReferenceProgram>);

/// Expected matches by state, in the order of [`UsState::ALL`], up to one factor for all.
fn expected(published: &Published, kind: ApplicantType, programs: &[Programs]) -> Vec<f64> {
    let mut states = vec![0.0; UsState::ALL.len()];
    for row in &published.matched.rows {
        let Some(code) = specialty_of(&row.specialty) else {
            continue;
        };
        let Some((_, programs)) = programs.iter().find(|(own, _)| *own == code) else {
            continue;
        };
        let filled: f64 = row.all().iter().map(|(filled, _)| filled).sum();
        let share = row.of(kind).map_or(0.0, |(own, _)| own / filled);
        let likely = |p: &ReferenceProgram| p.positions * p.gates * libm::exp(p.h);
        let all: f64 = programs.iter().map(likely).sum();
        let positions: f64 = programs.iter().map(|p| p.positions).sum();
        if !(share > 0.0 && all > 0.0) {
            continue;
        }
        for program in programs {
            if let Some(slot) = states.get_mut(program.state as usize) {
                *slot += share * positions * likely(program) / all;
            }
        }
    }
    states
}

/// Matches in a year by state, in the order of [`UsState::ALL`].
fn observed(
    published: &Published,
    kind: ApplicantType,
    wanted: impl Fn(&ByState) -> bool,
) -> Vec<f64> {
    let mut states = vec![0.0; UsState::ALL.len()];
    for row in published.by_state.rows.iter().filter(|row| wanted(row)) {
        let found = UsState::from_code(&row.state);
        if let Some(slot) = found.and_then(|state| states.get_mut(state as usize)) {
            *slot += row.of(kind);
        }
    }
    states
}

/// Scaled to the sum of what was observed.
fn scaled(expected: &[f64], observed: &[f64]) -> Vec<f64> {
    let factor = observed.iter().sum::<f64>() / expected.iter().sum::<f64>();
    expected.iter().map(|e| e * factor).collect()
}

fn log_ratio(observed: f64, expected: f64) -> f64 {
    libm::log((observed + HALF) / (expected + HALF))
}

/// The logarithms, drawn together, with their standard deviations. `years` is the variance from
/// year to year that is left in the counts.
fn drawn(expected: &[f64], observed: &[f64], years: f64) -> Vec<(f64, f64)> {
    let raw: Vec<Raw> = expected
        .iter()
        .zip(observed)
        .map(|(e, o)| Raw {
            value: log_ratio(*o, *e),
            variance: 1.0 / (o + HALF) + years,
        })
        .collect();
    let of_division = |division: Division| {
        let states = UsState::ALL.iter().zip(&raw);
        let own = states.filter(move |(state, _)| state.division() == division);
        own.map(|(_, raw)| *raw).collect::<Vec<_>>()
    };
    let groups: Vec<(Division, Vec<Raw>)> = Division::ALL
        .iter()
        .map(|division| (*division, of_division(*division)))
        .filter(|(_, raws)| !raws.is_empty())
        .collect();
    let spreads = groups.iter().filter(|(_, raws)| raws.len() > 1);
    let (mut sum, mut count) = (0.0, 0.0);
    for (_, raws) in spreads {
        let freedom = raws.len() as f64 - 1.0;
        sum += freedom * between(raws).variance;
        count += freedom;
    }
    let within = (sum / count).max(LEAST);
    let means: Vec<Raw> = groups
        .iter()
        .map(|(_, raws)| {
            let weights = raws.iter().map(|raw| 1.0 / (raw.variance + within));
            let total: f64 = weights.clone().sum();
            let value = raws.iter().zip(weights).map(|(raw, w)| raw.value * w);
            Raw {
                value: value.sum::<f64>() / total,
                variance: 1.0 / total,
            }
        })
        .collect();
    let nation = between(&means);
    let apart = nation.variance.max(LEAST);
    UsState::ALL
        .iter()
        .zip(&raw)
        .map(|(state, raw)| {
            let index = groups.iter().position(|(d, _)| *d == state.division());
            let mean = index
                .and_then(|at| means.get(at))
                .copied()
                .unwrap_or(nation);
            let near = apart / (apart + mean.variance);
            let centre = near * mean.value + (1.0 - near) * nation.value;
            let own = within / (within + raw.variance);
            let variance = own * raw.variance + (1.0 - own) * (1.0 - own) * near * mean.variance;
            (own * raw.value + (1.0 - own) * centre, variance.sqrt())
        })
        .collect()
}

/// Variance of a state's logarithm from one year to the next, beyond that of counting.
fn between_years(expected: &[f64], first: &[f64], second: &[f64]) -> f64 {
    let (e1, e2) = (scaled(expected, first), scaled(expected, second));
    let (mut sum, mut weights) = (0.0, 0.0);
    for ((a, b), (e1, e2)) in first.iter().zip(second).zip(e1.iter().zip(&e2)) {
        let apart = log_ratio(*a, *e1) - log_ratio(*b, *e2);
        let counting = 1.0 / (a + HALF) + 1.0 / (b + HALF);
        let weight = 1.0 / counting;
        sum += weight * (apart * apart - counting);
        weights += weight;
    }
    (0.5 * sum / weights).max(0.0)
}

/// The years of the table.
const YEARS: [u16; 2] = [2017, 2021];

/// Every state and IMG type, by state and type.
///
/// # Errors
///
/// If a type has no programs or no matches.
pub fn ratios(
    published: &Published,
    programs: impl Fn(ApplicantType) -> Vec<Programs>,
) -> Result<Vec<StateRatio>, FitError> {
    let mut all = Vec::new();
    for kind in [ApplicantType::UsImg, ApplicantType::NonUsImg] {
        let expected = expected(published, kind, &programs(kind));
        let [first, second] = YEARS.map(|year| observed(published, kind, |row| row.year == year));
        let years = between_years(&expected, &first, &second);
        let both: Vec<f64> = first.iter().zip(&second).map(|(a, b)| a + b).collect();
        let found = drawn(&scaled(&expected, &both), &both, 0.5 * years);
        if found
            .iter()
            .any(|(log, sd)| !log.is_finite() || !sd.is_finite())
        {
            return Err(FitError::NoSolution("ratio of a state"));
        }
        let rows = UsState::ALL.iter().zip(found);
        all.extend(rows.map(|(state, (log, sd))| StateRatio {
            state: *state,
            kind,
            log,
            sd,
        }));
    }
    all.sort_by_key(|row| (row.state, row.kind));
    Ok(all)
}

/// How well one year's states foretell the other's, against every state alike.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct Foretold {
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Year that was fitted.
    pub fitted: u16,
    /// Year that was tested.
    pub tested: u16,
    /// Mean of |ln((O + 1/2) / (E + 1/2))|, weighted by E over states with E of 5 and more.
    pub error: f64,
    /// The same where every state is alike.
    pub alike: f64,
}

impl Foretold {
    /// Share of the error that is gone.
    #[must_use]
    pub fn gain(&self) -> f64 {
        1.0 - self.error / self.alike
    }
}

/// Each year from the other, elasticity one.
#[must_use]
pub fn foretold(
    published: &Published,
    programs: impl Fn(ApplicantType) -> Vec<Programs>,
) -> Vec<Foretold> {
    const FEWEST: f64 = 5.0;
    let mut rows = Vec::new();
    for kind in [ApplicantType::NonUsImg, ApplicantType::UsImg] {
        let expected = expected(published, kind, &programs(kind));
        for [fitted, tested] in [YEARS, [YEARS[1], YEARS[0]]] {
            let [seen, unseen] =
                [fitted, tested].map(|year| observed(published, kind, |row| row.year == year));
            // From one year alone what differs between years cannot be told.
            let found = drawn(&scaled(&expected, &seen), &seen, APART);
            let alike = scaled(&expected, &unseen);
            let moved: Vec<f64> = alike
                .iter()
                .zip(&found)
                .map(|(e, (log, _))| e * libm::exp(*log))
                .collect();
            let moved = scaled(&moved, &unseen);
            let error = |with: &[f64]| {
                let (mut sum, mut weights) = (0.0, 0.0);
                for ((e, with), o) in alike.iter().zip(with).zip(&unseen) {
                    if *e >= FEWEST {
                        sum += e * log_ratio(*o, *with).abs();
                        weights += e;
                    }
                }
                sum / weights
            };
            rows.push(Foretold {
                kind: kind.code(),
                fitted,
                tested,
                error: error(&moved),
                alike: error(&alike),
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_people_are_drawn_to_their_neighbours() {
        let states = UsState::ALL.len();
        let expected = vec![10.0; states];
        let mut observed = vec![10.0; states];
        let (ny, id) = (UsState::Ny as usize, UsState::Id as usize);
        observed[ny] = 40.0;
        observed[id] = 0.0;
        let found = drawn(&expected, &observed, 0.0);
        let raw = |at: usize| log_ratio(observed[at], expected[at]);
        assert!(found[ny].0 > 0.5 * raw(ny) && found[ny].0 < raw(ny));
        assert!(found[id].0 > 0.6 * raw(id) && found[id].0 < 0.0);
        assert!(found[id].1 > found[ny].1);
    }
}
