//! NRMP's names of specialties and the ACGME codes they stand for.
//!
//! Every name in `data/published` is in this table or what reads it stops: a name is never guessed.

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

/// The specialty that a published name stands for.
#[must_use]
pub fn specialty_of(name: &str) -> Option<SpecialtyCode> {
    let mut known = NAMES.iter();
    let (_, code) = known.find(|(known, _)| *known == name)?;
    SpecialtyCode::parse(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_reads() {
        for (name, _) in NAMES {
            assert!(specialty_of(name).is_some(), "{name}");
        }
        assert_eq!(specialty_of("Podiatry"), None);
    }
}
