//! What is assumed or measured for all cells alike, with its range.

use crate::vocabulary::vocabulary;

/// An assumption or a measured effect, with its range and source.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effect {
    /// Central value.
    pub mid: f64,
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

impl Effect {
    /// No effect, beyond doubt.
    pub const NONE: Effect = Effect {
        mid: 0.0,
        low: 0.0,
        high: 0.0,
    };

    /// Standard deviation of the value, since its range is meant to hold the truth nine times
    /// in ten.
    #[must_use]
    pub fn sd(self) -> f64 {
        const FROM_LOW_TO_HIGH: f64 = 2.0 * 1.645;
        (self.high - self.low) / FROM_LOW_TO_HIGH
    }
}

/// Effects that hold for all cells: the table of labelled assumptions and measured effects.
///
/// Log odds ratios act on P(interview). Prior shares are shares of programs.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// What it is.
    pub key: AssumptionKey,
    /// Its value and range.
    pub effect: Effect,
    /// Keys in sources.toml; empty for a pure assumption.
    pub sources: Box<[Box<str>]>,
    /// One sentence for the Trust room.
    pub sentence: Box<str>,
}

vocabulary! {
    /// The assumptions and measured effects by name.
    AssumptionKey {
        /// Share of interviews that become ranks.
        RanksPerInterview = "ranks_per_interview", "Share of interviews that are ranked";
        /// Log odds ratio of an IMG interview, community hospital against academic centre.
        SettingImg = "setting_img", "IMGs: community hospital against academic centre";
        /// Log odds of an IMG interview for one unit of the logarithm of how many the state takes
        /// over how many its mix of specialties would give.
        StateElasticity = "state_elasticity", "IMGs: from the share that a state takes to the odds of an interview";
        /// Log odds ratio per 10 points of share of positions unfilled in 2016 to 2020.
        UnfilledHistory = "unfilled_history", "Unfilled positions, 2016 to 2020";
        /// The same in 2026.
        Unfilled2026 = "unfilled_2026", "Unfilled positions in 2026";
        /// Log odds ratio of a US applicant, the most sought after program against the least.
        SoughtAfterUs = "sought_after_us", "US applicants: the most sought after program against the least";
        /// How much more a score counts at the most sought-after program than at the least, as a
        /// share of what it counts; 0 to 1.
        SoughtAfterScore = "sought_after_score", "How much more a score counts at the most sought-after program";
        /// How much applicants choose by their odds: programs are sent to with weight exp(a h), h without
        /// what comes of how many apply there.
        AsSent = "as_sent", "How far applicants choose programs by their odds";
        /// Share of an IMG pool whose application no program reads.
        TailImg = "tail_img", "IMGs whose application no program reads";
        /// The same of applicants of US schools.
        TailUs = "tail_us", "US applicants whose application no program reads";
        /// How fast that share falls with the log odds of the record.
        TailGain = "tail_gain", "How fast that share falls with a stronger record";
        /// Log odds ratio of a third attempt at any one exam, and of each doubling beyond two.
        AttemptsBeyondTwo = "attempts_beyond_two", "A third attempt, and each doubling beyond two";
        /// Log odds ratio of an IMG who graduated eight years ago against up to four.
        YearsSinceGraduation = "years_since_graduation", "IMGs: eight years since graduation against up to four";
        /// Log odds ratio of an applicant who needs a visa, where the employer filed H-1B for residents.
        H1bFilingOpen = "h1b_filing_open", "Employer filed H-1B for residents";
        /// Log odds ratio of a tie to the state.
        StateTie = "state_tie", "Tie to the state";
        /// Log odds ratio of a rotation or home program.
        Connection = "connection", "Rotation or home program";
        /// Share of the measured log odds ratio of a signal that is taken to be the signal's own.
        Signal = "signal", "Share of a signal's measured log odds that is used";
        /// Log odds ratio of not meeting a stated preference.
        PreferenceUnmet = "preference_unmet", "A stated preference is not met";
        /// Prior share of programs that accept J-1.
        J1Prior = "j1_prior", "Programs that accept J-1";
        /// Prior share of programs that sponsor H-1B.
        H1bPrior = "h1b_prior", "Programs that sponsor H-1B";
        /// Prior share of H-1B sponsors where the employer filed for residents.
        H1bFilingPrior = "h1b_filing_prior", "Programs that sponsor H-1B, employer filed for residents";
        /// Share of programs that never consider an applicant with a failed attempt, where
        /// the specialty has no figure of its own.
        FailedNever = "failed_never", "Programs that never consider a failed attempt";
        /// Share of programs that require US clinical experience of IMGs.
        ExperienceRequired = "experience_required", "Programs that require US clinical experience";
        /// Share of programs with a graduation cutoff shorter than the gap.
        GraduationCutoff = "graduation_cutoff", "Programs with a cutoff by years since graduation";
        /// Share of programs that want the ECFMG certificate when the applicant applies.
        EcfmgAtApplication = "ecfmg_at_application", "Programs that want the ECFMG certificate with the application";
        /// Share of programs with a Step 2 CK minimum above a low score.
        Step2Screen = "step2_screen", "Programs that screen by Step 2 CK";
        /// Prior share of Puerto Rico programs that train without Spanish.
        SpanishPrior = "spanish_prior", "Puerto Rico programs open without Spanish";
        /// Prior share of a state board's rule standing as read.
        LicenceRulePrior = "licence_rule_prior", "State rule still stands as read";
        /// Belief that a program that is military by name, but has NRMP codes or a civilian
        /// sponsor, reads civilian applicants.
        MilitaryPrior = "military_prior", "Military by name with a civilian sponsor: open to civilians";
        /// Belief that an applicant who has not said has the earlier training that a position needs.
        EarlierTrainingPrior = "earlier_training_prior", "Earlier training, not answered";
        /// Belief that a program with "limited" H-1B sponsors an IMG.
        H1bLimitedPrior = "h1b_limited_prior", "Limited H-1B given to an IMG";
        /// Belief that an H-1B sponsor reads an applicant whose Step 3 is still to come.
        Step3Pending = "step3_pending", "H-1B sponsor reads an applicant without Step 3";
        /// Belief that a program reads an applicant whose Step 2 CK is still to come.
        Step2Pending = "step2_pending", "Program reads an applicant without Step 2 CK";
        /// Belief that an applicant who has not answered meets a stated requirement.
        UnansweredMeets = "unanswered_meets", "Stated requirement met, not answered";
        /// Belief that an applicant meets a state board's rule, where the rule or the answer is
        /// not known.
        LicenceUnknown = "licence_unknown", "State licence rule met, not known";
        /// Age in years given to a page without a date.
        UndatedAge = "undated_age", "Age of an undated page, in years";
        /// Standard deviation between programs that nothing here explains, on the logit scale.
        ProgramSpread = "program_spread", "Spread between programs";
        /// Share by which a statement's weight falls for each year of its age.
        StatementDecay = "statement_decay", "Loss of weight per year of a page's age";
        /// Extra standard deviation of level and d where the number of ranks is borrowed.
        PartlySpread = "partly_spread", "Doubt where the number of ranks is borrowed";
        /// Extra standard deviation of level and d where the whole cell is borrowed.
        BorrowedSpread = "borrowed_spread", "Doubt where the numbers are borrowed from other applicants";
        /// Applicants behind a Residency Explorer figure that does not say how many.
        ExplorerApplicants = "explorer_applicants", "Applicants behind a figure of your own";
        /// What one of them counts against one of the model's.
        ExplorerWeight = "explorer_weight", "Weight of an applicant behind a figure of your own";
        /// Standard deviation of log odds between applicant types, where a figure is about all.
        ExplorerAllTypes = "explorer_all_types", "Doubt where a figure of your own is about all applicant types";
        /// Loading of theta across specialties.
        ThetaLoading = "theta_loading", "Strength shared between specialties";
    }
}

