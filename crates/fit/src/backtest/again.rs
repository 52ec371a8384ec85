//! People who applied to the same field again, in a survey, beside the model's graduates.
//!
//! Who matched answers more often, so the survey is too high; the fit takes a discount off it.

use serde::Serialize;

use super::as_sent::wilson;
use super::curves::with_score;
use super::{Compared, short};
use crate::FitError;
use crate::draft::Draft;
use crate::forward::moments;
use crate::published::Published;
use data::specialty_of;

/// One surveyed field.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Again {
    /// The specialty as NRMP spells it.
    pub name: String,
    /// Code of the applicant type.
    pub kind: String,
    /// People who answered.
    pub n: f64,
    /// Share that matched.
    pub rate: Compared,
    /// Low end of the 90 % interval (Wilson) of the survey's share.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// Their mean Step 2 CK.
    pub score: f64,
    /// The model's share at that score.
    pub at_score: f64,
}

/// Every surveyed field.
pub(super) fn all(drafts: &[Draft], published: &Published) -> Result<Vec<Again>, FitError> {
    let mut rows = Vec::new();
    for row in &published.reapplied.rows {
        let unknown = || FitError::UnknownName(row.specialty.clone());
        let code = specialty_of(&row.specialty).ok_or_else(unknown)?;
        let mut own = drafts.iter().filter(|draft| draft.specialty == code);
        let draft = own.find(|draft| draft.kind.code() == row.kind);
        let draft = draft.ok_or_else(unknown)?;
        let n = draft.sent.mid;
        let share = row.rate_pct / 100.0;
        let (low, high) = wilson(share * row.n, row.n);
        rows.push(Again {
            name: row.specialty.clone(),
            kind: row.kind.clone(),
            n: row.n,
            rate: Compared {
                published: short(share),
                predicted: short(moments(&draft.estimate.strength, n, n).rate),
            },
            low: short(low),
            high: short(high),
            score: row.score,
            at_score: short(moments(&with_score(draft, row.score), n, n).rate),
        });
    }
    Ok(rows)
}
