//! What only a page tells: texts and figures that no ranking and no list reads.
//!
//! A catalog gets on without them. They arrive after it, once, and fit it row by row.

use std::sync::Arc;

use crate::fact::SourceIndex;
use crate::program::SpecialtyCode;
use crate::vocabulary::ApplicantType;

/// The texts and figures behind a catalog, each in the order of its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Of every program.
    pub programs: Vec<ProgramDetails>,
    /// Of every hospital.
    pub hospitals: Vec<HospitalDetails>,
    /// Of every policy statement.
    pub statements: Vec<StatementDetails>,
    /// Of every source.
    pub sources: Vec<SourceDetails>,
    /// Published Step 2 CK scores, at most one row for a specialty and a type.
    pub scores: Vec<PublishedScores>,
}

/// A program's details. A field that is `None` or empty is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgramDetails {
    /// Websites, oldest first; two only where they lie on different hosts.
    pub websites: Box<[Website]>,
    /// Sponsor by the public pages of ACGME in 2022.
    pub sponsor: Option<Sponsor>,
    /// Year of the first accreditation.
    pub first_accredited: Option<u16>,
    /// Sites with their months in 2022, as ACGME's page lists them, the main one first.
    pub sites: Option<Box<str>>,
    /// Why the match between the NRMP institution and this program is doubtful, if it is.
    pub nrmp_note: Option<Arc<str>>,
    /// The employer's H-1B filings.
    pub filing: Option<Box<FilingDetails>>,
}

/// An address with the year in which it was on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website {
    /// Always http or https.
    pub url: Box<str>,
    /// Year of the list that has it.
    pub year: u16,
}

/// A sponsoring institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sponsor {
    /// Its name.
    pub name: Arc<str>,
    /// Whether it was read of a program of the same name in obstetrics and gynecology, and not
    /// of this one.
    pub by_name: bool,
}

/// What an employer filed for H-1B physicians.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilingDetails {
    /// The employer as the filings spell it.
    pub employer: Arc<str>,
    /// Job titles, separated by " | "; may be empty.
    pub titles: Arc<str>,
    /// Positions for physicians by fiscal year, 2019 to 2026, residents and staff together; the
    /// last year in part. Empty where nobody counted.
    pub physicians: Box<[u16]>,
    /// What residents are paid in a year, in dollars.
    pub pay: Option<ResidentPay>,
    /// Whether the employer posted a notice for trainees who start in 2026, after the fee
    /// proclamation of September 2025.
    pub notice_2026: bool,
}

/// First and last fiscal year of [`FilingDetails::physicians`].
pub const FILING_YEARS: std::ops::RangeInclusive<u16> = 2019..=2026;

/// Yearly pay in filings for residents, fiscal year 2025, first half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResidentPay {
    /// In the first year, where a title names it.
    pub first_year: Option<u32>,
    /// Lowest.
    pub lowest: u32,
    /// Median over the filings.
    pub median: u32,
    /// How many filings.
    pub filings: u16,
}

/// A hospital's details.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HospitalDetails {
    /// Certification number at CMS.
    pub ccn: Box<str>,
    /// Name.
    pub name: Box<str>,
    /// City.
    pub city: Box<str>,
    /// Who owns it, in words; empty if not stated.
    pub ownership: Box<str>,
    /// What kind of hospital it is, in words; empty if not stated.
    pub kind: Box<str>,
    /// Residents in full-time equivalents, in the cost report.
    pub residents: Option<u16>,
    /// Year of the cost report.
    pub year: Option<u16>,
}

/// A policy statement's details.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementDetails {
    /// Our one-line note on what else the page says; may be empty.
    pub note: Box<str>,
    /// The page: http or https.
    pub url: Box<str>,
}

/// Where facts were read, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceDetails {
    /// Title.
    pub title: Box<str>,
    /// Publisher.
    pub publisher: Box<str>,
    /// Who quotes it, where the publisher's own report was not read.
    pub quoted_by: Option<Box<str>>,
    /// Year or years that it speaks of, as text: `2025`, `2016-2020`.
    pub year: Box<str>,
    /// Where it was read: an address, or words where there is none.
    pub location: Box<str>,
    /// Terms of use as the source states them.
    pub terms: Box<str>,
    /// What we take from it.
    pub used_for: Box<str>,
}

/// Step 2 CK of the applicants of a type whose first choice was a specialty, as published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PublishedScores {
    /// The first choice.
    pub specialty: SpecialtyCode,
    /// The type.
    pub kind: ApplicantType,
    /// Of those who matched to it; `None` where too few are told.
    pub matched: Option<ScoreSample>,
    /// Of those who did not.
    pub unmatched: Option<ScoreSample>,
    /// Where it was read.
    pub source: SourceIndex,
}

/// The scores of a group of applicants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreSample {
    /// How many.
    pub count: u32,
    /// Their middle: the median where quartiles are told, else the mean.
    pub middle: u16,
    /// How far they lie apart.
    pub spread: Spread,
}

/// How far scores lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Spread {
    /// It is not told.
    Untold,
    /// The standard deviation, in points.
    Deviation(u16),
    /// The scores between which the middle half lies.
    Quartiles(u16, u16),
}

impl Spread {
    /// The scores between which the middle half lies around `middle`: as published, or that of a bell
    /// curve with the standard deviation.
    #[must_use]
    pub fn middle_half(self, middle: u16) -> Option<(u16, u16)> {
        /// Quartiles of the normal distribution, in standard deviations from its mean.
        const QUARTILE: f64 = 0.674_5;
        match self {
            Spread::Untold => None,
            Spread::Quartiles(low, high) => Some((low, high)),
            Spread::Deviation(points) => {
                let reach = (f64::from(points) * QUARTILE).round() as u16;
                Some((middle.saturating_sub(reach), middle.saturating_add(reach)))
            }
        }
    }
}

impl Details {
    /// The same without anything from NRMP reports.
    #[must_use]
    pub fn without_nrmp(mut self) -> Details {
        for program in &mut self.programs {
            program.nrmp_note = None;
        }
        self.scores = Vec::new();
        self
    }

    /// The published scores of a type in a specialty.
    #[must_use]
    pub fn scores(
        &self,
        specialty: SpecialtyCode,
        kind: ApplicantType,
    ) -> Option<&PublishedScores> {
        let mut all = self.scores.iter();
        all.find(|row| row.specialty == specialty && row.kind == kind)
    }

    /// The details of a source.
    #[must_use]
    pub fn source(&self, index: SourceIndex) -> Option<&SourceDetails> {
        self.sources.get(usize::from(index.0))
    }
}
