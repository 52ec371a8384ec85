//! The small tables beside the programs: specialties, sources, rules of state boards.

use crate::fact::SourceIndex;
use crate::geography::UsState;
use crate::program::SpecialtyCode;
use crate::vocabulary::{ApplicantType, Route};
use std::num::NonZeroU16;

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
    /// Who matched to its preliminary, one-year positions in the 2025 Match, by type of applicant;
    /// empty where it has none or nothing is published.
    pub one_year: Box<[OneYearShare]>,
}

impl Specialty {
    /// A specialty of the Main Match of which nothing but its code and name is known.
    #[must_use]
    pub fn new(code: SpecialtyCode, name: &str) -> Self {
        Specialty {
            code,
            name: name.into(),
            aliases: Box::default(),
            route: Route::MainMatch,
            route_note: Box::default(),
            one_year: Box::default(),
        }
    }

    /// How many applicants of a type matched to its preliminary positions; `None` where nothing is
    /// published.
    #[must_use]
    pub fn one_year_share(&self, kind: ApplicantType) -> Option<OneYearShare> {
        self.one_year.iter().find(|row| row.kind == kind).copied()
    }
}

/// The year of the Match that [`Specialty::one_year`] is of.
pub const ONE_YEAR_MATCH: u16 = 2025;

/// How many applicants of a type matched to one-year positions of a specialty, of those who ranked
/// any: the chance of everybody who ranks some, whatever the number of programs. Of one program
/// nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneYearShare {
    /// The type.
    pub kind: ApplicantType,
    /// Those who matched to such a position: no more than those who ranked one.
    pub matched: u16,
    /// Those who ranked such a position at all.
    pub ranked: NonZeroU16,
}

impl OneYearShare {
    /// The numbers, if they are a share.
    #[must_use]
    pub fn new(kind: ApplicantType, matched: u16, ranked: u16) -> Option<Self> {
        let ranked = NonZeroU16::new(ranked).filter(|ranked| ranked.get() >= matched)?;
        Some(OneYearShare {
            kind,
            matched,
            ranked,
        })
    }

    /// The share, 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.matched) / f64::from(self.ranked.get())
    }
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
