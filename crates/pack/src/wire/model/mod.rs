//! The odds model as `model.json` and the pack carry it.

mod fault;
mod read;

use serde::{Deserialize, Serialize};

pub use fault::ModelError;

use super::{Draws, Number, SignalEffect};
use engine::model;

/// Mirror of [`model::Model`]. Numbers are rounded to four decimal places on the way in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Version of the fit.
    pub version: Box<str>,
    /// Cells, by specialty and type.
    pub cells: Vec<Cell>,
    /// Assumptions, one for each key.
    pub assumptions: Vec<Assumption>,
    /// Failed-attempt shares, by specialty.
    pub failed_attempts: Vec<FailedAttemptShare>,
    /// What a signal goes with, by specialty.
    pub signals: Vec<SignalEffect>,
    /// States, by state and type.
    pub states: Vec<StateRatio>,
    /// Draws.
    pub draws: Option<Draws>,
}

/// Mirror of [`model::StateRatio`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateRatio {
    /// Postal code.
    pub state: Box<str>,
    /// Code of the applicant type.
    pub kind: Box<str>,
    /// See [`model::StateRatio::log`].
    pub log: Number,
    /// See [`model::StateRatio::sd`].
    pub sd: Number,
}

/// Mirror of [`model::Cell`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Specialty code as a number.
    pub specialty: u16,
    /// Code of the applicant type.
    pub kind: Box<str>,
    /// Code of the basis.
    pub basis: Box<str>,
    /// See [`model::Cell::level`].
    pub level: Number,
    /// See [`model::Cell::tau`].
    pub tau: Number,
    /// See [`model::Cell::d`].
    pub d: Number,
    /// See [`model::Cell::rho`].
    pub rho: Number,
    /// See [`model::Cell::slope`].
    pub slope: Number,
    /// See [`model::Cell::score_mean`].
    pub score_mean: Number,
    /// See [`model::Cell::score_sd`].
    pub score_sd: Number,
    /// See [`model::Cell::match_rate`].
    pub match_rate: Number,
    /// See [`model::Cell::n`].
    pub n: Option<u32>,
    /// See [`model::Cell::reference_applications`].
    pub reference_applications: Number,
    /// See [`model::Cell::level_sd`].
    pub level_sd: Number,
    /// See [`model::Cell::d_sd`].
    pub d_sd: Number,
    /// Keys in sources.toml.
    pub sources: Vec<Box<str>>,
    /// See [`model::Cell::note`].
    pub note: Box<str>,
}

/// Mirror of [`model::Assumption`], with its effect laid flat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Code of the key.
    pub key: Box<str>,
    /// Central value.
    pub mid: Number,
    /// Low end.
    pub low: Number,
    /// High end.
    pub high: Number,
    /// Keys in sources.toml.
    pub sources: Vec<Box<str>>,
    /// One sentence for the Trust room.
    pub sentence: Box<str>,
}

/// Mirror of [`model::FailedAttemptShare`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FailedAttemptShare {
    /// Specialty code as a number.
    pub specialty: u16,
    /// Share that never considers.
    pub never: Number,
    /// Share that seldom considers.
    pub seldom: Number,
}

fn number(field: &'static str, value: f64) -> Result<Number, ModelError> {
    Number::new(value).ok_or(ModelError::Number { field })
}

impl TryFrom<&model::Model> for Model {
    type Error = ModelError;

    fn try_from(model: &model::Model) -> Result<Model, ModelError> {
        let shares = model.failed_attempts.iter().map(|share| {
            Ok(FailedAttemptShare {
                specialty: share.specialty.number(),
                never: number("never", share.never)?,
                seldom: number("seldom", share.seldom)?,
            })
        });
        let states = model.states.iter().map(|row| {
            Ok(StateRatio {
                state: row.state.code().into(),
                kind: row.kind.code().into(),
                log: number("log", row.log)?,
                sd: number("sd", row.sd)?,
            })
        });
        Ok(Model {
            version: model.version.clone(),
            cells: model
                .cells
                .iter()
                .map(Cell::try_from)
                .collect::<Result<_, _>>()?,
            assumptions: model
                .assumptions
                .iter()
                .map(Assumption::try_from)
                .collect::<Result<_, _>>()?,
            failed_attempts: shares.collect::<Result<_, _>>()?,
            signals: model
                .signals
                .iter()
                .map(SignalEffect::try_from)
                .collect::<Result<_, _>>()?,
            states: states.collect::<Result<_, _>>()?,
            draws: model.draws.as_ref().map(Draws::try_from).transpose()?,
        })
    }
}

impl TryFrom<&model::Cell> for Cell {
    type Error = ModelError;

    fn try_from(cell: &model::Cell) -> Result<Cell, ModelError> {
        Ok(Cell {
            specialty: cell.specialty.number(),
            kind: cell.kind.code().into(),
            basis: cell.basis.code().into(),
            level: number("level", cell.level)?,
            tau: number("tau", cell.tau)?,
            d: number("d", cell.d)?,
            rho: number("rho", cell.rho)?,
            slope: number("slope", cell.slope)?,
            score_mean: number("score_mean", cell.score_mean)?,
            score_sd: number("score_sd", cell.score_sd)?,
            match_rate: number("match_rate", cell.match_rate)?,
            n: cell.n,
            reference_applications: number("reference_applications", cell.reference_applications)?,
            level_sd: number("level_sd", cell.level_sd)?,
            d_sd: number("d_sd", cell.d_sd)?,
            sources: cell.sources.to_vec(),
            note: cell.note.clone(),
        })
    }
}

impl TryFrom<&model::Assumption> for Assumption {
    type Error = ModelError;

    fn try_from(assumption: &model::Assumption) -> Result<Assumption, ModelError> {
        Ok(Assumption {
            key: assumption.key.code().into(),
            mid: number("mid", assumption.effect.mid)?,
            low: number("low", assumption.effect.low)?,
            high: number("high", assumption.effect.high)?,
            sources: assumption.sources.to_vec(),
            sentence: assumption.sentence.clone(),
        })
    }
}
