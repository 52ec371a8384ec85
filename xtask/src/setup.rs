//! `cargo xtask setup`: everything that building and checking need, installed once.

use crate::machine::{self, Machine};
use crate::{Result, paths, step, tools};

/// Installs what is missing, and says where trunk is.
///
/// # Errors
/// One line for the first tool that is missing and cannot be installed.
pub(crate) fn run(words: &[String]) -> Result {
    crate::only_known(words, &[], &[])?;
    all()?;
    let bin = paths::tools().join("bin");
    step::say("setup", "done");
    println!(
        "\nFor `trunk serve`, the loop with live reload:\n  export PATH=\"{}:$PATH\"",
        bin.display()
    );
    Ok(())
}

/// What building and checking need.
///
/// # Errors
/// As [`run`].
pub(crate) fn all() -> Result<Machine> {
    tools::for_app()?;
    tools::for_loop()?;
    tools::for_checks()?;
    machine::ensure()
}
