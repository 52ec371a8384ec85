//! What the applicant wants.

use crate::questions::{
    Answers, DIVISIONS, Field, LAMBDA, MUST, NEAR_MILES, NEVER, Percent, Problem, SETTING, SIZE,
    SOUGHT_AFTER, STATES, SoughtAfter, WEIGHT_NEAR, WEIGHT_PLACE, WEIGHT_SETTING, WEIGHT_SIZE,
    WORTH2, WORTH3,
};
use engine::preference::{Nearness, Preferences, Share, SpecialtyChoice, Weight, Weights};

/// Miles at which nearness is half met, unless set.
pub const USUAL_MILES: u16 = 100;

/// The preferences, with a problem for every specialty or place that names none we know.
pub(super) fn preferences(answers: &Answers, problems: &mut Vec<Problem>) -> Preferences {
    let weight = |question| answers.get(question).unwrap_or(Weight::USUAL);
    Preferences {
        specialties: specialties(answers, problems),
        states: answers.members(STATES).collect(),
        divisions: answers.members(DIVISIONS).collect(),
        near: near(answers, problems),
        setting: answers.get(SETTING),
        size: answers.get(SIZE),
        must: answers.members(MUST).collect(),
        never: answers.members(NEVER).collect(),
        weights: Weights {
            geography: weight(WEIGHT_PLACE),
            nearness: weight(WEIGHT_NEAR),
            setting: weight(WEIGHT_SETTING),
            size: weight(WEIGHT_SIZE),
        },
        lambda: answers.get(LAMBDA).and_then(percent),
        sought_after: answers.get(SOUGHT_AFTER) != Some(SoughtAfter::Ignored),
    }
}

fn percent(of: Percent) -> Option<Share> {
    Share::new(f64::from(of.value()) / 100.0)
}

fn specialties(answers: &Answers, problems: &mut Vec<Problem>) -> Vec<SpecialtyChoice> {
    let worths = [None, answers.get(WORTH2), answers.get(WORTH3)];
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
        miles: answers
            .get(NEAR_MILES)
            .map_or(USUAL_MILES, |miles| miles.value()),
    })
}
