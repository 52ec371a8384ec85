//! `data/model.json`: the model in the pack's own shape, one row a line.

use serde::Serialize;

use super::FitError;
use engine::model::Model;
use pack::wire;

/// Sets the version to the hash of everything else and gives the file's text.
///
/// # Errors
///
/// If a number is not finite.
pub fn seal(model: &mut Model) -> Result<String, FitError> {
    model.version = Box::default();
    let hash = fnv1a(text(model)?.as_bytes()) & 0xffff_ffff_ffff;
    model.version = format!("{hash:012x}").into();
    text(model)
}

/// One cell, assumption or share a line, so that a change shows as a line.
fn text(model: &Model) -> Result<String, FitError> {
    let wire = wire::Model::try_from(model).map_err(|e| FitError::Write(e.to_string()))?;
    let version = serde_json::to_string(&wire.version).map_err(failed)?;
    let sections = [
        section("cells", &wire.cells),
        section("assumptions", &wire.assumptions),
        section("failed_attempts", &wire.failed_attempts),
        section("signals", &wire.signals),
        section("states", &wire.states),
    ];
    let mut sections: Vec<String> = sections.into_iter().collect::<Result<_, _>>()?;
    if let Some(draws) = &wire.draws {
        let (cells, orders) = (
            section("cells", &draws.cells)?,
            section("orders", &draws.orders)?,
        );
        sections.push(format!("\"draws\": {{\n{cells},\n{orders}\n}}"));
    }
    Ok(format!(
        "{{\n\"version\": {version},\n{}\n}}\n",
        sections.join(",\n")
    ))
}

/// A named list, one row a line.
pub(super) fn section<T: Serialize>(name: &str, rows: &[T]) -> Result<String, FitError> {
    let lines: Result<Vec<String>, _> = rows.iter().map(serde_json::to_string).collect();
    let lines = lines.map_err(failed)?.join(",\n");
    Ok(format!("\"{name}\": [\n{lines}\n]"))
}

fn failed(error: serde_json::Error) -> FitError {
    FitError::Write(error.to_string())
}

/// FNV-1a, 64 bits.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
