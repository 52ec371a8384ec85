//! NRMP's names of specialties and the ACGME codes they stand for.
//!
//! Every name in `data/published` is in this table or the fit stops: a name is never guessed.

use engine::program::SpecialtyCode;

/// Spelling in a published table, ACGME code.
const NAMES: &[(&str, &str)] = &[
    ("Anesthesiology", "040"),
    ("Dermatology", "080"),
    ("Emergency Medicine", "110"),
    ("Family Medicine", "120"),
    ("Internal Medicine", "140"),
    ("Neurological Surgery", "160"),
    ("Neurology", "180"),
    ("Child Neurology", "185"),
    ("Obstetrics and Gynecology", "220"),
    ("Orthopaedic Surgery", "260"),
    ("Otolaryngology", "280"),
    ("Pathology", "300"),
    ("Pathology-Anatomic and Clinical", "300"),
    ("Pediatrics", "320"),
    ("Physical Medicine & Rehab", "340"),
    ("Physical Medicine and Rehabilitation", "340"),
    ("Plastic Surgery", "362"),
    ("Plastic Surgery (Integrated)", "362"),
    ("Public Health and Preventive Medicine", "380"),
    ("Psychiatry", "400"),
    ("Interventional Radiology", "416"),
    ("Interventional Radiology (Integrated)", "416"),
    ("Diagnostic Radiology", "420"),
    ("Radiology-Diagnostic", "420"),
    ("Radiation Oncology", "430"),
    ("General Surgery", "440"),
    ("Surgery-General", "440"),
    ("Vascular Surgery", "451"),
    ("Vascular Surgery (Integrated)", "451"),
    ("Thoracic Surgery", "461"),
    ("Thoracic Surgery (Integrated)", "461"),
    ("Internal Medicine/Pediatrics", "700"),
    ("Medicine-Pediatrics", "700"),
    ("Transitional Year", "999"),
    ("Urology", "480"),
];

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

/// The specialty that a published name stands for.
#[must_use]
pub fn code_of(name: &str) -> Option<SpecialtyCode> {
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .and_then(|(_, code)| SpecialtyCode::parse(code))
}

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
        for (name, _) in NAMES {
            assert!(code_of(name).is_some(), "{name}");
        }
        for (own, other) in RELATED {
            assert!(SpecialtyCode::parse(own).is_some());
            assert!(SpecialtyCode::parse(other).is_some());
        }
        assert_eq!(code_of("Podiatry"), None);
    }
}
