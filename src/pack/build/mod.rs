//! From the engine to the wire: writes a pack. Native only.

mod fees;
mod nrmp;
mod programs;
mod tables;

use super::PackError;
use super::header::{Header, VERSION};
use super::wire::catalog::{Body, Day, Tail};
use super::wire::{Draws, Model as WireModel, ModelError, SignalEffect};
use crate::engine::calendar::{Date, Season};
use crate::engine::catalog::Catalog;
use crate::engine::model::Model;

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

/// Writes a pack and reads it back to see that it is the same.
///
/// Numbers of the model are rounded to four decimal places, as in model.json.
///
/// # Errors
/// An [`EncodeError`] if the format has no place for something in the catalog.
pub fn encode(catalog: &Catalog, model: Option<&Model>) -> Result<Vec<u8>, EncodeError> {
    let parts = catalog.parts();
    let draws = model.and_then(|model| model.draws.as_ref());
    let draws = draws.map(Draws::try_from).transpose();
    let signals = model.into_iter().flat_map(|model| &model.signals);
    let signals = signals
        .map(SignalEffect::try_from)
        .collect::<Result<_, _>>();
    let tail = Tail {
        draws: draws.map_err(EncodeError::Model)?,
        fees: parts.fees.as_ref().map(fees::book).transpose()?,
        signals: signals.map_err(EncodeError::Model)?,
    };
    let model = model.map(WireModel::try_from).transpose();
    let model = model.map_err(EncodeError::Model)?;
    let programs = catalog.programs();
    let (columns, groups) = programs::columns(programs)?;
    let body = Body {
        programs: columns,
        nrmp: parts
            .has_nrmp
            .then(|| nrmp::columns(programs, &groups))
            .transpose()?,
        specialties: parts.specialties.iter().map(tables::specialty).collect(),
        statements: parts
            .statements
            .iter()
            .map(|statement| tables::statement(statement, programs))
            .collect::<Result<_, _>>()?,
        sources: parts.sources.iter().map(tables::source).collect(),
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
        model,
    };
    let header = Header {
        version: VERSION,
        nrmp: parts.has_nrmp,
        model: body.model.is_some(),
        season: parts.as_of.map_or(0, |day| Season::of(day).0),
    };
    let bytes = postcard::to_allocvec(&(&body, &tail)).map_err(|_| EncodeError::TooLong)?;
    let bytes = header.seal(&bytes).ok_or(EncodeError::TooLong)?;
    let (read, read_model) = super::decode(&bytes).map_err(EncodeError::Unreadable)?;
    let wanted = body
        .model
        .map(|model| Model::try_from(model)?.with_tail(tail));
    if read != *catalog || read_model != wanted.transpose().map_err(EncodeError::Model)? {
        return Err(EncodeError::NotTheSame);
    }
    Ok(bytes)
}

fn day(date: Date) -> Day {
    Day {
        year: date.year(),
        month: date.month(),
        day: date.day(),
    }
}
