//! The columns from NRMP reports.

use std::num::NonZeroU16;

use super::malformed;
use super::programs::{Groups, some_text, texts};
use crate::engine::program::{Fill, Program, SpecialtyCode, Track, YearFill};
use crate::engine::vocabulary::TrackKind;
use crate::pack::PackError;
use crate::pack::wire::catalog::{FillColumn, Nrmp};

const PART: &str = "NRMP columns";

/// Fills in what the columns know of each program.
pub(super) fn fill_in(
    programs: &mut [Program],
    columns: Nrmp,
    groups: &Groups,
) -> Result<(), PackError> {
    let rows = programs.len();
    let institutions = texts(PART, &columns.institution, groups)?;
    let notes = texts(PART, &columns.note, groups)?;
    let codes = texts(PART, &columns.codes, &Groups::one(rows))?;
    let code_table = &columns.institution_code.table;
    let symbols = &columns.institution_code.symbols;
    let institution_codes = groups.places(PART, symbols, code_table.len())?;
    let years = years(&columns, rows)?;
    let newest = years.first().map_or(&[][..], |(_, fills)| fills);
    let one_year = fills(&columns.one_year, &mut vec![0; rows])?;
    let advanced = fills(&columns.advanced, &mut vec![0; rows])?;
    let physician = fills(&columns.physician, &mut vec![0; rows])?;

    for (row, program) in programs.iter_mut().enumerate() {
        let mut fill = || -> Option<()> {
            let institution = *code_table.get(*institution_codes.get(row)?)?;
            program.nrmp_institution = some_text(institutions.get(row)?);
            program.nrmp_note = some_text(notes.get(row)?);
            program.nrmp_codes = whole_codes(codes.get(row)?, institution, program.specialty)?;
            let fills = Fills {
                full: newest.get(row).copied().flatten(),
                one_year: *one_year.get(row)?,
                advanced: *advanced.get(row)?,
                physician: *physician.get(row)?,
            };
            program.tracks = tracks(&program.nrmp_codes, fills)?;
            program.history = boxed(years.iter().rev().filter_map(|(year, fills)| {
                let fill = fills.get(row).copied().flatten()?;
                Some(YearFill { year: *year, fill })
            }));
            Some(())
        };
        fill().ok_or(malformed(PART))?;
    }
    Ok(())
}

type Column = Vec<Option<Fill>>;

/// Newest first: each year's quotas are distances from those of the year before it in the
/// file, the first year's from zero.
fn years(columns: &Nrmp, rows: usize) -> Result<Vec<(u16, Column)>, PackError> {
    let mut quotas: Vec<i64> = vec![0; rows];
    let years = columns.full.iter().map(|column| {
        let fills = fills(&column.fills, &mut quotas)?;
        Ok((column.year, fills))
    });
    years.collect()
}

/// The fills of a column whose quotas are distances from `quotas`, which take the new ones.
fn fills(column: &FillColumn, quotas: &mut [i64]) -> Result<Column, PackError> {
    let mut steps = column.quota.iter_signed();
    let mut unfilled = column.unfilled.iter_signed();
    let rows = quotas.iter_mut().map(|quota| {
        *quota = quota.checked_add(steps.next()??)?;
        let unfilled = unfilled.next()??;
        let Some(offered) = NonZeroU16::new(u16::try_from(*quota).ok()?) else {
            return (unfilled == 0).then_some(None);
        };
        Some(Some(Fill {
            quota: offered,
            filled: u16::try_from(quota.checked_sub(unfilled)?).ok()?,
        }))
    });
    let fills = rows.collect::<Option<_>>().ok_or(malformed(PART))?;
    match (steps.next(), unfilled.next()) {
        (None, None) => Ok(fills),
        _ => Err(malformed(PART)),
    }
}

fn whole_codes(short: &str, institution: u16, specialty: SpecialtyCode) -> Option<Box<[Box<str>]>> {
    if short.is_empty() {
        return Some(Box::default());
    }
    let own = format!("{institution:04}{specialty}");
    let codes = short.split(';');
    let mut whole: Vec<Box<str>> = Vec::with_capacity(codes.clone().count());
    whole.extend(codes.map(|code| match code.strip_prefix('=') {
        Some(whole) => whole.into(),
        None => [&own, code].concat().into(),
    }));
    Some(whole.into())
}

/// What the newest report says of each kind of position.
#[derive(Clone, Copy)]
pub(crate) struct Fills {
    pub(crate) full: Option<Fill>,
    pub(crate) one_year: Option<Fill>,
    pub(crate) advanced: Option<Fill>,
    pub(crate) physician: Option<Fill>,
}

/// The kinds of position that the codes name, each once, with what the report says of them.
/// The report gives one number for all full training: it goes to the categorical track, or to
/// the primary one where there is no other. `None` for a code without a known letter.
pub(crate) fn tracks(codes: &[Box<str>], fills: Fills) -> Option<Box<[Track]>> {
    let mut named = [false; TrackKind::ALL.len()];
    for code in codes {
        let kind = TrackKind::from_code(code.get(7..8)?)?;
        let known = TrackKind::ALL.iter().position(|known| *known == kind)?;
        *named.get_mut(known)? = true;
    }
    let kinds = TrackKind::ALL.iter().copied().zip(named);
    let kinds = kinds.filter_map(|(kind, named)| named.then_some(kind));
    let categorical = kinds.clone().any(|kind| kind == TrackKind::Categorical);
    let track = |kind| Track {
        kind,
        fill_2020: match kind {
            TrackKind::Categorical => fills.full,
            TrackKind::Primary if !categorical => fills.full,
            TrackKind::Primary => None,
            TrackKind::OneYear => fills.one_year,
            TrackKind::Advanced => fills.advanced,
            TrackKind::Physician => fills.physician,
        },
    };
    Some(boxed(kinds.map(track)))
}

/// Collects a few items that are cheap to make twice into exactly the memory they need: a
/// slice that grows would be moved once more, for each of some ten thousand slices.
fn boxed<T>(items: impl Iterator<Item = T> + Clone) -> Box<[T]> {
    let mut exact = Vec::with_capacity(items.clone().count());
    exact.extend(items);
    exact.into()
}
