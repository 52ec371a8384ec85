//! What a signal goes with, by specialty: log odds ratios of an interview.
//!
//! Studies compare programs that were signalled with those that were not, and applicants signal
//! where they fit best: an association, of which the fit keeps a share
//! ([`AssumptionKey::Signal`](super::model::AssumptionKey::Signal)).

use super::model::{Effect, Model};
use super::portfolio::level::Level;
use super::program::SpecialtyCode;

/// The signals of one specialty.
#[derive(Clone, Debug, PartialEq)]
pub struct SignalEffect {
    /// Specialty.
    pub specialty: SpecialtyCode,
    /// Log odds ratio of a silver signal, or of the only kind that the specialty has, against an
    /// application without one.
    pub silver: Effect,
    /// The same of a gold signal; `None` where there is one kind.
    pub gold: Option<Effect>,
    /// Keys in sources.toml; empty where the specialty has no figure of its own.
    pub sources: Box<[Box<str>]>,
}

impl Model {
    /// Log odds that an application sent at a level has beyond a plain one, with its range.
    /// Plain is no effect; a specialty without a row, or a gold signal where there is one kind,
    /// has none.
    #[must_use]
    pub fn signal_shift(&self, specialty: SpecialtyCode, level: Level) -> Option<Effect> {
        let row = self.signals.iter().find(|row| row.specialty == specialty);
        match level {
            Level::Plain => Some(Effect::NONE),
            Level::Silver => row.map(|row| row.silver),
            Level::Gold => row.and_then(|row| row.gold),
        }
    }
}
