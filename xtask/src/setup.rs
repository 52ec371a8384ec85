//! `cargo xtask setup`: everything that building and checking need, installed once. No other task but `test`,
//! which calls it, installs packages of the system.

use crate::system_deps::{self, SystemDeps};
use crate::{Result, paths, step, tools};

/// Installs what is missing, and says where trunk is.
///
/// # Errors
/// One line for the first tool that is missing and cannot be installed.
pub(crate) fn run() -> Result {
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
pub(crate) fn all() -> Result<SystemDeps> {
    tools::for_app()?;
    tools::for_loop()?;
    tools::for_checks()?;
    system_deps::install()
}
