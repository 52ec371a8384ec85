//! The catalog as a pack carries it: programs by column, everything else by row.

use serde::{Deserialize, Serialize};

use super::Model;
use super::column::{Column, Rows, Texts};
use super::fees::FeeBook;
use super::numbers::Numbers;

/// The body of a pack: all that a ranking and a list need.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Programs.
    pub programs: Programs,
    /// Columns from NRMP reports; absent from a pack built without them.
    pub nrmp: Option<Nrmp>,
    /// Beds of every hospital; 0 is not known.
    pub beds: Numbers,
    /// Hospitals that do not treat all of medicine.
    pub special_hospitals: Rows,
    /// Specialties.
    pub specialties: Vec<Specialty>,
    /// Statements on pages.
    pub statements: Vec<Statement>,
    /// Keys of the sources.
    pub sources: Texts,
    /// Rules of state boards.
    pub licence_rules: Vec<LicenceRule>,
    /// Signals.
    pub signals: Vec<Signals>,
    /// Days of the seasons.
    pub season_dates: Vec<SeasonDate>,
    /// Codes of record fields, each with its source.
    pub record_sources: Vec<(Box<str>, u16)>,
    /// The day on which the facts were last put together.
    pub as_of: Option<Day>,
    /// What applying costs.
    pub fees: Option<FeeBook>,
    /// The odds model.
    pub model: Option<Model>,
}

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Day {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// The columns of programs, sorted by id. Every column has a symbol for each program.
///
/// The group of a row is its name, except where a column says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Programs {
    /// Ids, each as its distance from the one before.
    pub ids: Numbers,
    /// Specialty codes, which the ids also begin with; one group.
    pub specialty: Column<Vec<u16>>,
    /// Names. A symbol is 0 for the next new entry, else 1 + the zigzag distance in the
    /// table from the row before.
    pub name: Column<Texts>,
    /// Sponsoring institutions; an empty text is none.
    pub institution: Column<Texts>,
    /// Places.
    pub location: Column<Locations>,
    /// Codes of accreditation; an empty text is not known; one group.
    pub accreditation: Column<Texts>,
    /// Programs that the 2025 directory lacks.
    pub outside_directory: Rows,
    /// Codes of the standing in ERAS in 2021; an empty text is not on the list; one group.
    pub eras_2021: Column<Texts>,
    /// Codes of name hints, separated by `;`.
    pub hints: Column<Texts>,
    /// Teaching health centers.
    pub teaching_health_centers: Rows,
    /// New in the ERAS list for the season of 2026.
    pub new_2026: Rows,
    /// Military programs.
    pub military: Rows,
    /// Hospitals by their number from 1; 0 is not known.
    pub hospital: Column<Vec<u16>>,
    /// H-1B filings.
    pub h1b_filing: Column<Vec<Option<Filing>>>,
}

/// Distinct places, column by column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Locations {
    /// Cities.
    pub city: Texts,
    /// Postal codes of states, two letters each.
    pub state: String,
    /// Ten-thousandths of a degree north; [`Locations::UNKNOWN`] if not known.
    pub latitude: Vec<i32>,
    /// Ten-thousandths of a degree east.
    pub longitude: Vec<i32>,
}

impl Locations {
    /// In place of coordinates that are not known: no degree on earth.
    pub const UNKNOWN: i32 = i32::MAX;
}

/// An employer's H-1B filing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Filing {
    /// Code of whom it names.
    pub nearness: Box<str>,
    /// Fiscal year.
    pub year: u16,
    /// Source.
    pub source: u16,
}

/// The columns from NRMP reports.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Nrmp {
    /// Institutions as NRMP spells them; an empty text is none.
    pub institution: Column<Texts>,
    /// First four digits of the first code; 0 is no code.
    pub institution_code: Column<Vec<u16>>,
    /// What follows in the codes, separated by `;`, without institution and specialty where
    /// they are the program's own; a code that differs is whole, after `=`; one group.
    pub codes: Column<Texts>,
    /// Positions that lead to full training, newest year first. Tracks take the newest.
    pub full: Vec<YearColumn>,
    /// One-year positions of the newest year.
    pub one_year: FillColumn,
    /// Advanced positions of the newest year.
    pub advanced: FillColumn,
    /// Positions for physicians of the newest year.
    pub physician: FillColumn,
    /// Programs with a code that did not fill in 2026, once for each such code.
    pub unfilled_rows: Rows,
    /// Of each of those the code's place among the program's own.
    pub unfilled_code: Numbers,
    /// Positions offered.
    pub unfilled_quota: Numbers,
    /// Positions filled.
    pub unfilled_filled: Numbers,
}

