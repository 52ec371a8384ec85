//! Why a program is none of those that were chosen: its specialty, or its positions.

use engine::preference::{Positions, Preferences};
use engine::program::Program;

/// One sentence; `None` for a program that a choice means.
pub(super) fn unchosen(
    preferences: &Preferences,
    program: &Program,
    specialty: &str,
) -> Option<String> {
    if preferences.choice_of(program).is_some() {
        return None;
    }
    let mut choices = preferences.specialties.iter();
    let chosen = choices.find(|choice| choice.code == program.specialty());
    Some(match chosen.map(|choice| choice.positions) {
        None => format!("{specialty} is not among the specialties you chose."),
        Some(Positions::OneYear) => {
            format!(
                "You chose the preliminary positions of {specialty}, and this program has none."
            )
        }
        Some(Positions::Training) => {
            format!(
                "You chose full training in {specialty}, and this program has preliminary positions alone."
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::geography::UsState;
    use engine::preference::SpecialtyChoice;
    use engine::program::{ProgramId, SpecialtyCode};

    #[test]
    fn a_specialty_that_was_chosen_by_other_positions_is_not_called_unchosen() {
        let id = ProgramId::parse("4400500001").unwrap();
        let program = Program::new(id, "General Hospital", "Albany", UsState::Ny);
        let of = |specialties| {
            let preferences = Preferences {
                specialties,
                ..Preferences::default()
            };
            unchosen(&preferences, &program, "General Surgery").unwrap_or_default()
        };
        let surgery = SpecialtyChoice::training(program.specialty());
        let medicine = SpecialtyChoice::training(SpecialtyCode::parse("140").unwrap());
        assert_eq!(of(vec![surgery]), "");
        assert!(of(vec![medicine]).contains("not among the specialties"));
        let preliminary = SpecialtyChoice {
            positions: Positions::OneYear,
            ..surgery
        };
        assert!(of(vec![preliminary]).contains("this program has none"));
    }
}
