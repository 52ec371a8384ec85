//! Why bytes are no pack that this release can read.

use super::wire::ModelError;
use engine::catalog::CatalogError;

/// Why bytes are no pack that this release can read. Each has a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The bytes do not begin as a pack does.
    NotAPack,
    /// A newer release wrote the pack.
    TooNew {
        /// Its version of the format.
        found: u16,
        /// The newest version that this release reads.
        supported: u16,
    },
    /// The end is missing.
    Truncated {
        /// Bytes that there should be, at least.
        expected: u64,
        /// Bytes that there are.
        found: u64,
    },
    /// The bytes changed since they were written.
    Damaged,
    /// The bytes are whole, yet a part of them does not hold what the format asks.
    Malformed {
        /// Which part.
        part: &'static str,
    },
    /// The second pack of another release.
    OtherPack,
    /// The rows are no catalog.
    Invalid(CatalogError),
    /// The model is none.
    Model(ModelError),
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PackError::NotAPack => f.write_str("This file is not a Smart Pick data file."),
            PackError::TooNew { found, supported } => write!(
                f,
                "The data file has format {found}, and this version of Smart Pick reads up to format {supported}. Reload the page to update."
            ),
            PackError::Truncated { expected, found } => write!(
                f,
                "The data file is not complete: {found} of {expected} bytes arrived. Reload the page."
            ),
            PackError::Damaged => {
                f.write_str("The data file was damaged on its way. Reload the page.")
            }
            PackError::Malformed { part } => write!(
                f,
                "The data file is complete, but its {part} cannot be read. Please report this."
            ),
            PackError::OtherPack => f.write_str(
                "This file belongs to other data than those on the page. Reload the page.",
            ),
            PackError::Invalid(error) => write!(
                f,
                "The data file contradicts itself: {error}. Please report this."
            ),
            PackError::Model(error) => {
                write!(
                    f,
                    "The odds in the data file cannot be used: {error}. Please report this."
                )
            }
        }
    }
}

impl std::error::Error for PackError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PackError::Invalid(error) => Some(error),
            PackError::Model(error) => Some(error),
            _ => None,
        }
    }
}

impl From<CatalogError> for PackError {
    fn from(error: CatalogError) -> Self {
        PackError::Invalid(error)
    }
}

impl From<ModelError> for PackError {
    fn from(error: ModelError) -> Self {
        PackError::Model(error)
    }
}
