//! `cargo xtask season-check`: what in `data/` a new season has overtaken, each with its file and key.
//!
//! It changes nothing and judges no value. How each kind is brought up to date is in CONTRIBUTING.md.

mod checks;

use std::fmt;

use engine::calendar::{Date, Season};
use guide::Guide;

use crate::{Result, paths};
use checks::{dates, facts_of, fees, signals, statements, tables};

/// Lines of a kind that are shown unless all are asked for.
const FIRST: usize = 12;

/// For which day, and how much of it is shown.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The day to check for; today if it is left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    today: Option<Date>,
    /// Show every line, not the first twelve of a kind
    #[arg(long)]
    all: bool,
}

fn day(text: &str) -> std::result::Result<Date, String> {
    Date::parse(text).ok_or_else(|| format!("{text:?} is no day, such as 2026-11-30"))
}

/// A kind of what is out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Dates,
    Fees,
    Signals,
    Tables,
    Statements,
    Guide,
}

impl Kind {
    const ALL: [Kind; 6] = [
        Kind::Dates,
        Kind::Fees,
        Kind::Signals,
        Kind::Tables,
        Kind::Statements,
        Kind::Guide,
    ];

    fn title(self) -> &'static str {
        match self {
            Kind::Dates => "Dates of the season, data/seasons.toml",
            Kind::Fees => "Prices and fees, data/fees.toml",
            Kind::Signals => "Signals, data/signals.csv",
            Kind::Tables => "Published tables, data/published/",
            Kind::Statements => "Statements of programs, data/policies.csv",
            Kind::Guide => "Facts of the guide, data/guide/facts.toml",
        }
    }
}

/// One value that a season has overtaken.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stale {
    kind: Kind,
    /// The key that finds it in its file.
    key: String,
    why: String,
}

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.key, self.why)
    }
}

/// Prints what is out of date.
///
/// # Errors
/// Data that cannot be read.
pub(crate) fn run(words: &Args) -> Result {
    let today = words
        .today
        .or_else(today)
        .ok_or("this machine says no day: give --today")?;
    let root = paths::root();
    let facts = data::read(&root.join("data"))?;
    let catalog = facts.catalog()?;
    let guide = Guide::read(&root.join("data/guide"))?;
    let mut all = dates(&catalog, today);
    let season = Season::of(today);
    all.extend(
        catalog
            .fees()
            .map(|book| fees(book, season))
            .unwrap_or_default(),
    );
    all.extend(signals(&catalog, season));
    all.extend(tables(&catalog, season)?);
    all.extend(statements(&catalog, today));
    all.extend(facts_of(&guide, today));
    println!("Season {} ({today})", season.0);
    for kind in Kind::ALL {
        let of_kind: Vec<&Stale> = all.iter().filter(|stale| stale.kind == kind).collect();
        println!("\n{}: {}", kind.title(), of_kind.len());
        let shown = if words.all { of_kind.len() } else { FIRST };
        for stale in of_kind.iter().take(shown) {
            println!("  {stale}");
        }
        if of_kind.len() > shown {
            println!("  and {} more (--all)", of_kind.len() - shown);
        }
    }
    Ok(())
}

fn today() -> Option<Date> {
    Date::parse(&chrono::Local::now().format("%Y-%m-%d").to_string())
}
