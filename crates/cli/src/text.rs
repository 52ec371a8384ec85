//! JSON text to a wire type, with the field's name in every error.

use serde::de::DeserializeOwned;

use super::InputError;

/// What is said of a list in place of an object, which serde would read as its fields in order.
pub(super) const MISPLACED: &str = "a list stands where none belongs";

/// Reads one object and nothing after it.
pub(super) fn read<T: DeserializeOwned>(text: &str, most_bytes: usize) -> Result<T, InputError> {
    if text.len() > most_bytes {
        return Err(InputError::new(
            InputError::WHOLE,
            format!("longer than {most_bytes} bytes"),
        ));
    }
    if text.trim().is_empty() {
        return Err(InputError::new(InputError::WHOLE, "empty"));
    }
    if text.trim_start().starts_with('[') {
        return Err(InputError::new(InputError::WHOLE, MISPLACED));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let parsed = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        // The whole, or text that ends before anything of it has a name.
        let field = if path == "." || path == "?" {
            InputError::WHOLE.to_owned()
        } else {
            path
        };
        InputError::new(field, error.inner().to_string())
    })?;
    reader
        .end()
        .map_err(|error| InputError::new(InputError::WHOLE, error.to_string()))?;
    Ok(parsed)
}