/// What an assumption's number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A log odds ratio of an interview.
    Odds,
    /// A share of programs, or a belief, 0 to 1.
    Share,
    /// Years.
    Years,
    /// A number of people.
    People,
    /// A standard deviation or a loading, on the scale of log odds.
    Plain,
}

impl AssumptionKey {
    /// What the number with this key is.
    #[must_use]
    pub fn scale(self) -> Scale {
        match self {
            AssumptionKey::SettingImg
            | AssumptionKey::UnfilledHistory
            | AssumptionKey::Unfilled2026
            | AssumptionKey::SoughtAfterUs
            | AssumptionKey::AttemptsBeyondTwo
            | AssumptionKey::YearsSinceGraduation
            | AssumptionKey::H1bFilingOpen
            | AssumptionKey::StateTie
            | AssumptionKey::Connection
            | AssumptionKey::PreferenceUnmet => Scale::Odds,
            AssumptionKey::UndatedAge => Scale::Years,
            AssumptionKey::ExplorerApplicants => Scale::People,
            AssumptionKey::ProgramSpread
            | AssumptionKey::StateElasticity
            | AssumptionKey::AsSent
            | AssumptionKey::SoughtAfterScore
            | AssumptionKey::TailGain
            | AssumptionKey::PartlySpread
            | AssumptionKey::BorrowedSpread
            | AssumptionKey::ExplorerAllTypes
            | AssumptionKey::ThetaLoading => Scale::Plain,
            AssumptionKey::RanksPerInterview
            | AssumptionKey::TailImg
            | AssumptionKey::TailUs
            | AssumptionKey::Signal
            | AssumptionKey::J1Prior
            | AssumptionKey::H1bPrior
            | AssumptionKey::H1bFilingPrior
            | AssumptionKey::FailedNever
            | AssumptionKey::ExperienceRequired
            | AssumptionKey::GraduationCutoff
            | AssumptionKey::EcfmgAtApplication
            | AssumptionKey::Step2Screen
            | AssumptionKey::SpanishPrior
            | AssumptionKey::LicenceRulePrior
            | AssumptionKey::MilitaryPrior
            | AssumptionKey::EarlierTrainingPrior
            | AssumptionKey::H1bLimitedPrior
            | AssumptionKey::Step3Pending
            | AssumptionKey::Step2Pending
            | AssumptionKey::UnansweredMeets
            | AssumptionKey::LicenceUnknown
            | AssumptionKey::ExplorerWeight
            | AssumptionKey::StatementDecay => Scale::Share,
        }
    }
}
