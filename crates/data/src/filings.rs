//! `filings.csv`: what employers filed for H-1B physicians.

use super::SourceError;
use super::programs::Programs;
use super::sources::Sources;
use super::table::{Row, Table};
use engine::catalog::details::{FILING_YEARS, FilingDetails, ResidentPay};
use engine::fact::RecordField;
use engine::program::{FilingNearness, H1bFiling};

pub(super) const FILE: &str = "filings.csv";
const COLUMNS: &[&str] = &[
    "acgme_id",
    "q3_evidence",
    "q3_employer",
    "q3_titles",
    "q3_names_specialty",
    "h1_level",
    "h1_this_specialty",
    "h1_unstated",
    "h1_residents",
    "h1_fellows",
    "h1_employer",
    "h1_titles",
    "pay_first_year",
    "pay_lowest",
    "pay_median",
    "pay_filings",
    "physicians_2019",
    "physicians_2020",
    "physicians_2021",
    "physicians_2022",
    "physicians_2023",
    "physicians_2024",
    "physicians_2025",
    "physicians_2026",
    "employers",
    "notice_2026",
];

/// Gives programs the filings of their employers.
pub(super) fn fill_in(
    text: &str,
    programs: &mut Programs,
    sources: &Sources,
) -> Result<(), SourceError> {
    let table = Table::read(FILE, COLUMNS, text)?;
    for row in table.rows() {
        let filing = nearest(row, sources)?;
        let told = details(row)?;
        let (program, details) = programs.of(row, "acgme_id")?;
        if details.filing.is_some() {
            return Err(row.error("acgme_id", "is there twice"));
        }
        program.h1b_filing = filing;
        details.filing = Some(Box::new(told));
    }
    Ok(())
}

/// The nearest of all filings, and the newest of those.
fn nearest(row: Row<'_>, sources: &Sources) -> Result<Option<H1bFiling>, SourceError> {
    let mut found: Vec<(FilingNearness, u16, RecordField)> = Vec::new();
    let in_third_quarter = row.optional_word("q3_evidence", |code| match code {
        "resident_title" => Some(FilingNearness::Residents),
        "weak_title" => Some(FilingNearness::Physicians),
        _ => None,
    })?;
    if let Some(nearness) = in_third_quarter {
        let names = row.yes_or_no("q3_names_specialty")? == Some(true);
        let named = if names {
            FilingNearness::ThisSpecialty
        } else {
            nearness
        };
        let nearness = if nearness == FilingNearness::Residents {
            named
        } else {
            nearness
        };
        found.push((nearness, 2025, RecordField::H1bFiling));
    }
    let in_first_half = row.optional_word("h1_level", |code| match code {
        "occupation_code" => Some(FilingNearness::ThisSpecialty),
        code => FilingNearness::from_code(code),
    })?;
    if let Some(nearness) = in_first_half {
        found.push((nearness, 2025, RecordField::H1bFilingEarlier));
    }
    if let Some(nearness) = row.optional_word("notice_2026", FilingNearness::from_code)? {
        found.push((nearness, 2026, RecordField::Notice2026));
    }
    for (year, count) in FILING_YEARS.zip(physicians(row)?) {
        if count > 0 {
            let field = RecordField::PhysicianFilings;
            found.push((FilingNearness::Physicians, year, field));
        }
    }
    found.sort_by_key(|(nearness, year, _)| (*nearness, std::cmp::Reverse(*year)));
    let Some((nearness, year, field)) = found.first().copied() else {
        return Ok(None);
    };
    let source = sources.of_record(field);
    Ok(Some(H1bFiling {
        nearness,
        year,
        source: source.ok_or_else(|| row.error("acgme_id", "has no source"))?,
    }))
}

/// Positions for physicians by fiscal year; nothing where nobody counted.
fn physicians(row: Row<'_>) -> Result<Vec<u16>, SourceError> {
    let counts = FILING_YEARS.map(|year| {
        let column = format!("physicians_{year}");
        row.number::<u16>(&column, 0..=u16::MAX)
    });
    let counts: Vec<Option<u16>> = counts.collect::<Result<_, _>>()?;
    if counts.iter().all(Option::is_none) {
        return Ok(Vec::new());
    }
    Ok(counts.into_iter().map(Option::unwrap_or_default).collect())
}

fn details(row: Row<'_>) -> Result<FilingDetails, SourceError> {
    for column in [
        "h1_this_specialty",
        "h1_unstated",
        "h1_residents",
        "h1_fellows",
    ] {
        row.number(column, 0..=10_000)?;
    }
    let first = |columns: [&str; 3]| {
        let mut found = "";
        for column in columns.iter().rev() {
            found = row.optional(column)?.unwrap_or(found);
        }
        Ok::<&str, SourceError>(found)
    };
    let pay = match (
        row.number("pay_lowest", 1..=1_000_000)?,
        row.number("pay_median", 1..=1_000_000)?,
    ) {
        (Some(lowest), Some(median)) => Some(ResidentPay {
            first_year: row.number("pay_first_year", 1..=1_000_000)?,
            lowest,
            median,
            filings: row
                .number("pay_filings", 1..=10_000)?
                .ok_or_else(|| row.error("pay_filings", "may not be empty"))?,
        }),
        _ => None,
    };
    Ok(FilingDetails {
        employer: first(["q3_employer", "h1_employer", "employers"])?.into(),
        titles: first(["q3_titles", "h1_titles", "h1_titles"])?.into(),
        physicians: physicians(row)?.into(),
        pay,
        notice_2026: row.optional("notice_2026")?.is_some(),
    })
}
