//! The questions in groups, as the rooms and the check-answers page show them.

use super::answers::{Answers, Step2Answer};
use super::field::Field;
use super::season;
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
        match self {
            Section::Season => {
                let asks = today.is_some_and(season::asks_stage);
                asks.then_some(Field::Stage).into_iter().collect()
            }
            Section::Person => person(answers),
            Section::Graduation => vec![
                Field::GraduationYear,
                Field::GraduationMonth,
                Field::GapMonths,
            ],
            Section::Exams => exams(answers),
            Section::Ecfmg => {
                let concerns = answers.kind.is_none_or(ApplicantType::is_img);
                let fields = if concerns {
                    &[Field::Ecfmg, Field::Pathway][..]
                } else {
                    &[]
                };
                fields.to_vec()
            }
            Section::Experience => vec![Field::Experience],
            Section::Record => vec![
                Field::LettersUs,
                Field::LettersSpecialty,
                Field::Publications,
                Field::Research,
                Field::Work,
                Field::Volunteering,
                Field::Degrees,
            ],
            Section::Training => {
                let mut fields = vec![Field::PriorUs];
                if answers.prior_us == Some(true) {
                    fields.push(Field::PriorUsMonths);
                }
                fields.extend([Field::PriorAbroad, Field::Languages]);
                fields
            }
            Section::Ties => vec![Field::Ties, Field::Connections],
            Section::Path => vec![Field::Couple, Field::Military],
            Section::Specialties => specialties(answers),
            Section::Places => {
                let mut fields = vec![Field::States, Field::Divisions, Field::Near];
                if !answers.near.typed.is_empty() {
                    fields.push(Field::NearMiles);
                }
                fields
            }
            Section::Programs => vec![Field::Setting, Field::Size],
            Section::Demands => vec![Field::Must, Field::Never],
            Section::Balance => vec![
                Field::Lambda,
                Field::SoughtAfter,
                Field::WeightPlace,
                Field::WeightNear,
                Field::WeightSetting,
                Field::WeightSize,
            ],
        }
    }

    /// How many of the group's questions are answered, and how many there are.
    #[must_use]
    pub fn progress(self, answers: &Answers, today: Option<Date>) -> (usize, usize) {
        let fields = self.fields(answers, today);
        let answered = fields.iter().filter(|f| answers.is_answered(**f)).count();
        (answered, fields.len())
    }
}

fn person(answers: &Answers) -> Vec<Field> {
    let mut fields = vec![Field::Kind];
    if answers.kind != Some(ApplicantType::UsImg) {
        fields.push(Field::Visa);
    }
    fields.extend([
        Field::Citizenship,
        Field::SchoolCountry,
        Field::InUs,
        Field::PresentStatus,
    ]);
    fields
}

fn exams(answers: &Answers) -> Vec<Field> {
    let mut fields = vec![Field::Step1];
    if answers.step1.is_some_and(|r| r != ExamResult::NotTaken) {
        fields.extend([Field::Step1Score, Field::Step1Attempts]);
    }
    fields.push(Field::Step2);
    if answers.step2 == Some(Step2Answer::Score) {
        fields.extend([Field::Step2Score, Field::Step2Year, Field::Step2Attempts]);
    }
    fields.push(Field::Step3);
    if answers.step3.is_some_and(|r| r != ExamResult::NotTaken) {
        fields.extend([Field::Step3Score, Field::Step3Attempts]);
    }
    if answers.asks_comlex() {
        fields.extend([
            Field::Comlex1,
            Field::Comlex1Attempts,
            Field::Comlex2Score,
            Field::Comlex2Attempts,
        ]);
    }
    fields
}

fn specialties(answers: &Answers) -> Vec<Field> {
    let [_, second, third] = &answers.specialties;
    let mut fields = Field::SPECIALTIES.to_vec();
    if !second.typed.is_empty() {
        fields.push(Field::Worth2);
    }
    if !third.typed.is_empty() {
        fields.push(Field::Worth3);
    }
    fields
}

impl Answers {
    /// Whether COMLEX is asked: of osteopathic applicants and of whoever said so.
    #[must_use]
    pub fn asks_comlex(&self) -> bool {
        self.kind.is_some_and(ApplicantType::is_osteopathic)
            || self.step2 == Some(Step2Answer::Comlex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Choice, Edit};

    #[test]
    fn every_question_stands_in_exactly_one_group() {
        let mut answers = Answers::default();
        for choice in [
            Choice::Kind(Some(ApplicantType::NonUsImg)),
            Choice::Step1(Some(ExamResult::Pass)),
            Choice::Step3(Some(ExamResult::Fail)),
            Choice::PriorUs(Some(true)),
        ] {
            answers.edit(Edit::Choose(choice));
        }
        let mut seen = Vec::new();
        for step2 in [Step2Answer::Score, Step2Answer::Comlex] {
            answers.edit(Edit::Choose(Choice::Step2(Some(step2))));
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
