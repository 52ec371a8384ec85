//! Why a set of rows is no catalog.

use crate::program::{ProgramId, SpecialtyCode};

/// What makes a set of rows no catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogError {
    /// Two rows have one id.
    DuplicateProgram(ProgramId),
    /// Two specialties have one code.
    DuplicateSpecialty(SpecialtyCode),
    /// A program names a specialty that the catalog does not have.
    UnknownSpecialty(ProgramId, SpecialtyCode),
    /// A statement covers a program that the catalog does not have.
    UnknownProgram(Box<str>, ProgramId),
    /// A reference to a source, statement or hospital that is not there.
    DanglingReference(ProgramId),
    /// A row of another table names a source or specialty that is not there.
    DanglingRow {
        /// The table.
        table: &'static str,
        /// The row, from 0.
        row: usize,
    },
    /// Details with other rows than the catalog's.
    OtherDetails,
    /// More rows than an index can hold.
    TooMany {
        /// The table.
        table: &'static str,
    },
}

impl std::fmt::Display for CatalogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CatalogError::DuplicateProgram(id) => write!(f, "program {id} appears twice"),
            CatalogError::DuplicateSpecialty(code) => write!(f, "specialty {code} appears twice"),
            CatalogError::UnknownSpecialty(id, code) => write!(
                f,
                "program {id} has specialty {code}, which the catalog does not have"
            ),
            CatalogError::UnknownProgram(statement, id) => write!(
                f,
                "statement {statement} covers program {id}, which the catalog does not have"
            ),
            CatalogError::DanglingReference(id) => write!(
                f,
                "program {id} points to a source, statement or hospital that is not there"
            ),
            CatalogError::OtherDetails => f.write_str("the details are those of other programs"),
            CatalogError::DanglingRow { table, row } => write!(
                f,
                "row {row} of {table} points to a source or specialty that is not there"
            ),
            CatalogError::TooMany { table } => write!(f, "{table} has too many rows"),
        }
    }
}

impl std::error::Error for CatalogError {}
