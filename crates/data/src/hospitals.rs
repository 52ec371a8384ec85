//! `hospitals.csv` and `program_hospitals.csv`: hospitals, and the main one of each program.

use super::SourceError;
use super::programs::place_of;
use super::table::Table;
use engine::catalog::details::HospitalDetails;
use engine::hospital::{Hospital, HospitalIndex};
use engine::program::Program;

pub(super) const FILE: &str = "hospitals.csv";
pub(super) const OF_PROGRAMS: &str = "program_hospitals.csv";

/// Words for the codes of ownership and of kind; the first of each pair is the code.
const OWNERSHIP: [(&str, &str); 5] = [
    ("federal", "Federal government"),
    ("government", "State or local government"),
    ("nonprofit", "Non-profit"),
    ("proprietary", "For-profit"),
    (
        "check",
        "For-profit in the CMS list, which calls some non-profits so: check",
    ),
];
const KIND: [(&str, &str); 10] = [
    ("acute", "Acute care"),
    ("childrens", "Children\u{2019}s"),
    ("critical_access", "Critical access"),
    ("long_term", "Long-term care"),
    ("military", "Military"),
    ("other", "Other"),
    ("psychiatric", "Psychiatric"),
    ("rehabilitation", "Rehabilitation"),
    ("specialty", "One specialty, such as cancer or eyes"),
    ("veterans", "Veterans Affairs"),
];

/// Hospitals by certification number.
pub(super) fn hospitals(text: &str) -> Result<Vec<(Hospital, HospitalDetails)>, SourceError> {
    const COLUMNS: &[&str] = &[
        "ccn",
        "name",
        "city",
        "state",
        "kind",
        "ownership",
        "beds",
        "residents",
        "residents_cap",
        "year",
    ];
    let table = Table::read(FILE, COLUMNS, text)?;
    let mut hospitals: Vec<(Hospital, HospitalDetails)> = Vec::new();
    for row in table.rows() {
        let ccn = row.text("ccn")?;
        if hospitals
            .last()
            .is_some_and(|(_, before)| &*before.ccn >= ccn)
        {
            return Err(row.error("ccn", format!("{ccn} is out of order or there twice")));
        }
        let word = |column: &str, words: &[(&str, &'static str)]| {
            let of = |code: &str| words.iter().find(|(known, _)| *known == code);
            let word = row.optional_word(column, |code| of(code).map(|(_, word)| *word))?;
            Ok::<Box<str>, SourceError>(word.unwrap_or_default().into())
        };
        let residents = row.optional("residents")?.map(str::parse::<f64>);
        let residents = residents
            .transpose()
            .map_err(|_| row.error("residents", "is not a number"))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of residents: some hundreds"
        )]
        let residents = residents.map(|residents| residents.round() as u16);
        hospitals.push((
            Hospital {
                specialties: 0,
                is_general: matches!(row.cell("kind")?, "acute" | "veterans" | "critical_access"),
                beds: row.number("beds", 1..=5000)?,
            },
            HospitalDetails {
                ccn: ccn.into(),
                name: row.text("name")?.into(),
                city: row.text("city")?.into(),
                ownership: word("ownership", &OWNERSHIP)?,
                kind: word("kind", &KIND)?,
                residents,
                year: row.number("year", 2010..=2099)?,
            },
        ));
    }
    Ok(hospitals)
}

/// Gives programs their hospitals.
pub(super) fn of_programs(
    text: &str,
    hospitals: &[(Hospital, HospitalDetails)],
    programs: &mut [Program],
) -> Result<(), SourceError> {
    const COLUMNS: &[&str] = &["acgme_id", "ccn", "basis"];
    let table = Table::read(OF_PROGRAMS, COLUMNS, text)?;
    for row in table.rows() {
        row.text("basis")?;
        let at = place_of(row, "acgme_id", programs)?;
        let ccn = row.text("ccn")?;
        let found = hospitals.binary_search_by(|(_, details)| (*details.ccn).cmp(ccn));
        let index = found.ok().and_then(|index| u16::try_from(index).ok());
        let index = index.ok_or_else(|| row.error("ccn", format!("{ccn} is not in {FILE}")))?;
        if let Some(program) = programs.get_mut(at) {
            if program.hospital.is_some() {
                return Err(row.error("acgme_id", "has a hospital already"));
            }
            program.hospital = Some(HospitalIndex(index));
        }
    }
    Ok(())
}
