//! Every program of one catalog, with its specialties, statements and sources.

mod by_program;
mod check;
pub mod details;
mod error;
mod precedence;
mod record_evidence;
mod reference;

pub use by_program::ByProgram;
use details::{Details, HospitalDetails, ProgramDetails, SourceDetails, StatementDetails};
pub use error::CatalogError;
pub use record_evidence::RecordEvidence;
pub use reference::{
    LicenceRequirement, LicenceRule, ONE_YEAR_MATCH, OneYearShare, Source, Specialty,
};

use std::sync::OnceLock;

use super::calendar::{Date, Season};
use super::fact::{RecordField, SourceIndex, StatementIndex};
use super::fees::FeeBook;
use super::hospital::{Hospital, HospitalIndex};
use super::policy::Statement;
use super::program::{Program, ProgramId, SpecialtyCode};
use super::season::{SeasonDate, SeasonEvent, Signals};
use crate::ordering;

/// The index of a program in its catalog. Valid only for the catalog that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgramIndex(pub u32);

/// The parts of a catalog before they are checked together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogParts {
    /// Programs; what pages state of them is filled in by [`Catalog::new`].
    pub programs: Vec<Program>,
    /// Hospitals; how many specialties train there is counted by [`Catalog::new`].
    pub hospitals: Vec<Hospital>,
    /// Specialties.
    pub specialties: Vec<Specialty>,
    /// Policy statements.
    pub statements: Vec<Statement>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Rules of state boards.
    pub licence_rules: Vec<LicenceRule>,
    /// Signals by specialty and season.
    pub signals: Vec<Signals>,
    /// Days of the seasons.
    pub season_dates: Vec<SeasonDate>,
    /// Which source stands behind which field of a program's record.
    pub record_sources: Vec<(RecordField, SourceIndex)>,
    /// What applying costs; `None` in a pack from before it was carried.
    pub fees: Option<FeeBook>,
    /// The day on which the facts were last put together.
    pub as_of: Option<Date>,
    /// Whether the columns from NRMP program reports are in.
    pub has_nrmp: bool,
}

impl CatalogParts {
    /// The parts without anything from NRMP reports: institutions, codes, tracks and fills.
    #[must_use]
    pub fn without_nrmp(mut self) -> CatalogParts {
        for program in &mut self.programs {
            program.tracks = Box::default();
            program.nrmp_institution = None;
            program.nrmp_codes = Box::default();
            program.history = Box::default();
            program.unfilled_2026 = Box::default();
        }
        for specialty in &mut self.specialties {
            specialty.one_year = Box::default();
        }
        self.record_sources.retain(|(field, _)| {
            !matches!(
                field,
                RecordField::NrmpInstitution
                    | RecordField::NrmpCodes
                    | RecordField::NrmpFill
                    | RecordField::Unfilled2026
            )
        });
        self.has_nrmp = false;
        self
    }
}

/// Programs sorted by id, specialties sorted by code, references that hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    parts: CatalogParts,
    /// Of each program, in their order.
    evidence: Box<[RecordEvidence]>,
    /// Given once, after the rest.
    details: OnceLock<Details>,
}

impl Catalog {
    /// Sorts the parts, checks what no single row can know, and resolves policies.
    ///
    /// # Errors
    /// The first [`CatalogError`] in row order.
    pub fn new(mut parts: CatalogParts) -> Result<Catalog, CatalogError> {
        // A pack holds them sorted already, and moving six thousand rows takes its time.
        if !parts.programs.is_sorted_by_key(|program| program.id) {
            ordering::sort_by_key(&mut parts.programs, |program| program.id);
        }
        ordering::sort_by_key(&mut parts.specialties, |specialty| specialty.code);
        check::check(&parts)?;
        precedence::resolve(&mut parts.programs, &parts.statements);
        count_specialties(&mut parts);
        let mut catalog = Catalog {
            parts,
            evidence: Box::default(),
            details: OnceLock::new(),
        };
        let programs = catalog.programs().iter();
        let evidence = programs.map(|program| RecordEvidence::of(&catalog, program));
        catalog.evidence = evidence.collect();
        Ok(catalog)
    }

