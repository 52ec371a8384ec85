//! Gates: what may keep a program from reading an application, each with its state, its probability of being open and its reason.
//!
//! A gate is read from what the applicant answered and what is known of the program. Unknown on
//! either side is neither a pass nor a fail: it is a probability with a range.

mod circumstances;
mod exams;
mod gate_summary;
mod own;
mod pass_marks;
mod school;
mod sentence;
mod standing;
#[cfg(test)]
mod tests;
mod visa;

pub use circumstances::Circumstances;
pub(crate) use gate_summary::{GateSummary, SilentPages};
pub use pass_marks::{COMLEX2_PASS_MARK, has_failed_step2, step2_pass_mark};

use super::applicant::Exam;
use super::fact::Origin;
use super::program::Program;
use super::vocabulary::{EcfmgTiming, Strength, VisaNeed, vocabulary};

vocabulary! {
    /// What a program may ask before it reads an application.
    Gate {
        /// The program is accredited and goes on.
        Accreditation = "accreditation", "Accreditation";
        /// Military service.
        Military = "military", "Military service";
        /// Earlier training or a degree that the position needs.
        Prerequisite = "prerequisite", "Earlier training";
        /// Visa.
        Visa = "visa", "Visa";
        /// Step 3 before an H-1B petition.
        Step3ForH1b = "step3_for_h1b", "Step 3 for H-1B";
        /// Exams passed.
        ExamsPassed = "exams_passed", "Exams passed";
        /// Lowest Step 1 score.
        Step1Minimum = "step1_minimum", "Step 1 minimum";
        /// Lowest Step 2 CK score.
        Step2Minimum = "step2_minimum", "Step 2 CK minimum";
        /// Failed attempts.
        Attempts = "attempts", "Failed attempts";
        /// Years since graduation.
        Graduation = "graduation", "Graduation year";
        /// US clinical experience.
        Experience = "experience", "US clinical experience";
        /// ECFMG certification.
        Ecfmg = "ecfmg", "ECFMG certification";
        /// Spanish.
        Spanish = "spanish", "Spanish";
        /// The state's licence to train.
        Licence = "licence", "State training licence";
        /// The applicant's own demands and dealbreakers.
        OwnChoice = "own_choice", "Your must-haves and dealbreakers";
    }
}

vocabulary! {
    /// How a gate stands, from open to shut.
    GateState {
        /// Open, or it does not apply.
        Open = "open", "Met";
        /// A stated preference is not met: the odds fall, the gate stays open.
        PreferenceUnmet = "preference_unmet", "Preference not met";
        /// The program does not say.
        NotStated = "not_stated", "Not stated";
        /// The applicant has not answered.
        Unanswered = "unanswered", "Your answer is missing";
        /// Sources contradict each other.
        Conflicting = "conflicting", "Sources disagree";
        /// Stated, and seldom given to applicants like this one.
        Unlikely = "unlikely", "Unlikely";
        /// Stated: this application is not considered.
        Shut = "shut", "Does not consider you";
    }
}

/// A low, middle and high value. Low is never above middle, middle never above high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Low end.
    pub lo: f64,
    /// Middle.
    pub mid: f64,
    /// High end.
    pub hi: f64,
}

impl Band {
    /// A value without doubt.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Band {
            lo: value,
            mid: value,
            hi: value,
        }
    }

    /// The three values in order.
    #[must_use]
    pub fn of(a: f64, b: f64, c: f64) -> Self {
        let ordered = |x: f64, y: f64| {
            if y.total_cmp(&x).is_lt() {
                (y, x)
            } else {
                (x, y)
            }
        };
        let (a, b) = ordered(a, b);
        let (b, hi) = ordered(b, c);
        let (lo, mid) = ordered(a, b);
        Band { lo, mid, hi }
    }

    /// Each of the three over a number; nothing over nothing.
    #[must_use]
    pub fn over(self, divisor: f64) -> Self {
        if divisor <= 0.0 {
            return Band::exactly(0.0);
        }
        Band {
            lo: self.lo / divisor,
            mid: self.mid / divisor,
            hi: self.hi / divisor,
        }
    }

    /// Standard deviation as a share of the middle, of a range that holds nine in ten; 0 where the
    /// middle is.
    #[must_use]
    pub fn relative_sd(self) -> f64 {
        /// Standard deviations from the middle to an end.
        const TO_THE_END: f64 = 1.645;
        if self.mid > 0.0 {
            0.5 * (self.hi - self.lo) / TO_THE_END / self.mid
        } else {
            0.0
        }
    }
}

