//! What `cargo xtask fit` prints: every cell on a line.

use std::fmt::Write;

use super::Fitted;
use super::draft::{Draft, Terms};
use super::forward::{match_by_ranks, moments};
use engine::model::Cell;

/// The table of cells.
#[must_use]
pub fn table(fitted: &Fitted) -> String {
    let mut out = String::from(
        "code type          basis     n      apps  c      level  tau    d      rho    slope  rate   model  inter. none   sd(level) sd(d) P(match) at 1/3/5/10 ranks\n",
    );
    for (cell, draft) in fitted.model.cells.iter().zip(&fitted.drafts) {
        // Writing to a String does not fail.
        let _ = writeln!(out, "{}", line(cell, draft, fitted.terms));
    }
    for doubt in &fitted.doubts {
        let _ = writeln!(
            out,
            "doubtful: {}, {}: {}",
            doubt.source, doubt.row, doubt.what
        );
    }
    let signals = &fitted.signals;
    let _ = writeln!(
        out,
        "signals: pooled log odds ratio {:.2}, between specialties {:.2}, low end {:.2}, gold over silver {:.2}",
        signals.pooled.value,
        signals.pooled.variance.sqrt(),
        signals.low,
        signals.contrast
    );
    for row in &signals.rows {
        let measured = row.measured.map_or(f64::NAN, |raw| raw.value);
        let gold = row.effect.gold.map_or(f64::NAN, |gold| gold.mid);
        let (specialty, silver) = (row.effect.specialty, row.effect.silver.mid);
        let _ = writeln!(
            out,
            "  {specialty} measured {measured:5.2} silver or single {silver:.2} gold {gold:.2}"
        );
    }
    let count = fitted.model.cells.len();
    let _ = writeln!(out, "{count} cells, version {}", fitted.model.version);
    out
}

fn line(cell: &Cell, draft: &Draft, terms: Terms) -> String {
    let n = draft.sent.mid;
    let strength = draft.estimate.strength;
    let m = moments(&strength, n, n);
    let by = match_by_ranks(&strength, n);
    let at = |ranks: usize| by.get(ranks - 1).copied().unwrap_or(f64::NAN);
    let count = cell.n.map_or_else(|| "-".to_owned(), |n| n.to_string());
    format!(
        "{} {:13} {:9} {count:6} {n:4} {:6.2} {:6.2} {:6.2} {:6.2} {:6.2} {:6.2} {:6.3} {:6.3} {:6.2} {:6.3} {:9.2} {:5.2} {:.2} {:.2} {:.2} {:.2}",
        cell.specialty,
        cell.kind.code(),
        cell.basis.code(),
        strength.c,
        cell.level,
        cell.tau,
        cell.d,
        cell.rho,
        cell.slope,
        cell.match_rate,
        m.rate,
        draft.mean_interviews(terms),
        1.0 - m.any_rank,
        cell.level_sd,
        cell.d_sd,
        at(1),
        at(3),
        at(5),
        at(10),
    )
}