    /// Adds what only pages tell. Later ones of the same catalog change nothing.
    ///
    /// # Errors
    /// [`CatalogError::OtherDetails`] if they have not a row for each of this catalog's.
    pub fn add_details(&self, details: Details) -> Result<(), CatalogError> {
        let parts = &self.parts;
        let tables = [
            (parts.programs.len(), details.programs.len()),
            (parts.hospitals.len(), details.hospitals.len()),
            (parts.statements.len(), details.statements.len()),
            (parts.sources.len(), details.sources.len()),
        ];
        if tables.iter().any(|(rows, of_details)| rows != of_details) {
            return Err(CatalogError::OtherDetails);
        }
        // What is there already came from the same pack.
        self.details.get_or_init(|| details);
        Ok(())
    }

    /// What only pages tell, once it is here.
    #[must_use]
    pub fn details(&self) -> Option<&Details> {
        self.details.get()
    }

    /// A program's details, once they are here.
    #[must_use]
    pub fn program_details(&self, index: ProgramIndex) -> Option<&ProgramDetails> {
        self.details()?.programs.get(usize::try_from(index.0).ok()?)
    }

    /// A hospital's details, once they are here.
    #[must_use]
    pub fn hospital_details(&self, index: HospitalIndex) -> Option<&HospitalDetails> {
        self.details()?.hospitals.get(usize::from(index.0))
    }

    /// A statement's details, once they are here.
    #[must_use]
    pub fn statement_details(&self, index: StatementIndex) -> Option<&StatementDetails> {
        self.details()?.statements.get(usize::from(index.0))
    }

    /// A source in words, once they are here.
    #[must_use]
    pub fn source_details(&self, index: SourceIndex) -> Option<&SourceDetails> {
        self.details()?.source(index)
    }

    /// The source with a key.
    #[must_use]
    pub fn source_named(&self, key: &str) -> Option<SourceIndex> {
        let mut all = (0u16..).map(SourceIndex).zip(self.sources());
        all.find(|(_, source)| *source.key == *key)
            .map(|(index, _)| index)
    }

    /// Every hospital.
    #[must_use]
    pub fn hospitals(&self) -> &[Hospital] {
        &self.parts.hospitals
    }

    /// The main hospital of a program, where one was found.
    #[must_use]
    pub fn hospital(&self, program: &Program) -> Option<&Hospital> {
        let index = program.hospital?;
        self.parts.hospitals.get(usize::from(index.0))
    }

    /// The same where it treats all of medicine, so that its breadth says something.
    #[must_use]
    pub fn general_hospital(&self, program: &Program) -> Option<&Hospital> {
        self.hospital(program)
            .filter(|hospital| hospital.is_general)
    }

    /// Every program, by id.
    #[must_use]
    pub fn programs(&self) -> &[Program] {
        &self.parts.programs
    }

    /// The programs of a specialty, by id; empty for one that the catalog does not know.
    #[must_use]
    pub fn of_specialty(&self, specialty: SpecialtyCode) -> &[Program] {
        let all = &self.parts.programs;
        all.get(self.range(specialty)).unwrap_or_default()
    }

    /// What their records show, in their order.
    #[must_use]
    pub fn evidence_of_specialty(&self, specialty: SpecialtyCode) -> &[RecordEvidence] {
        let range = self.range(specialty);
        self.evidence.get(range).unwrap_or_default()
    }

    /// What a program's record shows. A program of another catalog is looked at now.
    #[must_use]
    pub fn evidence(&self, program: &Program) -> RecordEvidence {
        let at = self.find(program.id).map(|(index, _)| index.0 as usize);
        let known = at.and_then(|at| self.evidence.get(at));
        known.map_or_else(|| RecordEvidence::of(self, program), |known| *known)
    }

    /// The programs of a specialty, each with its index.
    pub fn indexed(
        &self,
        specialty: SpecialtyCode,
    ) -> impl Iterator<Item = (ProgramIndex, &Program)> {
        // The catalog was checked to have no more programs than an index can name.
        let first = self.range(specialty).start as u32;
        let indices = (first..).map(ProgramIndex);
        indices.zip(self.of_specialty(specialty))
    }

    /// Where a specialty lies: ids begin with it, and programs are sorted by id.
    fn range(&self, specialty: SpecialtyCode) -> std::ops::Range<usize> {
        let all = &self.parts.programs;
        let first = ProgramId::first_of(specialty);
        let start = all.partition_point(|program| program.id < first);
        let rest = all.get(start..).unwrap_or_default();
        start..start + rest.partition_point(|program| program.specialty() == specialty)
    }

    /// The program at an index of this catalog.
    #[must_use]
    pub fn get(&self, index: ProgramIndex) -> Option<&Program> {
        self.parts.programs.get(usize::try_from(index.0).ok()?)
    }

