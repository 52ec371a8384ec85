//! What pages state, in words.

use engine::policy::{ExperienceRule, GraduationLimit};
use engine::vocabulary::{H1bPolicy, Strength};

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
