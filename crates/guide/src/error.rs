//! What is wrong with the guide, and where.

use std::fmt;

/// A mistake in a file of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideError {
    /// The file, from the folder of the guide on.
    pub file: String,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong.
    pub problem: String,
}

impl GuideError {
    /// A mistake at a line.
    pub(super) fn new(file: &str, line: usize, problem: impl Into<String>) -> Self {
        GuideError {
            file: file.to_owned(),
            line,
            problem: problem.into(),
        }
    }
}

impl fmt::Display for GuideError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file, self.problem),
            line => write!(f, "{}:{line}: {}", self.file, self.problem),
        }
    }
}

impl std::error::Error for GuideError {}
