//! One residency program and the facts about it.

use std::num::NonZeroU16;

use super::fact::SourceIndex;
use super::place::{Point, UsState};
use super::policy::Policy;
use super::vocabulary::{Accreditation, ErasStatus, NameHint, TrackKind};

/// The ten-digit ACGME id of a program: one application, one fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgramId(u64);

impl ProgramId {
    /// Reads exactly ten digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok().map(ProgramId)).flatten()
    }

    /// From the number that the ten digits spell; `None` above ten digits.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        (number < 10_000_000_000).then_some(ProgramId(number))
    }

    /// The number that the ten digits spell.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

/// Reads what [`ProgramId::parse`] reads, so that an address can carry an id.
impl std::str::FromStr for ProgramId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        ProgramId::parse(text).ok_or(())
    }
}

impl std::fmt::Display for ProgramId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:010}", self.0)
    }
}

/// The three-digit ACGME code of a specialty, such as 140 for Internal Medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpecialtyCode(u16);

impl SpecialtyCode {
    /// Reads exactly three digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        digits
            .then(|| text.parse().ok().map(SpecialtyCode))
            .flatten()
    }

    /// From the number; `None` above 999.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        (number < 1000).then_some(SpecialtyCode(number))
    }

    /// The number that the three digits spell.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for SpecialtyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

/// Positions offered in a Match and how many of them filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fill {
    /// Positions offered.
    pub quota: NonZeroU16,
    /// Positions filled in the Match; never above the quota by more than reversions allow.
    pub filled: u16,
}

/// One kind of position of a program, with its quota in the 2020 Match if it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Track {
    /// The kind of position.
    pub kind: TrackKind,
    /// Quota and fill of the 2020 Match; `None` if no report gives it.
    pub fill_2020: Option<Fill>,
}

/// Quota and fill of the categorical track in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearFill {
    /// Match year, 2016 to 2020.
    pub year: u16,
    /// Quota and fill.
    pub fill: Fill,
}

/// How clearly the job titles of an H-1B filing name residents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilingStrength {
    /// A title such as "Resident" or "PGY-1".
    ResidentTitle,
    /// A title that may also be a staff physician's.
    WeakTitle,
}

/// Labor Condition Applications that the employer filed for H-1B physicians.
///
/// By employer, not by program; an intent, not a visa; and from before the fee proclamation
/// of September 2025. Its absence is not a no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct H1bFiling {
    /// How clearly the titles name residents.
    pub strength: FilingStrength,
    /// The employer as the filing spells it.
    pub employer: Box<str>,
    /// The job titles, separated by " | ".
    pub titles: Box<str>,
    /// Whether a title names this program's specialty.
    pub names_specialty: bool,
    /// All physician filings of the employer in fiscal year 2025, if counted.
    pub physicians_fy2025: Option<u16>,
    /// The same for the published part of fiscal year 2026, if counted.
    pub physicians_fy2026: Option<u16>,
    /// Where it was read.
    pub source: SourceIndex,
}

/// The hints that a name carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NameHints(u8);

impl NameHints {
    /// No hint.
    pub const NONE: NameHints = NameHints(0);

    /// These hints and one more.
    #[must_use]
    pub fn with(self, hint: NameHint) -> Self {
        NameHints(self.0 | (1 << hint as u8))
    }

    /// Whether the name carries the hint.
    #[must_use]
    pub fn has(self, hint: NameHint) -> bool {
        self.0 & (1 << hint as u8) != 0
    }

    /// Every hint the name carries, in the order of [`NameHint::ALL`].
    pub fn iter(self) -> impl Iterator<Item = NameHint> {
        NameHint::ALL
            .iter()
            .copied()
            .filter(move |hint| self.has(*hint))
    }
}

/// One row of the catalog. A field that is `None`, empty or not stated is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    /// ACGME id.
    pub id: ProgramId,
    /// Specialty.
    pub specialty: SpecialtyCode,
    /// Name as the 2025 directory spells it.
    pub name: Box<str>,
    /// Sponsoring institution, where a record names one that differs from the name.
    pub institution: Option<Box<str>>,
    /// City.
    pub city: Box<str>,
    /// State.
    pub state: UsState,
    /// City-level coordinates.
    pub place: Option<Point>,
    /// Website, from the ERAS list of 2021: always http or https.
    pub website: Option<Box<str>>,
    /// Accreditation, where the 2022 snapshot states it.
    pub accreditation: Option<Accreditation>,
    /// Whether the 2025 directory has the row. It lacks transitional and combined rows, so
    /// a no is not a closure.
    pub in_2025_directory: bool,
    /// Standing in the ERAS list of 2021, if it is on it.
    pub eras_2021: Option<ErasStatus>,
    /// Hints read off the name.
    pub hints: NameHints,
    /// Whether the program is a HRSA teaching health center in academic year 2025-26.
    pub teaching_health_center: bool,
    /// Kinds of position, each once; empty if the track is unknown.
    pub tracks: Box<[Track]>,
    /// Institution as NRMP reports spell it, abbreviated; people also search by it.
    pub nrmp_institution: Option<Box<str>>,
    /// NRMP program codes, nine or ten characters each.
    pub nrmp_codes: Box<[Box<str>]>,
    /// Why the match between the NRMP institution and this program is doubtful, if it is.
    pub nrmp_note: Option<Box<str>>,
    /// Categorical quota and fill, oldest first.
    pub history: Box<[YearFill]>,
    /// Employer's H-1B filings.
    pub h1b_filing: Option<H1bFiling>,
    /// What pages state, resolved by the rule of precedence.
    pub policy: Policy,
}

impl Program {
    /// Positions offered in 2020 in tracks that count as a match (categorical, primary,
    /// advanced, physician); `None` if no report gives any.
    #[must_use]
    pub fn quota_2020(&self) -> Option<NonZeroU16> {
        let sum = self
            .tracks
            .iter()
            .filter(|track| track.kind != TrackKind::OneYear)
            .filter_map(|track| track.fill_2020)
            .map(|fill| fill.quota.get())
            .sum();
        NonZeroU16::new(sum)
    }

    /// Whether the program has a track of this kind.
    #[must_use]
    pub fn has_track(&self, kind: TrackKind) -> bool {
        self.tracks.iter().any(|track| track.kind == kind)
    }
}
