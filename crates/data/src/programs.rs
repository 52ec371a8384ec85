//! `programs.csv`: the programs.

use std::collections::BTreeSet;
use std::num::NonZeroU16;

use super::SourceError;
use super::small::specialty;
use super::table::{Row, Table};
use engine::catalog::Specialty;
use engine::catalog::details::{ProgramDetails, Website};
use engine::geography::{Point, UsState};
use engine::program::{Fill, NameHints, NrmpCode, Program, ProgramId, Track, YearFill};
use engine::track::FillsByTrack;
use engine::vocabulary::{Accreditation, ErasStatus, NameHint};

pub(super) const FILE: &str = "programs.csv";
const COLUMNS: &[&str] = &[
    "acgme_id",
    "specialty",
    "name",
    "institution",
    "city",
    "state",
    "lat",
    "lon",
    "website",
    "accreditation",
    "in_2025_directory",
    "eras_2021",
    "hints",
    "teaching_health_center",
    "military",
    "eras_2026",
    "nrmp_institution",
    "nrmp_codes",
    "nrmp_note",
    "full_2020",
    "one_year_2020",
    "advanced_2020",
    "physician_2020",
    "full_2019",
    "full_2018",
    "full_2017",
    "full_2016",
];

/// Programs with what only their pages tell, row by row.
pub(super) struct Programs {
    pub(super) rows: Vec<Program>,
    pub(super) details: Vec<ProgramDetails>,
}

impl Programs {
    /// The program that a cell names, and its details.
    pub(super) fn of(
        &mut self,
        row: Row<'_>,
        column: &str,
    ) -> Result<(&mut Program, &mut ProgramDetails), SourceError> {
        let at = place_of(row, column, &self.rows)?;
        let both = self.rows.get_mut(at).zip(self.details.get_mut(at));
        both.ok_or_else(|| row.error(column, "has no row"))
    }
}

/// A name without the blanks that directories leave behind hyphens: "Dartmouth- Hitchcock" is one word.
fn hyphenated(name: &str) -> String {
    let mut joined = String::with_capacity(name.len());
    for c in name.chars() {
        let after_hyphen = joined.ends_with('-');
        let inside_word = joined
            .trim_end_matches('-')
            .ends_with(char::is_alphanumeric);
        match c {
            ' ' | '-' if after_hyphen && inside_word => {}
            c => joined.push(c),
        }
    }
    joined
}

/// The place of the program that a cell names.
pub(super) fn place_of(
    row: Row<'_>,
    column: &str,
    programs: &[Program],
) -> Result<usize, SourceError> {
    let id = row.word(column, ProgramId::parse)?;
    programs
        .binary_search_by_key(&id, |program| program.id)
        .map_err(|_| row.error(column, format!("{id} is not a program of the list")))
}

pub(super) fn programs(text: &str, specialties: &[Specialty]) -> Result<Programs, SourceError> {
    let table = Table::read(FILE, COLUMNS, text)?;
    let mut programs: Vec<Program> = Vec::new();
    let mut details: Vec<ProgramDetails> = Vec::new();
    let mut codes = BTreeSet::new();
    for row in table.rows() {
        let program = program(row, specialties)?;
        if programs
            .last()
            .is_some_and(|before| before.id >= program.id)
        {
            let message = format!("{} is out of order or there twice", program.id);
            return Err(row.error("acgme_id", message));
        }
        for code in &program.nrmp_codes {
            if !codes.insert(*code) {
                let message = format!("{code} belongs to another program");
                return Err(row.error("nrmp_codes", message));
            }
        }
        programs.push(program);
        let website = row.address("website")?;
        let website = website.map(|url| Website {
            url: url.into(),
            year: WEBSITE_YEAR,
        });
        details.push(ProgramDetails {
            websites: website.into_iter().collect(),
            nrmp_note: row.optional("nrmp_note")?.map(Into::into),
            ..ProgramDetails::default()
        });
    }
    Ok(Programs {
        rows: programs,
        details,
    })
}

/// Year of the ERAS list that websites of programs.csv come from.
pub(super) const WEBSITE_YEAR: u16 = 2021;

fn program(row: Row<'_>, specialties: &[Specialty]) -> Result<Program, SourceError> {
    let id = row.word("acgme_id", ProgramId::parse)?;
    if id.specialty() != specialty(row, "specialty", specialties)? {
        return Err(row.error("specialty", "is not what the id begins with"));
    }
    let in_directory = row.yes_or_no("in_2025_directory")?;
    let nrmp_codes = nrmp_codes(row)?;
    Ok(Program {
        id,
        name: hyphenated(row.text("name")?).into(),
        institution: row.optional("institution")?.map(Into::into),
        city: row.text("city")?.into(),
        state: row.word("state", UsState::from_code)?,
        point: point(row)?,
        accreditation: row.optional_word("accreditation", Accreditation::from_code)?,
        in_2025_directory: in_directory
            .ok_or_else(|| row.error("in_2025_directory", "may not be empty"))?,
        eras_2021: row.optional_word("eras_2021", ErasStatus::from_code)?,
        is_new_2026: row.optional_word("eras_2026", |code| (code == "new").then_some(()))?
            == Some(()),
        is_military: row.yes_or_no("military")? == Some(true),
        hospital: None,
        hints: hints(row)?,
        teaching_health_center: row.yes_or_no("teaching_health_center")? == Some(true),
        tracks: track_rows(row, &nrmp_codes)?,
        nrmp_institution: row.optional("nrmp_institution")?.map(Into::into),
        nrmp_codes,
        history: history(row)?,
        unfilled_2026: Box::default(),
        h1b_filing: None,
        stated: None,
    })
}

