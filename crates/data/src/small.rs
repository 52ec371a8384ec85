//! The small tables: specialties, signals, rules of state boards.

use super::SourceError;
use super::sources::Sources;
use super::table::{Row, Table};
use engine::calendar::Season;
use engine::catalog::{LicenceRequirement, LicenceRule, OneYearShare, Specialty};
use engine::geography::UsState;
use engine::program::SpecialtyCode;
use engine::season::{Allotment, Confidence, Signals};
use engine::vocabulary::{ApplicantType, Route};

pub(super) fn specialties(text: &str, sources: &Sources) -> Result<Vec<Specialty>, SourceError> {
    const COLUMNS: &[&str] = &[
        "code",
        "name",
        "aliases",
        "route",
        "route_note",
        "source",
        "one_year_2025",
        "one_year_source",
    ];
    let table = Table::read("specialties.csv", COLUMNS, text)?;
    let mut specialties: Vec<Specialty> = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    for row in table.rows() {
        sources.of(row, "source")?;
        let code = row.word("code", SpecialtyCode::parse)?;
        if specialties.last().is_some_and(|before| before.code >= code) {
            return Err(row.error("code", format!("{code} is out of order or there twice")));
        }
        let name = row.text("name")?;
        let aliases = row.list("aliases")?;
        for (column, word) in
            std::iter::once(("name", name)).chain(aliases.iter().map(|alias| ("aliases", *alias)))
        {
            let word = word.to_lowercase();
            if taken.contains(&word) {
                return Err(row.error(column, format!("{word:?} is taken by a specialty")));
            }
            taken.push(word);
        }
        specialties.push(Specialty {
            code,
            name: name.into(),
            aliases: aliases.into_iter().map(Into::into).collect(),
            route: row.word("route", Route::from_code)?,
            route_note: row.cell("route_note")?.into(),
            one_year: one_year(row, sources)?,
        });
    }
    Ok(specialties)
}

/// A list such as `nonus_img 240 of 584`: matched to one-year positions, of those who ranked any.
fn one_year(row: Row<'_>, sources: &Sources) -> Result<Box<[OneYearShare]>, SourceError> {
    const COLUMN: &str = "one_year_2025";
    let items = row.list(COLUMN)?;
    if !items.is_empty() {
        sources.of(row, "one_year_source")?;
    }
    let share = |item: &str| {
        let (kind, rest) = item.split_once(' ')?;
        let (matched, ranked) = rest.split_once(" of ")?;
        let kind = ApplicantType::from_code(kind)?;
        OneYearShare::new(kind, matched.parse().ok()?, ranked.parse().ok()?)
    };
    let shares: Option<Box<[OneYearShare]>> = items.iter().map(|item| share(item)).collect();
    let shares = shares.filter(|shares| shares.is_sorted_by(|a, b| a.kind < b.kind));
    let message =
        "not types of applicant in their order, each like \"us_img 88 of 246\", matched of ranked";
    shares.ok_or_else(|| row.error(COLUMN, message))
}

/// The specialty that a cell names.
pub(super) fn specialty(
    row: Row<'_>,
    column: &str,
    specialties: &[Specialty],
) -> Result<SpecialtyCode, SourceError> {
    row.word(column, |text| {
        let code = SpecialtyCode::parse(text)?;
        specialties.iter().any(|s| s.code == code).then_some(code)
    })
}

pub(super) fn signals(
    text: &str,
    specialties: &[Specialty],
    sources: &Sources,
) -> Result<Vec<Signals>, SourceError> {
    const COLUMNS: &[&str] = &[
        "season",
        "specialty",
        "kind",
        "gold",
        "silver",
        "single",
        "source",
        "confidence",
        "note",
    ];
    let table = Table::read("signals.csv", COLUMNS, text)?;
    let mut all: Vec<Signals> = Vec::new();
    for row in table.rows() {
        let season = row.number("season", 2020..=2099)?;
        let season = Season(season.ok_or_else(|| row.error("season", "may not be empty"))?);
        let specialty = specialty(row, "specialty", specialties)?;
        let twice = |other: &Signals| other.season == season && other.specialty == specialty;
        if all.iter().any(twice) {
            return Err(row.error("specialty", "the season has this specialty twice"));
        }
        all.push(Signals {
            season,
            specialty,
            allotment: allotment(row)?,
            source: sources.of(row, "source")?,
            confidence: row.word("confidence", Confidence::from_code)?,
            note: row.cell("note")?.into(),
        });
    }
    Ok(all)
}

fn allotment(row: Row<'_>) -> Result<Allotment, SourceError> {
    let gold = row.number("gold", 1..=50)?;
    let silver = row.number("silver", 1..=50)?;
    let single = row.number("single", 1..=50)?;
    match (row.text("kind")?, gold, silver, single) {
        ("tiered", Some(gold), Some(silver), None) => Ok(Allotment::Tiered { gold, silver }),
        ("single", None, None, Some(count)) => Ok(Allotment::Single(count)),
        ("none", None, None, None) => Ok(Allotment::None),
        ("not_stated", None, None, None) => Ok(Allotment::NotStated),
        (kind, ..) => Err(row.error("kind", format!("{kind:?} does not fit the numbers"))),
    }
}

pub(super) fn licence_rules(
    text: &str,
    sources: &Sources,
) -> Result<Vec<LicenceRule>, SourceError> {
    const COLUMNS: &[&str] = &[
        "state",
        "requirement",
        "attempts",
        "for_training",
        "sentence",
        "source",
        "as_of",
    ];
    let table = Table::read("licence_rules.csv", COLUMNS, text)?;
    let rule = |row: Row<'_>| {
        let for_training = row.yes_or_no("for_training")?;
        Ok(LicenceRule {
            state: row.word("state", UsState::from_code)?,
            requirement: requirement(row)?,
            sentence: row.text("sentence")?.into(),
            for_training: for_training
                .ok_or_else(|| row.error("for_training", "may not be empty"))?,
            source: sources.of(row, "source")?,
            as_of: row.text("as_of")?.into(),
        })
    };
    table.rows().map(rule).collect()
}

fn requirement(row: Row<'_>) -> Result<LicenceRequirement, SourceError> {
    let attempts = row.number("attempts", 1..=10)?;
    match (row.text("requirement")?, attempts) {
        ("attempts_per_step", Some(most)) => Ok(LicenceRequirement::AttemptsPerStep(most)),
        ("ecfmg_certified", None) => Ok(LicenceRequirement::EcfmgCertified),
        ("steps_1_and_2_passed", None) => Ok(LicenceRequirement::Steps1And2Passed),
        ("advice", None) => Ok(LicenceRequirement::Advice),
        (word, _) => Err(row.error(
            "requirement",
            format!("{word:?} is not known or does not fit the number of attempts"),
        )),
    }
}
