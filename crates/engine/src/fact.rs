//! Facts in four states and three layers.
//!
//! A yes-or-no fact is `Fact<bool>`: stated yes, stated no, not stated, or conflicting. Every
//! stated value carries who said it, how old it is and where to read it.

use super::vocabulary::vocabulary;

vocabulary! {
    /// Who says so, weakest first: a later layer overrides an earlier one.
    Layer {
        /// A directory, the Department of Labor, or NRMP.
        Record = "record", "Record";
        /// The program's or its institution's own page.
        OwnPage = "own_page", "Program's own page";
        /// The facts file of somebody else.
        File = "file", "Somebody's facts file";
        /// What the visitor entered on this device.
        Visitor = "visitor", "Your own entry";
    }
}

vocabulary! {
    /// A fact about a program that comes from a record, one for each source that can differ.
    RecordField {
        /// Id, name, specialty, city and state of a program in the 2025 directory.
        Name = "name", "Name, city and state";
        /// The same of a program that the directory lacks.
        NameOutsideDirectory = "name_outside_directory", "Name (not in the 2025 directory)";
        /// Sponsoring institution.
        Institution = "institution", "Sponsoring institution";
        /// Coordinates of the city.
        Coordinates = "place", "Coordinates of the city";
        /// Website in the list of 2021.
        Website = "website", "Website";
        /// Sponsor, sites, first accreditation and website on ACGME's pages of 2022.
        AcgmePage = "acgme_page_2022", "Sponsor, sites and website in 2022";
        /// Accreditation status.
        Accreditation = "accreditation", "Accreditation";
        /// Whether the 2025 directory has the program.
        InDirectory = "in_2025_directory", "In the 2025 directory";
        /// Standing in ERAS in 2021.
        Eras = "eras_2021", "ERAS in 2021";
        /// Marked as new in the ERAS list for the season of 2026.
        New2026 = "new_2026", "New in the ERAS list of 2026";
        /// Training at a military hospital.
        Military = "military", "Military";
        /// The main hospital with its beds, residents and ownership.
        Hospital = "hospital", "Hospital";
        /// Hints read off the name.
        Hints = "hints", "Hints in the name";
        /// Teaching health center.
        TeachingHealthCenter = "teaching_health_center", "Teaching health center";
        /// H-1B filings of the employer, the third quarter of fiscal year 2025.
        H1bFiling = "h1b_filing", "H-1B filings of the employer";
        /// The same, the first half of fiscal year 2025, with pay.
        H1bFilingEarlier = "h1b_filing_2025_first_half", "H-1B filings of the employer, first half of 2025";
        /// Filings for all physicians by fiscal year.
        PhysicianFilings = "physician_filings", "H-1B filings for physicians by year";
        /// Employers' own notices for trainees who start in 2026.
        Notice2026 = "notice_2026", "Notices for trainees of 2026";
        /// Institution as NRMP spells it.
        NrmpInstitution = "nrmp_institution", "Institution in NRMP reports";
        /// NRMP codes, and with them the tracks.
        NrmpCodes = "nrmp_codes", "NRMP codes and tracks";
        /// Quotas and fills.
        NrmpFill = "nrmp_fill", "Positions and how many filled";
        /// Codes that did not fill in the Match of 2026.
        Unfilled2026 = "unfilled_2026", "Unfilled in the Match of 2026";
        /// Statements on pages: the source row that tells about all of them.
        Policy = "policy", "Statements on pages";
    }
}

/// A row of `sources.toml`, by its index in [`super::catalog::Catalog::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceIndex(pub u16);

/// A policy statement, by its index in [`super::catalog::Catalog::statements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIndex(pub u16);

/// The years in which a page may have been written, as far as it shows.
///
/// `2023+` is from 2023 on, `pre-2020` is up to 2019, an undated page has neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PageYears {
    /// Earliest possible year.
    pub from: Option<u16>,
    /// Latest possible year.
    pub to: Option<u16>,
}

/// Where a stated value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A row of a public record.
    Record(SourceIndex),
    /// A first-party policy statement that names the program.
    Program(StatementIndex),
    /// A statement of the sponsoring institution for all its programs.
    Institution(StatementIndex),
    /// A statement of another department of the same institution.
    Borrowed(StatementIndex),
    /// A facts file that the visitor opened.
    File(FileIndex),
    /// The visitor's own entry for this program.
    Visitor,
}

/// A facts file, by its index in [`super::applicant::Entries::files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIndex(pub u8);

impl Origin {
    /// The layer that this origin belongs to.
    #[must_use]
    pub fn layer(self) -> Layer {
        match self {
            Origin::Record(_) => Layer::Record,
            Origin::Program(_) | Origin::Institution(_) | Origin::Borrowed(_) => Layer::OwnPage,
            Origin::File(_) => Layer::File,
            Origin::Visitor => Layer::Visitor,
        }
    }

    /// The statement behind a page's word; `None` for records and what people found out.
    #[must_use]
    pub fn statement(self) -> Option<StatementIndex> {
        match self {
            Origin::Program(s) | Origin::Institution(s) | Origin::Borrowed(s) => Some(s),
            Origin::Record(_) | Origin::File(_) | Origin::Visitor => None,
        }
    }
}

/// A value with its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Evidence<T> {
    /// What is said.
    pub value: T,
    /// Who says it.
    pub origin: Origin,
}

/// What is known of one question about one program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Fact<T> {
    /// Nobody says; neither a yes nor a no.
    #[default]
    NotStated,
    /// One value stands.
    Stated(Evidence<T>),
    /// Two sources of the same rank differ, or a page and a record contradict each other.
    /// Holds at least two entries.
    Conflicting(Box<[Evidence<T>]>),
}

impl<T: Copy> Fact<T> {
    /// The value, if exactly one stands.
    #[must_use]
    pub fn stated(&self) -> Option<T> {
        match self {
            Fact::Stated(evidence) => Some(evidence.value),
            Fact::NotStated | Fact::Conflicting(_) => None,
        }
    }

    /// Every piece of evidence, none if not stated.
    #[must_use]
    pub fn evidence(&self) -> &[Evidence<T>] {
        match self {
            Fact::NotStated => &[],
            Fact::Stated(evidence) => std::slice::from_ref(evidence),
            Fact::Conflicting(all) => all,
        }
    }
}
