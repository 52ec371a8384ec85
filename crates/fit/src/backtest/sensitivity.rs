//! How far the model's cells move when a constant of the fit goes to an end of its range.
//!
//! Each end is a fit of its own, a minute for all of them, so `cargo xtask backtest` keeps the
//! answer in `data/sensitivity.json` and the Accuracy page reads it there.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::cells::name_of;
use super::{percent, short};
use crate::constants::FitAssumption;
use crate::draft::Draft;
use crate::file::text;
use crate::forward::moments;
use crate::output::section;
use crate::published::Published;
use crate::signals::Signals;
use crate::{FitError, Fitted, drafts};
use engine::model::AssumptionKey;

/// How far the cells move, one number over all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    /// Median over the cells.
    pub median: f64,
    /// Largest.
    pub most: f64,
    /// The cell that moves most: specialty and type.
    pub by: String,
}

/// The cells with a constant at one end of its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct End {
    /// The constant's value there.
    pub value: f64,
    /// Absolute changes of the match rate, 0 to 1.
    pub rate: Moved,
    /// Absolute changes of the level of interviews, in log odds.
    pub level: Moved,
}

/// One constant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConstantRow {
    /// Code of the constant.
    pub key: String,
    /// The value that the fit uses.
    pub value: f64,
    /// At the low end.
    pub low: End,
    /// At the high end.
    pub high: End,
}

/// Every constant, and the model that they were moved in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// Version of the model.
    pub version: String,
    /// One row for each constant, in the order of their keys.
    pub rows: Vec<ConstantRow>,
}

/// Match rate and level of one cell.
type Pair = (f64, f64);

/// Every constant of a fit.
///
/// # Errors
///
/// If a cell has no solution at an end of a range.
pub fn sensitivity(fitted: &Fitted) -> Result<Sensitivity, FitError> {
    let rows = fitted
        .constants
        .iter()
        .map(|constant| row(fitted, constant));
    Ok(Sensitivity {
        version: fitted.model.version.to_string(),
        rows: rows.collect::<Result<_, _>>()?,
    })
}

/// One constant of a fit.
///
/// # Errors
///
/// If a cell has no solution at an end of its range.
pub fn row(fitted: &Fitted, constant: &FitAssumption) -> Result<ConstantRow, FitError> {
    let base = pairs(fitted, &fitted.drafts, &fitted.signals)?;
    Ok(ConstantRow {
        key: constant.key.code().to_owned(),
        value: constant.value,
        low: end(fitted, &base, constant, constant.low)?,
        high: end(fitted, &base, constant, constant.high)?,
    })
}

/// What `cargo xtask backtest` kept in `folder`, which is `data/`.
///
/// # Errors
///
/// If the file is missing or misshapen.
pub fn read(folder: &Path) -> Result<Sensitivity, FitError> {
    let path = folder.join("sensitivity.json");
    serde_json::from_str(&text(&path)?).map_err(|error| FitError::Read {
        file: path.display().to_string(),
        reason: error.to_string(),
    })
}

impl Sensitivity {
    /// The text of `data/sensitivity.json`, one constant a line.
    ///
    /// # Errors
    ///
    /// If a number has no JSON form.
    pub fn json(&self) -> Result<String, FitError> {
        let (version, rows) = (&self.version, section("rows", &self.rows)?);
        Ok(format!("{{\n\"version\": \"{version}\",\n{rows}\n}}\n"))
    }
}

impl Display for Sensitivity {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\nConstants of the fit: how far cells move at the ends of their ranges (median, most)"
        )?;
        for row in &self.rows {
            writeln!(f, "  {} {}", row.key, row.value)?;
            for end in [&row.low, &row.high] {
                let (rate, level) = (&end.rate, &end.level);
                let (median, most) = (percent(rate.median), percent(rate.most));
                writeln!(
                    f,
                    "    at {:5}: rate {median} {most} {}; level {:.2} {:.2} {}",
                    end.value, rate.by, level.median, level.most, level.by
                )?;
            }
        }
        Ok(())
    }
}

fn end(
    fitted: &Fitted,
    base: &[Pair],
    constant: &FitAssumption,
    value: f64,
) -> Result<End, FitError> {
    let there = Published {
        constants: fitted.published.constants.with(constant.key, value),
        ..fitted.published.clone()
    };
    let share = fitted.model.effect(AssumptionKey::Signal);
    let share = share.ok_or(FitError::MissingAssumption(AssumptionKey::Signal))?;
    let signals = fitted
        .signals
        .again(&there.signals, &there.constants, share)?;
    let pairs = pairs(fitted, &drafts(&there)?, &signals)?;
    let moved = |of: fn(&Pair) -> f64| {
        let changes = base.iter().zip(&pairs).zip(&fitted.drafts);
        let changes = changes.map(|((a, b), draft)| ((of(b) - of(a)).abs(), draft));
        over(changes, |draft| {
            let name = name_of(&fitted.published, draft);
            format!("{name}, {}", draft.kind.label())
        })
    };
    Ok(End {
        value,
        rate: moved(|pair| pair.0),
        level: moved(|pair| pair.1),
    })
}

fn pairs(fitted: &Fitted, drafts: &[Draft], signals: &Signals) -> Result<Vec<Pair>, FitError> {
    let cells = drafts
        .iter()
        .zip(&fitted.programs)
        .map(|(draft, programs)| {
            let (strength, n) = (draft.estimate.strength, draft.sent.mid);
            let mix = signals.mix(draft.specialty, f64::from(n));
            let level = draft.level(fitted.terms, programs, &mix)?;
            Ok((moments(&strength, n, n).rate, level))
        });
    cells.collect()
}

fn over<'a>(
    changes: impl Iterator<Item = (f64, &'a Draft)>,
    named: impl Fn(&Draft) -> String,
) -> Moved {
    let mut changes: Vec<(f64, &Draft)> = changes.collect();
    changes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let middle = changes.get(changes.len() / 2).map_or(0.0, |c| c.0);
    // What moves by less than the file shows does not move.
    let last = changes.last().filter(|change| short(change.0) > 0.0);
    Moved {
        median: short(middle),
        most: short(last.map_or(0.0, |change| change.0)),
        by: last.map_or_else(String::new, |change| named(change.1)),
    }
}
