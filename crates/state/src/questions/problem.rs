//! Mistakes in answers.

use super::table::Field;

/// A mistake in an answer, beside which the answer itself is kept as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question.
    pub field: Field,
    /// The row, where the question holds a list: from 0.
    pub row: Option<usize>,
    /// What to do, as one sentence: "Enter your Step 2 CK score as a number from 100 to 300".
    pub message: Box<str>,
}

impl Problem {
    /// A mistake in a question that holds one answer.
    #[must_use]
    pub fn at(field: Field, message: impl Into<Box<str>>) -> Self {
        Problem {
            field,
            row: None,
            message: message.into(),
        }
    }
}
