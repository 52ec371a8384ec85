//! `cargo xtask backtest`: the model against what was published.

use fit::backtest::backtest;
use fit::backtest::sensitivity::sensitivity;
use fit::{FitError, fit};

use crate::paths;

/// How to print the comparison.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Writes `data/accuracy.json` and `data/sensitivity.json` and prints both as text, or the
/// first as JSON with `--json`.
///
/// # Errors
///
/// If a table is wrong, or the file cannot be written.
pub(crate) fn run(words: Args) -> Result<(), String> {
    let data = paths::data();
    let said = |error: FitError| error.to_string();
    let fitted = fit(&data).map_err(said)?;
    let found = backtest(&fitted).map_err(said)?;
    let moved = sensitivity(&fitted).map_err(said)?;
    let (json, moved_json) = (found.json().map_err(said)?, moved.json().map_err(said)?);
    if words.json {
        print!("{json}");
    } else {
        print!("{found}{moved}");
    }
    for (name, text) in [("accuracy", &json), ("sensitivity", &moved_json)] {
        let file = data.join(name).with_extension("json");
        std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}
