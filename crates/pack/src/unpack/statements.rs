//! Statements on pages.

use super::{malformed, specialty_code, word};
use crate::{PackError, wire::catalog as wire, wire::column::Rows};
use engine::fact::PageYears;
use engine::policy::{ExperienceRule, GraduationLimit, Scope, Statement};
use engine::program::{Program, ProgramId};
use engine::vocabulary::{EcfmgTiming, H1bPolicy, Strength};

const PART: &str = "statements";

pub(super) fn statement(
    row: wire::Statement,
    programs: &[Program],
) -> Result<Statement, PackError> {
    let strength = |code: &str| word(PART, code, Strength::from_code);
    Ok(Statement {
        id: row.id,
        scope: if row.by_program {
            Scope::Program
        } else {
            Scope::Institution
        },
        specialty: row.specialty.map(specialty_code).transpose()?,
        programs: covered(&row.programs, programs)?,
        j1: row.j1,
        h1b: optional(row.h1b, H1bPolicy::from_code)?,
        step1_minimum: row.step1_minimum,
        step2_minimum: row.step2_minimum,
        max_attempts: row.max_attempts,
        max_attempts_step1: row.max_attempts_step1,
        graduation: match row.graduation {
            None => None,
            Some((years, code)) => Some(GraduationLimit {
                years,
                strength: strength(&code)?,
            }),
        },
        experience: match row.experience {
            None => None,
            Some((code, months)) => Some(ExperienceRule {
                strength: strength(&code)?,
                months,
            }),
        },
        ecfmg: optional(row.ecfmg, EcfmgTiming::from_code)?,
        img_percent: row.img_percent,
        years: PageYears {
            from: row.year_from,
            to: row.year_to,
        },
    })
}

/// Whether an address may become a link.
pub(super) fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn optional<T>(
    code: Option<Box<str>>,
    from_code: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, PackError> {
    code.map(|code| word(PART, &code, from_code)).transpose()
}

fn covered(rows: &Rows, programs: &[Program]) -> Result<Box<[ProgramId]>, PackError> {
    rows.iter()
        .map(|row| {
            let at = usize::try_from(row?).ok()?;
            programs.get(at).map(|program| program.id)
        })
        .collect::<Option<_>>()
        .ok_or(malformed(PART))
}
