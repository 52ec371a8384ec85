//! The draws of the odds model as `model.json` and the end of a pack carry them.

use serde::{Deserialize, Serialize};

use super::{ModelError, Number};
use engine::model::draws;

/// Mirror of [`draws::Draws`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draws {
    /// Doubts of every cell, in the order of the model's cells.
    pub cells: Vec<CellDoubt>,
    /// Orders of the doubtful numbers; each has every rank once.
    pub orders: Vec<[u8; draws::COUNT]>,
}

/// Mirror of [`draws::CellDoubt`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellDoubt {
    /// See [`draws::CellDoubt::root`].
    pub root: [Number; 10],
    /// See [`draws::CellDoubt::applications_sd`].
    pub applications_sd: Number,
}

impl TryFrom<&draws::Draws> for Draws {
    type Error = ModelError;

    fn try_from(draws: &draws::Draws) -> Result<Draws, ModelError> {
        let cells = draws.cells().iter().map(|doubt| {
            let mut root = [Number::default(); 10];
            for (to, from) in root.iter_mut().zip(doubt.root) {
                *to = number("root", from)?;
            }
            Ok(CellDoubt {
                root,
                applications_sd: number("applications_sd", doubt.applications_sd)?,
            })
        });
        Ok(Draws {
            cells: cells.collect::<Result<_, _>>()?,
            orders: draws.orders().iter().map(|order| *order.ranks()).collect(),
        })
    }
}

fn number(field: &'static str, value: f64) -> Result<Number, ModelError> {
    Number::new(value).ok_or(ModelError::Number { field })
}

impl Draws {
    /// The draws of a model with this many cells.
    ///
    /// # Errors
    /// If a cell has no doubts or an order has not every rank once.
    pub fn into_engine(self, cells: usize) -> Result<draws::Draws, ModelError> {
        let wrong = |field, row| ModelError::OutOfRange { field, row };
        if self.cells.len() != cells {
            return Err(wrong("draws", self.cells.len()));
        }
        let doubts = self.cells.into_iter().map(|doubt| draws::CellDoubt {
            root: doubt.root.map(Number::get),
            applications_sd: doubt.applications_sd.get(),
        });
        let doubts = doubts.collect();
        let orders = self.orders.into_iter().enumerate();
        let orders = orders
            .map(|(row, ranks)| draws::Order::new(ranks).ok_or(wrong("orders", row)))
            .collect::<Result<Vec<_>, _>>()?;
        draws::Draws::new(doubts, orders).ok_or(wrong("orders", 0))
    }
}
