//! The types that cross the border of the house in a pack or in `model.json`.
//!
//! They are the only ones of this module with serde. They hold no `usize`, and the words of
//! the vocabulary travel by their stable codes.

pub mod catalog;
pub mod column;
mod draws;
pub mod fees;
mod file;
mod model;
mod number;
pub mod numbers;
mod signals;

pub use draws::{CellDoubt, Draws};
#[cfg(feature = "cli")]
pub use file::ModelFile;
pub use model::{Assumption, Cell, FailedAttemptShare, Model, ModelError};
pub use number::Number;
pub use signals::SignalEffect;