/// A year of fills. Quotas are distances from the column before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct YearColumn {
    /// Match year.
    pub year: u16,
    /// The fills.
    pub fills: FillColumn,
}

/// Quotas and unfilled positions, one each a program; a quota of 0 is no report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillColumn {
    /// Quotas, signed.
    pub quota: Numbers,
    /// Quota less positions filled, signed.
    pub unfilled: Numbers,
}

/// A specialty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Specialty {
    /// Code as a number.
    pub code: u16,
    /// Full name.
    pub name: Box<str>,
    /// Short names.
    pub aliases: Vec<Box<str>>,
    /// Code of the route.
    pub route: Box<str>,
    /// A sentence on the route.
    pub route_note: Box<str>,
    /// Matched to one-year positions and ranked them, by code of type.
    pub one_year: Vec<(Box<str>, u16, u16)>,
}

/// A source in words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Title.
    pub title: Box<str>,
    /// Publisher.
    pub publisher: Box<str>,
    /// Who quotes it; empty where the publisher's own report was read.
    pub quoted_by: Box<str>,
    /// Year or years.
    pub year: Box<str>,
    /// Where it was read.
    pub location: Box<str>,
    /// Terms.
    pub terms: Box<str>,
    /// What we take.
    pub used_for: Box<str>,
}

/// A statement on a page. Words travel by their codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Stable id.
    pub id: Box<str>,
    /// Whether the program itself speaks, else its institution.
    pub by_program: bool,
    /// The one department it speaks of.
    pub specialty: Option<u16>,
    /// Rows of the programs it covers.
    pub programs: Rows,
    /// J-1 accepted.
    pub j1: Option<bool>,
    /// Code of the H-1B policy.
    pub h1b: Option<Box<str>>,
    /// Lowest Step 1 score.
    pub step1_minimum: Option<u16>,
    /// Lowest Step 2 CK score.
    pub step2_minimum: Option<u16>,
    /// Most attempts at any Step.
    pub max_attempts: Option<u8>,
    /// Most attempts at Step 1.
    pub max_attempts_step1: Option<u8>,
    /// Years since graduation (`None`: stated no limit) and the code of the strength.
    pub graduation: Option<(Option<u8>, Box<str>)>,
    /// Code of the strength and months of US clinical experience.
    pub experience: Option<(Box<str>, Option<u8>)>,
    /// Code of the ECFMG timing.
    pub ecfmg: Option<Box<str>>,
    /// Share of IMGs in percent.
    pub img_percent: Option<u8>,
    /// Earliest year of the page.
    pub year_from: Option<u16>,
    /// Latest year of the page.
    pub year_to: Option<u16>,
}

/// A rule of a state board.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LicenceRule {
    /// Postal code of the state.
    pub state: Box<str>,
    /// What it asks.
    pub requirement: Requirement,
    /// The rule in one sentence.
    pub sentence: Box<str>,
    /// Whether it is for the licence to train.
    pub for_training: bool,
    /// Source.
    pub source: u16,
    /// As of when.
    pub as_of: Box<str>,
}

/// What a licence rule asks. New kinds go to the end: the order is the format.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Requirement {
    /// Shown as advice.
    Advice,
    /// Attempts per Step.
    AttemptsPerStep(u8),
    /// ECFMG certification.
    EcfmgCertified,
    /// Steps 1 and 2 CK passed.
    Steps1And2Passed,
}

/// Signals of a specialty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Signals {
    /// Season.
    pub season: u16,
    /// Specialty code.
    pub specialty: u16,
    /// How many.
    pub allotment: Allotment,
    /// Source.
    pub source: u16,
    /// Code of the confidence.
    pub confidence: Box<str>,
    /// Note.
    pub note: Box<str>,
}

/// How many signals. New kinds go to the end: the order is the format.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Allotment {
    /// Not stated.
    NotStated,
    /// No signals.
    None,
    /// One tier.
    Single(u8),
    /// Gold and silver.
    Tiered(u8, u8),
}

/// A day of a season.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeasonDate {
    /// Season.
    pub season: u16,
    /// Code of the event.
    pub event: Box<str>,
    /// The day.
    pub day: Day,
    /// Source.
    pub source: u16,
    /// Code of the confidence.
    pub confidence: Box<str>,
    /// Note.
    pub note: Box<str>,
}
