//! The small tables beside the programs: specialties, sources, rules of state boards.

use crate::engine::fact::SourceIndex;
use crate::engine::place::UsState;
use crate::engine::program::SpecialtyCode;
use crate::engine::vocabulary::Route;

/// A specialty of the catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specialty {
    /// ACGME code.
    pub code: SpecialtyCode,
    /// Full name.
    pub name: Box<str>,
    /// Short names that people type: IM, FM, DR.
    pub aliases: Box<[Box<str>]>,
    /// How it is entered.
    pub route: Route,
    /// One sentence on the route; may be empty.
    pub route_note: Box<str>,
}

/// Where facts were read. Its words are [`super::details::SourceDetails`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Stable key in sources.toml.
    pub key: Box<str>,
}

/// A rule of a state board that may bear on a training licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenceRule {
    /// The state.
    pub state: UsState,
    /// What the rule asks.
    pub requirement: LicenceRequirement,
    /// The rule in one sentence of our own.
    pub sentence: Box<str>,
    /// Whether the rule is for the licence to train (a gate) or only for the full licence
    /// after training (advice, never a gate).
    pub for_training: bool,
    /// Where it was read.
    pub source: SourceIndex,
    /// As of when.
    pub as_of: Box<str>,
}

/// What a licence rule asks, in a form that can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LicenceRequirement {
    /// Each Step passed within this many attempts.
    AttemptsPerStep(u8),
    /// ECFMG certification before training starts.
    EcfmgCertified,
    /// Steps 1 and 2 CK passed.
    Steps1And2Passed,
    /// Something that the profile does not hold: shown as advice.
    Advice,
}
