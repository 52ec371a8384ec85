//! From the wire to the engine: codes become words, columns become rows.
//!
//! Nothing here trusts the wire: a code that is not in its set, a number outside its range or
//! a column of another length is an answer, never a panic.

mod details;
mod fees;
mod nrmp;
mod programs;
mod statements;
mod tables;

pub(super) use details::details;

use super::wire::catalog::{Body, Day};
use super::{PackError, malformed};
use engine::calendar::Date;
use engine::catalog::CatalogParts;
use engine::program::SpecialtyCode;

/// The parts of the catalog that a body carries.
pub(super) fn parts(body: Body) -> Result<CatalogParts, PackError> {
    let mut programs = programs::programs(body.programs)?;
    let hospitals = tables::hospitals(&body.beds, &body.special_hospitals)?;
    let has_nrmp = body.nrmp.is_some();
    if let Some(columns) = body.nrmp {
        nrmp::fill_in(&mut programs.rows, columns, &programs.groups)?;
    }
    let statements = body
        .statements
        .into_iter()
        .map(|statement| statements::statement(statement, &programs.rows))
        .collect::<Result<_, _>>()?;
    Ok(CatalogParts {
        statements,
        programs: programs.rows,
        specialties: all(body.specialties, tables::specialty)?,
        hospitals,
        sources: body.sources.iter().map(tables::source).collect(),
        licence_rules: all(body.licence_rules, tables::licence_rule)?,
        signals: all(body.signals, tables::signals)?,
        season_dates: all(body.season_dates, tables::season_date)?,
        record_sources: all(body.record_sources, tables::record_source)?,
        fees: body.fees.map(fees::book).transpose()?,
        as_of: body.as_of.map(date).transpose()?,
        has_nrmp,
    })
}

fn all<W, T>(rows: Vec<W>, read: impl Fn(W) -> Result<T, PackError>) -> Result<Vec<T>, PackError> {
    rows.into_iter().map(read).collect()
}

/// The word with a code.
fn word<T>(
    part: &'static str,
    code: &str,
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<T, PackError> {
    from_code(code).ok_or(malformed(part))
}

fn date(day: Day) -> Result<Date, PackError> {
    Date::new(day.year, day.month, day.day).ok_or(malformed("days"))
}

fn specialty_code(number: u16) -> Result<SpecialtyCode, PackError> {
    SpecialtyCode::from_number(number).ok_or(malformed("specialty codes"))
}
