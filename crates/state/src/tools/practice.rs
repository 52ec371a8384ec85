//! Interview questions: their kinds, and which a profile brings up.

use crate::content::guide::Gap;
use crate::content::tools::Question;
use engine::applicant::{Applicant, EcfmgStatus, ExamResult};
use engine::calendar::Date;
use engine::vocabulary::{ApplicantType, VisaNeed};

engine::vocabulary! {
    /// Kinds of interview questions, in the order in which they are offered.
    QuestionKind {
        /// Those that open a talk.
        Opening = "opening", "Openers";
        /// Why medicine, why this specialty.
        Motivation = "motivation", "Why medicine, why this specialty";
        /// Why this program.
        Program = "program", "Why this program";
        /// Tell me about a time.
        Behavioural = "behavioural", "Tell me about a time";
        /// What would you do with this patient.
        Clinical = "clinical", "Clinical judgement";
        /// What is right.
        Ethics = "ethics", "Ethics and the team";
        /// Those that international graduates hear.
        Img = "img", "For international graduates";
        /// Doubts that an application raises.
        RedFlag = "red-flag", "Doubts about an application";
        /// Hard ones.
        Hard = "hard", "Hard ones";
    }
}

engine::vocabulary! {
    /// What in a profile brings a question up.
    Flag {
        /// More than one attempt at an exam.
        Attempts = "attempts", "more than one attempt at an exam";
        /// A Step 2 CK score of a non-US IMG below the middle of those who did not match.
        LowStep2 = "low_step2", "your Step 2 CK score";
        /// Years since graduation.
        Years = "years", "the years since your graduation";
        /// No hands-on US clinical experience.
        NoUsce = "no_usce", "no hands-on US clinical experience";
        /// Earlier US residency training.
        PriorUs = "prior_us", "earlier residency training in the US";
        /// Earlier residency training elsewhere.
        PriorAbroad = "prior_abroad", "residency training outside the US";
        /// A visa is needed.
        Visa = "visa", "the visa that you need";
        /// Not certified by ECFMG.
        Ecfmg = "ecfmg", "ECFMG certification that is not there yet";
        /// Few letters from the US.
        Letters = "letters", "fewer than three letters from the US";
        /// The couples match.
        Couple = "couple", "the couples match";
    }
}

/// Years since graduation from which programs begin to ask: the shortest limit that pages of
/// programs in our data commonly state.
const YEARS: u16 = 3;
/// NRMP's median Step 2 CK of non-US IMGs who did not match in 2026, the fact
/// `exams-charting-2026-overall` of the guide.
const STEP2: u16 = 242;
/// Letters that most programs ask for.
const LETTERS: u8 = 3;

/// What in this profile an interviewer may ask about. What is not answered raises nothing.
#[must_use]
pub fn flags(applicant: &Applicant, today: Option<Date>) -> Vec<Flag> {
    let is_img = applicant.kind.is_some_and(|kind| kind.is_img());
    let attempts = [
        applicant.step1.attempts,
        applicant.step2.attempts,
        applicant.step3.attempts,
        applicant.comlex.level1_attempts,
        applicant.comlex.level2_attempts,
    ];
    let years = today
        .zip(applicant.graduation_year)
        .map(|(today, year)| today.year().saturating_sub(year));
    Flag::ALL
        .iter()
        .copied()
        .filter(|flag| match flag {
            Flag::Attempts => attempts.iter().flatten().any(|n| n.value() > 1),
            Flag::LowStep2 => {
                applicant.kind == Some(ApplicantType::NonUsImg)
                    && applicant.step2.score.is_some_and(|s| s.value() < STEP2)
            }
            Flag::Years => years.is_some_and(|years| years >= YEARS),
            Flag::NoUsce => is_img && applicant.hands_on_months() == Some(0),
            Flag::PriorUs => applicant.prior_training.us == Some(true),
            Flag::PriorAbroad => applicant.prior_training.abroad == Some(true),
            Flag::Visa => applicant.visa.is_some_and(|visa| visa != VisaNeed::None),
            Flag::Ecfmg => is_img && applicant.ecfmg.is_some_and(|e| e != EcfmgStatus::Certified),
            Flag::Letters => applicant.letters.from_us.is_some_and(|n| n < LETTERS),
            Flag::Couple => applicant.couple == Some(true),
        })
        .collect()
}

