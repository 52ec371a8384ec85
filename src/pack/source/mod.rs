//! Reads `src/data`: the files that a person edits become the parts of a catalog. Native only.
//!
//! Every value is checked here, with the file, line and column in the error; what only all
//! rows together can know is checked by [`Catalog::new`](crate::engine::catalog::Catalog::new).

mod aliases;
mod error;
mod fees;
mod model;
mod policies;
mod programs;
mod seasons;
mod small;
mod sources;
mod table;

use std::path::Path;

pub use error::SourceError;

use crate::engine::catalog::{Catalog, CatalogParts};
use crate::engine::model::Model;
use sources::Sources;

/// The texts of the files.
struct Files<'a> {
    programs: &'a str,
    policies: &'a str,
    specialties: &'a str,
    aliases: &'a str,
    signals: &'a str,
    licence_rules: &'a str,
    seasons: &'a str,
    fees: &'a str,
    sources: &'a str,
}

/// Reads the data files in a folder.
///
/// # Errors
/// The first thing that is wrong, with file, line and column.
pub fn read(dir: &Path) -> Result<CatalogParts, SourceError> {
    let text = |file| text(dir, file);
    parts(&Files {
        programs: &text("programs.csv")?,
        policies: &text("policies.csv")?,
        specialties: &text("specialties.csv")?,
        aliases: &text("aliases.csv")?,
        signals: &text("signals.csv")?,
        licence_rules: &text("licence_rules.csv")?,
        seasons: &text("seasons.toml")?,
        fees: &text(fees::FILE)?,
        sources: &text("sources.toml")?,
    })
}

fn text(dir: &Path, file: &'static str) -> Result<String, SourceError> {
    std::fs::read_to_string(dir.join(file))
        .map_err(|error| SourceError::whole(file, format!("cannot be read: {error}")))
}

/// Reads `model.json` in a folder; `None` if there is no such file.
///
/// # Errors
/// What is wrong with the file, or a source in it that `sources.toml` does not have.
pub fn read_model(dir: &Path) -> Result<Option<Model>, SourceError> {
    if !dir.join(model::FILE).exists() {
        return Ok(None);
    }
    let (text, sources) = (text(dir, model::FILE)?, text(dir, sources::FILE)?);
    model::model(&text, &Sources::read(&sources)?).map(Some)
}

/// The data files as they were when this program was built.
///
/// # Errors
/// As [`read`]; a test shows that it does not happen for the files of this release.
pub fn embedded() -> Result<CatalogParts, SourceError> {
    parts(&Files {
        programs: include_str!("../../data/programs.csv"),
        policies: include_str!("../../data/policies.csv"),
        specialties: include_str!("../../data/specialties.csv"),
        aliases: include_str!("../../data/aliases.csv"),
        signals: include_str!("../../data/signals.csv"),
        licence_rules: include_str!("../../data/licence_rules.csv"),
        seasons: include_str!("../../data/seasons.toml"),
        fees: include_str!("../../data/fees.toml"),
        sources: include_str!("../../data/sources.toml"),
    })
}

/// The model as it was when this program was built.
///
/// # Errors
/// As [`read_model`]; a test shows that it does not happen for the files of this release.
pub fn embedded_model() -> Result<Model, SourceError> {
    let sources = Sources::read(include_str!("../../data/sources.toml"))?;
    model::model(include_str!("../../data/model.json"), &sources)
}

/// The pack that this program would write: what `cargo xtask pack` makes of the same files.
///
/// # Errors
/// As [`embedded`], or a reason why the parts make no catalog or no pack.
pub fn embedded_pack() -> Result<Vec<u8>, String> {
    let parts = embedded().map_err(|error| error.to_string())?;
    let model = embedded_model().map_err(|error| error.to_string())?;
    let catalog = Catalog::new(parts).map_err(|error| error.to_string())?;
    super::encode(&catalog, Some(&model)).map_err(|error| error.to_string())
}

fn parts(files: &Files<'_>) -> Result<CatalogParts, SourceError> {
    let sources = Sources::read(files.sources)?;
    let mut specialties = small::specialties(files.specialties, &sources)?;
    aliases::add(files.aliases, &mut specialties)?;
    let programs = programs::programs(files.programs, &specialties, &sources)?;
    let fees = fees::book(files.fees, &specialties, &sources)?;
    Ok(CatalogParts {
        fees: Some(fees),
        statements: policies::statements(files.policies, &programs, &specialties)?,
        signals: small::signals(files.signals, &specialties, &sources)?,
        licence_rules: small::licence_rules(files.licence_rules, &sources)?,
        season_dates: seasons::dates(files.seasons, &sources)?,
        programs,
        specialties,
        record_sources: sources.records,
        as_of: Some(sources.as_of),
        sources: sources.rows,
        has_nrmp: true,
    })
}
