//! What only a page tells: texts and figures that no ranking and no list reads.
//!
//! A catalog gets on without them. They arrive after it, once, and fit it row by row.

use std::sync::Arc;

use crate::fact::SourceIndex;

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

impl Details {
    /// The same without anything from NRMP reports.
    #[must_use]
    pub fn without_nrmp(mut self) -> Details {
        for program in &mut self.programs {
            program.nrmp_note = None;
        }
        self
    }

    /// The details of a source.
    #[must_use]
    pub fn source(&self, index: SourceIndex) -> Option<&SourceDetails> {
        self.sources.get(usize::from(index.0))
    }
}
