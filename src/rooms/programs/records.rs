//! The rows of the table that records fill, from the first pack and from the details.

use super::detail_words;
use super::facts::{FactRow, Value, row};
use super::record_words as say;
use super::subject::Subject;
use engine::catalog::details::ProgramDetails;
use engine::fact::{Origin, RecordField};
use engine::setting::Academic;

/// Every row of a record. They are the same for each program, so that programs can be compared.
pub(super) fn all(subject: &Subject<'_>) -> Vec<FactRow> {
    let mut rows = positions(subject);
    rows.extend(visas(subject));
    rows.extend(geography(subject));
    rows.extend(standing(subject));
    rows
}

/// A row of the first pack.
fn record(
    subject: &Subject<'_>,
    label: &'static str,
    field: RecordField,
    text: Option<String>,
) -> FactRow {
    let said = |text| Value::Said(text, subject.record(field));
    row(label, text.map_or(Value::NotStated, said))
}

/// A row of the details.
fn detail(
    subject: &Subject<'_>,
    label: &'static str,
    field: RecordField,
    say: fn(&ProgramDetails) -> Option<String>,
) -> FactRow {
    match subject.details() {
        Some(details) => record(subject, label, field, say(details)),
        None => row(label, Value::NotHere),
    }
}

fn positions(subject: &Subject<'_>) -> Vec<FactRow> {
    let program = subject.program();
    vec![
        record(
            subject,
            "Positions in the 2020 Match",
            RecordField::NrmpFill,
            say::quota(program),
        ),
        record(
            subject,
            "Unfilled in the Match of 2026",
            RecordField::Unfilled2026,
            say::unfilled_2026(program),
        ),
        record(
            subject,
            "Tracks",
            RecordField::NrmpCodes,
            say::tracks(program),
        ),
        record(
            subject,
            "NRMP codes",
            RecordField::NrmpCodes,
            detail_words::nrmp_codes(program, subject.details()),
        ),
    ]
}

fn visas(subject: &Subject<'_>) -> Vec<FactRow> {
    let program = subject.program();
    // The filing names its own source: the nearest and newest of several.
    let source = program
        .h1b_filing
        .map(|filing| Origin::Record(filing.source));
    let filing = detail_words::filing(program, subject.details());
    vec![
        row(
            "Employer\u{2019}s H-1B filings",
            filing.map_or(Value::NotStated, |text| Value::Said(text, source)),
        ),
        detail(
            subject,
            "H-1B filings for physicians by year",
            RecordField::PhysicianFilings,
            detail_words::physicians,
        ),
        detail(
            subject,
            "H-1B notice for trainees of 2026",
            RecordField::Notice2026,
            detail_words::notice,
        ),
        detail(
            subject,
            "Residents\u{2019} pay in H-1B filings",
            RecordField::H1bFilingEarlier,
            detail_words::pay,
        ),
    ]
}

fn geography(subject: &Subject<'_>) -> Vec<FactRow> {
    let (catalog, program) = (subject.catalog(), subject.program());
    let hospital = catalog.hospital(program).map(|hospital| {
        let details = program
            .hospital
            .and_then(|index| catalog.hospital_details(index));
        say::hospital(hospital, details)
    });
    vec![
        record(subject, "Hospital", RecordField::Hospital, hospital),
        row("Setting", setting(subject)),
        record(
            subject,
            "Hints in the name",
            RecordField::Hints,
            say::hints(program),
        ),
        record(
            subject,
            "Military",
            RecordField::Military,
            program.is_military.then(|| {
                "Yes: it trains at a military hospital and takes doctors in service".to_owned()
            }),
        ),
        record(
            subject,
            "Teaching health center",
            RecordField::TeachingHealthCenter,
            program
                .teaching_health_center
                .then(|| "Yes, in 2025-26".to_owned()),
        ),
        record(
            subject,
            "Sponsoring institution",
            RecordField::Institution,
            program.institution.as_deref().map(str::to_owned),
        ),
        detail(
            subject,
            "Sponsor on ACGME\u{2019}s pages of 2022",
            RecordField::AcgmePage,
            detail_words::sponsor,
        ),
        detail(
            subject,
            "Sites in 2022",
            RecordField::AcgmePage,
            detail_words::sites,
        ),
    ]
}

/// Measured or read off the name, below the visitor's own entry.
fn setting(subject: &Subject<'_>) -> Value {
    let (catalog, program) = (subject.catalog(), subject.program());
    let field = if Academic::of(catalog, program).is_measured {
        RecordField::Hospital
    } else {
        RecordField::Hints
    };
    let found = Value::Said(say::setting(catalog, program), subject.record(field));
    match subject.told(|entry| entry.setting) {
        Some(told) => Value::Told(told.value.label().to_owned(), told.origin, Box::new(found)),
        None => found,
    }
}

fn standing(subject: &Subject<'_>) -> Vec<FactRow> {
    let program = subject.program();
    vec![
        detail(
            subject,
            "First accredited",
            RecordField::AcgmePage,
            |details| details.first_accredited.map(|year| year.to_string()),
        ),
        record(
            subject,
            "Accreditation",
            RecordField::Accreditation,
            program
                .accreditation
                .map(|status| status.label().to_owned()),
        ),
        record(
            subject,
            "In the 2025 directory",
            RecordField::InDirectory,
            Some(say::directory(program).to_owned()),
        ),
        record(
            subject,
            "ERAS in 2021",
            RecordField::Eras,
            program.eras_2021.map(say::eras),
        ),
        record(
            subject,
            "New in ERAS 2026",
            RecordField::New2026,
            program
                .is_new_2026
                .then(|| "Yes, marked as new in the list for the season of 2026".to_owned()),
        ),
    ]
}
