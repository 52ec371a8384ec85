//! The odds model as `model.json` and the pack carry it.

use serde::{Deserialize, Serialize};

use super::Number;
use crate::engine::model as engine;
use crate::engine::program::SpecialtyCode;
use crate::engine::vocabulary::ApplicantType;

/// Mirror of [`engine::Model`]. Numbers are rounded to four decimal places on the way in.
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
}

/// Mirror of [`engine::Cell`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Specialty code as a number.
    pub specialty: u16,
    /// Code of the applicant type.
    pub kind: Box<str>,
    /// Code of the basis.
    pub basis: Box<str>,
    /// See [`engine::Cell::level`].
    pub level: Number,
    /// See [`engine::Cell::tau`].
    pub tau: Number,
    /// See [`engine::Cell::d`].
    pub d: Number,
    /// See [`engine::Cell::rho`].
    pub rho: Number,
    /// See [`engine::Cell::slope`].
    pub slope: Number,
    /// See [`engine::Cell::score_mean`].
    pub score_mean: Number,
    /// See [`engine::Cell::score_sd`].
    pub score_sd: Number,
    /// See [`engine::Cell::match_rate`].
    pub match_rate: Number,
    /// See [`engine::Cell::n`].
    pub n: Option<u32>,
    /// See [`engine::Cell::reference_applications`].
    pub reference_applications: Number,
    /// See [`engine::Cell::level_sd`].
    pub level_sd: Number,
    /// See [`engine::Cell::d_sd`].
    pub d_sd: Number,
    /// Keys in sources.toml.
    pub sources: Vec<Box<str>>,
    /// See [`engine::Cell::note`].
    pub note: Box<str>,
}

/// Mirror of [`engine::Assumption`], with its effect laid flat.
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

/// Mirror of [`engine::FailedAttemptShare`].
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

/// Why a wire model is no model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// A number that is not finite or too large to be one of the model's.
    Number {
        /// Which field.
        field: &'static str,
    },
    /// A code that this release does not know.
    UnknownCode {
        /// Which field.
        field: &'static str,
        /// What it says.
        code: Box<str>,
    },
    /// A number outside the range that the field allows.
    OutOfRange {
        /// Which field.
        field: &'static str,
        /// Which row of its table, from 0.
        row: usize,
    },
    /// Rows that are out of order or appear twice.
    Order {
        /// Which table.
        table: &'static str,
        /// Which row, from 0.
        row: usize,
    },
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            ModelError::Number { field } => {
                write!(f, "the model's {field} is not a finite number")
            }
            ModelError::UnknownCode { field, code } => {
                write!(
                    f,
                    "the model's {field} is {code:?}, which is not a known code"
                )
            }
            ModelError::OutOfRange { field, row } => {
                write!(f, "the model's {field} in row {row} is out of range")
            }
            ModelError::Order { table, row } => {
                write!(
                    f,
                    "row {row} of the model's {table} is out of order or appears twice"
                )
            }
        }
    }
}

impl std::error::Error for ModelError {}

fn number(field: &'static str, value: f64) -> Result<Number, ModelError> {
    Number::new(value).ok_or(ModelError::Number { field })
}

