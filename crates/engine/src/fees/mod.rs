//! What applying costs: prices of each service and season, the fees beside them, and what a
//! list of applications comes to.
//!
//! It never guesses. A price that no source gives is not stated: it is missing from the amount,
//! and the amount says so. No season borrows the price of another, and fee assistance is known
//! for its published example only.

mod assistance;
mod bill;
mod book;
mod schedule;

#[cfg(test)]
mod tests;

pub use assistance::{Assistance, Example, Promise};
pub use bill::{Applications, Basis, Bill, Line, Own};
pub use book::{FeeBook, FeeRow, PriceRow, RoutingRow, SEASONS_BACK};
pub use schedule::{Priced, Schedule, ScheduleError, Tier, TierPrice};

use super::fact::SourceIndex;
use super::season::Confidence;
use super::vocabulary::vocabulary;

/// An amount in whole US dollars: every published one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Usd(u64);

impl Usd {
    /// Nothing.
    pub const ZERO: Usd = Usd(0);

    /// An amount.
    #[must_use]
    pub const fn new(dollars: u32) -> Self {
        // A u32 fits in a u64; `From` is not const.
        Usd(dollars as u64)
    }

    /// The whole dollars.
    #[must_use]
    pub fn dollars(self) -> u64 {
        self.0
    }

    /// The amount, so many times.
    #[must_use]
    pub fn times(self, count: u16) -> Usd {
        Usd(self.0.saturating_mul(u64::from(count)))
    }

    /// What is left of the amount; never below nothing.
    #[must_use]
    pub fn less(self, other: Usd) -> Usd {
        Usd(self.0.saturating_sub(other.0))
    }
}

impl std::ops::Add for Usd {
    type Output = Usd;

    fn add(self, other: Usd) -> Usd {
        Usd(self.0.saturating_add(other.0))
    }
}

impl std::iter::Sum for Usd {
    fn sum<I: Iterator<Item = Usd>>(amounts: I) -> Usd {
        amounts.fold(Usd::ZERO, std::ops::Add::add)
    }
}

vocabulary! {
    /// A service that takes applications.
    Service {
        /// AAMC's Electronic Residency Application Service.
        Eras = "eras", "ERAS";
        /// Liaison's ResidencyCAS.
        ResidencyCas = "residency_cas", "ResidencyCAS";
        /// The central application of SF Match.
        SfMatch = "sf_match", "SF Match";
    }
}

vocabulary! {
    /// A fee that is not the price of an application.
    FeeItem {
        /// USMLE transcript, once for each service.
        UsmleTranscript = "usmle_transcript", "USMLE transcript";
        /// COMLEX-USA transcript, once for each service.
        ComlexTranscript = "comlex_transcript", "COMLEX transcript";
        /// What ECFMG charges an IMG for access to the service.
        EcfmgToken = "ecfmg_token", "ECFMG token";
        /// Registration for the Main Residency Match.
        NrmpRegistration = "nrmp_registration", "NRMP registration";
        /// Surcharge for registering after the standard deadline.
        NrmpLateRegistration = "nrmp_late_registration", "NRMP late registration";
        /// For each partner of a couple.
        NrmpCouple = "nrmp_couple", "NRMP couple, each partner";
        /// For each program code on the rank order list above those that registration covers.
        NrmpExtraCode = "nrmp_extra_code", "NRMP extra program code";
        /// For a long rank order list, on top of the extra codes.
        NrmpListLength = "nrmp_list_length", "NRMP long list";
        /// Registration with SF Match.
        SfMatchRegistration = "sf_match_registration", "SF Match registration";
        /// Registration with the urology match.
        AuaMatchRegistration = "aua_match_registration", "AUA Match registration";
    }
}

/// What a source states, and how far to trust it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated<T> {
    /// What it states.
    pub value: T,
    /// Where it was read.
    pub source: SourceIndex,
    /// Of when the source speaks, in words.
    pub as_of: Box<str>,
    /// How far to trust it.
    pub confidence: Confidence,
}

/// What a fee amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Charge {
    /// Once a season.
    Once(Usd),
    /// For each one beyond a number that is free.
    EachBeyond {
        /// For each.
        amount: Usd,
        /// How many are free.
        free: u16,
    },
}

impl Charge {
    /// The fee for so many of what it counts; a fee that is paid once counts nothing.
    #[must_use]
    pub fn price(self, count: u16) -> Usd {
        match self {
            Charge::Once(amount) => amount,
            Charge::EachBeyond { amount, free } => amount.times(count.saturating_sub(free)),
        }
    }
}