/// Why a gate stands as it does. [`std::fmt::Display`] makes it a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// Nothing is asked here, or the answer meets it.
    Met,
    /// Accreditation: the program withdraws.
    Withdrawing,
    /// Accreditation: on probation or warning; informs only.
    AccreditationWarning,
    /// Military program, and the applicant has no military standing.
    MilitaryOnly,
    /// Military by name, but its NRMP codes or sponsor are civilian: not stated.
    MilitaryDoubtful,
    /// Every position is for physicians with earlier US training, and the applicant has none.
    NeedsEarlierTraining,
    /// The positions need earlier training, and the applicant has not said.
    EarlierTrainingUnanswered,
    /// Osteopathic prerequisite, and the applicant is not an osteopathic physician.
    OsteopathicPrerequisite,
    /// The visa is stated to be sponsored.
    VisaStated(VisaNeed),
    /// The visa is stated not to be sponsored.
    VisaRefused(VisaNeed),
    /// The program does not say; the middle value is the specialty's share.
    VisaNotStated {
        /// Which visa.
        need: VisaNeed,
        /// Whether the employer filed H-1B for residents.
        filed: bool,
    },
    /// Sources contradict each other on the visa.
    VisaConflicting(VisaNeed),
    /// H-1B only for US graduates or case by case.
    H1bLimited,
    /// The applicant has not said which visa they need.
    VisaUnanswered,
    /// H-1B petitions need Step 3, which is not passed.
    Step3Missing,
    /// H-1B petitions need Step 3; not answered.
    Step3Unanswered,
    /// An exam was not passed.
    ExamNotPassed(Exam),
    /// The score is under the pass mark of its day.
    BelowPassMark {
        /// Step 2 CK or COMLEX Level 2-CE.
        exam: Exam,
        /// Score.
        score: u16,
        /// Pass mark.
        mark: u16,
    },
    /// The score is under today's pass mark and the day of the exam is not known.
    PassMarkUnknown {
        /// Score.
        score: u16,
        /// Today's pass mark.
        mark: u16,
    },
    /// An exam is not passed yet and can still be: its result is to come.
    ExamPending(Exam),
    /// Under a stated minimum.
    BelowMinimum {
        /// 1 or 2.
        step: u8,
        /// Minimum.
        minimum: u16,
        /// Score.
        score: u16,
    },
    /// At or above a stated minimum.
    AtMinimum {
        /// 1 or 2.
        step: u8,
        /// Minimum.
        minimum: u16,
    },
    /// A minimum is stated and the score is not known.
    MinimumScoreUnknown {
        /// 1 or 2.
        step: u8,
        /// Minimum.
        minimum: u16,
    },
    /// More attempts than stated.
    TooManyAttempts {
        /// Most attempts.
        limit: u8,
        /// Attempts made.
        made: u8,
    },
    /// Attempts within a stated limit.
    AttemptsWithinLimit {
        /// Most attempts.
        limit: u8,
    },
    /// A failed attempt, and the program does not say.
    FailedAttemptNotStated,
    /// Attempts not answered.
    AttemptsUnanswered,
    /// Graduated longer ago than stated.
    GraduatedTooLong {
        /// Most years.
        limit: u8,
        /// Years since graduation.
        years: u8,
        /// Cutoff or preference.
        strength: Strength,
    },
    /// Within a stated limit.
    GraduatedWithin {
        /// Most years.
        limit: u8,
    },
    /// A page states that there is no limit.
    NoGraduationLimit,
    /// The program does not say.
    GraduationNotStated {
        /// Years since graduation.
        years: u8,
    },
    /// Graduation year not answered.
    GraduationUnanswered,
    /// US clinical experience stated and not met.
    ExperienceUnmet {
        /// Required or preferred.
        strength: Strength,
        /// Months asked; `None` if the page names no number.
        months: Option<u8>,
        /// Hands-on months of the applicant.
        has: u16,
    },
    /// US clinical experience stated and met.
    ExperienceMet,
    /// The program does not say, and the applicant has none.
    ExperienceNotStated,
    /// US clinical experience not answered.
    ExperienceUnanswered,
    /// ECFMG certificate asked for earlier than the applicant has it.
    EcfmgTooEarly(EcfmgTiming),
    /// ECFMG certificate asked for at a time that can still be met.
    EcfmgInTime(EcfmgTiming),
    /// The program does not say when.
    EcfmgNotStated,
    /// ECFMG standing not answered.
    EcfmgUnanswered,
    /// Puerto Rico, and no Spanish.
    NoSpanish,
    /// Puerto Rico, and languages not answered.
    SpanishUnanswered,
    /// A state board's rule that this applicant does not meet; by its index in
    /// [`super::catalog::Catalog::licence_rules`].
    LicenceRuleUnmet {
        /// Index of the rule.
        rule: u16,
    },
    /// A state board's rule whose answer is missing.
    LicenceRuleUnanswered {
        /// Index of the rule.
        rule: u16,
    },
    /// No rule of the state's board was read.
    LicenceNotStated,
    /// A demand of the applicant's own that the program is known not to meet.
    OwnMust(super::preference::Property),
    /// A dealbreaker of the applicant's own that the program is known to have.
    OwnNever(super::preference::Property),
}

