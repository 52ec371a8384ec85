//! The Firefox that walks the main journey too: found, or installed where we may.

use crate::{Result, browser, tools};
use std::path::PathBuf;

/// Names it goes by, Debian's first.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// Finds Firefox, and installs Debian's where the machine lets us.
///
/// # Errors
/// One line that says what to install.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    browser::packages("firefox", &NAMES[..1])?;
    find().ok_or_else(|| {
        "the tests need Firefox: install it (Debian: apt-get install firefox-esr), or name it in FIREFOX_PATH"
            .into()
    })
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("FIREFOX_PATH").map(PathBuf::from);
    let named = named.filter(|file| file.is_file());
    named.or_else(|| NAMES.iter().find_map(|name| tools::which(name)))
}
