//! `policies.csv`: statements on pages.

use super::SourceError;
use super::small::specialty;
use super::table::{Row, Table};
use engine::catalog::Specialty;
use engine::catalog::details::StatementDetails;
use engine::fact::PageYears;
use engine::policy::{ExperienceRule, GraduationLimit, Scope, Statement};
use engine::program::{Program, ProgramId};
use engine::vocabulary::{EcfmgTiming, H1bPolicy, Strength};

const COLUMNS: &[&str] = &[
    "id",
    "scope",
    "specialty",
    "j1",
    "h1b",
    "step1_minimum",
    "step2_minimum",
    "max_attempts",
    "max_attempts_step1",
    "graduation_years",
    "graduation_strength",
    "experience",
    "experience_months",
    "ecfmg",
    "ecfmg_as_read",
    "img_percent",
    "year_from",
    "year_to",
    "year_as_read",
    "note",
    "url",
    "acgme_ids",
];

pub(super) fn statements(
    text: &str,
    programs: &[Program],
    specialties: &[Specialty],
) -> Result<(Vec<Statement>, Vec<StatementDetails>), SourceError> {
    let table = Table::read("policies.csv", COLUMNS, text)?;
    let mut statements: Vec<Statement> = Vec::new();
    let mut details = Vec::new();
    for row in table.rows() {
        let id = row.text("id")?;
        if statements.last().is_some_and(|before| &*before.id >= id) {
            return Err(row.error("id", format!("{id:?} is out of order or there twice")));
        }
        statements.push(statement(row, programs, specialties)?);
        let url = row.address("url")?;
        details.push(StatementDetails {
            note: row.cell("note")?.into(),
            url: url
                .ok_or_else(|| row.error("url", "may not be empty: it is the source"))?
                .into(),
        });
    }
    Ok((statements, details))
}

fn statement(
    row: Row<'_>,
    programs: &[Program],
    specialties: &[Specialty],
) -> Result<Statement, SourceError> {
    let department = row.optional("specialty")?;
    Ok(Statement {
        id: row.text("id")?.into(),
        scope: row.word("scope", |code| match code {
            "program" => Some(Scope::Program),
            "institution" => Some(Scope::Institution),
            _ => None,
        })?,
        specialty: department
            .map(|_| specialty(row, "specialty", specialties))
            .transpose()?,
        programs: covered(row, programs)?,
        j1: row.yes_or_no("j1")?,
        h1b: row.optional_word("h1b", H1bPolicy::from_code)?,
        step1_minimum: row.number("step1_minimum", minimums())?,
        step2_minimum: row.number("step2_minimum", minimums())?,
        max_attempts: row.number("max_attempts", 1..=10)?,
        max_attempts_step1: row.number("max_attempts_step1", 1..=10)?,
        graduation: graduation(row)?,
        experience: experience(row)?,
        ecfmg: ecfmg(row)?,
        img_percent: row.number("img_percent", 0..=100)?,
        years: years(row)?,
    })
}

fn covered(row: Row<'_>, programs: &[Program]) -> Result<Box<[ProgramId]>, SourceError> {
    const COLUMN: &str = "acgme_ids";
    let mut ids: Vec<ProgramId> = Vec::new();
    for text in row.list(COLUMN)? {
        let known =
            ProgramId::parse(text).filter(|id| programs.binary_search_by_key(id, |p| p.id).is_ok());
        let id = known
            .ok_or_else(|| row.error(COLUMN, format!("{text:?} is not a program of the list")))?;
        if ids.last().is_some_and(|before| *before >= id) {
            return Err(row.error(COLUMN, format!("{id} is out of order")));
        }
        ids.push(id);
    }
    if ids.is_empty() {
        return Err(row.error(COLUMN, "may not be empty"));
    }
    Ok(ids.into())
}

fn graduation(row: Row<'_>) -> Result<Option<GraduationLimit>, SourceError> {
    let strength = row.optional_word("graduation_strength", Strength::from_code)?;
    let no_limit = row.cell("graduation_years")? == "none";
    let years = if no_limit {
        None
    } else {
        row.number("graduation_years", 1..=50)?
    };
    match (strength, years) {
        (None, None) if !no_limit => Ok(None),
        (Some(Strength::NotRequired), None) if no_limit => Ok(Some(GraduationLimit {
            years: None,
            strength: Strength::NotRequired,
        })),
        (Some(strength @ (Strength::Required | Strength::Preferred)), Some(years)) => {
            Ok(Some(GraduationLimit {
                years: Some(years),
                strength,
            }))
        }
        _ => Err(row.error("graduation_strength", "does not fit graduation_years")),
    }
}

fn experience(row: Row<'_>) -> Result<Option<ExperienceRule>, SourceError> {
    let strength = row.optional_word("experience", Strength::from_code)?;
    let months = row.number("experience_months", 1..=60)?;
    match (strength, months) {
        (None | Some(Strength::NotRequired), Some(_)) => {
            Err(row.error("experience_months", "does not fit experience"))
        }
        (strength, months) => Ok(strength.map(|strength| ExperienceRule { strength, months })),
    }
}

fn ecfmg(row: Row<'_>) -> Result<Option<EcfmgTiming>, SourceError> {
    let timing = row.optional_word("ecfmg", EcfmgTiming::from_code)?;
    if timing.is_some() && row.cell("ecfmg_as_read")?.is_empty() {
        return Err(row.error("ecfmg_as_read", "may not be empty where ecfmg is not"));
    }
    Ok(timing)
}

fn years(row: Row<'_>) -> Result<PageYears, SourceError> {
    row.text("year_as_read")?;
    let years = PageYears {
        from: row.number("year_from", 1995..=2099)?,
        to: row.number("year_to", 1995..=2099)?,
    };
    match (years.from, years.to) {
        (Some(from), Some(to)) if from > to => Err(row.error("year_to", "is before year_from")),
        _ => Ok(years),
    }
}

/// What a published minimum may be.
fn minimums() -> std::ops::RangeInclusive<u16> {
    Statement::MINIMUM.least()..=Statement::MINIMUM.most()
}
