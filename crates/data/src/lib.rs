//! Reads `data/`: the files that a person edits become the parts of a catalog. Native only.
//!
//! Every value is checked here, with the file, line and column in the error; what only all
//! rows together can know is checked by [`Catalog::new`](engine::catalog::Catalog::new).

mod aliases;
mod error;
mod fees;
mod filings;
mod hospitals;
mod model;
mod pages;
mod policies;
mod programs;
mod published;
mod release;
mod scores;
mod seasons;
mod small;
mod sources;
mod table;
mod unfilled;

use std::path::{Path, PathBuf};

pub use error::SourceError;
pub use published::specialty_of;
pub use release::Release;

use engine::catalog::details::Details;
use engine::catalog::{Catalog, CatalogError, CatalogParts};
use engine::model::Model;
use pack::Packs;
use scores::Reports;
use sources::Sources;

/// The folder `data/` of the project that this was built from.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data")
}

/// The texts of the files.
struct Files<'a> {
    programs: &'a str,
    hospitals: &'a str,
    program_hospitals: &'a str,
    filings: &'a str,
    sponsors: &'a str,
    acgme_pages: &'a str,
    unfilled: &'a str,
    policies: &'a str,
    specialties: &'a str,
    aliases: &'a str,
    signals: &'a str,
    licence_rules: &'a str,
    seasons: &'a str,
    fees: &'a str,
    scores: Reports<'a>,
    sources: &'a str,
}

/// Reads the data files in a folder.
///
/// # Errors
/// The first thing that is wrong, with file, line and column.
pub fn read(dir: &Path) -> Result<Facts, SourceError> {
    let text = |file| text(dir, file);
    facts(&Files {
        programs: &text(programs::FILE)?,
        hospitals: &text(hospitals::FILE)?,
        program_hospitals: &text(hospitals::OF_PROGRAMS)?,
        filings: &text(filings::FILE)?,
        sponsors: &text(pages::SPONSORS)?,
        acgme_pages: &text(pages::FILE)?,
        unfilled: &text(unfilled::FILE)?,
        policies: &text("policies.csv")?,
        specialties: &text("specialties.csv")?,
        aliases: &text("aliases.csv")?,
        signals: &text("signals.csv")?,
        licence_rules: &text("licence_rules.csv")?,
        seasons: &text("seasons.toml")?,
        fees: &text(fees::FILE)?,
        scores: Reports {
            non_us_img: &text(scores::NON_US_IMG)?,
            md_seniors: &text(scores::MD_SENIORS)?,
            us_seniors: &text(scores::US_SENIORS)?,
        },
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
pub fn embedded() -> Result<Facts, SourceError> {
    facts(&Files {
        programs: include_str!("../../../data/programs.csv"),
        hospitals: include_str!("../../../data/hospitals.csv"),
        program_hospitals: include_str!("../../../data/program_hospitals.csv"),
        filings: include_str!("../../../data/filings.csv"),
        sponsors: include_str!("../../../data/sponsors.csv"),
        acgme_pages: include_str!("../../../data/acgme_pages_2022.csv"),
        unfilled: include_str!("../../../data/unfilled_2026.csv"),
        policies: include_str!("../../../data/policies.csv"),
        specialties: include_str!("../../../data/specialties.csv"),
        aliases: include_str!("../../../data/aliases.csv"),
        signals: include_str!("../../../data/signals.csv"),
        licence_rules: include_str!("../../../data/licence_rules.csv"),
        seasons: include_str!("../../../data/seasons.toml"),
        fees: include_str!("../../../data/fees.toml"),
        scores: Reports {
            non_us_img: include_str!("../../../data/published/charting_nonus_img_2026.json"),
            md_seniors: include_str!("../../../data/published/charting_md_seniors_2026.json"),
            us_seniors: include_str!("../../../data/published/charting_us_seniors_2024.json"),
        },
        sources: include_str!("../../../data/sources.toml"),
    })
}

/// The model as it was when this program was built.
///
/// # Errors
/// As [`read_model`]; a test shows that it does not happen for the files of this release.
pub fn embedded_model() -> Result<Model, SourceError> {
    let sources = Sources::read(include_str!("../../../data/sources.toml"))?;
    model::model(include_str!("../../../data/model.json"), &sources)
}

/// The packs that this program would write: what `cargo xtask pack` makes of the same files.
///
/// # Errors
/// As [`embedded`], or a reason why the parts make no catalog or no pack.
pub fn embedded_packs() -> Result<Packs, String> {
    let facts = embedded().map_err(|error| error.to_string())?;
    let model = embedded_model().map_err(|error| error.to_string())?;
    let catalog = facts.catalog().map_err(|error| error.to_string())?;
    pack::encode(&catalog, Some(&model)).map_err(|error| error.to_string())
}

/// What the files hold.
#[derive(Clone, Debug)]
pub struct Facts {
    /// What ranking and list need.
    pub parts: CatalogParts,
    /// What only pages tell.
    pub details: Details,
}

impl Facts {
    /// The same without anything from NRMP reports.
    #[must_use]
    pub fn without_nrmp(self) -> Facts {
        Facts {
            parts: self.parts.without_nrmp(),
            details: self.details.without_nrmp(),
        }
    }

    /// The catalog with its details.
    ///
    /// # Errors
    /// As [`Catalog::new`].
    pub fn catalog(self) -> Result<Catalog, CatalogError> {
        let catalog = Catalog::new(self.parts)?;
        catalog.add_details(self.details)?;
        Ok(catalog)
    }
}

fn facts(files: &Files<'_>) -> Result<Facts, SourceError> {
    let sources = Sources::read(files.sources)?;
    let mut specialties = small::specialties(files.specialties, &sources)?;
    aliases::add(files.aliases, &mut specialties)?;
    let mut programs = programs::programs(files.programs, &specialties)?;
    let hospitals = hospitals::hospitals(files.hospitals)?;
    hospitals::of_programs(files.program_hospitals, &hospitals, &mut programs.rows)?;
    filings::fill_in(files.filings, &mut programs, &sources)?;
    pages::sponsors(files.sponsors, &mut programs)?;
    pages::fill_in(files.acgme_pages, &mut programs)?;
    unfilled::fill_in(files.unfilled, &mut programs.rows)?;
    let (statements, statement_details) =
        policies::statements(files.policies, &programs.rows, &specialties)?;
    let scores = scores::scores(&files.scores, &sources)?;
    let fees = fees::book(files.fees, &specialties, &sources)?;
    let parts = CatalogParts {
        fees: Some(fees),
        statements,
        signals: small::signals(files.signals, &specialties, &sources)?,
        licence_rules: small::licence_rules(files.licence_rules, &sources)?,
        season_dates: seasons::dates(files.seasons, &sources)?,
        programs: programs.rows,
        hospitals: hospitals.iter().map(|(hospital, _)| *hospital).collect(),
        specialties,
        record_sources: sources.records,
        as_of: Some(sources.as_of),
        sources: sources.rows,
        has_nrmp: true,
    };
    let details = Details {
        programs: programs.details,
        hospitals: hospitals.into_iter().map(|(_, details)| details).collect(),
        statements: statement_details,
        scores,
        sources: sources.details,
    };
    Ok(Facts { parts, details })
}
