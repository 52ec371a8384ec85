//! Facts in words.

use crate::engine::policy::{ExperienceRule, GraduationLimit};
use crate::engine::program::{FilingStrength, Program};
use crate::engine::vocabulary::{H1bPolicy, NameHint, Strength};

/// Yes or no.
pub(super) fn yes_no(value: bool) -> String {
    if value { "Yes" } else { "No" }.to_owned()
}

/// The H-1B policy.
pub(super) fn h1b(value: H1bPolicy) -> String {
    match value {
        H1bPolicy::Limited => "Limited: US graduates only, or case by case",
        H1bPolicy::Yes => "Yes",
        H1bPolicy::No => "No",
    }
    .to_owned()
}

/// US clinical experience asked for.
pub(super) fn experience(rule: ExperienceRule) -> String {
    let strength = rule.strength.label();
    match rule.months {
        Some(1) => format!("{strength}, at least 1 month"),
        Some(months) => format!("{strength}, at least {months} months"),
        None => strength.to_owned(),
    }
}

/// The limit on years since graduation.
pub(super) fn graduation(limit: GraduationLimit) -> String {
    match (limit.years, limit.strength) {
        (None, _) | (_, Strength::NotRequired) => "No limit".to_owned(),
        (Some(years), Strength::Required) => format!("At most {}, required", in_years(years)),
        (Some(years), Strength::Preferred) => format!("At most {}, preferred", in_years(years)),
    }
}

fn in_years(years: u8) -> String {
    if years == 1 {
        "1 year".to_owned()
    } else {
        format!("{years} years")
    }
}

/// Positions offered and filled in 2020, per track.
pub(super) fn quota(program: &Program) -> Option<String> {
    let tracks: Vec<String> = program
        .tracks
        .iter()
        .filter_map(|track| {
            let fill = track.fill_2020?;
            Some(format!(
                "{}: {} offered, {} filled",
                track.kind.label(),
                fill.quota,
                fill.filled
            ))
        })
        .collect();
    (!tracks.is_empty()).then(|| tracks.join("; "))
}

/// Kinds of position.
pub(super) fn tracks(program: &Program) -> Option<String> {
    let kinds: Vec<&str> = program.tracks.iter().map(|t| t.kind.label()).collect();
    (!kinds.is_empty()).then(|| kinds.join("; "))
}

/// NRMP codes with the doubt about them, if there is one.
pub(super) fn nrmp_codes(program: &Program) -> Option<String> {
    if program.nrmp_codes.is_empty() {
        return None;
    }
    let codes: Vec<String> = program.nrmp_codes.iter().map(ToString::to_string).collect();
    let codes = codes.join(", ");
    Some(match &program.nrmp_note {
        Some(note) => format!("{codes}. Doubtful: {note}"),
        None => codes,
    })
}

/// The employer's filings, with what they are not.
pub(super) fn filing(program: &Program) -> Option<String> {
    let filing = program.h1b_filing.as_ref()?;
    let titles = match filing.strength {
        FilingStrength::ResidentTitle => "titles that name residents",
        FilingStrength::WeakTitle => "titles that may also be staff physicians",
    };
    Some(format!(
        "{} filed for H-1B physicians, with {titles} ({}). By employer, not by program; \
         an intent, not a visa; before the fee proclamation of September 2025.",
        filing.employer, filing.titles
    ))
}

/// The setting, as the name hints.
pub(super) fn setting(program: &Program) -> String {
    let mut hints: Vec<&str> = program.hints.iter().map(NameHint::label).collect();
    if !program.hints.has(NameHint::University) {
        hints.insert(0, "No university in the name");
    }
    format!("{} (a hint from the name, not a type)", hints.join(", "))
}

/// Whether the 2025 directory has the row.
pub(super) fn directory(program: &Program) -> &'static str {
    if program.in_2025_directory {
        "Yes"
    } else {
        "No. The directory lacks transitional and combined programs: not a closure"
    }
}
