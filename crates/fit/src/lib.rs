//! Published tables to `data/model.json`.
//!
//! Stage one finds, for every specialty and applicant type, four numbers on the scale of ranks:
//! [`nonus`] from this year's table, [`seniors`] and [`osteopathic`] from this decade's rates and
//! 2007's ranks, [`borrowed`] by shifting another type's. Stage two, [`calibrate`], finds the level of
//! interviews over the programs of the catalog. The same files give the same bytes: fixed starts,
//! fixed iteration counts, one thread, `libm` for every transcendental function.
//!
//! It never tunes to a picture: what no table gives is in `data/assumptions.toml` with a range.

pub mod assumptions;
pub mod backtest;
pub mod borrowed;
pub mod calibrate;
pub mod checks;
pub mod constants;
pub mod covariance;
pub mod draft;
pub mod draw;
pub mod estimate;
mod file;
pub mod forward;
pub mod moves;
pub mod nonus;
pub mod osteopathic;
pub mod outlook;
pub mod output;
pub mod published;
pub mod report;
pub mod scores;
pub mod seniors;
pub mod signals;
pub mod solve;
pub mod specialties;
pub mod states;

use std::fmt;
use std::path::Path;

use constants::FitAssumption;
use draft::{Draft, Terms};
use engine::applicant::Moment;
use engine::calendar::Season;
use engine::catalog::Catalog;
use engine::model::{AssumptionKey, FailedAttemptShare, Model};
use engine::odds::reference::{ReferenceProgram, reference_programs};
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;
use published::Published;
use signals::Signals;

/// Why there is no model.
#[derive(Clone, Debug, PartialEq)]
pub enum FitError {
    /// A file is missing or misshapen.
    Read {
        /// The file.
        file: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A published row that contradicts itself.
    Impossible {
        /// Key of its source.
        source: String,
        /// The row.
        row: String,
        /// Why it cannot be.
        what: &'static str,
    },
    /// A published name without a code.
    UnknownName(String),
    /// No row of applications covers the type.
    NoApplications(ApplicantType),
    /// No rate of the type over all specialties in a year that has the other's.
    NoTypeRate(ApplicantType),
    /// Neither the specialty nor a related one has a table of ranks.
    NoRanks(SpecialtyCode),
    /// The optimiser or a bisection found nothing; the text names what was sought.
    NoSolution(&'static str),
    /// No level gives the published mean of interviews over the programs.
    NoLevel(SpecialtyCode, ApplicantType),
    /// The catalog does not say on which day its facts were put together.
    NoDay,
    /// The model cannot be written.
    Write(String),
    /// An assumption that the fit needs is missing.
    MissingAssumption(AssumptionKey),
    /// A constant of the fit is missing.
    MissingConstant,
    /// No list of applications keeps the limits; the text says why.
    NoList(String),
    /// Neither this season nor a study says how many signals a specialty has.
    NoSignals(SpecialtyCode),
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FitError::Read { file, reason } => write!(f, "{file}: {reason}"),
            FitError::Impossible { source, row, what } => {
                write!(f, "{source}, {row}: {what}")
            }
            FitError::UnknownName(name) => write!(f, "no code for the specialty {name}"),
            FitError::NoApplications(kind) => {
                write!(f, "no number of applications for {}", kind.code())
            }
            FitError::NoTypeRate(kind) => write!(f, "no overall match rate for {}", kind.code()),
            FitError::NoRanks(specialty) => write!(f, "no table of ranks for {specialty}"),
            FitError::NoSolution(sought) => write!(f, "a cell has no {sought}"),
            FitError::NoLevel(specialty, kind) => {
                write!(f, "no level of interviews for {specialty} {}", kind.code())
            }
            FitError::NoDay => f.write_str("the catalog has no day"),
            FitError::Write(reason) => write!(f, "the model cannot be written: {reason}"),
            FitError::MissingConstant => f.write_str("a constant of the fit is missing"),
            FitError::NoList(reason) => write!(f, "no list of applications: {reason}"),
            FitError::NoSignals(specialty) => write!(f, "no number of signals for {specialty}"),
            FitError::MissingAssumption(key) => write!(f, "no assumption {}", key.code()),
        }
    }
}

impl std::error::Error for FitError {}

/// Stage one: every cell on the scale of ranks, by specialty and type.
///
/// # Errors
///
/// If a table lacks what a cell needs.
pub fn drafts(published: &Published) -> Result<Vec<Draft>, FitError> {
    use ApplicantType::{NonUsImg, UsDoGrad, UsDoSenior, UsImg, UsMdGrad, UsMdSenior};
    let nonus = nonus::drafts(published)?;
    let md = seniors::md(published)?;
    let osteopathic = osteopathic::drafts(published, &md)?;
    let mut all = borrowed::drafts(published, UsImg, NonUsImg, &nonus)?;
    all.extend(borrowed::drafts(published, UsMdGrad, UsMdSenior, &md)?);
    all.extend(borrowed::drafts(
        published,
        UsDoGrad,
        UsDoSenior,
        &osteopathic,
    )?);
    all.extend(nonus);
    all.extend(md);
    all.extend(osteopathic);
    all.sort_by_key(|draft| (draft.specialty, draft.kind));
    Ok(all)
}

/// The fit with what led to it.
#[derive(Debug)]
pub struct Fitted {
    /// The model, sealed with its version.
    pub model: Model,
    /// The text of `data/model.json`.
    pub text: String,
    /// Every cell on the scale of ranks, in the order of the model's.
    pub drafts: Vec<Draft>,
    /// What holds for all cells.
    pub terms: Terms,
    /// Published rows that are odd.
    pub doubts: Vec<checks::Doubt>,
    /// What was published.
    pub published: Published,
    /// The constants of the fit with their ranges.
    pub constants: Vec<FitAssumption>,
    /// The programs that each cell is calibrated over, in the order of the model's cells.
    pub programs: Vec<Vec<ReferenceProgram>>,
    /// What signals go with.
    pub signals: Signals,
    /// Each year's states from the other's.
    pub foretold: Vec<states::Foretold>,
    /// The catalog.
    pub catalog: Catalog,
    /// The day of its facts.
    pub moment: Moment,
}

