//! `model.json`: the odds model as `cargo xtask fit` writes it.

use super::SourceError;
use super::sources::{self, Sources};
use engine::model::Model;
use pack::wire;

pub(super) const FILE: &str = "model.json";

pub(super) fn model(text: &str, sources: &Sources) -> Result<Model, SourceError> {
    let wire: wire::Model = serde_json::from_str(text).map_err(|error| SourceError {
        line: error.line() as u64,
        column: error.column() as u64,
        ..SourceError::whole(FILE, error.to_string())
    })?;
    let model =
        Model::try_from(wire).map_err(|error| SourceError::whole(FILE, error.to_string()))?;
    let cells = model.cells.iter().flat_map(|cell| &cell.sources);
    let assumptions = model.assumptions.iter().flat_map(|a| &a.sources);
    let signals = model.signals.iter().flat_map(|row| &row.sources);
    for key in cells.chain(assumptions).chain(signals) {
        if sources.get(key).is_none() {
            let message = format!("the source {key:?} is not in {}", sources::FILE);
            return Err(SourceError::whole(FILE, message));
        }
    }
    Ok(model)
}
