//! Exam answers: USMLE Steps and COMLEX-USA.

use super::number::number;
use crate::questions::{
    Answers, COMLEX1, COMLEX1_ATTEMPTS, COMLEX2_ATTEMPTS, COMLEX2_SCORE, Problem, STEP1,
    STEP1_ATTEMPTS, STEP1_SCORE, STEP2, STEP2_ATTEMPTS, STEP2_MONTH, STEP2_SCORE, STEP2_YEAR,
    STEP3, STEP3_ATTEMPTS, STEP3_SCORE, Step2Answer,
};
use engine::applicant::{Comlex, ExamResult, Step1, Step2, Step3};
use engine::calendar::Date;

/// Step 1. A score and attempts count only for an exam that was taken.
pub(super) fn step1(answers: &Answers, problems: &mut Vec<Problem>) -> Step1 {
    let result = answers.get(STEP1);
    if result == Some(ExamResult::NotTaken) {
        return Step1 {
            result,
            ..Step1::default()
        };
    }
    Step1 {
        result,
        score: number(answers, STEP1_SCORE, problems),
        attempts: number(answers, STEP1_ATTEMPTS, problems),
    }
}

/// Step 2 CK. Month and year are enough for the pass mark, which changed on the first of a month.
pub(super) fn step2(answers: &Answers, today: Option<Date>, problems: &mut Vec<Problem>) -> Step2 {
    let asked = match answers.get(STEP2) {
        Some(Step2Answer::NotYet) => {
            return Step2 {
                taken: Some(false),
                ..Step2::default()
            };
        }
        Some(Step2Answer::Comlex) => return Step2::default(),
        answer => answer == Some(Step2Answer::Score),
    };
    let score = number(answers, STEP2_SCORE, problems);
    Step2 {
        taken: (asked || score.is_some()).then_some(true),
        score,
        date: exam_month(answers, today, problems),
        attempts: number(answers, STEP2_ATTEMPTS, problems),
    }
}

fn exam_month(answers: &Answers, today: Option<Date>, problems: &mut Vec<Problem>) -> Option<Date> {
    let year = number(answers, STEP2_YEAR, problems)?;
    let date = Date::new(year, answers.get(STEP2_MONTH)?.value(), 1)?;
    if today.is_some_and(|today| date > today) {
        problems.push(Problem::at(
            STEP2_YEAR.field(),
            "The month of your Step 2 CK exam must be in the past",
        ));
        return None;
    }
    Some(date)
}

/// Step 3.
pub(super) fn step3(answers: &Answers, problems: &mut Vec<Problem>) -> Step3 {
    let result = answers.get(STEP3);
    if result == Some(ExamResult::NotTaken) {
        return Step3 {
            result,
            ..Step3::default()
        };
    }
    Step3 {
        result,
        score: number(answers, STEP3_SCORE, problems),
        attempts: number(answers, STEP3_ATTEMPTS, problems),
    }
}

/// COMLEX-USA. Kept for every type, so that a change of type loses nothing.
pub(super) fn comlex(answers: &Answers, problems: &mut Vec<Problem>) -> Comlex {
    if !answers.asks_comlex() {
        return Comlex::default();
    }
    Comlex {
        level1: answers.get(COMLEX1),
        level2: number(answers, COMLEX2_SCORE, problems),
        level1_attempts: number(answers, COMLEX1_ATTEMPTS, problems),
        level2_attempts: number(answers, COMLEX2_ATTEMPTS, problems),
    }
}
