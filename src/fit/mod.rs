//! Published tables to `src/data/model.json`.
//!
//! Stage one finds, for every specialty and applicant type, four numbers on the scale of ranks:
//! [`nonus`] from this year's table, [`seniors`] from this decade's rates and 2007's ranks,
//! [`borrowed`] by shifting another type's. Stage two, [`calibrate`], finds the level of
//! interviews over the programs of the catalog. The same files give the same bytes: fixed starts,
//! fixed iteration counts, one thread, `libm` for every transcendental function.
//!
//! It never tunes to a picture: what no table gives is in `src/data/assumptions.toml` with a range.

pub mod assumptions;
pub mod borrowed;
pub mod calibrate;
pub mod draft;
pub mod estimate;
pub mod forward;
pub mod nonus;
pub mod output;
pub mod published;
pub mod report;
pub mod scores;
pub mod seniors;
pub mod solve;
pub mod specialties;

use std::fmt;
use std::path::Path;

use crate::engine::model::AssumptionKey;
use crate::engine::program::SpecialtyCode;
use crate::engine::vocabulary::ApplicantType;
use calibrate::ReferenceProgram;
use draft::{Draft, Terms};
use output::{FailedAttemptOut, ModelOut, rounded};
use published::Published;

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
    /// An assumption that the fit needs is missing.
    MissingAssumption(AssumptionKey),
}

impl fmt::Display for FitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FitError::Read { file, reason } => write!(f, "{file}: {reason}"),
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
            FitError::MissingAssumption(key) => write!(f, "no assumption {}", key.code()),
        }
    }
}

impl std::error::Error for FitError {}

/// The programs over which a cell's level is calibrated.
pub type ReferencePrograms<'a> = dyn Fn(SpecialtyCode, ApplicantType) -> Vec<ReferenceProgram> + 'a;

/// Equal, open programs: the calibration without a catalog.
#[must_use]
pub fn equal_programs(_: SpecialtyCode, _: ApplicantType) -> Vec<ReferenceProgram> {
    ReferenceProgram::EQUAL.to_vec()
}

/// Stage one: every cell on the scale of ranks, by specialty and type.
///
/// # Errors
///
/// If a table lacks what a cell needs.
pub fn drafts(published: &Published) -> Result<Vec<Draft>, FitError> {
    use ApplicantType::{NonUsImg, UsDoGrad, UsDoSenior, UsImg, UsMdGrad, UsMdSenior};
    let nonus = nonus::drafts(published)?;
    let md = seniors::md(published)?;
    let osteopathic = seniors::osteopathic(published, &md)?;
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

/// Reads the figures under `root` and fits the model, calibrated over `programs`.
///
/// # Errors
///
/// If a file is missing or lacks what a cell needs.
pub fn fit(root: &Path, programs: &ReferencePrograms<'_>) -> Result<ModelOut, FitError> {
    let published = Published::read(root)?;
    let assumptions = assumptions::read(root)?;
    let terms = Terms {
        ranks_per_interview: assumptions::mid(&assumptions, AssumptionKey::RanksPerInterview)?,
        partly_sd: assumptions::mid(&assumptions, AssumptionKey::PartlySpread)?,
        borrowed_sd: assumptions::mid(&assumptions, AssumptionKey::BorrowedSpread)?,
    };
    let cells = drafts(&published)?
        .into_iter()
        .map(|draft| {
            let reference = programs(draft.specialty, draft.kind);
            draft.finish(terms, &reference)
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(ModelOut {
        version: String::new(),
        cells,
        assumptions,
        failed_attempts: failed_attempts(&published)?,
    })
}

/// Shares of programs that do not consider a failed attempt. The survey's row over all
/// specialties is an assumption and not a share of one.
fn failed_attempts(published: &Published) -> Result<Vec<FailedAttemptOut>, FitError> {
    const ALL: &str = "All Specialties";
    let mut rows = published
        .failed_attempts
        .rows
        .iter()
        .filter(|row| row.specialty != ALL)
        .map(|row| {
            let code = specialties::code_of(&row.specialty)
                .ok_or_else(|| FitError::UnknownName(row.specialty.clone()))?;
            Ok(FailedAttemptOut {
                specialty: code.to_string(),
                never: rounded(row.never_pct / 100.0),
                seldom: rounded(row.seldom_pct / 100.0),
            })
        })
        .collect::<Result<Vec<_>, FitError>>()?;
    rows.sort_by(|a, b| a.specialty.cmp(&b.specialty));
    Ok(rows)
}
