//! The small tables.

use super::programs::flags;
use super::{date, malformed, specialty_code, word};
use crate::{PackError, wire::catalog as wire, wire::column::Rows, wire::numbers::Numbers};
use engine::calendar::Season;
use engine::catalog::{LicenceRequirement, LicenceRule, OneYearShare, Source, Specialty};
use engine::fact::{RecordField, SourceIndex};
use engine::geography::UsState;
use engine::hospital::Hospital;
use engine::season::{Allotment, Confidence, SeasonDate, SeasonEvent, Signals};
use engine::vocabulary::{ApplicantType, Route};

pub(super) fn specialty(row: wire::Specialty) -> Result<Specialty, PackError> {
    Ok(Specialty {
        code: specialty_code(row.code)?,
        name: row.name,
        aliases: row.aliases.into(),
        route: word("routes", &row.route, Route::from_code)?,
        route_note: row.route_note,
        one_year: row
            .one_year
            .into_iter()
            .map(one_year)
            .collect::<Result<_, _>>()?,
    })
}

fn one_year((kind, matched, ranked): (Box<str>, u16, u16)) -> Result<OneYearShare, PackError> {
    let kind = word("applicant types", &kind, ApplicantType::from_code)?;
    OneYearShare::new(kind, matched, ranked).ok_or(malformed("one-year shares"))
}

pub(super) fn source(key: &str) -> Source {
    Source { key: key.into() }
}

pub(super) fn hospitals(beds: &Numbers, special: &Rows) -> Result<Vec<Hospital>, PackError> {
    const PART: &str = "hospitals";
    let beds: Option<Vec<u16>> = beds
        .iter_u32()
        .map(|beds| u16::try_from(beds?).ok())
        .collect();
    let beds = beds.ok_or(malformed(PART))?;
    let special = flags(PART, special, beds.len())?;
    let hospitals = beds.into_iter().zip(special);
    Ok(hospitals
        .map(|(beds, special)| Hospital {
            specialties: 0,
            is_general: !special,
            beds: (beds > 0).then_some(beds),
        })
        .collect())
}

pub(super) fn licence_rule(row: wire::LicenceRule) -> Result<LicenceRule, PackError> {
    Ok(LicenceRule {
        state: word("states of licence rules", &row.state, UsState::from_code)?,
        requirement: match row.requirement {
            wire::Requirement::Advice => LicenceRequirement::Advice,
            wire::Requirement::AttemptsPerStep(0) => return Err(malformed("licence rules")),
            wire::Requirement::AttemptsPerStep(most) => LicenceRequirement::AttemptsPerStep(most),
            wire::Requirement::EcfmgCertified => LicenceRequirement::EcfmgCertified,
            wire::Requirement::Steps1And2Passed => LicenceRequirement::Steps1And2Passed,
        },
        sentence: row.sentence,
        for_training: row.for_training,
        source: SourceIndex(row.source),
        as_of: row.as_of,
    })
}

pub(super) fn signals(row: wire::Signals) -> Result<Signals, PackError> {
    Ok(Signals {
        season: Season(row.season),
        specialty: specialty_code(row.specialty)?,
        allotment: match row.allotment {
            wire::Allotment::NotStated => Allotment::NotStated,
            wire::Allotment::None => Allotment::None,
            wire::Allotment::Single(count) => Allotment::Single(count),
            wire::Allotment::Tiered(gold, silver) => Allotment::Tiered { gold, silver },
        },
        source: SourceIndex(row.source),
        confidence: word("signals", &row.confidence, Confidence::from_code)?,
        note: row.note,
    })
}

pub(super) fn season_date(row: wire::SeasonDate) -> Result<SeasonDate, PackError> {
    Ok(SeasonDate {
        season: Season(row.season),
        event: word("season events", &row.event, SeasonEvent::from_code)?,
        day: date(row.day)?,
        source: SourceIndex(row.source),
        confidence: word("season dates", &row.confidence, Confidence::from_code)?,
        note: row.note,
    })
}

pub(super) fn record_source(
    (field, source): (Box<str>, u16),
) -> Result<(RecordField, SourceIndex), PackError> {
    let field = word("record sources", &field, RecordField::from_code)?;
    Ok((field, SourceIndex(source)))
}
