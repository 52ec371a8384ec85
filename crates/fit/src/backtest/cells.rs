//! Match rate and contiguous ranks of each specialty and type.

use serde::Serialize;

use super::{Compared, short};
use crate::FitError;
use crate::draft::Draft;
use crate::forward::{Spread, moments};
use crate::published::{NonUsImg, Published, Sample};
use data::specialty_of;
use engine::model::Basis;
use engine::vocabulary::ApplicantType;

/// Applicants from which a goal is set for a cell.
const LARGE: u32 = 100;

/// Contiguous ranks of a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ranks {
    /// Applicants behind the published mean.
    pub n: f64,
    /// Mean.
    pub mean: Compared,
    /// Standard deviation.
    pub sd: Compared,
}

/// One specialty and type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CellCheck {
    /// ACGME code.
    pub specialty: String,
    /// The specialty as NRMP spells it.
    pub name: String,
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Code of the basis.
    pub basis: &'static str,
    /// Applicants with at least one rank.
    pub n: u32,
    /// Match rate to the preferred specialty, 0 to 1.
    pub rate: Compared,
    /// Ranks of the matched; `None` where none are published.
    pub matched: Option<Ranks>,
    /// Ranks of the unmatched.
    pub unmatched: Option<Ranks>,
    /// Key in sources.toml.
    pub source: String,
}

impl CellCheck {
    /// Whether the goals are set for it.
    #[must_use]
    pub fn is_large_and_fitted(&self) -> bool {
        self.basis == Basis::Fitted.code() && self.n >= LARGE
    }
}

/// Every cell that has a published rate.
pub(super) fn all(drafts: &[Draft], published: &Published) -> Result<Vec<CellCheck>, FitError> {
    let mut checks = Vec::new();
    for draft in drafts {
        let Some(n) = draft.n else { continue };
        let table = nonus_row(published, draft)?;
        let applications = draft.sent.mid;
        let m = moments(&draft.estimate.strength, applications, applications);
        checks.push(CellCheck {
            specialty: draft.specialty.to_string(),
            name: name_of(published, draft),
            kind: draft.kind.code(),
            basis: draft.basis.code(),
            n,
            rate: Compared {
                published: short(draft.rate),
                predicted: short(m.rate),
            },
            matched: table.and_then(|row| ranks(row.ranks.matched, m.matched)),
            unmatched: table.and_then(|row| ranks(row.ranks.unmatched, m.unmatched)),
            source: draft.sources.first().cloned().unwrap_or_default(),
        });
    }
    Ok(checks)
}

fn ranks(published: Option<Sample>, model: Spread) -> Option<Ranks> {
    let seen = published?;
    let compared = |published, predicted| Compared {
        published,
        predicted: short(predicted),
    };
    Some(Ranks {
        n: seen.n,
        mean: compared(seen.mean, model.mean),
        sd: compared(seen.sd, model.sd),
    })
}

fn nonus_row<'a>(
    published: &'a Published,
    draft: &Draft,
) -> Result<Option<&'a NonUsImg>, FitError> {
    if draft.kind != ApplicantType::NonUsImg {
        return Ok(None);
    }
    let mut rows = published.nonus_img.rows.iter();
    let row = rows.find(|row| specialty_of(&row.specialty) == Some(draft.specialty));
    row.map(Some)
        .ok_or_else(|| FitError::UnknownName(draft.specialty.to_string()))
}

/// A specialty's name as the first table spells it that has it.
pub(super) fn name_of(published: &Published, draft: &Draft) -> String {
    let nonus = published.nonus_img.rows.iter().map(|row| &row.specialty);
    let seniors = published.seniors.rows.iter().map(|row| &row.specialty);
    let scores = published.md_scores.rows.iter().map(|row| &row.specialty);
    let mut names = nonus.chain(seniors).chain(scores);
    let name = names.find(|name| specialty_of(name) == Some(draft.specialty));
    name.map_or_else(|| draft.specialty.to_string(), Clone::clone)
}
