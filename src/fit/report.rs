//! What `cargo xtask fit` prints: every cell on a line.

use std::fmt::Write;

use super::forward::{Strength, match_by_ranks, moments};
use super::output::{CellOut, ModelOut};

/// The table of cells.
#[must_use]
pub fn table(model: &ModelOut) -> String {
    let mut out = String::from(
        "code type          basis     n      apps  level    tau    d      rho    slope  rate   model  ranks  none   sd(level) sd(d) P(match) at 1/3/5/10 ranks\n",
    );
    for cell in &model.cells {
        // Writing to a String does not fail.
        let _ = writeln!(out, "{}", line(cell));
    }
    let _ = writeln!(
        out,
        "{} cells, version {}",
        model.cells.len(),
        model.version
    );
    out
}

fn line(cell: &CellOut) -> String {
    let n = cell.reference_applications as u32;
    let strength = strength_of(cell);
    let m = moments(&strength, n, n);
    let by = match_by_ranks(&strength, n);
    let at = |ranks: usize| by.get(ranks - 1).copied().unwrap_or(f64::NAN);
    format!(
        "{:4} {:13} {:9} {:6} {:4} {:7.2} {:6.2} {:6.2} {:6.2} {:6.2} {:6.3} {:6.3} {:6.2} {:6.3}  {:.2}      {:.2}  {:.2} {:.2} {:.2} {:.2}",
        cell.specialty,
        cell.kind,
        cell.basis,
        cell.n.map_or_else(|| "-".to_owned(), |n| n.to_string()),
        n,
        cell.level,
        cell.tau,
        cell.d,
        cell.rho,
        cell.slope,
        cell.match_rate,
        m.rate,
        m.mean_ranks,
        1.0 - m.any_rank,
        cell.level_sd,
        cell.d_sd,
        at(1),
        at(3),
        at(5),
        at(10),
    )
}

/// The cell on the scale of ranks, as the fit found it.
#[must_use]
pub fn strength_of(cell: &CellOut) -> Strength {
    Strength {
        c: cell.rank_level,
        tau: cell.tau,
        d: cell.d,
        rho: cell.rho,
    }
}
