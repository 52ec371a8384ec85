//! Pages whose content is written at build time as HTML and loaded when they are opened.

use std::path::Path;

use smart_pick::fit::backtest;
use smart_pick::fit::fit;
use smart_pick::interchange::fragment;
use smart_pick::pack;

use crate::{Result, paths};

/// What the Accuracy page says in a copy without the tables it rests on.
const NO_TABLES: &str =
    "<p>This copy was made without the published tables that the odds are tested against.</p>";

/// Every fragment by its plain name, as index.html links to it.
///
/// # Errors
/// When a published table or a source is wrong.
pub(crate) fn all(with_nrmp: bool) -> Result<Vec<(String, String)>> {
    let accuracy = if with_nrmp {
        accuracy(&paths::root())?
    } else {
        NO_TABLES.to_owned()
    };
    Ok(vec![(
        "accuracy.html".to_owned(),
        fragment::seal(&accuracy),
    )])
}

fn accuracy(root: &Path) -> Result<String> {
    let said = |error: smart_pick::fit::FitError| error.to_string();
    let fitted = fit(root).map_err(said)?;
    let found = backtest::backtest(&fitted).map_err(said)?;
    let moved = backtest::sensitivity::read(root).map_err(said)?;
    let parts = pack::source::read(&root.join("src/data")).map_err(|error| error.to_string())?;
    Ok(backtest::page::page(
        &found,
        &fitted,
        &moved,
        &parts.sources,
    ))
}

#[cfg(test)]
mod tests {
    use super::{all, fragment};

    #[test]
    fn the_app_opens_every_fragment_with_and_without_nrmp() {
        for with_nrmp in [true, false] {
            for (name, text) in all(with_nrmp).unwrap() {
                assert!(fragment::open(&text).is_some(), "{name} {with_nrmp}");
            }
        }
    }
}
