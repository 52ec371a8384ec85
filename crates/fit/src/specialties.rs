//! Which specialties get odds, and of which other one they borrow.

use engine::program::SpecialtyCode;

/// Specialties that a published table names but that get no odds: preventive medicine has five
/// applicants and asks for earlier training, a transitional year is not a match by itself.
const WITHOUT_ODDS: &[&str] = &["380", "999"];

/// Whose number of ranks stands in where the 2007 table has no row: (specialty, related one).
const RELATED: &[(&str, &str)] = &[
    ("160", "280"),
    ("185", "180"),
    ("416", "420"),
    ("451", "440"),
    ("461", "362"),
];

/// Whether the specialty gets odds at all.
#[must_use]
pub fn has_odds(specialty: SpecialtyCode) -> bool {
    let code = specialty.to_string();
    !WITHOUT_ODDS.contains(&code.as_str())
}

/// The specialty whose number of ranks stands in for this one's.
#[must_use]
pub fn related(specialty: SpecialtyCode) -> Option<SpecialtyCode> {
    let code = specialty.to_string();
    RELATED
        .iter()
        .find(|(own, _)| *own == code)
        .and_then(|(_, other)| SpecialtyCode::parse(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads() {
        for (own, other) in RELATED {
            assert!(SpecialtyCode::parse(own).is_some());
            assert!(SpecialtyCode::parse(other).is_some());
        }
    }
}
