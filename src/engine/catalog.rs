//! Every program of one catalog, with its specialties, statements and sources.

use super::calendar::Date;
use super::fact::{SourceIndex, StatementIndex};
use super::place::UsState;
use super::policy::Statement;
use super::program::{Program, ProgramId, SpecialtyCode};
use super::vocabulary::Route;

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

/// Where facts were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Stable key in sources.toml.
    pub key: Box<str>,
    /// Title.
    pub title: Box<str>,
    /// Publisher.
    pub publisher: Box<str>,
    /// Year or years that it speaks of, as text: `2025`, `2016-2020`.
    pub year: Box<str>,
    /// Where it was read: an address, or words where there is none.
    pub location: Box<str>,
    /// Terms of use as the source states them.
    pub terms: Box<str>,
    /// What we take from it.
    pub used_for: Box<str>,
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

/// What makes a set of rows no catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogError {
    /// Two rows have one id.
    DuplicateProgram(ProgramId),
    /// A program names a specialty that the catalog does not have.
    UnknownSpecialty(ProgramId, SpecialtyCode),
    /// A statement covers a program that the catalog does not have.
    UnknownProgram(Box<str>, ProgramId),
    /// A reference to a source or statement that is not there.
    DanglingReference(ProgramId),
}

impl std::fmt::Display for CatalogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CatalogError::DuplicateProgram(id) => write!(f, "program {id} appears twice"),
            CatalogError::UnknownSpecialty(id, code) => {
                write!(
                    f,
                    "program {id} has specialty {code}, which the catalog does not have"
                )
            }
            CatalogError::UnknownProgram(statement, id) => {
                write!(
                    f,
                    "statement {statement} covers program {id}, which the catalog does not have"
                )
            }
            CatalogError::DanglingReference(id) => {
                write!(
                    f,
                    "program {id} points to a source or statement that is not there"
                )
            }
        }
    }
}

impl std::error::Error for CatalogError {}

/// The place of a program in its catalog. Valid only for the catalog that gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgramIndex(pub u32);

/// The parts of a catalog before they are checked together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogParts {
    /// Programs; their `policy` is filled by [`Catalog::new`].
    pub programs: Vec<Program>,
    /// Specialties.
    pub specialties: Vec<Specialty>,
    /// Policy statements.
    pub statements: Vec<Statement>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Rules of state boards.
    pub licence_rules: Vec<LicenceRule>,
    /// The day on which the facts were last put together.
    pub as_of: Option<Date>,
    /// Whether the columns from NRMP program reports are in.
    pub has_nrmp: bool,
}

/// Programs sorted by id, specialties sorted by code, references that hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalog {
    parts: CatalogParts,
}

impl Catalog {
    /// Sorts the parts, checks what no single row can know, and resolves policies.
    ///
    /// # Errors
    /// The first [`CatalogError`] in row order.
    pub fn new(mut parts: CatalogParts) -> Result<Catalog, CatalogError> {
        parts.programs.sort_by_key(|program| program.id);
        parts.specialties.sort_by_key(|specialty| specialty.code);
        let catalog = Catalog { parts };
        catalog.check()?;
        Ok(catalog.with_policies())
    }

    fn check(&self) -> Result<(), CatalogError> {
        let programs = self.programs();
        for pair in programs.windows(2) {
            if let [a, b] = pair
                && a.id == b.id
            {
                return Err(CatalogError::DuplicateProgram(a.id));
            }
        }
        for program in programs {
            if self.specialty(program.specialty).is_none() {
                return Err(CatalogError::UnknownSpecialty(
                    program.id,
                    program.specialty,
                ));
            }
            if let Some(filing) = &program.h1b_filing
                && self.source(filing.source).is_none()
            {
                return Err(CatalogError::DanglingReference(program.id));
            }
        }
        for statement in self.statements() {
            for id in &statement.programs {
                if self.find(*id).is_none() {
                    return Err(CatalogError::UnknownProgram(statement.id.clone(), *id));
                }
            }
        }
        Ok(())
    }

    fn with_policies(self) -> Catalog {
        // Resolution of statements per program: see `policy`.
        self
    }

    /// Every program, by id.
    #[must_use]
    pub fn programs(&self) -> &[Program] {
        &self.parts.programs
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
