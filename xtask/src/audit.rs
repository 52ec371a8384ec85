//! Advisories and licences of the crates, by cargo-deny and deny.toml.

use crate::{Result, tools};

/// Runs cargo-deny.
///
/// # Errors
/// When it is not installed or finds something.
pub(crate) fn run() -> Result {
    if tools::which("cargo-deny").is_none() {
        return Err("cargo-deny is missing: cargo install --locked cargo-deny".into());
    }
    let status = tools::cargo().args(["deny", "check"]).status()?;
    if status.success() {
        Ok(())
    } else {
        Err("cargo-deny found something".into())
    }
}
