use super::*;
use crate::questions::*;
use engine::program::SpecialtyCode;
use engine::vocabulary::{ApplicantType, ExperienceKind, VisaNeed};

fn answered(edits: impl IntoIterator<Item = Edit>) -> Answers {
    let mut answers = Answers::default();
    for edit in edits {
        answers.edit(edit);
    }
    answers
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
        let answers = answered([SOUGHT_AFTER.answer(set)]);
        read(&answers, None).1.sought_after
    };
    assert_eq!(
        [None, Some(SoughtAfter::Counts), Some(SoughtAfter::Ignored)].map(counts),
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
        Edit::specialty(0, specialty),
        KIND.answer(Some(ApplicantType::NonUsImg)),
        VISA.answer(Some(VisaNeed::J1)),
        STEP2.answer(Some(Step2Answer::Score)),
        STEP2_SCORE.typed("245".into()),
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
        STEP2_SCORE.typed("345".into()),
        GRADUATION_YEAR.typed("19".into()),
    ]);
    let (applicant, _, problems) = read(&answers, today());
    assert_eq!(applicant.step2.score, None);
    let messages: Vec<_> = problems.iter().map(|p| &*p.message).collect();
    assert_eq!(
        messages,
        [
            "Enter your graduation year as a number from 1940 to 2034",
            "Enter your Step 2 CK score as a number from 100 to 300",
        ]
    );
}

#[test]
fn not_taken_yet_hides_a_score_but_does_not_lose_it() {
    let mut answers = answered([
        STEP2_SCORE.typed("999".into()),
        STEP2.answer(Some(Step2Answer::NotYet)),
    ]);
    let (applicant, _, problems) = read(&answers, today());
    assert_eq!((applicant.step2.taken, problems.len()), (Some(false), 0));
    answers.edit(STEP2.answer(Some(Step2Answer::Score)));
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
        Edit::specialty(0, named("Internal Medicine", "140")),
        Edit::specialty(1, named("Interal", "")),
        Edit::specialty(2, named("IM", "140")),
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
    let mut answers = answered([EXPERIENCE.answer(Some(false))]);
    assert_eq!(read(&answers, None).0.experience, Some(Vec::new()));
    answers.edit(EXPERIENCE.answer(Some(true)));
    answers.edit(Edit::experience(0, row.clone()));
    assert_eq!(read(&answers, None).0.experience, None);
    answers.edit(Edit::experience(
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
        STEP2.answer(Some(Step2Answer::Score)),
        STEP2_MONTH.answer(Month::new(12)),
        STEP2_YEAR.typed("2026".into()),
    ]);
    let (applicant, _, problems) = read(&answers, today());
    assert_eq!(applicant.step2.date, None);
    assert_eq!(problems.len(), 1);
}
