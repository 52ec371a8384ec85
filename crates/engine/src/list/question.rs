//! The words of a question to a program: precise, polite, ready to be sent.

use super::Ask;
use crate::calendar::Season;
use crate::eligibility::{Gate, GateReading, Reason};
use crate::program::Program;
use crate::vocabulary::VisaNeed;

/// A letter to a program about one open question. It says nothing of the applicant but what the
/// question needs, and bears no name: both are theirs to add.
#[must_use]
pub fn wording(ask: &Ask, program: &Program, specialty: &str, season: Season) -> String {
    format!(
        "Dear program coordinator,\n\n\
         I am preparing an application to the {specialty} residency at {} (ACGME {}) for positions that start in July {}. \
         {} I have not found the answer on a public page.\n\n\
         Thank you for your time.",
        program.name,
        program.id,
        season.0,
        question(&ask.reading),
    )
}

/// The same for all that is open at a program, the questions numbered; `None` where nothing is.
#[must_use]
pub fn letter(
    open: &[GateReading],
    program: &Program,
    specialty: &str,
    season: Season,
) -> Option<String> {
    if open.is_empty() {
        return None;
    }
    let questions: Vec<String> = (1..)
        .zip(open)
        .map(|(number, reading)| format!("{number}. {}", question(reading)))
        .collect();
    Some(format!(
        "Dear program coordinator,\n\n\
         I am preparing an application to the {specialty} residency at {} (ACGME {}) for positions that start in July {}. \
         I have not found the answers to these questions on a public page:\n\n{}\n\n\
         Thank you for your time.",
        program.name,
        program.id,
        season.0,
        questions.join("\n"),
    ))
}

/// What is open, as one question.
#[must_use]
pub fn question(reading: &GateReading) -> String {
    match (reading.gate, reading.reason) {
        (_, Reason::VisaNotStated { need, .. } | Reason::VisaConflicting(need)) => {
            format!("Does the program sponsor {} for residents?", visa(need))
        }
        (_, Reason::GraduationNotStated { years }) => format!(
            "Is there a limit on the years since graduation from medical school? Mine are {years}."
        ),
        (Gate::Visa, _) => "Which visas does the program sponsor for residents?".into(),
        (Gate::Accreditation, _) => "Does the program take residents in that year?".into(),
        (Gate::Military, _) => "Is the program open to civilian applicants?".into(),
        (Gate::Prerequisite, _) => "Do the positions ask for earlier residency training?".into(),
        (Gate::Step3ForH1b, _) => {
            "By when must Step 3 be passed for an H-1B petition?".into()
        }
        (Gate::ExamsPassed, _) => {
            "Which exams must be passed before an application is considered?".into()
        }
        (Gate::Step1Minimum, _) => "Is there a lowest Step 1 score?".into(),
        (Gate::Step2Minimum, _) => "Is there a lowest Step 2 CK score?".into(),
        (Gate::Attempts, _) => {
            "Does the program consider an applicant who passed an exam after a failed attempt?".into()
        }
        (Gate::Graduation, _) => {
            "Is there a limit on the years since graduation from medical school?".into()
        }
        (Gate::Experience, _) => {
            "Is US clinical experience required, and if so how many months and of which kind?".into()
        }
        (Gate::Ecfmg, _) => {
            "By when must ECFMG certification be complete: with the application, by the interview, by the rank order list, or by the start of training?".into()
        }
        (Gate::Spanish, _) => "Is Spanish required?".into(),
        (Gate::Licence, _) => "Which rules of the state's board apply to a training licence?".into(),
        (Gate::OwnChoice, _) => "Could you tell me more about the program?".into(),
    }
}

fn visa(need: VisaNeed) -> &'static str {
    match need {
        VisaNeed::J1 => "the J-1 visa",
        VisaNeed::H1b => "the H-1B visa",
        VisaNeed::Either => "the J-1 or the H-1B visa",
        VisaNeed::None => "a visa",
    }
}
