//! US seniors by field: the share that matched, and how far apart the mean scores of matched and
//! unmatched are. The fit has seen both; in a field with few of either, it draws the difference
//! towards those of the others, and such a field is printed and not held to a goal.

use serde::Serialize;

use super::cells::name_of;
use super::{Compared, short};
use crate::constants::FitKey;
use crate::draft::Draft;
use crate::forward::moments;
use crate::published::Published;
use crate::scores::gap_of;
use data::specialty_of;
use engine::vocabulary::ApplicantType;

/// One field of one type.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Seniors {
    /// The specialty as NRMP spells it.
    pub name: String,
    /// Code of the applicant type.
    pub kind: &'static str,
    /// Matched.
    pub matched: f64,
    /// Not matched.
    pub unmatched: f64,
    /// Share that matched.
    pub share: Compared,
    /// Step 2 CK of the matched less that of the unmatched; `None` where one is not published.
    pub gap: Option<Compared>,
    /// Whether few matched or few did not, so that the model draws the field to the others.
    pub small: bool,
}

/// What a table says of a field.
struct Seen {
    matched: f64,
    unmatched: f64,
    gap: Option<f64>,
}

/// Every published field of MD and DO seniors.
pub(super) fn all(drafts: &[Draft], published: &Published) -> Vec<Seniors> {
    let few = published.constants.get(FitKey::SmallGroup);
    let kinds = [ApplicantType::UsDoSenior, ApplicantType::UsMdSenior];
    let mut rows = Vec::new();
    for kind in kinds {
        for draft in drafts.iter().filter(|draft| draft.kind == kind) {
            let Some(seen) = seen(published, draft) else {
                continue;
            };
            let (strength, n) = (draft.estimate.strength, draft.sent.mid);
            let compared = |published, predicted| Compared {
                published: short(published),
                predicted: short(predicted),
            };
            let gap = gap_of(draft.slope, &strength, n, draft.pool);
            rows.push(Seniors {
                name: name_of(published, draft),
                kind: kind.code(),
                matched: seen.matched,
                unmatched: seen.unmatched,
                share: compared(
                    seen.matched / (seen.matched + seen.unmatched),
                    moments(&strength, n, n).rate,
                ),
                gap: seen.gap.map(|published| compared(published, gap)),
                small: seen.matched.min(seen.unmatched) < few,
            });
        }
    }
    rows
}

/// Counts of 2024, of 2026 where there are none; scores of MD seniors of 2026 where both groups
/// have one (medians), else means of 2024.
fn seen(published: &Published, draft: &Draft) -> Option<Seen> {
    let is_own = |name: &str| specialty_of(name) == Some(draft.specialty);
    let mut older = published.seniors.rows.iter();
    let older = older.find(|row| row.kind == draft.kind.code() && is_own(&row.specialty));
    let mut newer = published.md_scores.rows.iter();
    let newer = newer.find(|row| draft.kind == ApplicantType::UsMdSenior && is_own(&row.specialty));
    let (matched, unmatched) = match (older, newer) {
        (Some(row), _) => (row.matched, row.unmatched),
        (None, Some(row)) => (row.matched, row.unmatched?),
        (None, None) => return None,
    };
    let medians = newer.and_then(|row| Some(row.median - row.unmatched_median?));
    let means = older.and_then(|row| Some(row.step2_matched? - row.step2_unmatched?));
    Some(Seen {
        matched,
        unmatched,
        gap: medians.or(means),
    })
}