    /// The program with an id, and its index.
    #[must_use]
    pub fn find(&self, id: ProgramId) -> Option<(ProgramIndex, &Program)> {
        let at = self
            .parts
            .programs
            .binary_search_by_key(&id, |program| program.id)
            .ok()?;
        Some((
            ProgramIndex(u32::try_from(at).ok()?),
            self.parts.programs.get(at)?,
        ))
    }

    /// What applying costs.
    #[must_use]
    pub fn fees(&self) -> Option<&FeeBook> {
        self.parts.fees.as_ref()
    }

    /// Every specialty, by code.
    #[must_use]
    pub fn specialties(&self) -> &[Specialty] {
        &self.parts.specialties
    }

    /// The specialty with a code.
    #[must_use]
    pub fn specialty(&self, code: SpecialtyCode) -> Option<&Specialty> {
        let all = &self.parts.specialties;
        all.binary_search_by_key(&code, |s| s.code)
            .ok()
            .and_then(|at| all.get(at))
    }

    /// The name of a specialty; its code if the catalog does not know it.
    #[must_use]
    pub fn specialty_name(&self, code: SpecialtyCode) -> String {
        self.specialty(code)
            .map_or_else(|| code.to_string(), |specialty| specialty.name.to_string())
    }

    /// Every policy statement.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        &self.parts.statements
    }

    /// The statement at an index.
    #[must_use]
    pub fn statement(&self, index: StatementIndex) -> Option<&Statement> {
        self.parts.statements.get(usize::from(index.0))
    }

    /// Every source.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// The source at an index.
    #[must_use]
    pub fn source(&self, index: SourceIndex) -> Option<&Source> {
        self.parts.sources.get(usize::from(index.0))
    }

    /// The rules of state boards.
    #[must_use]
    pub fn licence_rules(&self) -> &[LicenceRule] {
        &self.parts.licence_rules
    }

    /// The source behind a field of a program's record; `None` if the catalog names none.
    ///
    /// A program's own filing or statement carries its source itself.
    #[must_use]
    pub fn record_source(&self, program: &Program, field: RecordField) -> Option<SourceIndex> {
        let wanted = match field {
            RecordField::Name if !program.in_2025_directory => RecordField::NameOutsideDirectory,
            other => other,
        };
        let mut all = self.parts.record_sources.iter();
        all.find(|(field, _)| *field == wanted)
            .map(|(_, source)| *source)
    }

    /// The signals of every specialty and season.
    #[must_use]
    pub fn all_signals(&self) -> &[Signals] {
        &self.parts.signals
    }

    /// The signals of a specialty in a season. `None` is no figure, not no signals.
    #[must_use]
    pub fn signals(&self, season: Season, specialty: SpecialtyCode) -> Option<&Signals> {
        let mut all = self.parts.signals.iter();
        all.find(|s| s.season == season && s.specialty == specialty)
    }

    /// Every known day of every season.
    #[must_use]
    pub fn season_dates(&self) -> &[SeasonDate] {
        &self.parts.season_dates
    }

    /// The day of an event in a season, if a source gives it.
    #[must_use]
    pub fn season_date(&self, season: Season, event: SeasonEvent) -> Option<&SeasonDate> {
        let mut all = self.parts.season_dates.iter();
        all.find(|date| date.season == season && date.event == event)
    }

    /// The parts, with every policy resolved: what a pack is written from.
    #[must_use]
    pub fn parts(&self) -> &CatalogParts {
        &self.parts
    }

    /// The day on which the facts were last put together.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.parts.as_of
    }

    /// Whether the columns from NRMP program reports are in.
    #[must_use]
    pub fn has_nrmp(&self) -> bool {
        self.parts.has_nrmp
    }
}

/// Counts the specialties of every hospital: programs are sorted by id, and so by specialty.
fn count_specialties(parts: &mut CatalogParts) {
    let mut last: Vec<Option<SpecialtyCode>> = vec![None; parts.hospitals.len()];
    for hospital in &mut parts.hospitals {
        hospital.specialties = 0;
    }
    for program in &parts.programs {
        let Some(index) = program.hospital.map(|index| usize::from(index.0)) else {
            continue;
        };
        let slot = last.get_mut(index).zip(parts.hospitals.get_mut(index));
        if let Some((last, hospital)) = slot
            && *last != Some(program.specialty())
        {
            *last = Some(program.specialty());
            hospital.specialties = hospital.specialties.saturating_add(1);
        }
    }
}
