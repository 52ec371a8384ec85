//! `cargo xtask fit`: published tables to `data/model.json`.

use crate::paths;

/// What to do with the fit.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing, and fail if the file is not what the fit gives
    #[arg(long)]
    check: bool,
}

/// Fits the model, writes the file and prints every cell. `--check` writes nothing and fails if
/// the file is not what the fit gives.
///
/// # Errors
///
/// If a table is wrong, or the file cannot be written or differs.
pub(crate) fn run(words: Args) -> Result<(), String> {
    let data = paths::data();
    let file = data.join("model.json");
    let fitted = fit::fit(&data).map_err(|e| e.to_string())?;
    print!("{}", fit::report::table(&fitted));
    if words.check {
        let there = std::fs::read_to_string(&file).map_err(|e| e.to_string())?;
        return if there == fitted.text {
            Ok(())
        } else {
            Err("data/model.json is not what the fit gives: run cargo xtask fit".to_owned())
        };
    }
    std::fs::write(&file, &fitted.text).map_err(|e| format!("{}: {e}", file.display()))
}
