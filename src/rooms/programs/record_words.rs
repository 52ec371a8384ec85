//! What records say of a program, in words.

use crate::rooms::words::counted;
use engine::catalog::Catalog;
use engine::catalog::details::HospitalDetails;
use engine::hospital::Hospital;
use engine::program::Program;
use engine::setting::Academic;
use engine::vocabulary::{ErasStatus, NameHint};

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

/// Codes that did not fill in 2026, and what the report does not tell.
pub(super) fn unfilled_2026(program: &Program) -> Option<String> {
    if program.nrmp_codes.is_empty() && program.unfilled_2026.is_empty() {
        return None;
    }
    let codes = program.unfilled_2026.iter();
    let codes: Vec<String> = codes
        .map(|(code, fill)| format!("code {code}: {} of {} filled", fill.filled, fill.quota))
        .collect();
    Some(if codes.is_empty() {
        "No code of this program is on the list of unfilled codes. Each code filled all its positions, or was not in the Match"
            .to_owned()
    } else {
        format!(
            "{}; every other code of this program filled all its positions, or was not in the Match",
            codes.join("; ")
        )
    })
}

/// Kinds of position.
pub(super) fn tracks(program: &Program) -> Option<String> {
    let kinds: Vec<&str> = program.tracks.iter().map(|t| t.kind.label()).collect();
    (!kinds.is_empty()).then(|| kinds.join("; "))
}

/// The main hospital: its name, its size, who owns it.
pub(super) fn hospital(hospital: &Hospital, details: Option<&HospitalDetails>) -> String {
    let mut parts = Vec::new();
    if let Some(details) = details {
        parts.push(format!("{} in {}", details.name, details.city));
    }
    let specialties = usize::from(hospital.specialties);
    let train = if specialties == 1 { "trains" } else { "train" };
    parts.push(format!(
        "{} {train} there",
        counted(specialties, "specialty", "specialties")
    ));
    if let Some(beds) = hospital.beds {
        parts.push(counted(usize::from(beds), "staffed bed", "staffed beds"));
    }
    if let Some(details) = details {
        if let Some(residents) = details.residents {
            parts.push(format!(
                "{} (full-time equivalents)",
                counted(usize::from(residents), "resident", "residents")
            ));
        }
        let words = [("kind", &details.kind), ("owner", &details.ownership)];
        let stated = words.iter().filter(|(_, words)| !words.is_empty());
        parts.extend(stated.map(|(what, words)| format!("{what}: {words}")));
        if let Some(year) = details.year {
            parts.push(format!("cost report of {year}"));
        }
    }
    parts.join("; ")
}

/// The setting, and whether it is measured or read off the name.
pub(super) fn setting(catalog: &Catalog, program: &Program) -> String {
    let academic = Academic::of(catalog, program);
    let nearer = academic.setting().label();
    let hospital = catalog.hospital(program);
    match hospital.filter(|_| academic.is_measured) {
        Some(hospital) => {
            let what = if (0.2..0.8).contains(&academic.share) {
                format!("Between the two, nearer to \u{201c}{nearer}\u{201d}")
            } else {
                nearer.to_owned()
            };
            format!(
                "{what}. Measured: {} at its hospital. Up to 8 count as a community hospital, 15 or more as an academic centre; the number of beds counts a little",
                counted(
                    usize::from(hospital.specialties),
                    "specialty",
                    "specialties"
                )
            )
        }
        None => {
            let why = match hospital {
                Some(_) => {
                    "its hospital treats only one kind of patient, so the number of specialties tells us nothing"
                }
                None => "its hospital is not known",
            };
            format!("{nearer}. A hint from the name, not measured: {why}")
        }
    }
}

/// What else the name hints at.
pub(super) fn hints(program: &Program) -> Option<String> {
    let hints: Vec<&str> = program.hints.iter().map(NameHint::label).collect();
    (!hints.is_empty()).then(|| hints.join(", "))
}

/// Standing in ERAS in 2021.
pub(super) fn eras(status: ErasStatus) -> String {
    match status {
        ErasStatus::NoLongerAccepting => format!(
            "{}: the deadline of that season had passed. It does not mean that the program is closed",
            status.label()
        ),
        ErasStatus::Participating | ErasStatus::NotParticipating => status.label().to_owned(),
    }
}

/// Whether the 2025 directory has the row.
pub(super) fn directory(program: &Program) -> &'static str {
    if program.in_2025_directory {
        "Yes"
    } else {
        "No. The directory lacks transitional and combined programs: not a closure"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::geography::UsState;
    use engine::program::{Fill, NrmpCode, ProgramId};

    fn program() -> Program {
        let id = ProgramId::parse("1400500001").unwrap();
        Program::new(id, "Alpha", "Town", UsState::Ny)
    }

    #[test]
    fn a_code_that_is_not_listed_is_not_said_to_have_filled() {
        let mut program = program();
        assert_eq!(unfilled_2026(&program), None);
        let code = NrmpCode::parse("1431140C0").unwrap();
        program.nrmp_codes = Box::new([code]);
        assert!(
            unfilled_2026(&program)
                .unwrap()
                .ends_with("filled all its positions, or was not in the Match")
        );
        let quota = 5.try_into().unwrap();
        program.unfilled_2026 = Box::new([(code, Fill { quota, filled: 3 })]);
        assert!(
            unfilled_2026(&program)
                .unwrap()
                .starts_with("code 1431140C0: 3 of 5 filled; every other code of this program")
        );
    }

    #[test]
    fn a_hospital_is_told_as_far_as_it_is_known() {
        let small = Hospital {
            specialties: 1,
            is_general: true,
            beds: None,
        };
        assert_eq!(hospital(&small, None), "1 specialty trains there");
        let details = HospitalDetails {
            name: "General".into(),
            city: "Town".into(),
            ownership: "Non-profit".into(),
            residents: Some(1200),
            year: Some(2023),
            ..HospitalDetails::default()
        };
        assert_eq!(
            hospital(&small, Some(&details)),
            "General in Town; 1 specialty trains there; 1,200 residents (full-time equivalents); owner: Non-profit; cost report of 2023"
        );
    }

    #[test]
    fn a_deadline_of_2021_is_no_closure() {
        assert!(eras(ErasStatus::NoLongerAccepting).contains("does not mean"));
    }
}
