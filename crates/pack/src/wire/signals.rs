//! What a signal goes with, as `model.json` and the end of a pack carry it.

use serde::{Deserialize, Serialize};

use super::{ModelError, Number};
use engine::model::{self, Effect};
use engine::program::SpecialtyCode;

/// Low, middle and high of a log odds ratio.
type Ends = [Number; 3];

/// Mirror of [`model::SignalEffect`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignalEffect {
    /// Specialty code as a number.
    pub specialty: u16,
    /// See [`model::SignalEffect::silver`].
    pub silver: Ends,
    /// See [`model::SignalEffect::gold`].
    pub gold: Option<Ends>,
    /// Keys in sources.toml.
    pub sources: Vec<Box<str>>,
}

impl TryFrom<&model::SignalEffect> for SignalEffect {
    type Error = ModelError;

    fn try_from(row: &model::SignalEffect) -> Result<SignalEffect, ModelError> {
        Ok(SignalEffect {
            specialty: row.specialty.number(),
            silver: ends(row.silver)?,
            gold: row.gold.map(ends).transpose()?,
            sources: row.sources.to_vec(),
        })
    }
}

fn ends(effect: Effect) -> Result<Ends, ModelError> {
    let number = |value| Number::new(value).ok_or(ModelError::Number { field: "signals" });
    Ok([
        number(effect.low)?,
        number(effect.mid)?,
        number(effect.high)?,
    ])
}

/// The rows of a model: in the order of specialties, each once.
pub(super) fn rows(rows: Vec<SignalEffect>) -> Result<Vec<model::SignalEffect>, ModelError> {
    let read = rows.into_iter().enumerate().map(|(row, wire)| {
        let wrong = ModelError::OutOfRange {
            field: "signals",
            row,
        };
        let effect = |[low, mid, high]: Ends| {
            let effect = Effect {
                mid: mid.get(),
                low: low.get(),
                high: high.get(),
            };
            (effect.low <= effect.mid && effect.mid <= effect.high)
                .then_some(effect)
                .ok_or(wrong.clone())
        };
        Ok(model::SignalEffect {
            specialty: SpecialtyCode::from_number(wire.specialty).ok_or(wrong.clone())?,
            silver: effect(wire.silver)?,
            gold: wire.gold.map(effect).transpose()?,
            sources: wire.sources.into(),
        })
    });
    let read = read.collect::<Result<Vec<_>, ModelError>>()?;
    let pairs = read.iter().zip(read.iter().skip(1)).enumerate();
    for (row, (before, after)) in pairs {
        if before.specialty >= after.specialty {
            return Err(ModelError::Order {
                table: "signals",
                row: row + 1,
            });
        }
    }
    Ok(read)
}