/// Coordinates within the states, the District of Columbia and Puerto Rico.
fn point(row: Row<'_>) -> Result<Option<Point>, SourceError> {
    let degrees = |column: &str, range: std::ops::RangeInclusive<f64>| {
        let Some(text) = row.optional(column)? else {
            return Ok(None);
        };
        let number = text.parse().ok().filter(|number| range.contains(number));
        let decimals = text
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        match number {
            Some(number) if decimals <= 4 => Ok(Some(number)),
            _ => {
                let (low, high) = (range.start(), range.end());
                let message =
                    format!("{text:?} is not from {low} to {high} with at most four places");
                Err(row.error(column, message))
            }
        }
    };
    match (
        degrees("lat", 17.0..=72.0)?,
        degrees("lon", -180.0..=-65.0)?,
    ) {
        (None, None) => Ok(None),
        (Some(latitude), Some(longitude)) => Ok(Point::new(latitude, longitude)),
        _ => Err(row.error("lat", "one of lat and lon is missing")),
    }
}

fn hints(row: Row<'_>) -> Result<NameHints, SourceError> {
    let mut hints = NameHints::NONE;
    for code in row.list("hints")? {
        let hint = NameHint::from_code(code)
            .ok_or_else(|| row.error("hints", format!("{code:?} is not a known code")))?;
        hints = hints.with(hint);
    }
    Ok(hints)
}

fn nrmp_codes(row: Row<'_>) -> Result<Box<[NrmpCode]>, SourceError> {
    let codes = row.list("nrmp_codes")?;
    let read = codes.iter().map(|code| {
        NrmpCode::parse(code)
            .ok_or_else(|| row.error("nrmp_codes", format!("{code:?} is not an NRMP code")))
    });
    read.collect()
}

/// A cell such as `20 of 21`: 20 filled of 21 offered.
fn fill(row: Row<'_>, column: &str) -> Result<Option<Fill>, SourceError> {
    let Some(text) = row.optional(column)? else {
        return Ok(None);
    };
    let numbers = text.split_once(" of ").and_then(|(filled, quota)| {
        let (filled, quota): (u16, NonZeroU16) = (filled.parse().ok()?, quota.parse().ok()?);
        (filled <= quota.get() && quota.get() <= 500).then_some(Fill { quota, filled })
    });
    let message = || format!("{text:?} is not like \"20 of 21\", filled of offered");
    numbers
        .map(Some)
        .ok_or_else(|| row.error(column, message()))
}

fn track_rows(row: Row<'_>, codes: &[NrmpCode]) -> Result<Box<[Track]>, SourceError> {
    let fills = FillsByTrack {
        full: fill(row, "full_2020")?,
        one_year: fill(row, "one_year_2020")?,
        advanced: fill(row, "advanced_2020")?,
        physician: fill(row, "physician_2020")?,
    };
    let tracks = fills.tracks(codes);
    let held = tracks.iter().filter(|t| t.fill_2020.is_some()).count();
    let told = [fills.full, fills.one_year, fills.advanced, fills.physician];
    if held != told.iter().flatten().count() {
        let message = "the fills of 2020 name a kind of position that no code has";
        return Err(row.error("nrmp_codes", message));
    }
    Ok(tracks)
}

fn history(row: Row<'_>) -> Result<Box<[YearFill]>, SourceError> {
    let mut history = Vec::new();
    for year in 2016..=2020 {
        if let Some(fill) = fill(row, &format!("full_{year}"))? {
            history.push(YearFill { year, fill });
        }
    }
    Ok(history.into())
}

#[cfg(test)]
mod tests {
    use super::hyphenated;

    #[test]
    fn a_hyphen_joins_what_a_directory_has_torn() {
        for (torn, whole) in [
            (
                "Dartmouth- Hitchcock/Mary Hitchcock",
                "Dartmouth-Hitchcock/Mary Hitchcock",
            ),
            (
                "Health System-- Sisters of Charity",
                "Health System-Sisters of Charity",
            ),
            ("HCA Florida - Tampa North", "HCA Florida - Tampa North"),
            ("Mass General Brigham", "Mass General Brigham"),
        ] {
            assert_eq!(hyphenated(torn), whole);
        }
    }
}
