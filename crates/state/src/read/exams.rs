//! Exam answers: USMLE Steps and COMLEX-USA.

use super::super::answers::{Answers, Step2Answer};
use super::super::field::{Field, Problem};
use super::number::{Whole, whole};
use engine::applicant::{Attempts, Comlex, ComlexScore, ExamResult, Score, Step1, Step2, Step3};
use engine::calendar::Date;

const ATTEMPTS: Whole = Whole {
    what: "how often you took the exam",
    least: 1,
    most: 20,
};

fn attempts(answers: &Answers, field: Field, problems: &mut Vec<Problem>) -> Option<Attempts> {
    whole(answers, field, ATTEMPTS, problems)
        .and_then(|n| u8::try_from(n).ok())
        .and_then(Attempts::new)
}

fn score(
    answers: &Answers,
    field: Field,
    what: &'static str,
    problems: &mut Vec<Problem>,
) -> Option<Score> {
    // The scale begins at 1, but no score of two digits was ever reported: it is a slip of the keyboard,
    // and would shut every program.
    let range = Whole {
        what,
        least: 100,
        most: 300,
    };
    whole(answers, field, range, problems).and_then(Score::new)
}

/// Step 1. A score and attempts count only for an exam that was taken.
pub(super) fn step1(answers: &Answers, problems: &mut Vec<Problem>) -> Step1 {
    if answers.step1 == Some(ExamResult::NotTaken) {
        return Step1 {
            result: answers.step1,
            ..Step1::default()
        };
    }
    Step1 {
        result: answers.step1,
        score: score(answers, Field::Step1Score, "your Step 1 score", problems),
        attempts: attempts(answers, Field::Step1Attempts, problems),
    }
}

/// Step 2 CK. Month and year are enough for the pass mark, which changed on the first of a month.
pub(super) fn step2(answers: &Answers, today: Option<Date>, problems: &mut Vec<Problem>) -> Step2 {
    match answers.step2 {
        Some(Step2Answer::NotYet) => {
            return Step2 {
                taken: Some(false),
                ..Step2::default()
            };
        }
        Some(Step2Answer::Comlex) => return Step2::default(),
        Some(Step2Answer::Score) | None => {}
    }
    let score = score(answers, Field::Step2Score, "your Step 2 CK score", problems);
    let asked = answers.step2 == Some(Step2Answer::Score);
    Step2 {
        taken: (asked || score.is_some()).then_some(true),
        score,
        date: exam_month(answers, today, problems),
        attempts: attempts(answers, Field::Step2Attempts, problems),
    }
}

fn exam_month(answers: &Answers, today: Option<Date>, problems: &mut Vec<Problem>) -> Option<Date> {
    const YEARS: Whole = Whole {
        what: "the year of your Step 2 CK exam",
        least: 1992,
        most: 2100,
    };
    let year = whole(answers, Field::Step2Year, YEARS, problems)?;
    let date = Date::new(year, answers.step2_month?, 1)?;
    if today.is_some_and(|today| date > today) {
        problems.push(Problem::at(
            Field::Step2Year,
            "The month of your Step 2 CK exam must be in the past",
        ));
        return None;
    }
    Some(date)
}

/// Step 3.
pub(super) fn step3(answers: &Answers, problems: &mut Vec<Problem>) -> Step3 {
    if answers.step3 == Some(ExamResult::NotTaken) {
        return Step3 {
            result: answers.step3,
            ..Step3::default()
        };
    }
    Step3 {
        result: answers.step3,
        score: score(answers, Field::Step3Score, "your Step 3 score", problems),
        attempts: attempts(answers, Field::Step3Attempts, problems),
    }
}

/// COMLEX-USA. Kept for every type, so that a change of type loses nothing.
pub(super) fn comlex(answers: &Answers, problems: &mut Vec<Problem>) -> Comlex {
    const LEVEL2: Whole = Whole {
        what: "your COMLEX Level 2-CE score",
        least: 9,
        most: 999,
    };
    let osteopathic = answers.kind.is_some_and(|kind| kind.is_osteopathic());
    if !osteopathic && answers.step2 != Some(Step2Answer::Comlex) {
        return Comlex::default();
    }
    Comlex {
        level1: answers.comlex1,
        level2: whole(answers, Field::Comlex2Score, LEVEL2, problems).and_then(ComlexScore::new),
        level1_attempts: attempts(answers, Field::Comlex1Attempts, problems),
        level2_attempts: attempts(answers, Field::Comlex2Attempts, problems),
    }
}
