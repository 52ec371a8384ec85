//! What the applicant wants.

use super::super::answers::Answers;
use super::super::field::{Field, Problem};
use engine::preference::{Nearness, Preferences, Share, SpecialtyChoice, Weight, Weights};

/// Miles at which nearness is half met, unless set.
pub const USUAL_MILES: u16 = 100;

/// The preferences, with a problem for every specialty or place that names none we know.
pub(super) fn preferences(answers: &Answers, problems: &mut Vec<Problem>) -> Preferences {
    let [place, nearness, setting, size] = answers.weights.map(weight);
    Preferences {
        specialties: specialties(answers, problems),
        states: answers.states.iter().copied().collect(),
        divisions: answers.divisions.iter().copied().collect(),
        near: near(answers, problems),
        setting: answers.setting,
        size: answers.size,
        must: answers.must.iter().copied().collect(),
        never: answers.never.iter().copied().collect(),
        weights: Weights {
            geography: place,
            nearness,
            setting,
            size,
        },
        lambda: answers.lambda.and_then(percent),
        sought_after: answers.sought_after.unwrap_or(true),
    }
}

fn weight(set: Option<u8>) -> Weight {
    set.and_then(Weight::new).unwrap_or(Weight::USUAL)
}

fn percent(value: u8) -> Option<Share> {
    Share::new(f64::from(value) / 100.0)
}

fn specialties(answers: &Answers, problems: &mut Vec<Problem>) -> Vec<SpecialtyChoice> {
    let [worth2, worth3] = answers.worths;
    let worths = [None, worth2, worth3];
    let mut chosen: Vec<SpecialtyChoice> = Vec::new();
    for ((answer, field), worth) in answers
        .specialties
        .iter()
        .zip(Field::SPECIALTIES)
        .zip(worths)
    {
        match answer.code {
            None if answer.typed.trim().is_empty() => {}
            None => problems.push(Problem::at(
                field,
                "Choose a specialty from the list, or clear the box",
            )),
            Some(code) if chosen.iter().any(|c| c.code == code) => {
                problems.push(Problem::at(field, "Choose each specialty once: an application to a program reaches its full training and its preliminary year"));
            }
            Some(code) => chosen.push(SpecialtyChoice {
                code,
                positions: answer.positions,
                worth: worth.and_then(percent),
            }),
        }
    }
    chosen
}

fn near(answers: &Answers, problems: &mut Vec<Problem>) -> Option<Nearness> {
    let typed = answers.near.typed.trim();
    if typed.is_empty() {
        return None;
    }
    let Some(point) = answers.near.point else {
        problems.push(Problem::at(
            Field::Near,
            "Choose a city from the list, or clear the box",
        ));
        return None;
    };
    Some(Nearness {
        label: typed.into(),
        point,
        miles: answers.near_miles.unwrap_or(USUAL_MILES),
    })
}
