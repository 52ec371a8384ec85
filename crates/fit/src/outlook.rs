//! What other tables say of a specialty's match rate, for those whose own is small or left out.
//!
//! Two figures tell how open a specialty is to non-US IMGs: of those who ranked it at all, how many
//! filled a position in it a year before, and the match rate of DO seniors, who like them come from
//! outside its usual schools. Where most positions start at PGY-2 the first is not published, and
//! positions for each applicant of first choice stand in. Least squares on the logit scale.

use super::constants::{Constants, FitKey};
use super::forward::logit;
use super::published::Published;
use data::specialty_of;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;
use nalgebra::{DMatrix, DVector};

/// The figures of one specialty.
#[derive(Clone, Copy, Debug)]
pub struct Outlook {
    /// Logits of filled over ranked and of the DO seniors' match rate.
    open: Option<[f64; 2]>,
    /// Logarithm of positions for each applicant of first choice.
    supply: Option<f64>,
}

/// Share of a specialty's positions that the table of filled positions must have.
const MOSTLY: f64 = 0.5;

impl Outlook {
    /// Of a specialty.
    #[must_use]
    pub fn of(published: &Published, specialty: SpecialtyCode) -> Outlook {
        let mut supplies = published.supply.rows.iter();
        let supply = supplies.find(|row| specialty_of(&row.specialty) == Some(specialty));
        let mut tables = published.matched.rows.iter();
        let table = tables.find(|row| specialty_of(&row.specialty) == Some(specialty));
        let open = table.zip(supply).and_then(|(table, supply)| {
            let filled: f64 = table.all().iter().map(|(filled, _)| filled).sum();
            let (own, ranked) = table.of(ApplicantType::NonUsImg)?;
            let ranked = share(&published.constants, own, ranked - own);
            (filled >= MOSTLY * supply.positions)
                .then(|| Some([ranked, do_seniors(published, specialty)?]))?
        });
        Outlook {
            open,
            supply: supply.map(|row| libm::log(row.positions / row.first_choice)),
        }
    }

    /// The figures that all of these have in common with this one.
    fn row(&self, open: bool) -> Option<Vec<f64>> {
        match (open, self.open, self.supply) {
            (true, Some([filled, seniors]), _) => Some(vec![1.0, filled, seniors]),
            (false, _, Some(supply)) => Some(vec![1.0, supply]),
            _ => None,
        }
    }
}

fn do_seniors(published: &Published, specialty: SpecialtyCode) -> Option<f64> {
    let kind = ApplicantType::UsDoSenior.code();
    let mut rows = published.seniors.rows.iter();
    let row =
        rows.find(|row| row.kind == kind && specialty_of(&row.specialty) == Some(specialty))?;
    Some(share(&published.constants, row.matched, row.unmatched))
}

/// Logit of a share, kept off 0 and 1.
fn share(constants: &Constants, yes: f64, no: f64) -> f64 {
    let added = constants.get(FitKey::Added);
    logit((yes + added) / (yes + no + 2.0 * added))
}

/// The logit of a specialty's match rate, by those of the others, and its standard deviation; the
/// mean of the others where no figure is at hand. `None` with fewer than two others.
#[must_use]
pub fn foretold(at: &Outlook, others: &[(Outlook, f64)], least: f64) -> Option<(f64, f64)> {
    let by = |open: bool| {
        let here = at.row(open)?;
        let rows: Vec<(Vec<f64>, f64)> = others
            .iter()
            .filter_map(|(outlook, rate)| Some((outlook.row(open)?, *rate)))
            .collect();
        squares(&rows, &here)
    };
    let mean = || {
        squares(
            &others
                .iter()
                .map(|(_, rate)| (vec![1.0], *rate))
                .collect::<Vec<_>>(),
            &[1.0],
        )
    };
    let (value, sd) = by(true).or_else(|| by(false)).or_else(mean)?;
    Some((value, sd.max(least)))
}

/// The least-squares value at a point, and the standard deviation of what is left around it.
fn squares(rows: &[(Vec<f64>, f64)], at: &[f64]) -> Option<(f64, f64)> {
    let axes = at.len();
    let freedom = rows.len().checked_sub(axes).filter(|left| *left > 0)?;
    let points = rows.iter().flat_map(|(x, _)| x.iter().copied());
    let points = DMatrix::from_row_iterator(rows.len(), axes, points);
    let seen = DVector::from_iterator(rows.len(), rows.iter().map(|(_, y)| *y));
    let at = DVector::from_column_slice(at);
    let inverse = points.tr_mul(&points).cholesky()?.inverse();
    let slopes = &inverse * points.tr_mul(&seen);
    let variance = (seen - points * &slopes).norm_squared() / freedom as f64;
    let reach = at.dot(&(inverse * &at));
    Some((at.dot(&slopes), (variance * (1.0 + reach)).sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_again() {
        let rows: Vec<(Vec<f64>, f64)> = [0.0, 1.0, 2.0, 4.0]
            .into_iter()
            .map(|x| (vec![1.0, x], 0.5 + 2.0 * x))
            .collect();
        let (value, sd) = squares(&rows, &[1.0, 3.0]).unwrap();
        assert!((value - 6.5).abs() < 1e-9 && sd < 1e-6);
        assert_eq!(squares(&rows[..2], &[1.0, 3.0]), None);
    }
}
