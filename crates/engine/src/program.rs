//! One residency program and the facts about it.

use std::num::NonZeroU16;
use std::sync::Arc;

use super::fact::SourceIndex;
use super::geography::{Point, UsState};
use super::hospital::HospitalIndex;
pub use super::id::{NrmpCode, ProgramId, SpecialtyCode};
use super::policy::Policy;
use super::vocabulary::{Accreditation, ErasStatus, NameHint, TrackKind, vocabulary};

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

vocabulary! {
    /// Whom an employer's H-1B filings name, nearest to a resident of the program first.
    FilingNearness {
        /// Residents of the program's own specialty.
        ThisSpecialty = "this_specialty", "Residents of this specialty";
        /// Residents, without a specialty.
        Residents = "residents", "Residents, specialty not said";
        /// Residents of other specialties.
        OtherSpecialties = "other_specialties", "Residents of other specialties";
        /// Fellows.
        Fellows = "fellows", "Fellows only";
        /// Physicians, by titles that may also be those of staff.
        Physicians = "physicians", "Physicians, perhaps staff only";
    }
}

/// The nearest, and among those the newest, Labor Condition Application that the employer filed
/// for H-1B physicians.
///
/// By employer, not by program, and an intent, not a visa. Its absence is not a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct H1bFiling {
    /// Whom it names.
    pub nearness: FilingNearness,
    /// Newest fiscal year, October to September, with a filing for them.
    pub year: u16,
    /// Where it was read.
    pub source: SourceIndex,
}

impl H1bFiling {
    /// Whether it is for residents, of whichever specialty.
    #[must_use]
    pub fn is_for_residents(self) -> bool {
        self.nearness <= FilingNearness::OtherSpecialties
    }

    /// How much it says of visas for this program's residents, from 1, residents of this
    /// specialty in [`Self::NEWEST`], towards 0. By nearness, and a tenth less for each year.
    #[must_use]
    pub fn weight(self) -> f64 {
        let near = match self.nearness {
            FilingNearness::ThisSpecialty => 1.0,
            FilingNearness::Residents => 0.85,
            FilingNearness::OtherSpecialties => 0.6,
            FilingNearness::Fellows => 0.35,
            FilingNearness::Physicians => 0.15,
        };
        let age = f64::from(H1bFiling::NEWEST.saturating_sub(self.year));
        let fresh = 1.0 - 0.1 * age;
        near * if fresh > 0.3 { fresh } else { 0.3 }
    }

    /// The newest fiscal year of which filings are at hand.
    pub const NEWEST: u16 = 2026;
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
    /// Name as the 2025 directory spells it. Programs of one name share the text, as they do
    /// the other texts that repeat: six thousand of each would be the most of decoding.
    pub name: Arc<str>,
    /// Sponsoring institution, where a record names one that differs from the name.
    pub institution: Option<Arc<str>>,
    /// City.
    pub city: Arc<str>,
    /// State.
    pub state: UsState,
    /// City-level coordinates.
    pub point: Option<Point>,
    /// Accreditation, where the 2022 snapshot states it.
    pub accreditation: Option<Accreditation>,
    /// Whether the 2025 directory has the row. It lacks transitional and combined rows, so
    /// a no is not a closure.
    pub in_2025_directory: bool,
    /// Standing in the ERAS list of 2021, if it is on it.
    pub eras_2021: Option<ErasStatus>,
    /// Whether the ERAS list for the season of 2026 marks it as new.
    pub is_new_2026: bool,
    /// Whether it trains at a military hospital, so that it takes doctors in service alone.
    pub is_military: bool,
    /// Its main hospital, where one was found.
    pub hospital: Option<HospitalIndex>,
    /// Hints read off the name.
    pub hints: NameHints,
    /// Whether the program is a HRSA teaching health center in academic year 2025-26.
    pub teaching_health_center: bool,
    /// Kinds of position, each once; empty if the track is unknown.
    pub tracks: Box<[Track]>,
    /// Institution as NRMP reports spell it, abbreviated; people also search by it.
    pub nrmp_institution: Option<Arc<str>>,
    /// NRMP program codes.
    pub nrmp_codes: Box<[NrmpCode]>,
    /// Categorical quota and fill, oldest first.
    pub history: Box<[YearFill]>,
    /// Codes with fewer positions filled than offered in the Match of 2026. A code that is not
    /// here filled, or was not in the Match: the report cannot tell which.
    pub unfilled_2026: Box<[(NrmpCode, Fill)]>,
    /// Employer's H-1B filings.
    pub h1b_filing: Option<H1bFiling>,
    /// What pages state, resolved by the rule of precedence; `None` where no page that was
    /// read covers the program. [`Program::policy`] reads it.
    pub stated: Option<Box<Policy>>,
}

