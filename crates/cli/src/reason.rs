//! Reasons as stable codes. Their sentences are the engine's.

use engine::eligibility::Reason;
use serde::Serialize;

/// The stable code of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ReasonCode(&'static str);

macro_rules! codes {
    ($($reason:pat => $code:literal,)+) => {
        /// Every code.
        #[cfg(feature = "command")]
        pub(super) const CODES: &[&str] = &[$($code),+];

        /// The stable code of a reason: the variant's name in small letters.
        pub(super) fn code(reason: &Reason) -> ReasonCode {
            ReasonCode(match reason {
                $($reason => $code,)+
            })
        }
    };
}

codes! {
    Reason::Met => "met",
    Reason::Withdrawing => "withdrawing",
    Reason::AccreditationWarning => "accreditation_warning",
    Reason::MilitaryOnly => "military_only",
    Reason::MilitaryDoubtful => "military_doubtful",
    Reason::NeedsEarlierTraining => "needs_earlier_training",
    Reason::EarlierTrainingUnanswered => "earlier_training_unanswered",
    Reason::OsteopathicPrerequisite => "osteopathic_prerequisite",
    Reason::VisaStated(_) => "visa_stated",
    Reason::VisaRefused(_) => "visa_refused",
    Reason::VisaNotStated { .. } => "visa_not_stated",
    Reason::VisaConflicting(_) => "visa_conflicting",
    Reason::H1bLimited => "h1b_limited",
    Reason::VisaUnanswered => "visa_unanswered",
    Reason::Step3Missing => "step3_missing",
    Reason::Step3Unanswered => "step3_unanswered",
    Reason::ExamNotPassed(_) => "exam_not_passed",
    Reason::BelowPassMark { .. } => "below_pass_mark",
    Reason::PassMarkUnknown { .. } => "pass_mark_unknown",
    Reason::ExamPending(_) => "exam_pending",
    Reason::BelowMinimum { .. } => "below_minimum",
    Reason::AtMinimum { .. } => "at_minimum",
    Reason::MinimumScoreUnknown { .. } => "minimum_score_unknown",
    Reason::TooManyAttempts { .. } => "too_many_attempts",
    Reason::AttemptsWithinLimit { .. } => "attempts_within_limit",
    Reason::FailedAttemptNotStated => "failed_attempt_not_stated",
    Reason::AttemptsUnanswered => "attempts_unanswered",
    Reason::GraduatedTooLong { .. } => "graduated_too_long",
    Reason::GraduatedWithin { .. } => "graduated_within",
    Reason::NoGraduationLimit => "no_graduation_limit",
    Reason::GraduationNotStated { .. } => "graduation_not_stated",
    Reason::GraduationUnanswered => "graduation_unanswered",
    Reason::ExperienceUnmet { .. } => "experience_unmet",
    Reason::ExperienceMet => "experience_met",
    Reason::ExperienceNotStated => "experience_not_stated",
    Reason::ExperienceUnanswered => "experience_unanswered",
    Reason::EcfmgTooEarly(_) => "ecfmg_too_early",
    Reason::EcfmgInTime(_) => "ecfmg_in_time",
    Reason::EcfmgNotStated => "ecfmg_not_stated",
    Reason::EcfmgUnanswered => "ecfmg_unanswered",
    Reason::NoSpanish => "no_spanish",
    Reason::SpanishUnanswered => "spanish_unanswered",
    Reason::LicenceRuleUnmet { .. } => "licence_rule_unmet",
    Reason::LicenceRuleUnanswered { .. } => "licence_rule_unanswered",
    Reason::LicenceNotStated => "licence_not_stated",
    Reason::OwnMust(_) => "own_must",
    Reason::OwnNever(_) => "own_never",
}

impl ReasonCode {
    /// As it is spelt.
    pub(super) fn text(self) -> &'static str {
        self.0
    }
}