/// One gate of one program, read for one applicant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GateReading {
    /// Which gate.
    pub gate: Gate,
    /// How it stands.
    pub state: GateState,
    /// Belief that it is open, 0 to 1. A preference that is not met leaves it at 1 and lowers
    /// the odds instead.
    pub pass: Band,
    /// Why.
    pub reason: Reason,
    /// Who says so; `None` if nobody does.
    pub origin: Option<Origin>,
}

/// A function that reads one gate; `None` where the gate does not bear on this applicant.
type Reader = fn(&Circumstances<'_>, &Program) -> Option<GateReading>;

/// The readers of the gates, in the order of [`Gate::ALL`].
const READERS: [Reader; Gate::ALL.len()] = [
    standing::accreditation,
    standing::military,
    standing::prerequisite,
    visa::visa,
    visa::step3_for_h1b,
    exams::passed,
    exams::step1_minimum,
    exams::step2_minimum,
    exams::attempts,
    school::graduation,
    school::experience,
    school::ecfmg,
    standing::spanish,
    standing::licence,
    own::own_choice,
];

impl Circumstances<'_> {
    /// Reads every gate of a program that bears on this applicant, in the order of [`Gate::ALL`].
    ///
    /// ```
    /// # use engine::eligibility::{Circumstances, Gate, GateState};
    /// # use engine::ranking::RankInput;
    /// # use engine::applicant::{Applicant, Entries, Entry, Moment};
    /// # use engine::calendar::{Date, Season};
    /// # use engine::catalog::{Catalog, CatalogParts, Specialty};
    /// # use engine::geography::UsState;
    /// # use engine::preference::{Preferences, SpecialtyChoice};
    /// # use engine::program::{Program, ProgramId, SpecialtyCode};
    /// # use engine::vocabulary::{ApplicantType, VisaNeed};
    /// # let medicine = SpecialtyCode::parse("140").unwrap();
    /// # let id = ProgramId::parse("1400500001").unwrap();
    /// # let catalog = Catalog::new(CatalogParts {
    /// #     programs: vec![Program::new(id, "General Hospital", "Albany", UsState::Ny)],
    /// #     specialties: vec![Specialty::new(medicine, "Internal Medicine")],
    /// #     ..CatalogParts::default()
    /// # })
    /// # .unwrap();
    /// # let preferences = Preferences {
    /// #     specialties: vec![SpecialtyChoice::training(medicine)],
    /// #     ..Preferences::default()
    /// # };
    /// # let today = Date::parse("2026-11-23").unwrap();
    /// # let moment = Moment { today, season: Season::of(today), stage: None };
    /// let applicant = Applicant {
    ///     kind: Some(ApplicantType::NonUsImg),
    ///     visa: Some(VisaNeed::J1),
    ///     ..Applicant::default()
    /// };
    /// # let entries = Entries::default();
    /// # let input = RankInput {
    /// #     catalog: &catalog,
    /// #     model: None,
    /// #     applicant: &applicant,
    /// #     preferences: &preferences,
    /// #     entries: &entries,
    /// #     moment,
    /// # };
    /// let circumstances = Circumstances::of(&input);
    /// let program = &catalog.programs()[0];
    /// let visa = circumstances
    ///     .readings(program)
    ///     .find(|reading| reading.gate == Gate::Visa)
    ///     .unwrap();
    /// // No page says anything of the J-1: neither a yes nor a no, but a belief with a range.
    /// assert_eq!(visa.state, GateState::NotStated);
    /// assert!(visa.pass.lo <= visa.pass.mid && visa.pass.mid <= visa.pass.hi);
    /// ```
    pub fn readings(&self, program: &Program) -> impl Iterator<Item = GateReading> {
        self.readings_where(program, |_| true)
    }

    /// The same for some of the gates.
    fn readings_where(
        &self,
        program: &Program,
        wanted: impl Fn(Gate) -> bool,
    ) -> impl Iterator<Item = GateReading> {
        let gates = Gate::ALL.iter().zip(&READERS);
        let gates = gates.filter(move |(gate, _)| wanted(**gate));
        gates.filter_map(move |(_, read)| read(self, program))
    }
}
