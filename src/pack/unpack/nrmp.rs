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
    let zero = vec![0; rows];
    let one_year = fills(&columns.one_year, &zero, rows)?;
    let advanced = fills(&columns.advanced, &zero, rows)?;
    let physician = fills(&columns.physician, &zero, rows)?;

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
            program.history = years
                .iter()
                .rev()
                .filter_map(|(year, fills)| {
                    let fill = fills.get(row).copied().flatten()?;
                    Some(YearFill { year: *year, fill })
                })
                .collect();
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
    let mut quotas: Vec<i32> = vec![0; rows];
    let mut years = Vec::new();
    for column in &columns.full {
        years.push((column.year, fills(&column.fills, &quotas, rows)?));
        for (quota, step) in quotas.iter_mut().zip(&column.fills.quota) {
            *quota = quota.wrapping_add(*step);
        }
    }
    Ok(years)
}

fn fills(column: &FillColumn, base: &[i32], rows: usize) -> Result<Column, PackError> {
    if column.quota.len() != rows || column.unfilled.len() != rows {
        return Err(malformed(PART));
    }
    let fills = column.quota.iter().zip(&column.unfilled).enumerate();
    let fills = fills.map(|(row, (step, unfilled))| {
        let quota = base.get(row)?.checked_add(*step)?;
        let Some(offered) = NonZeroU16::new(u16::try_from(quota).ok()?) else {
            return (*unfilled == 0).then_some(None);
        };
        Some(Some(Fill {
            quota: offered,
            filled: u16::try_from(quota.checked_sub(*unfilled)?).ok()?,
        }))
    });
    fills.collect::<Option<_>>().ok_or(malformed(PART))
}

fn whole_codes(short: &str, institution: u16, specialty: SpecialtyCode) -> Option<Box<[Box<str>]>> {
    if short.is_empty() {
        return Some(Box::default());
    }
    let own = format!("{institution:04}{specialty}");
    let codes = short.split(';').map(|code| match code.strip_prefix('=') {
        Some(whole) => whole.into(),
        None => [&own, code].concat().into(),
    });
    Some(codes.collect())
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
    let mut kinds = Vec::new();
    for code in codes {
        let kind = TrackKind::from_code(code.get(7..8)?)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds.sort_unstable();
    let categorical = kinds.contains(&TrackKind::Categorical);
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
    Some(kinds.into_iter().map(track).collect())
}
