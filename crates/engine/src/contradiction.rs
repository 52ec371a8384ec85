//! Answers that contradict each other.
//!
//! A number that rests on two answers of which one must be wrong is worth nothing, so the form says
//! so beside one of them and does not count it, and a script is refused with the place. ECFMG
//! certifies whoever has passed Step 1 and Step 2 CK, Step 3 may be taken once both are passed, and
//! training starts in the summer of the season's year.

use super::applicant::{Applicant, EcfmgStatus, ExamResult, Moment};
use super::eligibility::has_failed_step2;
use super::vocabulary::{ApplicantType, VisaNeed, vocabulary};

vocabulary! {
    /// Two answers that cannot both be right; the words say what to look at.
    Contradiction {
        /// A certificate without Step 1.
        CertifiedWithoutStep1 = "certified_without_step1", "ECFMG certifies only who has passed Step 1. Change this answer or your Step 1 result";
        /// A certificate without Step 2 CK.
        CertifiedWithoutStep2 = "certified_without_step2", "ECFMG certifies only who has passed Step 2 CK. Change this answer or your Step 2 CK";
        /// Step 3 passed before Step 1.
        Step3WithoutStep1 = "step3_without_step1", "Step 3 can be taken only once Step 1 is passed. Change this answer or your Step 1 result";
        /// Step 3 passed before Step 2 CK.
        Step3WithoutStep2 = "step3_without_step2", "Step 3 can be taken only once Step 2 CK is passed. Change this answer or your Step 2 CK";
        /// Graduation after training has started.
        GraduatesTooLate = "graduates_too_late", "Training of your season starts before you graduate. Change this year, or prepare for a later season";
        /// A citizen who needs a visa.
        CitizenNeedsVisa = "citizen_needs_visa", "A US citizen needs no visa. Change this answer or your applicant type";
    }
}

/// The answer beside which a contradiction is said, and which then does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// ECFMG certification.
    Ecfmg,
    /// Step 3.
    Step3,
    /// The year of graduation.
    GraduationYear,
    /// The visa.
    Visa,
}

impl Contradiction {
    /// The answer that it is said beside.
    #[must_use]
    pub fn answer(self) -> Answer {
        match self {
            Contradiction::CertifiedWithoutStep1 | Contradiction::CertifiedWithoutStep2 => {
                Answer::Ecfmg
            }
            Contradiction::Step3WithoutStep1 | Contradiction::Step3WithoutStep2 => Answer::Step3,
            Contradiction::GraduatesTooLate => Answer::GraduationYear,
            Contradiction::CitizenNeedsVisa => Answer::Visa,
        }
    }

    fn holds(self, applicant: &Applicant, moment: Moment) -> bool {
        let not_passed = |result| matches!(result, Some(ExamResult::Fail | ExamResult::NotTaken));
        let lacks_step1 = not_passed(applicant.step1.result);
        let lacks_step2 =
            applicant.step2.taken == Some(false) || has_failed_step2(&applicant.step2);
        let is_certified = applicant.ecfmg == Some(EcfmgStatus::Certified);
        let has_step3 = applicant.step3.result == Some(ExamResult::Pass);
        match self {
            Contradiction::CertifiedWithoutStep1 => is_certified && lacks_step1,
            Contradiction::CertifiedWithoutStep2 => is_certified && lacks_step2,
            Contradiction::Step3WithoutStep1 => has_step3 && lacks_step1,
            Contradiction::Step3WithoutStep2 => has_step3 && lacks_step2,
            Contradiction::GraduatesTooLate => {
                let year = applicant.graduation_year;
                year.is_some_and(|year| year > moment.season.0)
            }
            Contradiction::CitizenNeedsVisa => {
                let needs = applicant.visa.is_some_and(|visa| visa != VisaNeed::None);
                applicant.kind == Some(ApplicantType::UsImg) && needs
            }
        }
    }
}

/// What contradicts what in an applicant's answers, in the order of [`Contradiction::ALL`].
pub fn contradictions(
    applicant: &Applicant,
    moment: Moment,
) -> impl Iterator<Item = Contradiction> {
    let all = Contradiction::ALL.iter().copied();
    all.filter(move |contradiction| contradiction.holds(applicant, moment))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::applicant::Score;
    use crate::calendar::{Date, Season};

    fn found(change: impl FnOnce(&mut Applicant)) -> Vec<Contradiction> {
        let mut applicant = Applicant {
            kind: Some(ApplicantType::NonUsImg),
            visa: Some(VisaNeed::J1),
            graduation_year: Some(2022),
            ecfmg: Some(EcfmgStatus::Certified),
            ..Applicant::default()
        };
        applicant.step1.result = Some(ExamResult::Pass);
        applicant.step2.score = Score::new(240);
        change(&mut applicant);
        let moment = Moment {
            today: Date::parse("2026-10-01").unwrap(),
            season: Season(2027),
            stage: None,
        };
        contradictions(&applicant, moment).collect()
    }

    #[test]
    fn a_certificate_needs_both_exams_and_so_does_step_3() {
        assert_eq!(found(|_| {}), []);
        let step1 = [Contradiction::CertifiedWithoutStep1];
        assert_eq!(
            found(|a| a.step1.result = Some(ExamResult::NotTaken)),
            step1
        );
        assert_eq!(found(|a| a.step1.result = Some(ExamResult::Fail)), step1);
        assert_eq!(found(|a| a.step1.result = None), []);
        let step2 = [Contradiction::CertifiedWithoutStep2];
        assert_eq!(found(|a| a.step2.score = Score::new(180)), step2);
        let not_taken = found(|a| {
            a.step2 = crate::applicant::Step2 {
                taken: Some(false),
                ..Default::default()
            };
            a.step3.result = Some(ExamResult::Pass);
        });
        let both = [step2[0], Contradiction::Step3WithoutStep2];
        assert_eq!(not_taken, both);
    }

    #[test]
    fn nobody_graduates_after_training_starts_and_no_citizen_needs_a_visa() {
        let late = [Contradiction::GraduatesTooLate];
        assert_eq!(found(|a| a.graduation_year = Some(2027)), []);
        assert_eq!(found(|a| a.graduation_year = Some(2028)), late);
        let citizen = found(|a| a.kind = Some(ApplicantType::UsImg));
        assert_eq!(citizen, [Contradiction::CitizenNeedsVisa]);
        assert_eq!(citizen[0].answer(), Answer::Visa);
    }
}
