//! The columns from NRMP reports.

use std::num::NonZeroU16;

use super::malformed;
use super::programs::{Groups, Values, shared};
use crate::PackError;
use crate::wire::catalog::{FillColumn, Nrmp};
use crate::wire::column::Column;
use engine::program::{Fill, NrmpCode, Program, SpecialtyCode, YearFill};
use engine::track::FillsByTrack;

const PART: &str = "NRMP columns";

/// Fills in what the columns know of each program.
pub(super) fn fill_in(
    programs: &mut [Program],
    columns: Nrmp,
    groups: &Groups,
) -> Result<(), PackError> {
    let rows = programs.len();
    let institutions = Values::of_texts(PART, &columns.institution, groups, shared)?;
    let codes = Values::of_texts(PART, &columns.codes, &Groups::one(rows), Some)?;
    let Column { table, symbols } = &columns.institution_code;
    let institution_codes = Values::new(PART, table.clone(), symbols, groups)?;
    let years = years(&columns, rows)?;
    let newest = years.first().map_or(&[][..], |(_, fills)| fills);
    let one_year = fills(&columns.one_year, &mut vec![0; rows])?;
    let advanced = fills(&columns.advanced, &mut vec![0; rows])?;
    let physician = fills(&columns.physician, &mut vec![0; rows])?;

    for (row, program) in programs.iter_mut().enumerate() {
        let mut fill = || -> Option<()> {
            let institution = *institution_codes.get(row)?;
            program.nrmp_institution = institutions.get(row)?.clone();
            program.nrmp_codes = whole_codes(codes.get(row)?, institution, program.specialty())?;
            let fills = FillsByTrack {
                full: newest.get(row).copied().flatten(),
                one_year: *one_year.get(row)?,
                advanced: *advanced.get(row)?,
                physician: *physician.get(row)?,
            };
            program.tracks = fills.tracks(&program.nrmp_codes);
            program.history = boxed(years.iter().rev().filter_map(|(year, fills)| {
                let fill = fills.get(row).copied().flatten()?;
                Some(YearFill { year: *year, fill })
            }));
            Some(())
        };
        fill().ok_or(malformed(PART))?;
    }
    unfilled(programs, &columns).ok_or(malformed(PART))
}

/// The codes that did not fill in 2026; `None` if a column does not fit.
fn unfilled(programs: &mut [Program], columns: &Nrmp) -> Option<()> {
    let mut codes = columns.unfilled_code.iter_u32();
    let mut quotas = columns.unfilled_quota.iter_u32();
    let mut filled = columns.unfilled_filled.iter_u32();
    let mut at: Option<(usize, Vec<(NrmpCode, Fill)>)> = None;
    for row in columns.unfilled_rows.iter() {
        let row = usize::try_from(row?).ok()?;
        let program = programs.get(row)?;
        let code = usize::try_from(codes.next()??).ok()?;
        let fill = Fill {
            quota: NonZeroU16::new(u16::try_from(quotas.next()??).ok()?)?,
            filled: u16::try_from(filled.next()??).ok()?,
        };
        let pair = (*program.nrmp_codes.get(code)?, fill);
        match &mut at {
            Some((last, pairs)) if *last == row => pairs.push(pair),
            _ => {
                settle(programs, at.replace((row, vec![pair])))?;
            }
        }
    }
    settle(programs, at)?;
    let ended = codes.next().is_none() && quotas.next().is_none() && filled.next().is_none();
    ended.then_some(())
}

fn settle(programs: &mut [Program], found: Option<(usize, Vec<(NrmpCode, Fill)>)>) -> Option<()> {
    if let Some((row, pairs)) = found {
        programs.get_mut(row)?.unfilled_2026 = pairs.into();
    }
    Some(())
}

type FillRows = Vec<Option<Fill>>;

/// Newest first: each year's quotas are distances from those of the year before it in the
/// file, the first year's from zero.
fn years(columns: &Nrmp, rows: usize) -> Result<Vec<(u16, FillRows)>, PackError> {
    let mut quotas: Vec<i64> = vec![0; rows];
    let years = columns.full.iter().map(|column| {
        let fills = fills(&column.fills, &mut quotas)?;
        Ok((column.year, fills))
    });
    years.collect()
}

/// The fills of a column whose quotas are distances from `quotas`, which take the new ones.
fn fills(column: &FillColumn, quotas: &mut [i64]) -> Result<FillRows, PackError> {
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

fn whole_codes(short: &str, institution: u16, specialty: SpecialtyCode) -> Option<Box<[NrmpCode]>> {
    if short.is_empty() {
        return Some(Box::default());
    }
    let codes = short.split(';');
    let mut whole = Vec::with_capacity(codes.clone().count());
    for code in codes {
        whole.push(match code.strip_prefix('=') {
            Some(whole) => NrmpCode::parse(whole)?,
            None => NrmpCode::within(institution, specialty, code)?,
        });
    }
    Some(whole.into())
}

/// Collects a few items that are cheap to make twice into exactly the memory they need: a
/// slice that grows would be moved once more, for each of some ten thousand slices.
fn boxed<T>(items: impl Iterator<Item = T> + Clone) -> Box<[T]> {
    let mut exact = Vec::with_capacity(items.clone().count());
    exact.extend(items);
    exact.into()
}