/// Reads the figures in `folder`, which is `data/`,, fits the model and calibrates it over the catalog there.
///
/// # Errors
///
/// If a file is missing or lacks what a cell needs.
pub fn fit(folder: &Path) -> Result<Fitted, FitError> {
    let published = Published::read(folder)?;
    let doubts = checks::check(&published)?;
    let assumptions::Assumptions {
        model: assumptions,
        fit: constants,
    } = assumptions::read(folder)?;
    let terms = Terms {
        ranks_per_interview: assumptions::mid(&assumptions, AssumptionKey::RanksPerInterview)?,
        partly_sd: assumptions::mid(&assumptions, AssumptionKey::PartlySpread)?,
        borrowed_sd: assumptions::mid(&assumptions, AssumptionKey::BorrowedSpread)?,
        as_sent: assumptions::effect(&assumptions, AssumptionKey::AsSent)?,
    };
    let drafts = drafts(&published)?;
    let mut model = Model {
        version: Box::default(),
        cells: Vec::new(),
        assumptions,
        failed_attempts: failed_attempts(&published)?,
        signals: Vec::new(),
        states: Vec::new(),
        draws: None,
    };
    let catalog = catalog(folder)?;
    sources_exist(&constants, &catalog)?;
    let moment = moment(&catalog)?;
    let foretold = states::foretold(&published, |kind| {
        every_specialty(&catalog, &model, kind, moment)
    });
    model.states = states::ratios(&published, |kind| {
        every_specialty(&catalog, &model, kind, moment)
    })?;
    let programs: Vec<Vec<ReferenceProgram>> = drafts
        .iter()
        .map(|draft| reference_programs(&catalog, &model, draft.specialty, draft.kind, moment))
        .collect();
    let mut specialties: Vec<_> = drafts.iter().map(|draft| draft.specialty).collect();
    specialties.dedup();
    let key = AssumptionKey::Signal;
    let share = model.effect(key).ok_or(FitError::MissingAssumption(key))?;
    let figures = &published.signals;
    let sent = signals::sent(figures, &catalog, moment.season, &specialties)?;
    let signals = Signals::of(figures, &published.constants, share, &sent)?;
    model.signals = signals.rows.iter().map(|row| row.effect.clone()).collect();
    let finished = drafts
        .iter()
        .zip(&programs)
        .map(|(draft, programs)| draft.finish(terms, programs, &signals))
        .collect::<Result<Vec<_>, _>>()?;
    let (cells, doubts_of_cells): (Vec<_>, Vec<_>) = finished.into_iter().unzip();
    model.draws = draw::draws(&cells, doubts_of_cells);
    model.cells = cells;
    let text = output::seal(&mut model)?;
    Ok(Fitted {
        model,
        text,
        drafts,
        terms,
        doubts,
        published,
        constants,
        programs,
        signals,
        foretold,
        catalog,
        moment,
    })
}

/// The programs of every specialty as the reference applicant of a type meets them.
fn every_specialty(
    catalog: &Catalog,
    model: &Model,
    kind: ApplicantType,
    moment: Moment,
) -> Vec<states::Programs> {
    let specialties = catalog.specialties().iter();
    specialties
        .map(|row| {
            let programs = reference_programs(catalog, model, row.code, kind, moment);
            (row.code, programs)
        })
        .collect()
}

/// Constants name sources that sources.toml has.
fn sources_exist(constants: &[FitAssumption], catalog: &Catalog) -> Result<(), FitError> {
    let mut named = constants.iter().flat_map(|c| &c.sources);
    let has = |key: &String| catalog.sources().iter().any(|s| *s.key == **key);
    match named.find(|key| !has(key)) {
        Some(key) => Err(FitError::Read {
            file: "data/assumptions.toml".to_owned(),
            reason: format!("the source {key} is not in sources.toml"),
        }),
        None => Ok(()),
    }
}

fn catalog(folder: &Path) -> Result<Catalog, FitError> {
    let read = |reason: String| FitError::Read {
        file: "data".to_owned(),
        reason,
    };
    let facts = data::read(folder).map_err(|e| read(e.to_string()))?;
    facts.catalog().map_err(|e| read(e.to_string()))
}

/// The day on which the facts were put together, and its season.
fn moment(catalog: &Catalog) -> Result<Moment, FitError> {
    let today = catalog.as_of().ok_or(FitError::NoDay)?;
    Ok(Moment {
        today,
        season: Season::of(today),
        stage: None,
    })
}

/// Shares of programs that do not consider a failed attempt. The survey's row over all
/// specialties is an assumption and not a share of one.
fn failed_attempts(published: &Published) -> Result<Vec<FailedAttemptShare>, FitError> {
    const ALL: &str = "All Specialties";
    let mut rows = published
        .failed_attempts
        .rows
        .iter()
        .filter(|row| row.specialty != ALL)
        .map(|row| {
            let code = data::specialty_of(&row.specialty)
                .ok_or_else(|| FitError::UnknownName(row.specialty.clone()))?;
            Ok(FailedAttemptShare {
                specialty: code,
                never: row.never_pct / 100.0,
                seldom: row.seldom_pct / 100.0,
            })
        })
        .collect::<Result<Vec<_>, FitError>>()?;
    rows.sort_by_key(|row| row.specialty);
    Ok(rows)
}
