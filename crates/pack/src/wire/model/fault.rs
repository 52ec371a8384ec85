//! What can be wrong with a model that somebody sends.

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