/// What the answers lack or ask for, as the guide's articles name it.
#[must_use]
pub fn gaps(applicant: &Applicant, today: Option<Date>) -> Vec<Gap> {
    let is_img = applicant.kind.is_some_and(|kind| kind.is_img());
    let raised = flags(applicant, today);
    let lacks = |gap: &Gap| match gap {
        Gap::Usce => raised.contains(&Flag::NoUsce),
        Gap::Letters => raised.contains(&Flag::Letters),
        Gap::Ecfmg => raised.contains(&Flag::Ecfmg),
        Gap::Step2 => is_img && applicant.step2.score.is_none(),
        Gap::Step3 => applicant.step3.result == Some(ExamResult::NotTaken),
        Gap::Visa => raised.contains(&Flag::Visa),
        Gap::Attempts => raised.contains(&Flag::Attempts),
        Gap::YearsSince => raised.contains(&Flag::Years),
    };
    Gap::ALL.iter().copied().filter(lacks).collect()
}

/// The questions of a kind; those that the profile brings up come first, each with its flag.
#[must_use]
pub fn questions<'a>(
    all: &'a [Question],
    kind: Option<QuestionKind>,
    flags: &[Flag],
) -> Vec<(&'a Question, Option<Flag>)> {
    let wanted = all
        .iter()
        .filter(|question| kind.is_none_or(|kind| kind.code() == question.kind));
    let mut flagged: Vec<(&Question, Option<Flag>)> = Vec::new();
    let mut others = Vec::new();
    for question in wanted {
        let flag = Flag::from_code(&question.flag).filter(|flag| flags.contains(flag));
        match flag {
            Some(_) => flagged.push((question, flag)),
            None => others.push((question, None)),
        }
    }
    flagged.extend(others);
    flagged
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::applicant::{Attempts, Score};

    #[test]
    fn a_profile_raises_only_what_it_says() {
        assert_eq!(flags(&Applicant::default(), Date::parse("2026-11-25")), []);
        let mut applicant = Applicant {
            kind: Some(ApplicantType::NonUsImg),
            visa: Some(VisaNeed::J1),
            graduation_year: Some(2019),
            ..Applicant::default()
        };
        applicant.step2.score = Score::new(231);
        applicant.step1.attempts = Attempts::new(2);
        let raised = flags(&applicant, Date::parse("2026-11-25"));
        let wanted = [Flag::Attempts, Flag::LowStep2, Flag::Years, Flag::Visa];
        assert_eq!(raised, wanted);
        let lacking = gaps(&applicant, Date::parse("2026-11-25"));
        assert_eq!(lacking, [Gap::Visa, Gap::Attempts, Gap::YearsSince]);
    }

    #[test]
    fn what_the_profile_brings_up_comes_first() {
        let question = |id: &str, flag: &str| Question {
            id: id.into(),
            kind: "red-flag".into(),
            text: String::new(),
            hint: String::new(),
            flag: flag.into(),
        };
        let all = [
            question("a", ""),
            question("b", "visa"),
            question("c", "couple"),
        ];
        let found = questions(&all, Some(QuestionKind::RedFlag), &[Flag::Visa]);
        let ids: Vec<&str> = found.iter().map(|(q, _)| q.id.as_str()).collect();
        assert_eq!(ids, ["b", "a", "c"]);
        assert!(questions(&all, Some(QuestionKind::Hard), &[]).is_empty());
    }
}
