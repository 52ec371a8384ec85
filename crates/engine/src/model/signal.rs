//! What a signal goes with, by specialty: log odds ratios of an interview.
//!
//! Studies compare programs that were signalled with those that were not, and applicants signal
//! where they fit best: an association, of which the fit keeps a share
//! ([`AssumptionKey::Signal`](super::AssumptionKey::Signal)).

use super::assumption::Effect;
use crate::program::SpecialtyCode;

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
