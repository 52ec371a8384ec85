//! The small tables and the statements.

use super::{EncodeError, day};
use crate::wire::{catalog as wire, column::Rows, numbers::Numbers};
use engine::catalog::details::SourceDetails;
use engine::catalog::{LicenceRequirement, LicenceRule, OneYearShare, Specialty};
use engine::policy::{Scope, Statement};
use engine::program::Program;
use engine::season::{Allotment, SeasonDate, Signals};

pub(super) fn specialty(row: &Specialty) -> wire::Specialty {
    wire::Specialty {
        code: row.code.number(),
        name: row.name.clone(),
        aliases: row.aliases.to_vec(),
        route: row.route.code().into(),
        route_note: row.route_note.clone(),
        one_year: row.one_year.iter().map(one_year).collect(),
    }
}

fn one_year(row: &OneYearShare) -> (Box<str>, u16, u16) {
    (row.kind.code().into(), row.matched, row.ranked.get())
}

pub(super) fn source(row: &SourceDetails) -> wire::Source {
    wire::Source {
        title: row.title.clone(),
        publisher: row.publisher.clone(),
        quoted_by: row.quoted_by.clone().unwrap_or_default(),
        year: row.year.clone(),
        location: row.location.clone(),
        terms: row.terms.clone(),
        used_for: row.used_for.clone(),
    }
}

pub(super) fn licence_rule(row: &LicenceRule) -> wire::LicenceRule {
    wire::LicenceRule {
        state: row.state.code().into(),
        requirement: match row.requirement {
            LicenceRequirement::Advice => wire::Requirement::Advice,
            LicenceRequirement::AttemptsPerStep(most) => wire::Requirement::AttemptsPerStep(most),
            LicenceRequirement::EcfmgCertified => wire::Requirement::EcfmgCertified,
            LicenceRequirement::Steps1And2Passed => wire::Requirement::Steps1And2Passed,
        },
        sentence: row.sentence.clone(),
        for_training: row.for_training,
        source: row.source.0,
        as_of: row.as_of.clone(),
    }
}

pub(super) fn signals(row: &Signals) -> wire::Signals {
    wire::Signals {
        season: row.season.0,
        specialty: row.specialty.number(),
        allotment: match row.allotment {
            Allotment::NotStated => wire::Allotment::NotStated,
            Allotment::None => wire::Allotment::None,
            Allotment::Single(count) => wire::Allotment::Single(count),
            Allotment::Tiered { gold, silver } => wire::Allotment::Tiered(gold, silver),
        },
        source: row.source.0,
        confidence: row.confidence.code().into(),
        note: row.note.clone(),
    }
}

pub(super) fn season_date(row: &SeasonDate) -> wire::SeasonDate {
    wire::SeasonDate {
        season: row.season.0,
        event: row.event.code().into(),
        day: day(row.day),
        source: row.source.0,
        confidence: row.confidence.code().into(),
        note: row.note.clone(),
    }
}

pub(super) fn statement(
    row: &Statement,
    programs: &[Program],
) -> Result<wire::Statement, EncodeError> {
    Ok(wire::Statement {
        id: row.id.clone(),
        by_program: row.scope == Scope::Program,
        specialty: row.specialty.map(|code| code.number()),
        programs: covered(row, programs)?,
        j1: row.j1,
        h1b: row.h1b.map(|word| word.code().into()),
        step1_minimum: row.step1_minimum,
        step2_minimum: row.step2_minimum,
        max_attempts: row.max_attempts,
        max_attempts_step1: row.max_attempts_step1,
        graduation: row
            .graduation
            .map(|limit| (limit.years, limit.strength.code().into())),
        experience: row
            .experience
            .map(|rule| (rule.strength.code().into(), rule.months)),
        ecfmg: row.ecfmg.map(|word| word.code().into()),
        img_percent: row.img_percent,
        year_from: row.years.from,
        year_to: row.years.to,
    })
}

fn covered(row: &Statement, programs: &[Program]) -> Result<Rows, EncodeError> {
    let mut before = 0u32;
    let mut steps = Numbers::default();
    for id in &row.programs {
        let index = programs.binary_search_by_key(id, |program| program.id);
        let index = index.ok().and_then(|index| u32::try_from(index).ok());
        let step = index.and_then(|index| Some((index, index.checked_sub(before)?)));
        let (index, step) = step.ok_or(EncodeError::NoPlace(
            "a statement whose programs are not in order",
        ))?;
        steps.push(u64::from(step));
        before = index;
    }
    Ok(Rows(steps))
}
