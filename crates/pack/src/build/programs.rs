//! Programs, from rows to columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::EncodeError;
use crate::wire::catalog::{Filing, Locations, Programs};
use crate::wire::column::{Column, Rows, Texts, symbols};
use crate::wire::numbers::Numbers;
use engine::program::{H1bFiling, Program};

/// The columns, and the group (the name) of each row.
pub(super) fn columns(programs: &[Program]) -> Result<(Programs, Vec<u32>), EncodeError> {
    let one = vec![0; programs.len()];
    let (name, groups) = names(programs)?;
    let hints: Vec<String> = programs.iter().map(hint_codes).collect();
    let specialties: Vec<u16> = programs.iter().map(|p| p.specialty().number()).collect();
    let (firsts, specialty_symbols) = symbols(&specialties, &one);
    let firsts = firsts.iter().filter_map(|row| specialties.get(*row));
    let columns = Programs {
        ids: ids(programs),
        specialty: Column {
            table: firsts.copied().collect(),
            symbols: specialty_symbols,
        },
        name,
        institution: texts(programs.iter().map(|p| or_empty(&p.institution)), &groups)?,
        location: locations(programs, &groups)?,
        accreditation: texts(
            programs
                .iter()
                .map(|p| p.accreditation.map_or("", |word| word.code())),
            &one,
        )?,
        outside_directory: rows(programs, |p| !p.in_2025_directory),
        eras_2021: texts(
            programs
                .iter()
                .map(|p| p.eras_2021.map_or("", |word| word.code())),
            &one,
        )?,
        hints: texts(hints.iter().map(String::as_str), &groups)?,
        teaching_health_centers: rows(programs, |p| p.teaching_health_center),
        new_2026: rows(programs, |p| p.is_new_2026),
        military: rows(programs, |p| p.is_military),
        hospital: hospitals(programs, &groups)?,
        h1b_filing: filings(programs, &groups),
    };
    Ok((columns, groups))
}

pub(super) fn or_empty(text: &Option<Arc<str>>) -> &str {
    text.as_deref().unwrap_or_default()
}

/// The texts, each ended by a line feed.
pub(super) fn joined<'a>(texts: impl Iterator<Item = &'a str>) -> Result<Texts, EncodeError> {
    let mut joined = String::new();
    for text in texts {
        if text.contains('\n') {
            return Err(EncodeError::LineFeed(text.into()));
        }
        joined.push_str(text);
        joined.push('\n');
    }
    Ok(Texts(joined))
}

/// A column of texts.
pub(super) fn texts<'a>(
    values: impl Iterator<Item = &'a str>,
    groups: &[u32],
) -> Result<Column<Texts>, EncodeError> {
    let values: Vec<&str> = values.collect();
    let (firsts, symbols) = symbols(&values, groups);
    Ok(Column {
        table: joined(firsts.iter().filter_map(|row| values.get(*row).copied()))?,
        symbols,
    })
}

fn ids(programs: &[Program]) -> Numbers {
    let before = std::iter::once(0).chain(programs.iter().map(|p| p.id.number()));
    let pairs = programs.iter().zip(before);
    pairs
        .map(|(program, before)| program.id.number().wrapping_sub(before))
        .collect()
}

/// See [`Programs::name`] for the symbols.
fn names(programs: &[Program]) -> Result<(Column<Texts>, Vec<u32>), EncodeError> {
    let mut table: Vec<&str> = Vec::new();
    let mut index_of: BTreeMap<&str, u32> = BTreeMap::new();
    let mut groups: Vec<u32> = Vec::new();
    let mut symbols = Numbers::default();
    for program in programs {
        let before = groups.last().copied().unwrap_or_default();
        let index = match index_of.get(&*program.name) {
            Some(index) => {
                let distance = i64::from(*index) - i64::from(before);
                let zigzag = (distance << 1) ^ (distance >> 63);
                symbols.push(1 + zigzag as u64);
                *index
            }
            None => {
                let index = table.len() as u32;
                index_of.insert(&program.name, index);
                table.push(&program.name);
                symbols.push(0);
                index
            }
        };
        groups.push(index);
    }
    let table = joined(table.into_iter())?;
    Ok((Column { table, symbols }, groups))
}

fn locations(programs: &[Program], groups: &[u32]) -> Result<Column<Locations>, EncodeError> {
    let units = |degrees: f64| (degrees * 10_000.0).round() as i32;
    let location = |program: &Program| {
        let point = program.point.map_or((Locations::UNKNOWN, 0), |point| {
            (units(point.latitude()), units(point.longitude()))
        });
        (program.city.clone(), program.state, point)
    };
    let values: Vec<_> = programs.iter().map(location).collect();
    let (firsts, symbols) = symbols(&values, groups);
    let distinct: Vec<_> = firsts.iter().filter_map(|row| values.get(*row)).collect();
    let table = Locations {
        city: joined(distinct.iter().map(|(city, _, _)| &**city))?,
        state: distinct.iter().map(|(_, state, _)| state.code()).collect(),
        latitude: distinct.iter().map(|(_, _, (north, _))| *north).collect(),
        longitude: distinct.iter().map(|(_, _, (_, east))| *east).collect(),
    };
    Ok(Column { table, symbols })
}

fn hint_codes(program: &Program) -> String {
    let codes: Vec<&str> = program.hints.iter().map(|hint| hint.code()).collect();
    codes.join(";")
}

pub(super) fn rows<T>(all: &[T], has: impl Fn(&T) -> bool) -> Rows {
    let mut before = 0u32;
    let mut steps = Numbers::default();
    for (row, one) in (0u32..).zip(all) {
        if has(one) {
            steps.push(u64::from(row - before));
            before = row;
        }
    }
    Rows(steps)
}

fn filings(programs: &[Program], groups: &[u32]) -> Column<Vec<Option<Filing>>> {
    let filing = |filing: H1bFiling| Filing {
        nearness: filing.nearness.code().into(),
        year: filing.year,
        source: filing.source.0,
    };
    let values = programs
        .iter()
        .map(|program| program.h1b_filing.map(filing));
    distinct(values.collect(), groups)
}

/// Hospitals by their number from 1.
fn hospitals(programs: &[Program], groups: &[u32]) -> Result<Column<Vec<u16>>, EncodeError> {
    let number = |program: &Program| match program.hospital {
        None => Ok(0),
        Some(index) => index
            .0
            .checked_add(1)
            .ok_or(EncodeError::NoPlace("so many hospitals")),
    };
    let numbers = programs.iter().map(number).collect::<Result<_, _>>()?;
    Ok(distinct(numbers, groups))
}

/// A column whose table has each value once.
fn distinct<T: Clone + Ord>(values: Vec<T>, groups: &[u32]) -> Column<Vec<T>> {
    let (firsts, symbols) = symbols(&values, groups);
    let table = firsts.iter().filter_map(|row| values.get(*row).cloned());
    Column {
        table: table.collect(),
        symbols,
    }
}
