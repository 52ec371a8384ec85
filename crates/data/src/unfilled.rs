//! `unfilled_2026.csv`: codes that did not fill in the Match of 2026.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use super::SourceError;
use super::table::Table;
use engine::program::{Fill, NrmpCode, Program};

pub(super) const FILE: &str = "unfilled_2026.csv";

/// Gives programs their unfilled codes. Codes of no program of the list stay out.
pub(super) fn fill_in(text: &str, programs: &mut [Program]) -> Result<(), SourceError> {
    const COLUMNS: &[&str] = &["code", "quota", "filled"];
    let table = Table::read(FILE, COLUMNS, text)?;
    let mut found: BTreeMap<NrmpCode, Fill> = BTreeMap::new();
    for row in table.rows() {
        let code = row.word("code", NrmpCode::parse)?;
        let quota = row.number("quota", 1..=500)?.and_then(NonZeroU16::new);
        let quota = quota.ok_or_else(|| row.error("quota", "may not be empty"))?;
        let filled = row.number("filled", 0..=quota.get())?;
        let filled = filled.ok_or_else(|| row.error("filled", "may not be empty"))?;
        if filled >= quota.get() {
            return Err(row.error("filled", "all are filled: the code does not belong here"));
        }
        if found.insert(code, Fill { quota, filled }).is_some() {
            return Err(row.error("code", "is there twice"));
        }
    }
    for program in programs {
        let codes = program.nrmp_codes.iter();
        let unfilled = codes.filter_map(|code| Some((*code, *found.get(code)?)));
        program.unfilled_2026 = unfilled.collect();
    }
    Ok(())
}
