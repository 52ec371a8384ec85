//! Reasons as sentences that a person reads.

use crate::applicant::Exam;
use crate::catalog::Catalog;
use crate::vocabulary::{EcfmgTiming, Strength, VisaNeed};

use super::Reason;

impl Reason {
    /// The reason as one plain sentence. The catalog is needed for rules of state boards.
    #[must_use]
    pub fn sentence(&self, catalog: &Catalog) -> String {
        match *self {
            Reason::Met => "You meet this.".into(),
            Reason::Withdrawing => "The program has given up its accreditation.".into(),
            Reason::AccreditationWarning => {
                "The program is accredited with a warning or on probation. Ask what it has done since.".into()
            }
            Reason::MilitaryOnly => {
                "This is a military program. It trains doctors in service: active duty, HPSP or USUHS.".into()
            }
            Reason::MilitaryDoubtful => {
                "The name is military, but the program takes part in the civilian Match or has a civilian sponsor. Ask whether it reads civilian applicants.".into()
            }
            Reason::NeedsEarlierTraining => {
                "Its positions are for physicians with earlier US residency training.".into()
            }
            Reason::EarlierTrainingUnanswered => {
                "Its positions are for physicians with earlier US residency training. You have not said whether you have any.".into()
            }
            Reason::OsteopathicPrerequisite => {
                "It is meant for osteopathic physicians. Others need osteopathic training first.".into()
            }
            Reason::Step3Missing => {
                "An H-1B petition needs a Step 3 pass, which you do not have yet.".into()
            }
            Reason::Step3Unanswered => {
                "An H-1B petition needs a Step 3 pass. You have not said whether you passed it.".into()
            }
            Reason::ExamNotPassed(exam) => format!("{} is not passed.", exam.label()),
            Reason::BelowPassMark { exam: Exam::Comlex2, score, mark } => {
                format!("{score} is below {mark}, the pass mark of COMLEX Level 2-CE.")
            }
            Reason::BelowPassMark { exam, score, mark } => {
                format!("{score} is below {mark}, the pass mark of {} for the date that you gave.", exam.label())
            }
            Reason::PassMarkUnknown { score, mark } => format!(
                "{score} is below {mark}, the pass mark since 1 July 2025. Enter month and year of your exam in your profile: earlier marks were lower."
            ),
            Reason::ExamPending(exam) => format!(
                "Your result of {} is still to come. Some programs wait for it before they invite.",
                exam.label()
            ),
            Reason::LicenceRuleUnmet { rule } => rule_sentence(catalog, rule, "You may not meet a rule for the training licence."),
            Reason::LicenceRuleUnanswered { rule } => {
                rule_sentence(catalog, rule, "A rule for the training licence depends on your attempts.")
            }
            Reason::LicenceNotStated => {
                "We have read no rule of this state for the training licence after failed attempts. Ask the program.".into()
            }
            Reason::NoSpanish => {
                "Programs in Puerto Rico are reported to train in Spanish. No legal text was seen, so ask.".into()
            }
            Reason::SpanishUnanswered => {
                "Programs in Puerto Rico are reported to train in Spanish. You have not listed your languages.".into()
            }
            Reason::OwnMust(property) => {
                format!("You said it must have this: {}. It does not.", lower_first(property.label()))
            }
            Reason::OwnNever(property) => {
                format!("You ruled this out: {}.", lower_first(property.label()))
            }
            Reason::VisaStated(need) => format!("It states that it sponsors {}.", visa(need)),
            Reason::VisaRefused(need) => format!("It states that it does not sponsor {}.", visa(need)),
            Reason::VisaNotStated { need, filed: false } => {
                format!("It does not say whether it sponsors {}.", visa(need))
            }
            Reason::VisaNotStated { need, filed: true } => format!(
                "It does not say whether it sponsors {}. The employer filed H-1B papers for residents.",
                visa(need)
            ),
            Reason::VisaConflicting(need) => format!("Sources contradict each other on {}.", visa(need)),
            Reason::H1bLimited => {
                "It sponsors H-1B only for US graduates or case by case.".into()
            }
            Reason::VisaUnanswered => "You have not said which visa you need.".into(),
            Reason::BelowMinimum { step, minimum, score } => {
                format!("It states a minimum of {minimum} on Step {}. You have {score}.", step_name(step))
            }
            Reason::AtMinimum { step, minimum } => {
                format!("You meet its stated minimum of {minimum} on Step {}.", step_name(step))
            }
            Reason::MinimumScoreUnknown { step, minimum } => {
                format!("It states a minimum of {minimum} on Step {}.", step_name(step))
            }
            Reason::TooManyAttempts { limit, made } => {
                format!("It accepts at most {}. You made {made} attempts.", attempts(limit))
            }
            Reason::AttemptsWithinLimit { limit } => {
                format!("It accepts at most {}. You are within that.", attempts(limit))
            }
            Reason::FailedAttemptNotStated => {
                "It does not say whether it considers a failed attempt. Some programs never do.".into()
            }
            Reason::AttemptsUnanswered => {
                "It limits attempts. You have not said how often you took each exam.".into()
            }
            Reason::GraduatedTooLong { limit, years, strength: Strength::Preferred } => format!(
                "It prefers graduates of the last {}. You graduated {} before the season.",
                counted(limit, "year"),
                counted(years, "year")
            ),
            Reason::GraduatedTooLong { limit, years, .. } => format!(
                "It accepts graduates of the last {}. You graduated {} before the season.",
                counted(limit, "year"),
                counted(years, "year")
            ),
            Reason::GraduatedWithin { limit } => {
                format!("It accepts graduates of the last {}. You are within that.", counted(limit, "year"))
            }
            Reason::NoGraduationLimit => "It states that it has no limit by graduation year.".into(),
            Reason::GraduationNotStated { years } => format!(
                "It does not say how many years since graduation it accepts. Yours are {years}."
            ),
            Reason::GraduationUnanswered => {
                "It has a cutoff by graduation year. You have not given yours.".into()
            }
            Reason::ExperienceUnmet { strength, months, has } => experience(strength, months, has),
            Reason::ExperienceMet => "You meet what it says of US clinical experience.".into(),
            Reason::ExperienceNotStated => {
                "It does not clearly say whether it wants US clinical experience. You have none that is hands-on.".into()
            }
            Reason::ExperienceUnanswered => {
                "It requires US clinical experience. You have not said whether you have any.".into()
            }
            Reason::EcfmgTooEarly(timing) | Reason::EcfmgInTime(timing) => {
                format!("It wants the ECFMG certificate {}.", ecfmg(timing))
            }
            Reason::EcfmgNotStated => "It does not say when it wants the ECFMG certificate.".into(),
            Reason::EcfmgUnanswered => {
                "It wants the ECFMG certificate when you apply. You have not said how yours stands.".into()
            }
        }
    }
}