fn code<T>(
    field: &'static str,
    text: &str,
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<T, ModelError> {
    from_code(text).ok_or_else(|| ModelError::UnknownCode {
        field,
        code: text.into(),
    })
}

impl TryFrom<&engine::Model> for Model {
    type Error = ModelError;

    fn try_from(model: &engine::Model) -> Result<Model, ModelError> {
        let shares = model.failed_attempts.iter().map(|share| {
            Ok(FailedAttemptShare {
                specialty: share.specialty.number(),
                never: number("never", share.never)?,
                seldom: number("seldom", share.seldom)?,
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
        })
    }
}

impl TryFrom<&engine::Cell> for Cell {
    type Error = ModelError;

    fn try_from(cell: &engine::Cell) -> Result<Cell, ModelError> {
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

impl TryFrom<&engine::Assumption> for Assumption {
    type Error = ModelError;

    fn try_from(assumption: &engine::Assumption) -> Result<Assumption, ModelError> {
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

impl TryFrom<Model> for engine::Model {
    type Error = ModelError;

    /// Checks codes, ranges and order: cells by specialty and type, each pair once;
    /// assumptions each key once; shares by specialty.
    fn try_from(model: Model) -> Result<engine::Model, ModelError> {
        let cells = rows(model.cells, cell_from_wire)?;
        let assumptions = rows(model.assumptions, assumption_from_wire)?;
        let failed_attempts = rows(model.failed_attempts, share_from_wire)?;
        ascending("cells", &cells, |cell| (cell.specialty, cell.kind))?;
        ascending("failed_attempts", &failed_attempts, |share| share.specialty)?;
        for (row, assumption) in assumptions.iter().enumerate() {
            let earlier = assumptions.iter().take(row);
            if earlier.into_iter().any(|other| other.key == assumption.key) {
                return Err(ModelError::Order {
                    table: "assumptions",
                    row,
                });
            }
        }
        Ok(engine::Model {
            version: model.version,
            cells,
            assumptions,
            failed_attempts,
            signals: Vec::new(),
            draws: None,
        })
    }
}

fn rows<W, T>(
    wire: Vec<W>,
    read: impl Fn(W, usize) -> Result<T, ModelError>,
) -> Result<Vec<T>, ModelError> {
    let numbered = wire.into_iter().enumerate();
    numbered.map(|(row, wire)| read(wire, row)).collect()
}

fn ascending<T, K: Ord>(
    table: &'static str,
    rows: &[T],
    key: impl Fn(&T) -> K,
) -> Result<(), ModelError> {
    for (row, pair) in rows.windows(2).enumerate() {
        if let [a, b] = pair
            && key(a) >= key(b)
        {
            return Err(ModelError::Order {
                table,
                row: row + 1,
            });
        }
    }
    Ok(())
}

fn within(
    field: &'static str,
    row: usize,
    value: Number,
    range: std::ops::RangeInclusive<f64>,
) -> Result<f64, ModelError> {
    let value = value.get();
    let fits = range.contains(&value);
    fits.then_some(value)
        .ok_or(ModelError::OutOfRange { field, row })
}

fn specialty(row: usize, number: u16) -> Result<SpecialtyCode, ModelError> {
    SpecialtyCode::from_number(number).ok_or(ModelError::OutOfRange {
        field: "specialty",
        row,
    })
}

fn cell_from_wire(cell: Cell, row: usize) -> Result<engine::Cell, ModelError> {
    const ANY: std::ops::RangeInclusive<f64> = f64::MIN..=f64::MAX;
    const SPREAD: std::ops::RangeInclusive<f64> = 0.0..=f64::MAX;
    Ok(engine::Cell {
        specialty: specialty(row, cell.specialty)?,
        kind: code("kind", &cell.kind, ApplicantType::from_code)?,
        basis: code("basis", &cell.basis, engine::Basis::from_code)?,
        level: within("level", row, cell.level, ANY)?,
        tau: within("tau", row, cell.tau, SPREAD)?,
        d: within("d", row, cell.d, ANY)?,
        rho: within("rho", row, cell.rho, ANY)?,
        slope: within("slope", row, cell.slope, ANY)?,
        score_mean: within("score_mean", row, cell.score_mean, 0.0..=300.0)?,
        score_sd: within("score_sd", row, cell.score_sd, SPREAD)?,
        match_rate: within("match_rate", row, cell.match_rate, 0.0..=1.0)?,
        n: cell.n,
        reference_applications: within(
            "reference_applications",
            row,
            cell.reference_applications,
            SPREAD,
        )?,
        level_sd: within("level_sd", row, cell.level_sd, SPREAD)?,
        d_sd: within("d_sd", row, cell.d_sd, SPREAD)?,
        sources: cell.sources.into(),
        note: cell.note,
    })
}

fn assumption_from_wire(wire: Assumption, row: usize) -> Result<engine::Assumption, ModelError> {
    let (low, high) = (wire.low.get(), wire.high.get());
    if low > high {
        return Err(ModelError::OutOfRange { field: "low", row });
    }
    Ok(engine::Assumption {
        key: code("key", &wire.key, engine::AssumptionKey::from_code)?,
        effect: engine::Effect {
            mid: within("mid", row, wire.mid, low..=high)?,
            low,
            high,
        },
        sources: wire.sources.into(),
        sentence: wire.sentence,
    })
}

fn share_from_wire(
    share: FailedAttemptShare,
    row: usize,
) -> Result<engine::FailedAttemptShare, ModelError> {
    Ok(engine::FailedAttemptShare {
        specialty: specialty(row, share.specialty)?,
        never: within("never", row, share.never, 0.0..=1.0)?,
        seldom: within("seldom", row, share.seldom, 0.0..=1.0)?,
    })
}
