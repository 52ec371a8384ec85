//! What the questions must hold before the list makes sense.

use crate::kit::Mistake;
use crate::rooms::questions::form::Form;
use engine::vocabulary::ApplicantType;
use state::questions::{KIND, STEP2, Step2Answer, VISA};
use state::{Field, Load};

/// What is missing or wrong in the questions, in their order.
pub(super) fn mistakes(form: &Form) -> Vec<Mistake> {
    let answers = form.answers();
    let [first, ..] = &answers.specialties;
    let known = !matches!(form.state.pack, Load::Ready(_)) || first.code.is_some();
    let us_citizen = answers.get(KIND) == Some(ApplicantType::UsImg);
    let scored = answers.get(STEP2) == Some(Step2Answer::Score);
    let problem = |field: Field| form.derived.problem(field);
    let no_score = answers.text(Field::Step2Score).trim().is_empty();

    let checks = [
        (
            Field::Specialty1,
            first
                .typed
                .trim()
                .is_empty()
                .then_some("Enter the specialty you apply in"),
        ),
        (
            Field::Specialty1,
            (!first.typed.trim().is_empty() && !known)
                .then_some("Choose a specialty from the list"),
        ),
        (
            Field::Kind,
            answers
                .get(KIND)
                .is_none()
                .then_some("Select how you apply"),
        ),
        (
            Field::Visa,
            (answers.get(KIND).is_some() && answers.get(VISA).is_none() && !us_citizen)
                .then_some("Select the visa you need"),
        ),
        (
            Field::Step2,
            answers
                .get(STEP2)
                .is_none()
                .then_some("Select whether you have a Step 2 CK score"),
        ),
        (
            Field::Step2Score,
            (scored && no_score).then_some("Enter your Step 2 CK score"),
        ),
        (
            Field::Step2Score,
            scored.then(|| problem(Field::Step2Score)).flatten(),
        ),
        (Field::Comlex2Score, problem(Field::Comlex2Score)),
        (Field::GraduationYear, problem(Field::GraduationYear)),
    ];
    checks
        .into_iter()
        .filter_map(|(field, message)| {
            Some(Mistake {
                id: field.code().into(),
                message: message?.to_string().into(),
            })
        })
        .collect()
}
