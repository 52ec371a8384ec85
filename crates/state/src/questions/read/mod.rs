//! Answers as typed, read as the engine's applicant and preferences.
//!
//! Every answer that is right acts at once; one that is wrong counts as not given, keeps its
//! text, and comes back as a [`Problem`] that says what to type.

mod exams;
mod number;
mod record;
mod wishes;

pub use wishes::USUAL_MILES;

use super::{Answers, COUPLE, ECFMG, Field, KIND, MILITARY, Problem, STAGE, TIES, VISA};
use crate::season::moment;
use engine::applicant::{Applicant, Moment, Step3};
use engine::calendar::Date;
use engine::contradiction::{Answer, Contradiction, contradictions};
use engine::ordering;
use engine::preference::Preferences;
use engine::vocabulary::{ApplicantType, VisaNeed};

/// Reads every answer. Problems come in the order of the questions.
#[must_use]
pub fn read(answers: &Answers, today: Option<Date>) -> (Applicant, Preferences, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut applicant = applicant(answers, today, &mut problems);
    if let Some(today) = today {
        agree(
            &mut applicant,
            moment(today, answers.get(STAGE)),
            &mut problems,
        );
    }
    let preferences = wishes::preferences(answers, &mut problems);
    ordering::sort_by_key(&mut problems, |problem| (problem.field, problem.row));
    (applicant, preferences, problems)
}

fn applicant(answers: &Answers, today: Option<Date>, problems: &mut Vec<Problem>) -> Applicant {
    record::recorded(answers, problems);
    Applicant {
        kind: answers.get(KIND),
        visa: visa(answers),
        graduation_year: record::graduation_year(answers, today, problems),
        step1: exams::step1(answers, problems),
        step2: exams::step2(answers, today, problems),
        step3: exams::step3(answers, problems),
        comlex: exams::comlex(answers, problems),
        ecfmg: answers.get(ECFMG),
        experience: record::experience(answers, today, problems),
        letters: record::letters(answers, problems),
        prior_training: record::prior_training(answers, problems),
        ties: answers.members(TIES).collect(),
        connections: record::connections(answers),
        languages: record::languages(answers),
        military: answers.get(MILITARY),
        couple: answers.get(COUPLE),
    }
}

/// Says what contradicts what, and takes for not given the answer beside which it is said.
fn agree(applicant: &mut Applicant, moment: Moment, problems: &mut Vec<Problem>) {
    let found: Vec<Contradiction> = contradictions(applicant, moment).collect();
    for contradiction in found {
        let field = match contradiction.answer() {
            Answer::Ecfmg => {
                applicant.ecfmg = None;
                Field::Ecfmg
            }
            Answer::Step3 => {
                applicant.step3 = Step3::default();
                Field::Step3
            }
            Answer::GraduationYear => {
                applicant.graduation_year = None;
                Field::GraduationYear
            }
            Answer::Visa => {
                applicant.visa = None;
                Field::Visa
            }
        };
        // One mistake at a question is enough to go on with.
        if problems.iter().all(|problem| problem.field != field) {
            problems.push(Problem::at(field, contradiction.label()));
        }
    }
}

/// A US citizen needs no visa, whatever was answered before the type was.
fn visa(answers: &Answers) -> Option<VisaNeed> {
    match answers.get(KIND) {
        Some(ApplicantType::UsImg) => Some(VisaNeed::None),
        _ => answers.get(VISA),
    }
}

#[cfg(test)]
mod tests;
