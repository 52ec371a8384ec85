//! What a season holds as far as sources give it: the days of its calendar and the signals of
//! each specialty.

use super::calendar::{Date, Season};
use super::fact::SourceIndex;
use super::program::SpecialtyCode;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How far a value of the season can be trusted.
    Confidence {
        /// Read on the official page.
        High = "high", "Official";
        /// Third parties that agree.
        Medium = "medium", "Third parties that agree";
        /// One third party.
        Low = "low", "One third party, to be checked";
    }
}

vocabulary! {
    /// A day of a season, in the order of the season.
    SeasonEvent {
        /// Applicants can start to fill in ERAS.
        ErasOpens = "eras_opens", "ERAS opens";
        /// Applicants can send applications.
        ErasSubmit = "eras_submit", "First day to submit in ERAS";
        /// Registration for the Match opens.
        MatchRegistration = "match_registration", "Match registration opens";
        /// Programs first open applications.
        ProgramsReview = "programs_review", "Programs start to review";
        /// Last day to register for the Match without a late fee.
        MatchStandardDeadline = "match_standard_deadline", "Match registration, standard deadline";
        /// Rank order lists can be entered.
        RankingOpens = "ranking_opens", "Ranking opens";
        /// Rank order lists must be certified.
        RankListDeadline = "rank_list_deadline", "Rank order list deadline";
        /// Applicants learn whether they matched, and SOAP starts.
        MatchStatus = "match_status", "Match status and SOAP";
        /// Applicants learn where they matched.
        MatchDay = "match_day", "Match Day";
        /// ERAS closes for the season.
        ErasEnds = "eras_ends", "ERAS closes";
    }
}

/// One day of one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeasonDate {
    /// The season.
    pub season: Season,
    /// What happens.
    pub event: SeasonEvent,
    /// On which day.
    pub day: Date,
    /// Where it was read.
    pub source: SourceIndex,
    /// How far to trust it.
    pub confidence: Confidence,
    /// What another source says, in one sentence; may be empty.
    pub note: Box<str>,
}

/// How many signals an applicant may send in one specialty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Allotment {
    /// The specialty takes no signals.
    None,
    /// One tier.
    Single(u8),
    /// Two tiers.
    Tiered {
        /// Gold signals.
        gold: u8,
        /// Silver signals.
        silver: u8,
    },
    /// Sources contradict each other or give no figure: the applicant enters it.
    NotStated,
}

/// The signals of one specialty in one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signals {
    /// The season.
    pub season: Season,
    /// The specialty.
    pub specialty: SpecialtyCode,
    /// How many.
    pub allotment: Allotment,
    /// Where it was read.
    pub source: SourceIndex,
    /// How far to trust it.
    pub confidence: Confidence,
    /// What the sources say where they differ; may be empty.
    pub note: Box<str>,
}
