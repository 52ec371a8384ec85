//! What the model says against what was published.
//!
//! Every row says whether the fit has seen the figure. Rows that it has seen show how well four
//! numbers describe a specialty; rows that it has not are the test: counts by ranks of 2007,
//! match rates by score, and each specialty predicted from the others. Nothing here moves the
//! model, and rows in which it does badly stay.

pub mod again;
pub mod any_rank;
mod as_sent;
pub mod cells;
pub mod counts;
pub mod curves;
pub mod gaps;
pub mod left_out;
pub mod left_out_years;
pub mod lists;
pub mod page;
pub mod personas;
pub mod reliability;
pub mod sensitivity;
pub mod sheet;
pub mod states;
pub mod targets;
pub mod text;

use serde::Serialize;

use super::output::section;
use super::{FitError, Fitted};
use again::Again;
use any_rank::AnyRank;
use cells::CellCheck;
use counts::Counted;
use curves::Point;
use gaps::Seniors;
use left_out::LeftOut;
use left_out_years::{LeftOutYear, YearCoverage};
use lists::ListCheck;
use personas::PersonaCheck;
use reliability::Reliability;
use sheet::SheetCheck;
use states::StatesCheck;

/// A published value and the model's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// As published.
    pub published: f64,
    /// As the model has it.
    pub predicted: f64,
}

impl Compared {
    /// The model's less the published.
    #[must_use]
    pub fn off(self) -> f64 {
        self.predicted - self.published
    }
}

/// A goal that was set before the model was fitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// What was to hold.
    pub goal: &'static str,
    /// What was reached, in the unit of the goal: the largest or mean miss, or the figure itself.
    pub reached: f64,
    /// The limit.
    pub limit: f64,
    /// Rows that miss it, by name; empty if it is met.
    pub missed: Vec<String>,
}

/// One table of curves with how far off the model is on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Stable name.
    pub name: &'static str,
    /// What it compares.
    pub about: &'static str,
    /// What to know before reading it; may be empty.
    pub note: &'static str,
    /// Key in sources.toml.
    pub source: String,
    /// Whether the fit has seen these figures.
    pub seen: bool,
    /// Mean absolute difference, weighted by applicants, 0 to 1.
    pub mean_off: f64,
    /// The points.
    pub points: Vec<Point>,
}

/// Everything that the back-test finds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Backtest {
    /// Version of the model that was tested.
    pub version: String,
    /// Match rates and ranks by specialty and type.
    pub cells: Vec<CellCheck>,
    /// Match rates by number of ranks and by score.
    pub tables: Vec<Table>,
    /// Each specialty predicted from the others.
    pub left_out: Vec<LeftOut>,
    /// Each figure of a later year predicted from an earlier one.
    pub left_out_years: Vec<LeftOutYear>,
    /// How many of them lie in their ranges, by type and years.
    pub year_coverage: Vec<YearCoverage>,
    /// All points that the fit has not seen, pooled.
    pub reliability: Reliability,
    /// Each year's states from the other's.
    pub states: Vec<StatesCheck>,
    /// Interviews of people in a public sheet.
    pub sheet: Vec<SheetCheck>,
    /// Who has a rank at all.
    pub any_rank: Vec<AnyRank>,
    /// IMGs by specialty beside their counts.
    pub counts: Vec<Counted>,
    /// US seniors: share matched and difference of scores.
    pub seniors: Vec<Seniors>,
    /// People who applied to the same field again.
    pub again: Vec<Again>,
    /// What one person's order looks like.
    pub personas: Vec<PersonaCheck>,
    /// Whole lists: where US seniors are sent, and IMGs in a field that takes few.
    pub lists: Vec<ListCheck>,
    /// The goals.
    pub targets: Vec<Target>,
}

/// Tests a fitted model against every published table at hand.
///
/// # Errors
///
/// If a table names an unknown specialty or a left-out fit has no solution.
pub fn backtest(fitted: &Fitted) -> Result<Backtest, FitError> {
    let published = &fitted.published;
    let cells = cells::all(&fitted.drafts, published)?;
    let tables = curves::all(&fitted.drafts, published)?;
    let left_out = left_out::all(&fitted.drafts, published)?;
    let left_out_years = left_out_years::all(fitted)?;
    let unseen = tables.iter().filter(|table| !table.seen);
    let points: Vec<&Point> = unseen.flat_map(|table| &table.points).collect();
    let reliability = reliability::of(&points);
    let mut found = Backtest {
        version: fitted.model.version.to_string(),
        cells,
        tables,
        left_out,
        year_coverage: left_out_years::coverage(&left_out_years),
        left_out_years,
        reliability,
        states: states::all(&fitted.foretold),
        sheet: sheet::all(fitted)?,
        any_rank: any_rank::all(fitted),
        counts: counts::all(fitted)?,
        seniors: gaps::all(&fitted.drafts, published),
        again: again::all(&fitted.drafts, published)?,
        personas: personas::all(fitted)?,
        lists: lists::all(fitted)?,
        targets: Vec::new(),
    };
    found.targets = targets::all(&found);
    Ok(found)
}

impl Backtest {
    /// The text of `data/accuracy.json`: one row a line, so that a change shows as a line.
    ///
    /// # Errors
    ///
    /// If a number has no JSON form.
    pub fn json(&self) -> Result<String, FitError> {
        let sections = [
            section("cells", &self.cells),
            section("tables", &self.tables),
            section("left_out", &self.left_out),
            section("left_out_years", &self.left_out_years),
            section("year_coverage", &self.year_coverage),
            section("reliability", std::slice::from_ref(&self.reliability)),
            section("states", &self.states),
            section("sheet", &self.sheet),
            section("any_rank", &self.any_rank),
            section("counts", &self.counts),
            section("seniors", &self.seniors),
            section("again", &self.again),
            section("personas", &self.personas),
            section("lists", &self.lists),
            section("targets", &self.targets),
        ];
        let sections: Vec<String> = sections.into_iter().collect::<Result<_, _>>()?;
        let (version, sections) = (&self.version, sections.join(",\n"));
        Ok(format!("{{\n\"version\": \"{version}\",\n{sections}\n}}\n"))
    }
}

/// The mean; 0 of nothing.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Rounds to four decimal places, so that the file is short and the same everywhere.
fn short(value: f64) -> f64 {
    (value * 1e4).round() / 1e4 + 0.0
}

/// A share as people read it: "3.6 %".
fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}
