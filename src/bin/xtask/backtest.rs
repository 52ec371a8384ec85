//! `cargo xtask backtest`: the model against what was published.

use std::path::Path;

use smart_pick::fit::backtest::backtest;
use smart_pick::fit::fit;

/// Writes `src/data/accuracy.json` and prints it as text, or as JSON with `--json`.
///
/// # Errors
///
/// If an argument is unknown, a table is wrong, or the file cannot be written.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let as_json = match args {
        [] => false,
        [flag] if flag == "--json" => true,
        _ => return Err("usage: cargo xtask backtest [--json]".to_owned()),
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let said = |error: smart_pick::fit::FitError| error.to_string();
    let found = fit(root)
        .and_then(|fitted| backtest(&fitted))
        .map_err(said)?;
    let json = found.json().map_err(said)?;
    if as_json {
        print!("{json}");
    } else {
        print!("{found}");
    }
    let file = root.join("src/data/accuracy.json");
    std::fs::write(&file, &json).map_err(|error| format!("{}: {error}", file.display()))
}
