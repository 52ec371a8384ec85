//! What only pages tell, as the second pack carries it: by column, in the order of the first.

use serde::{Deserialize, Serialize};

use super::catalog::Source;
use super::column::{Column, Rows, Texts};
use super::numbers::Numbers;

/// The body of the second pack. Programs are grouped by their name, as in the first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// The identity of the first pack.
    pub of: u64,
    /// Scheme and host of the website in 2021; an empty text is no website.
    pub website_host: Column<Texts>,
    /// What follows the host, one for each program that has a website.
    pub website_path: Texts,
    /// Programs with a website of 2022.
    pub newer_rows: Rows,
    /// Those websites.
    pub newer: Texts,
    /// Sponsors; an empty text is none.
    pub sponsor: Column<Texts>,
    /// Programs whose sponsor is their own, and not that of another program of the name.
    pub sponsor_read: Rows,
    /// Programs with sites or a year of accreditation.
    pub site_rows: Rows,
    /// The year of each; 0 is not known.
    pub first_accredited: Numbers,
    /// The sites of each; an empty text is none.
    pub sites: Texts,
    /// Notes on the match with NRMP reports; an empty text is none.
    pub nrmp_note: Column<Texts>,
    /// Employers and titles of filings, apart by a tab; an empty text is no filing.
    pub filing: Column<Texts>,
    /// Positions for physicians by fiscal year, apart by a blank; an empty text is not counted.
    pub physicians: Column<Texts>,
    /// Pay: first year or 0, lowest, median, filings, apart by a blank; an empty text is none.
    pub pay: Column<Texts>,
    /// Programs whose employer posted a notice for 2026.
    pub notices: Rows,
    /// Hospitals: number, name, city, ownership, kind, residents, year, apart by a tab.
    pub hospitals: Texts,
    /// Notes of the statements.
    pub statement_note: Texts,
    /// Addresses of the statements.
    pub statement_url: Texts,
    /// Published scores.
    pub scores: Vec<PublishedScores>,
    /// Sources, in the order of their keys in the first pack.
    pub sources: Vec<Source>,
}

/// Published scores of a type in a specialty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PublishedScores {
    /// Number of the specialty.
    pub specialty: u16,
    /// Code of the type.
    pub kind: Box<str>,
    /// Of the matched.
    pub matched: Option<ScoreSample>,
    /// Of the unmatched.
    pub unmatched: Option<ScoreSample>,
    /// Number of the source.
    pub source: u16,
}

/// How many, their middle, and their spread: nothing, the standard deviation, or two quartiles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScoreSample(pub u32, pub u16, pub Vec<u16>);
