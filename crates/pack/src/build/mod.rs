//! From the engine to the wire: writes a pack. Native only.

mod details;
mod fees;
mod nrmp;
mod programs;
mod tables;

use super::PackError;
use super::header::{Header, Kind};
use super::wire::catalog::{Body, Day};
use super::wire::{self, Model as WireModel, ModelError};
use engine::calendar::{Date, Season};
use engine::catalog::Catalog;
use engine::model::Model;

/// Why a catalog cannot be written as a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodeError {
    /// A text that holds a line feed, which ends a text in a pack.
    LineFeed(Box<str>),
    /// A value of a program that the format has no place for.
    NoPlace(&'static str),
    /// More bytes than the header can tell.
    TooLong,
    /// The model cannot be written.
    Model(ModelError),
    /// The pack was written and does not read back.
    Unreadable(PackError),
    /// The pack reads back as another catalog or model: the format has no place for something.
    NotTheSame,
}

impl std::fmt::Display for EncodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            EncodeError::LineFeed(text) => write!(f, "a text holds a line feed: {text:?}"),
            EncodeError::NoPlace(what) => write!(f, "the pack has no place for {what}"),
            EncodeError::TooLong => f.write_str("the pack is too long"),
            EncodeError::Model(error) => write!(f, "the model cannot be written: {error}"),
            EncodeError::Unreadable(error) => {
                write!(f, "the pack does not read back: {error}")
            }
            EncodeError::NotTheSame => f.write_str("the pack reads back as something else"),
        }
    }
}

impl std::error::Error for EncodeError {}

/// The two packs of one catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packs {
    /// What ranking and list need.
    pub core: Vec<u8>,
    /// What only pages tell.
    pub details: Vec<u8>,
}

/// Writes the packs and reads them back to see that they are the same. A catalog without details
/// is written with empty ones.
///
/// Numbers of the model are rounded to four decimal places, as in model.json.
///
/// # Errors
/// An [`EncodeError`] if the format has no place for something in the catalog.
pub fn encode(catalog: &Catalog, model: Option<&Model>) -> Result<Packs, EncodeError> {
    let model = model.map(WireModel::try_from).transpose();
    let model = model.map_err(EncodeError::Model)?;
    let programs = catalog.programs();
    let (columns, groups) = programs::columns(programs)?;
    let body = body(catalog, columns, &groups, model)?;
    let header = Header {
        nrmp: body.nrmp.is_some(),
        model: body.model.is_some(),
        season: catalog.as_of().map_or(0, |day| Season::of(day).0),
    };
    let seal = |kind, body: Result<Vec<u8>, postcard::Error>| {
        let body = body.map_err(|_| EncodeError::TooLong)?;
        header.seal(kind, &body).ok_or(EncodeError::TooLong)
    };
    let core = seal(Kind::Core, postcard::to_allocvec(&body))?;
    let identity = super::identity(&core).ok_or(EncodeError::TooLong)?;
    let of = u64::from_str_radix(&identity, 16).map_err(|_| EncodeError::TooLong)?;
    let empty = details::empty(catalog);
    let told = catalog.details().unwrap_or(&empty);
    let second = details::columns(told, programs, &groups, of)?;
    let details = seal(Kind::Details, postcard::to_allocvec(&second))?;

    let (read, read_model) = super::decode(&core).map_err(EncodeError::Unreadable)?;
    let wanted = body.model.map(Model::try_from);
    let same_model = read_model == wanted.transpose().map_err(EncodeError::Model)?;
    let read_details =
        super::decode_details(&details, &read, &identity).map_err(EncodeError::Unreadable)?;
    if read.parts() != catalog.parts() || !same_model || read_details != *told {
        return Err(EncodeError::NotTheSame);
    }
    Ok(Packs { core, details })
}

fn body(
    catalog: &Catalog,
    columns: wire::catalog::Programs,
    groups: &[u32],
    model: Option<WireModel>,
) -> Result<Body, EncodeError> {
    let parts = catalog.parts();
    let programs = catalog.programs();
    let statements = parts.statements.iter();
    Ok(Body {
        programs: columns,
        nrmp: parts
            .has_nrmp
            .then(|| nrmp::columns(programs, groups))
            .transpose()?,
        beds: parts
            .hospitals
            .iter()
            .map(|hospital| u64::from(hospital.beds.unwrap_or(0)))
            .collect(),
        special_hospitals: programs::rows(&parts.hospitals, |hospital| !hospital.is_general),
        specialties: parts.specialties.iter().map(tables::specialty).collect(),
        statements: statements
            .map(|statement| tables::statement(statement, programs))
            .collect::<Result<_, _>>()?,
        sources: programs::joined(parts.sources.iter().map(|source| &*source.key))?,
        licence_rules: parts
            .licence_rules
            .iter()
            .map(tables::licence_rule)
            .collect(),
        signals: parts.signals.iter().map(tables::signals).collect(),
        season_dates: parts.season_dates.iter().map(tables::season_date).collect(),
        record_sources: parts
            .record_sources
            .iter()
            .map(|(field, source)| (field.code().into(), source.0))
            .collect(),
        as_of: parts.as_of.map(day),
        fees: parts.fees.as_ref().map(fees::book).transpose()?,
        model,
    })
}

fn day(date: Date) -> Day {
    Day {
        year: date.year(),
        month: date.month(),
        day: date.day(),
    }
}
