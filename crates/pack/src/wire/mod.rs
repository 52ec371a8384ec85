//! The types that cross the border of the house in a pack or in `model.json`.
//!
//! They are the only ones of this module with serde. They hold no `usize`, and the words of
//! the vocabulary travel by their stable codes.

pub mod catalog;
pub mod column;
pub mod details;
mod draws;
pub mod fees;
mod model;
mod number;
pub mod numbers;
mod signals;

pub use draws::{CellDoubt, Draws};
pub use model::{Assumption, Cell, FailedAttemptShare, Model, ModelError};
pub use number::Number;
pub use signals::SignalEffect;

use super::{PackError, malformed};

/// A body that takes all of its bytes.
///
/// # Errors
/// [`PackError::Malformed`], with where.
pub fn whole<'a, T: serde::Deserialize<'a>>(body: &'a [u8]) -> Result<T, PackError> {
    match postcard::take_from_bytes(body) {
        Ok((body, [])) => Ok(body),
        Ok(_) => Err(malformed("end")),
        Err(_) => Err(malformed("body")),
    }
}
