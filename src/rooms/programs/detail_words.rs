//! What only pages tell of a program, in words.

use crate::rooms::words::{count, counted};
use engine::catalog::details::{FILING_YEARS, ProgramDetails};
use engine::program::Program;

/// NRMP codes with the doubt about them, if there is one.
pub(super) fn nrmp_codes(program: &Program, details: Option<&ProgramDetails>) -> Option<String> {
    if program.nrmp_codes.is_empty() {
        return None;
    }
    let codes: Vec<String> = program.nrmp_codes.iter().map(ToString::to_string).collect();
    let codes = codes.join(", ");
    Some(
        match details.and_then(|details| details.nrmp_note.as_ref()) {
            Some(note) => format!("{codes}. Doubtful: {note}"),
            None => codes,
        },
    )
}

/// The employer's filings, with what they are not.
pub(super) fn filing(program: &Program, details: Option<&ProgramDetails>) -> Option<String> {
    let filing = program.h1b_filing?;
    let details = details.and_then(|details| details.filing.as_ref());
    let employer = details.map_or("", |details| &details.employer);
    let employer = if employer.is_empty() {
        "The employer"
    } else {
        employer
    };
    let mut text = format!(
        "{employer} made H-1B filings for physicians. Closest to this program: {}; newest filing in fiscal year {}",
        filing.nearness.label(),
        filing.year
    );
    let titles = details.map_or("", |details| &details.titles);
    if !titles.is_empty() {
        text.push_str(&format!(" (titles: {})", titles.replace(" | ", ", ")));
    }
    text.push_str(". An employer files, not a program, and a filing shows an intent, not a visa");
    // Fiscal year 2025 ended days after it.
    if filing.year <= 2025 {
        text.push_str("; these filings are from before the fee proclamation of September 2025");
    }
    text.push('.');
    Some(text)
}

/// Positions for physicians in the filings of each year.
pub(super) fn physicians(details: &ProgramDetails) -> Option<String> {
    let counts = &details.filing.as_ref()?.physicians;
    let years = FILING_YEARS.zip(counts.iter());
    let years: Vec<String> = years
        .map(|(year, count)| {
            let part = if year == *FILING_YEARS.end() {
                " so far"
            } else {
                ""
            };
            format!("{year}: {count}{part}")
        })
        .collect();
    (!years.is_empty()).then(|| {
        format!(
            "{}. Positions by fiscal year, residents and staff together",
            years.join("; ")
        )
    })
}

/// What residents are paid, by the filings.
pub(super) fn pay(details: &ProgramDetails) -> Option<String> {
    let pay = details.filing.as_ref()?.pay?;
    let dollars = |amount: u32| format!("${}", count(amount as usize));
    let first = pay.first_year.map_or_else(String::new, |first| {
        format!("first year {}, ", dollars(first))
    });
    Some(format!(
        "{first}lowest {}, median {} a year, over {}, fiscal year 2025, first half",
        dollars(pay.lowest),
        dollars(pay.median),
        counted(usize::from(pay.filings), "filing", "filings")
    ))
}

/// Whether the employer posted a notice for trainees of 2026.
pub(super) fn notice(details: &ProgramDetails) -> Option<String> {
    let posted = details.filing.as_ref()?.notice_2026;
    posted.then(|| {
        "Yes, an H-1B notice for trainees who start in 2026, after the fee proclamation of September 2025"
            .to_owned()
    })
}

/// The sponsor, and of which program that was read.
pub(super) fn sponsor(details: &ProgramDetails) -> Option<String> {
    let sponsor = details.sponsor.as_ref()?;
    Some(if sponsor.by_name {
        format!(
            "{}. We read this about the obstetrics and gynecology program of the same name, not of this one",
            sponsor.name
        )
    } else {
        sponsor.name.to_string()
    })
}

/// Sites with their months.
pub(super) fn sites(details: &ProgramDetails) -> Option<String> {
    let sites = details.sites.as_ref()?;
    Some(sites.replace(';', "; ").replace(" mo)", " months)"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::catalog::details::{FilingDetails, ResidentPay, Sponsor};

    #[test]
    fn details_say_what_they_are_of() {
        let details = ProgramDetails {
            sponsor: Some(Sponsor {
                name: "Alpha Health".into(),
                by_name: true,
            }),
            sites: Some("Alpha (47.6 mo);Beta (0.4 mo)".into()),
            filing: Some(Box::new(FilingDetails {
                physicians: Box::new([1, 2, 3, 4, 5, 6, 7, 8]),
                pay: Some(ResidentPay {
                    first_year: None,
                    lowest: 60_000,
                    median: 65_500,
                    filings: 1,
                }),
                ..FilingDetails::default()
            })),
            ..ProgramDetails::default()
        };
        assert!(sponsor(&details).unwrap().contains("not of this one"));
        assert_eq!(
            sites(&details).unwrap(),
            "Alpha (47.6 months); Beta (0.4 months)"
        );
        assert_eq!(
            pay(&details).unwrap(),
            "lowest $60,000, median $65,500 a year, over 1 filing, fiscal year 2025, first half"
        );
        let years = physicians(&details).unwrap();
        assert!(years.starts_with("2019: 1; ") && years.contains("2026: 8 so far."));
        assert_eq!(notice(&details), None);
    }
}
