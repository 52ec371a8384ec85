//! A list of programs as applicants send it, and what one applicant gets from it.
//!
//! Programs are drawn as the level was set ([`ReferenceProgram::sent`]); so many of them as the group at
//! hand sends, with the season's signals among them. Given strength, every application is then
//! the same coin: the number of interviews is binomial.

use crate::Fitted;
use crate::calibrate::{Mix, mean_interview};
use engine::applicant_record::Record;
use engine::model::{Cell, Effects};
use engine::odds::quadrature::{Node, TWENTY_ONE};
use engine::odds::reference::ReferenceProgram;
use engine::odds::sigmoid;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

/// Strength is given, so there is nothing to average over.
const GIVEN: [Node; 1] = [Node {
    at: 0.0,
    weight: 1.0,
}];

/// Applications in one specialty by people of one type.
pub(super) struct AsSent<'a> {
    pub(super) cell: &'a Cell,
    /// Their number.
    pub(super) applications: f64,
    programs: &'a [ReferenceProgram],
    mix: Mix,
    chosen: f64,
    ranked: f64,
}

impl<'a> AsSent<'a> {
    /// So many applications, or those behind the cell; `None` where the specialty has no cell.
    pub(super) fn of(
        fitted: &'a Fitted,
        specialty: SpecialtyCode,
        kind: ApplicantType,
        applications: Option<f64>,
    ) -> Option<Self> {
        let mut all = fitted.model.cells.iter().zip(&fitted.programs);
        let (cell, programs) =
            all.find(|(cell, _)| cell.specialty == specialty && cell.kind == kind)?;
        let applications = applications.unwrap_or(cell.reference_applications);
        Some(AsSent {
            cell,
            applications,
            programs,
            mix: fitted.signals.mix(specialty, applications),
            chosen: fitted.terms.as_sent.mid,
            ranked: fitted.terms.ranks_per_interview,
        })
    }

    /// Chance of an interview of one application, at a strength.
    pub(super) fn interview(&self, theta: f64) -> f64 {
        let level = self.cell.level + theta;
        mean_interview(self.programs, level, 0.0, &self.mix, &GIVEN, self.chosen)
    }

    /// Chance that none of the applications becomes what each becomes with chance `p`.
    pub(super) fn none(&self, p: f64) -> f64 {
        libm::exp(self.applications * libm::log1p(-p))
    }

    /// Chance of no rank at all, of somebody `sds` standard deviations of the pool's strength
    /// above its mean, whose applications are read.
    pub(super) fn no_rank(&self, sds: f64) -> f64 {
        self.none(self.ranked * self.interview(self.cell.tau * sds))
    }

    /// Match rate of a blank applicant, given a rank.
    pub(super) fn match_rate(&self) -> f64 {
        let (mut any, mut matched) = (0.0, 0.0);
        for node in &TWENTY_ONE {
            let theta = self.cell.tau * node.at;
            let ranked = self.ranked * self.interview(theta);
            let hit = sigmoid(self.cell.d + self.cell.rho * theta);
            any += node.weight * (1.0 - self.none(ranked));
            matched += node.weight * (1.0 - self.none(ranked * hit));
        }
        matched / any
    }
}

/// The record of somebody of a type as far as a table tells it.
pub(super) fn record(
    fitted: &Fitted,
    kind: ApplicantType,
    years_since: Option<u8>,
    score: Option<f64>,
) -> Record {
    let model = Some(&fitted.model);
    let score = score.map(|score| score.round() as u16);
    Record::of(
        model,
        &Effects::of(model),
        Some(kind),
        None,
        years_since,
        score,
    )
}

/// Low and high end of the 90 % interval of a share (Wilson).
pub(super) fn wilson(hits: f64, n: f64) -> (f64, f64) {
    const Z: f64 = 1.645;
    let share = hits / n;
    let middle = share + Z * Z / (2.0 * n);
    let reach = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    (
        ((middle - reach) / whole).max(0.0),
        ((middle + reach) / whole).min(1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::wilson;

    #[test]
    fn wilson_is_wide_where_few_were_counted() {
        let (low, high) = wilson(5.0, 22.0);
        assert!((low - 0.115).abs() < 0.003 && (high - 0.399).abs() < 0.003);
        let (low, high) = wilson(0.0, 10.0);
        assert!(low == 0.0 && (0.2..0.25).contains(&high));
    }
}
