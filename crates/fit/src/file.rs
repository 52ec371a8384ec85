//! Files of the project, as text.

use std::path::Path;

use super::FitError;

/// The text of a file of the project.
///
/// # Errors
///
/// If it is missing or not text.
pub(super) fn text(path: &Path) -> Result<String, FitError> {
    std::fs::read_to_string(path).map_err(|error| FitError::Read {
        file: path.display().to_string(),
        reason: error.to_string(),
    })
}