fn rule_sentence(catalog: &Catalog, rule: u16, lead: &str) -> String {
    match catalog.licence_rules().get(usize::from(rule)) {
        Some(rule) => format!("{lead} {}", rule.sentence),
        None => lead.into(),
    }
}

fn visa(need: VisaNeed) -> &'static str {
    match need {
        VisaNeed::J1 => "J-1",
        VisaNeed::H1b => "H-1B",
        VisaNeed::Either => "J-1 or H-1B",
        VisaNeed::None => "a visa",
    }
}

fn step_name(step: u8) -> &'static str {
    match step {
        1 => "1",
        2 => "2 CK",
        _ => "3",
    }
}

fn attempts(limit: u8) -> String {
    match limit {
        1 => "one attempt at an exam, so no failed one".into(),
        n => format!("{n} attempts at an exam"),
    }
}

fn counted(n: u8, noun: &str) -> String {
    if n == 1 {
        format!("1 {noun}")
    } else {
        format!("{n} {noun}s")
    }
}

fn experience(strength: Strength, months: Option<u8>, has: u16) -> String {
    let verb = if strength == Strength::Required {
        "requires"
    } else {
        "prefers"
    };
    let asked = match months {
        Some(1) => "1 month of US clinical experience".to_owned(),
        Some(n) => format!("{n} months of US clinical experience"),
        None => "US clinical experience".to_owned(),
    };
    let held = if has == 1 {
        "1 month".to_owned()
    } else {
        format!("{has} months")
    };
    format!("It {verb} {asked}. You have {held} of hands-on experience.")
}

fn ecfmg(timing: EcfmgTiming) -> &'static str {
    match timing {
        EcfmgTiming::AtApplication => "when you apply",
        EcfmgTiming::ByInterview => "by the interview",
        EcfmgTiming::ByRankList => "by the rank order list deadline",
        EcfmgTiming::ByStart => "by the start of training",
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        std::iter::once(first.to_ascii_lowercase())
            .chain(chars)
            .collect()
    })
}
