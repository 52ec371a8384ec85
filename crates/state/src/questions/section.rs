//! The questions in groups, as the rooms and the check-answers page show them.

use super::answers::Answers;
use super::rows::Step2Answer;
use super::table::{Field, KIND, PRIOR_US, STEP1, STEP2, STEP3};
use crate::season;
use engine::applicant::ExamResult;
use engine::calendar::Date;
use engine::vocabulary::ApplicantType;

engine::vocabulary! {
    /// A group of questions.
    Section {
        /// Where the applicant stands in the season.
        Season = "season", "This season";
        /// Type, visa and where from.
        Person = "person", "How you apply";
        /// Graduation and gaps.
        Graduation = "graduation", "Graduation";
        /// USMLE and COMLEX.
        Exams = "exams", "Exams";
        /// ECFMG certification.
        Ecfmg = "certification", "ECFMG certification";
        /// US clinical experience.
        Experience = "experience", "US clinical experience";
        /// Letters and the rest of the record.
        Record = "record", "Letters and record";
        /// Earlier training and languages.
        Training = "training", "Training and languages";
        /// Ties to states and programs.
        Ties = "your-ties", "Ties";
        /// Couples and military.
        Path = "path", "Couples and military";
        /// Specialties in order.
        Specialties = "specialties", "Specialties";
        /// Where.
        Places = "places", "Places";
        /// Setting and size.
        Programs = "kind-of-program", "Kind of program";
        /// Must-haves and dealbreakers.
        Demands = "demands", "Must-haves and dealbreakers";
        /// What counts how much.
        Balance = "balance", "What counts how much";
    }
}

impl Section {
    /// Whether the group stands in the Preferences room; all others stand in Profile.
    #[must_use]
    pub fn is_preference(self) -> bool {
        self >= Section::Specialties
    }

    /// The questions that this applicant is asked; none if the group does not concern them.
    #[must_use]
    pub fn fields(self, answers: &Answers, today: Option<Date>) -> Vec<Field> {
        let all = Field::ALL.iter().copied();
        all.filter(|field| field.section() == self && field.is_asked(answers, today))
            .collect()
    }

    /// How many of the group's questions are answered, and how many there are.
    #[must_use]
    pub fn progress(self, answers: &Answers, today: Option<Date>) -> (usize, usize) {
        let fields = self.fields(answers, today);
        let answered = fields.iter().filter(|f| answers.is_answered(**f)).count();
        (answered, fields.len())
    }
}

impl Field {
    /// Whether the question is put to whoever answered so.
    fn is_asked(self, answers: &Answers, today: Option<Date>) -> bool {
        let is_taken = |exam| {
            let result = answers.get(exam);
            result.is_some_and(|result| result != ExamResult::NotTaken)
        };
        let [_, second, third] = &answers.specialties;
        match self {
            Field::Stage => today.is_some_and(season::asks_stage),
            Field::Visa => answers.get(KIND) != Some(ApplicantType::UsImg),
            Field::Step1Score | Field::Step1Attempts => is_taken(STEP1),
            Field::Step2Score | Field::Step2Year | Field::Step2Attempts => {
                answers.get(STEP2) == Some(Step2Answer::Score)
            }
            // Asked and shown together with its year.
            Field::Step2Month => false,
            Field::Step3Score | Field::Step3Attempts => is_taken(STEP3),
            Field::Comlex1
            | Field::Comlex1Attempts
            | Field::Comlex2Score
            | Field::Comlex2Attempts => answers.asks_comlex(),
            Field::Ecfmg | Field::Pathway => answers.get(KIND).is_none_or(ApplicantType::is_img),
            Field::PriorUsMonths => answers.get(PRIOR_US) == Some(true),
            Field::Worth2 => !second.typed.is_empty(),
            Field::Worth3 => !third.typed.is_empty(),
            Field::NearMiles => !answers.near.typed.is_empty(),
            _ => true,
        }
    }
}

impl Answers {
    /// Whether COMLEX is asked: of osteopathic applicants and of whoever said so.
    #[must_use]
    pub fn asks_comlex(&self) -> bool {
        self.get(KIND).is_some_and(ApplicantType::is_osteopathic)
            || self.get(STEP2) == Some(Step2Answer::Comlex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_stands_in_exactly_one_group() {
        let mut answers = Answers::default();
        for edit in [
            KIND.answer(Some(ApplicantType::NonUsImg)),
            STEP1.answer(Some(ExamResult::Pass)),
            STEP3.answer(Some(ExamResult::Fail)),
            PRIOR_US.answer(Some(true)),
        ] {
            answers.edit(edit);
        }
        let mut seen = Vec::new();
        for step2 in [Step2Answer::Score, Step2Answer::Comlex] {
            answers.edit(STEP2.answer(Some(step2)));
            for slot in &mut answers.specialties {
                slot.typed = "x".into();
            }
            answers.near.typed = "x".into();
            for section in Section::ALL {
                for field in section.fields(&answers, Date::parse("2026-11-23")) {
                    assert_eq!(field.is_preference(), section.is_preference(), "{field:?}");
                    seen.push((field, *section));
                }
            }
        }
        seen.sort();
        seen.dedup();
        // The month of the exam is asked and shown together with its year.
        let fields: Vec<_> = seen.iter().map(|(field, _)| *field).collect();
        let mut all = Field::ALL.to_vec();
        all.retain(|field| *field != Field::Step2Month);
        assert_eq!(fields, all);
    }
}
