//! What is published of the chance at a preliminary year.

use engine::catalog::{ONE_YEAR_MATCH, Specialty};
use engine::decimal::Decimal;
use engine::vocabulary::ApplicantType;

/// What is published for a type of applicant, in a sentence; `None` where a specialty has no
/// preliminary positions that anything is published of.
#[must_use]
pub fn published(specialty: &Specialty, kind: Option<ApplicantType>) -> Option<String> {
    if specialty.one_year.is_empty() {
        return None;
    }
    let Some(kind) = kind else {
        return Some("Give your applicant type to see what is published for it.".to_owned());
    };
    let (name, label) = (&specialty.name, kind.label());
    let Some(row) = specialty.one_year_share(kind) else {
        return Some(format!(
            "Nothing is published of {label}s and preliminary positions in {name}."
        ));
    };
    Some(format!(
        "In the {ONE_YEAR_MATCH} Match {} {label}s ranked preliminary positions in {name}, at one \
         program or at many; {} of them matched to one ({} %).",
        row.ranked,
        row.matched,
        Decimal::fixed(100.0 * row.share(), 0),
    ))
}
