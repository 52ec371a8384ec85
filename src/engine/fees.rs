//! What applications cost: the published prices of each service and season.
//!
//! Prices of a season that nobody published are not known, and a total says so instead of taking
//! another season's.

use super::calendar::Season;
use super::fact::SourceIndex;
use super::portfolio::Fees;
use super::program::SpecialtyCode;
use super::season::Confidence;
use super::vocabulary::vocabulary;

vocabulary! {
    /// A service that takes applications.
    Service {
        /// ERAS of the AAMC.
        Eras = "eras", "ERAS";
        /// ResidencyCAS of Liaison.
        ResidencyCas = "residency_cas", "ResidencyCAS";
    }
}

/// The prices of one service in one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The service.
    pub service: Service,
    /// The season.
    pub season: Season,
    /// The specialty that they hold for; `None` for every specialty of the service.
    pub specialty: Option<SpecialtyCode>,
    /// The prices within one specialty, in whole US dollars.
    pub fees: Fees,
    /// Where they were read.
    pub source: SourceIndex,
    /// How far to trust them.
    pub confidence: Confidence,
    /// What another source says; may be empty.
    pub note: Box<str>,
}

/// A published example of fee assistance, in US dollars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssistanceExample {
    /// The service.
    pub service: Service,
    /// The season.
    pub season: Season,
    /// The fee before assistance.
    pub fee: u64,
    /// What is taken off, at most the fee.
    pub off: u64,
    /// Where it was read.
    pub source: SourceIndex,
    /// How far to trust it.
    pub confidence: Confidence,
    /// What another source says; may be empty.
    pub note: Box<str>,
}

/// Every published price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    /// Prices; one for each service, season and specialty.
    pub schedules: Vec<Schedule>,
    /// Examples of fee assistance.
    pub assistance: Vec<AssistanceExample>,
}

impl Prices {
    /// What `count` applications in one specialty cost, in US dollars; `None` if it is not
    /// stated. None cost nothing, whatever the season.
    #[must_use]
    pub fn of(
        &self,
        service: Service,
        season: Season,
        specialty: SpecialtyCode,
        count: usize,
    ) -> Option<u64> {
        if count == 0 {
            return Some(0);
        }
        let covers = |schedule: &&Schedule| {
            (schedule.service, schedule.season) == (service, season)
                && schedule.specialty.is_none_or(|only| only == specialty)
        };
        let schedule = self.schedules.iter().find(covers)?;
        schedule.fees.totals(count).get(count).copied()
    }

    /// What fee assistance takes off a fee, in US dollars: known for a published example and for
    /// nothing else.
    #[must_use]
    pub fn assistance(&self, service: Service, season: Season, fee: u64) -> Option<u64> {
        let known = |example: &&AssistanceExample| {
            (example.service, example.season, example.fee) == (service, season, fee)
        };
        match fee {
            0 => Some(0),
            _ => self
                .assistance
                .iter()
                .find(known)
                .map(|example| example.off),
        }
    }
}
