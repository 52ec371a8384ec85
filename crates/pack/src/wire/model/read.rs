//! From the wire: codes, ranges and order are checked.

use super::{Assumption, Cell, FailedAttemptShare, Model, ModelError, StateRatio};
use crate::wire::{Number, signals};
use engine::geography::UsState;
use engine::model;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

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

impl TryFrom<Model> for model::Model {
    type Error = ModelError;

    /// Checks codes, ranges and order: cells by specialty and type, each pair once;
    /// assumptions each key once; shares by specialty.
    fn try_from(model: Model) -> Result<model::Model, ModelError> {
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
        let states = rows(model.states, state_from_wire)?;
        ascending("states", &states, |row| (row.state, row.kind))?;
        let draws = model.draws.map(|draws| draws.into_engine(cells.len()));
        Ok(model::Model {
            version: model.version,
            cells,
            assumptions,
            failed_attempts,
            signals: signals::rows(model.signals)?,
            states,
            draws: draws.transpose()?,
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

fn cell_from_wire(cell: Cell, row: usize) -> Result<model::Cell, ModelError> {
    const ANY: std::ops::RangeInclusive<f64> = f64::MIN..=f64::MAX;
    const SPREAD: std::ops::RangeInclusive<f64> = 0.0..=f64::MAX;
    Ok(model::Cell {
        specialty: specialty(row, cell.specialty)?,
        kind: code("kind", &cell.kind, ApplicantType::from_code)?,
        basis: code("basis", &cell.basis, model::Basis::from_code)?,
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

fn assumption_from_wire(wire: Assumption, row: usize) -> Result<model::Assumption, ModelError> {
    let (low, high) = (wire.low.get(), wire.high.get());
    if low > high {
        return Err(ModelError::OutOfRange { field: "low", row });
    }
    Ok(model::Assumption {
        key: code("key", &wire.key, model::AssumptionKey::from_code)?,
        effect: model::Effect {
            mid: within("mid", row, wire.mid, low..=high)?,
            low,
            high,
        },
        sources: wire.sources.into(),
        sentence: wire.sentence,
    })
}

fn state_from_wire(wire: StateRatio, row: usize) -> Result<model::StateRatio, ModelError> {
    Ok(model::StateRatio {
        state: code("state", &wire.state, UsState::from_code)?,
        kind: code("kind", &wire.kind, ApplicantType::from_code)?,
        log: within("log", row, wire.log, -5.0..=5.0)?,
        sd: within("sd", row, wire.sd, 0.0..=5.0)?,
    })
}

fn share_from_wire(
    share: FailedAttemptShare,
    row: usize,
) -> Result<model::FailedAttemptShare, ModelError> {
    Ok(model::FailedAttemptShare {
        specialty: specialty(row, share.specialty)?,
        never: within("never", row, share.never, 0.0..=1.0)?,
        seldom: within("seldom", row, share.seldom, 0.0..=1.0)?,
    })
}
