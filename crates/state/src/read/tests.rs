use super::*;
use crate::answers::{ExperienceAnswer, SpecialtyAnswer, Step2Answer};
use crate::edit::{Choice, Edit};
use crate::field::Field;
use engine::program::SpecialtyCode;
use engine::vocabulary::{ApplicantType, ExperienceKind, VisaNeed};

fn answered(edits: impl IntoIterator<Item = Edit>) -> Answers {
    let mut answers = Answers::default();
    for edit in edits {
        answers.edit(edit);
    }
    answers
}

fn typed(field: Field, text: &str) -> Edit {
    Edit::Type(field, text.into())
}

fn today() -> Option<Date> {
    Date::parse("2026-11-23")
}

#[test]
fn nothing_answered_is_unknown_everywhere() {
    let (applicant, preferences, problems) = read(&Answers::default(), None);
    assert_eq!(applicant, Applicant::default());
    assert_eq!(preferences, Preferences::default());
    assert_eq!(problems, []);
}

#[test]
fn being_sought_after_counts_unless_switched_off() {
    let counts = |set| {
        let answers = answered([Edit::Choose(Choice::SoughtAfter(set))]);
        read(&answers, None).1.sought_after
    };
    assert_eq!(
        [None, Some(true), Some(false)].map(counts),
        [true, true, false]
    );
}

#[test]
fn three_answers_are_enough() {
    let specialty = SpecialtyAnswer {
        typed: "Internal Medicine".into(),
        code: SpecialtyCode::parse("140"),
        ..SpecialtyAnswer::default()
    };
    let answers = answered([
        Edit::Specialty(0, specialty),
        Edit::Choose(Choice::Kind(Some(ApplicantType::NonUsImg))),
        Edit::Choose(Choice::Visa(Some(VisaNeed::J1))),
        Edit::Choose(Choice::Step2(Some(Step2Answer::Score))),
        typed(Field::Step2Score, "245"),
    ]);
    let (applicant, preferences, problems) = read(&answers, today());
    assert_eq!(problems, []);
    assert_eq!(applicant.step2.score.map(|s| s.value()), Some(245));
    assert_eq!(applicant.step2.taken, Some(true));
    assert_eq!(preferences.specialties.len(), 1);
}

#[test]
fn a_wrong_answer_is_marked_and_counts_as_not_given() {
    let answers = answered([
        typed(Field::Step2Score, "345"),
        typed(Field::GraduationYear, "19"),
    ]);
    let (applicant, _, problems) = read(&answers, today());
    assert_eq!(applicant.step2.score, None);
    let messages: Vec<_> = problems.iter().map(|p| &*p.message).collect();
    assert_eq!(
        messages,
        [
            "Enter your graduation year as a number from 1950 to 2034",
            "Enter your Step 2 CK score as a number from 100 to 300",
        ]
    );
}

#[test]
fn not_taken_yet_hides_a_score_but_does_not_lose_it() {
    let mut answers = answered([
        typed(Field::Step2Score, "999"),
        Edit::Choose(Choice::Step2(Some(Step2Answer::NotYet))),
    ]);
    let (applicant, _, problems) = read(&answers, today());
    assert_eq!((applicant.step2.taken, problems.len()), (Some(false), 0));
    answers.edit(Edit::Choose(Choice::Step2(Some(Step2Answer::Score))));
    assert_eq!(read(&answers, today()).2.len(), 1);
}

#[test]
fn a_specialty_that_names_none_is_a_problem_and_a_repeated_one_too() {
    let named = |typed: &str, code| SpecialtyAnswer {
        typed: typed.into(),
        code: SpecialtyCode::parse(code),
        ..SpecialtyAnswer::default()
    };
    let answers = answered([
        Edit::Specialty(0, named("Internal Medicine", "140")),
        Edit::Specialty(1, named("Interal", "")),
        Edit::Specialty(2, named("IM", "140")),
    ]);
    let (_, preferences, problems) = read(&answers, None);
    assert_eq!(preferences.specialties.len(), 1);
    let fields: Vec<_> = problems.iter().map(|p| p.field).collect();
    assert_eq!(fields, [Field::Specialty2, Field::Specialty3]);
}

#[test]
fn no_experience_is_an_answer_and_an_unfinished_row_is_not() {
    let row = ExperienceAnswer {
        kind: Some(ExperienceKind::Externship),
        ..ExperienceAnswer::default()
    };
    let mut answers = answered([Edit::Choose(Choice::AnyExperience(Some(false)))]);
    assert_eq!(read(&answers, None).0.experience, Some(Vec::new()));
    answers.edit(Edit::Choose(Choice::AnyExperience(Some(true))));
    answers.edit(Edit::Experience(0, row.clone()));
    assert_eq!(read(&answers, None).0.experience, None);
    answers.edit(Edit::Experience(
        0,
        ExperienceAnswer {
            months: "three".into(),
            ..row
        },
    ));
    let (_, _, problems) = read(&answers, None);
    assert_eq!(problems.first().and_then(|p| p.row), Some(0));
}

#[test]
fn an_exam_in_the_future_is_a_problem() {
    let answers = answered([
        Edit::Choose(Choice::Step2(Some(Step2Answer::Score))),
        Edit::Choose(Choice::Step2Month(Some(12))),
        typed(Field::Step2Year, "2026"),
    ]);
    let (applicant, _, problems) = read(&answers, today());
    assert_eq!(applicant.step2.date, None);
    assert_eq!(problems.len(), 1);
}
