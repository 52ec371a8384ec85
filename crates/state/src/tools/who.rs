//! Whom a line of the cost planner or a step of the timeline concerns.

use engine::applicant::{Applicant, EcfmgStatus, ExamResult};
use engine::vocabulary::VisaNeed;

engine::vocabulary! {
    /// Whom something concerns.
    Who {
        /// Everybody.
        All = "all", "everybody";
        /// Graduates of schools outside the US.
        Img = "img", "IMGs";
        /// Who needs a visa.
        Visa = "visa", "who needs a visa";
        /// IMGs without hands-on US clinical experience.
        Usce = "usce", "IMGs without US clinical experience";
        /// Who has not passed Step 1.
        Step1 = "step1", "who has not passed Step 1";
        /// Who has no Step 2 CK score.
        Step2 = "step2", "who has no Step 2 CK score";
        /// Who has not passed Step 3.
        Step3 = "step3", "who has not passed Step 3";
        /// IMGs whom ECFMG has not certified.
        Ecfmg = "ecfmg", "IMGs without ECFMG certification";
        /// Who needs letters.
        Letters = "letters", "who needs letters";
    }
}

/// How something stands with an applicant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It does not concern them.
    None,
    /// The profile says that it is done.
    Done,
    /// It is to be done, or nobody has said.
    Open,
}

impl Who {
    /// How it stands with an applicant; what is not answered may concern everybody.
    #[must_use]
    pub fn need(self, applicant: &Applicant) -> Need {
        let is_img = applicant.kind.is_none_or(|kind| kind.is_img());
        let done = |is_done: bool| if is_done { Need::Done } else { Need::Open };
        match self {
            Who::Img | Who::Ecfmg | Who::Usce if !is_img => Need::None,
            Who::Ecfmg => done(applicant.ecfmg == Some(EcfmgStatus::Certified)),
            Who::Usce => done(applicant.hands_on_months().is_some_and(|months| months > 0)),
            Who::Visa if applicant.visa == Some(VisaNeed::None) => Need::None,
            // COMLEX may stand in place of USMLE.
            // Nobody who has a Step 2 CK score and does not speak of Step 1 is told to begin with it.
            Who::Step1 => done(
                [applicant.step1.result, applicant.comlex.level1].contains(&Some(ExamResult::Pass))
                    || (applicant.step1.result.is_none() && applicant.step2.score.is_some()),
            ),
            Who::Step2 => {
                done(applicant.step2.score.is_some() || applicant.comlex.level2.is_some())
            }
            Who::Step3 => done(applicant.step3.result == Some(ExamResult::Pass)),
            Who::All | Who::Img | Who::Visa | Who::Letters => Need::Open,
        }
    }
}
