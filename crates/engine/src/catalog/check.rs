//! What no single row can know: ids that appear once, references that hold.

use super::{CatalogError, CatalogParts};
use crate::fact::SourceIndex;
use crate::fees::FeeBook;
use crate::program::{ProgramId, SpecialtyCode};

/// Checks the parts. Programs are sorted by id and specialties by code.
pub(super) fn check(parts: &CatalogParts) -> Result<(), CatalogError> {
    sizes(parts)?;
    for pair in parts.specialties.windows(2) {
        if let [a, b] = pair
            && a.code == b.code
        {
            return Err(CatalogError::DuplicateSpecialty(a.code));
        }
    }
    programs(parts)?;
    statements(parts)?;
    small_tables(parts)
}

fn sizes(parts: &CatalogParts) -> Result<(), CatalogError> {
    const MOST: usize = u16::MAX as usize;
    let tables = [
        ("sources", parts.sources.len()),
        ("statements", parts.statements.len()),
        ("hospitals", parts.hospitals.len()),
    ];
    for (table, rows) in tables {
        if rows > MOST {
            return Err(CatalogError::TooMany { table });
        }
    }
    if u32::try_from(parts.programs.len()).is_err() {
        return Err(CatalogError::TooMany { table: "programs" });
    }
    Ok(())
}

fn has_source(parts: &CatalogParts, source: SourceIndex) -> bool {
    usize::from(source.0) < parts.sources.len()
}

fn has_specialty(parts: &CatalogParts, code: SpecialtyCode) -> bool {
    let all = &parts.specialties;
    all.binary_search_by_key(&code, |s| s.code).is_ok()
}

fn has_program(parts: &CatalogParts, id: ProgramId) -> bool {
    parts.programs.binary_search_by_key(&id, |p| p.id).is_ok()
}

fn programs(parts: &CatalogParts) -> Result<(), CatalogError> {
    for pair in parts.programs.windows(2) {
        if let [a, b] = pair
            && a.id == b.id
        {
            return Err(CatalogError::DuplicateProgram(a.id));
        }
    }
    for program in &parts.programs {
        if !has_specialty(parts, program.specialty()) {
            return Err(CatalogError::UnknownSpecialty(
                program.id,
                program.specialty(),
            ));
        }
        if let Some(filing) = &program.h1b_filing
            && !has_source(parts, filing.source)
        {
            return Err(CatalogError::DanglingReference(program.id));
        }
        if let Some(hospital) = program.hospital
            && usize::from(hospital.0) >= parts.hospitals.len()
        {
            return Err(CatalogError::DanglingReference(program.id));
        }
    }
    Ok(())
}

fn statements(parts: &CatalogParts) -> Result<(), CatalogError> {
    for (row, statement) in parts.statements.iter().enumerate() {
        if statement
            .specialty
            .is_some_and(|code| !has_specialty(parts, code))
        {
            let table = "statements";
            return Err(CatalogError::DanglingRow { table, row });
        }
        for id in &statement.programs {
            if !has_program(parts, *id) {
                return Err(CatalogError::UnknownProgram(statement.id.clone(), *id));
            }
        }
    }
    Ok(())
}

fn small_tables(parts: &CatalogParts) -> Result<(), CatalogError> {
    let broken = |table, row| Err(CatalogError::DanglingRow { table, row });
    for (row, rule) in parts.licence_rules.iter().enumerate() {
        if !has_source(parts, rule.source) {
            return broken("licence_rules", row);
        }
    }
    for (row, signals) in parts.signals.iter().enumerate() {
        if !has_source(parts, signals.source) || !has_specialty(parts, signals.specialty) {
            return broken("signals", row);
        }
    }
    for (row, date) in parts.season_dates.iter().enumerate() {
        if !has_source(parts, date.source) {
            return broken("season_dates", row);
        }
    }
    for (row, source) in parts.fees.iter().flat_map(FeeBook::sources).enumerate() {
        if !has_source(parts, source) {
            return broken("fees", row);
        }
    }
    for (row, (_, source)) in parts.record_sources.iter().enumerate() {
        if !has_source(parts, *source) {
            return broken("record_sources", row);
        }
    }
    Ok(())
}