impl Program {
    /// A program of which nothing is known but what every directory gives.
    #[must_use]
    pub fn new(id: ProgramId, name: &str, city: &str, state: UsState) -> Program {
        Program {
            id,
            name: name.into(),
            institution: None,
            city: city.into(),
            state,
            point: None,
            accreditation: None,
            in_2025_directory: true,
            eras_2021: None,
            is_new_2026: false,
            is_military: false,
            hospital: None,
            hints: NameHints::NONE,
            teaching_health_center: false,
            tracks: Box::default(),
            nrmp_institution: None,
            nrmp_codes: Box::default(),
            history: Box::default(),
            unfilled_2026: Box::default(),
            h1b_filing: None,
            stated: None,
        }
    }

    /// Specialty, by the id.
    #[must_use]
    pub fn specialty(&self) -> SpecialtyCode {
        self.id.specialty()
    }

    /// What pages state; nothing where no page covers the program.
    #[must_use]
    pub fn policy(&self) -> &Policy {
        self.stated.as_deref().unwrap_or(&Policy::SILENT)
    }

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

    /// Share of positions that lead to full training and stayed unfilled in 2026, 0 to 1; 0 where
    /// all filled, and where the program was not in the Match. Of codes that filled the report does
    /// not give the positions, so those of 2020 stand in for a program that has more than is
    /// listed: one unfilled position in a track of two says little of a program of twelve.
    #[must_use]
    pub fn unfilled_share_2026(&self) -> f64 {
        let leads = |(code, _): &&(NrmpCode, Fill)| code.kind() != TrackKind::OneYear;
        let (mut quota, mut left) = (0u32, 0u32);
        for (_, fill) in self.unfilled_2026.iter().filter(leads) {
            quota += u32::from(fill.quota.get());
            left += u32::from(fill.quota.get().saturating_sub(fill.filled));
        }
        let before = self.quota_2020().map_or(0, |quota| u32::from(quota.get()));
        let all = quota.max(before);
        if all == 0 {
            0.0
        } else {
            f64::from(left) / f64::from(all)
        }
    }

    /// Share of full-training positions that stayed unfilled in 2016 to 2020, 0 to 1; `None`
    /// where no report speaks of the program.
    #[must_use]
    pub fn unfilled_share_before(&self) -> Option<f64> {
        let (mut quota, mut left) = (0u32, 0u32);
        for year in &self.history {
            quota += u32::from(year.fill.quota.get());
            left += u32::from(year.fill.quota.get().saturating_sub(year.fill.filled));
        }
        (quota > 0).then(|| f64::from(left) / f64::from(quota))
    }

    /// Whether the program has a track of this kind.
    #[must_use]
    pub fn has_track(&self, kind: TrackKind) -> bool {
        self.tracks.iter().any(|track| track.kind == kind)
    }

    /// Whether every known position is for one year; false where none is known.
    #[must_use]
    pub fn is_one_year(&self) -> bool {
        let mut kinds = self.tracks.iter().map(|track| track.kind);
        !self.tracks.is_empty() && kinds.all(|kind| kind == TrackKind::OneYear)
    }
}
