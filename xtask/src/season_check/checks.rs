//! What is old of each kind.

use std::fs;

use engine::calendar::{Date, Season};
use engine::catalog::Catalog;
use engine::fees::FeeBook;
use engine::season::{Confidence, SeasonEvent};
use guide::Guide;

use super::{Kind, Stale};
use crate::{Result, paths};

/// Years after which a page that a program wrote is to be read again.
const STATEMENT_YEARS: u16 = 2;

/// Days that the season lacks, and days that only a third party gave and that are near.
pub(super) fn dates(catalog: &Catalog, today: Date) -> Vec<Stale> {
    let season = Season::of(today);
    let stale = |event: SeasonEvent, why: String| Stale {
        kind: Kind::Dates,
        key: format!("{} {}", season.0, event.code()),
        why,
    };
    let of = |event: &SeasonEvent| match catalog.season_date(season, *event) {
        None => Some(stale(*event, "has no date yet".to_owned())),
        Some(date) if date.confidence != Confidence::High && date.day >= today => Some(stale(
            *event,
            format!(
                "{}, from a third party alone: ask the official calendar",
                date.day
            ),
        )),
        Some(_) => None,
    };
    SeasonEvent::ALL.iter().filter_map(of).collect()
}

/// Amounts whose newest row is of an earlier season.
pub(super) fn fees(book: &FeeBook, season: Season) -> Vec<Stale> {
    let mut newest: Vec<(String, Option<Season>)> = Vec::new();
    let prices = book.prices.iter().map(|row| {
        let codes: Vec<String> = row.specialties.iter().map(ToString::to_string).collect();
        let of = if codes.is_empty() {
            "all".to_owned()
        } else {
            codes.join(" ")
        };
        (format!("price, {}, {of}", row.service.code()), row.season)
    });
    let others = book.fees.iter().map(|row| {
        let service = row.service.map(|service| format!(", {}", service.code()));
        (
            format!("{}{}", row.item.code(), service.unwrap_or_default()),
            row.season,
        )
    });
    for (key, of) in prices.chain(others) {
        match newest.iter_mut().find(|(known, _)| *known == key) {
            Some((_, newest)) => *newest = (*newest).max(of),
            None => newest.push((key, of)),
        }
    }
    let old = newest
        .into_iter()
        .filter(|(_, of)| of.is_none_or(|of| of < season));
    old.map(|(key, of)| Stale {
        kind: Kind::Fees,
        key,
        why: match of {
            Some(of) => format!("newest of season {}", of.0),
            None => "of no season that its page shows".to_owned(),
        },
    })
    .collect()
}

/// Specialties whose newest row is of an earlier season.
pub(super) fn signals(catalog: &Catalog, season: Season) -> Vec<Stale> {
    let of = |specialty: &engine::catalog::Specialty| {
        let rows = catalog.all_signals().iter();
        let newest = rows
            .filter(|row| row.specialty == specialty.code)
            .map(|row| row.season)
            .max()?;
        (newest < season).then(|| Stale {
            kind: Kind::Signals,
            key: format!("{} {}", specialty.code, specialty.name),
            why: format!("newest of season {}", newest.0),
        })
    };
    catalog.specialties().iter().filter_map(of).collect()
}

/// Tables whose newest source speaks of a Match before the last one.
pub(super) fn tables(catalog: &Catalog, season: Season) -> Result<Vec<Stale>> {
    let last_match = season.0 - 1;
    let mut files: Vec<_> = fs::read_dir(paths::root().join("data/published"))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<std::io::Result<_>>()?;
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let table: serde_json::Value = serde_json::from_slice(&fs::read(&file)?)?;
        let years = named_sources(&table).into_iter().filter_map(|key| {
            let details = catalog.source_details(catalog.source_named(key)?)?;
            last_year(&details.year)
        });
        match years.max() {
            Some(year) if year >= last_match => {}
            year => all.push(Stale {
                kind: Kind::Tables,
                key: file
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                why: match year {
                    Some(year) => format!("newest of {year}; the Match of {last_match} is over"),
                    None => "its sources show no year".to_owned(),
                },
            }),
        }
    }
    Ok(all)
}

/// The keys of sources that a published table names, anywhere in it.
fn named_sources(table: &serde_json::Value) -> Vec<&str> {
    match table {
        serde_json::Value::Object(fields) => {
            let own = fields.get("source").and_then(serde_json::Value::as_str);
            own.into_iter()
                .chain(fields.values().flat_map(named_sources))
                .collect()
        }
        serde_json::Value::Array(rows) => rows.iter().flat_map(named_sources).collect(),
        _ => Vec::new(),
    }
}

/// Statements that were written more than two years ago, oldest first.
pub(super) fn statements(catalog: &Catalog, today: Date) -> Vec<Stale> {
    let oldest = today.year() - STATEMENT_YEARS;
    let written =
        |statement: &engine::policy::Statement| statement.years.to.or(statement.years.from);
    let mut old: Vec<(u16, &str)> = catalog
        .statements()
        .iter()
        .filter_map(|statement| Some((written(statement)?, &*statement.id)))
        .filter(|(year, _)| *year < oldest)
        .collect();
    old.sort_unstable();
    old.into_iter()
        .map(|(year, id)| Stale {
            kind: Kind::Statements,
            key: id.to_owned(),
            why: format!("written in {year}"),
        })
        .collect()
}

/// Facts whose rule has run out, and facts that speak of a season or a year that is over.
pub(super) fn facts_of(guide: &Guide, today: Date) -> Vec<Stale> {
    let season = Season::of(today).0;
    let why = |fact: &guide::Fact| match fact.until.as_deref().and_then(Date::parse) {
        Some(until) if until < today => Some(format!("its rule ran out on {until}")),
        _ => match (last_year(&fact.as_of), fact.as_of.contains("season")) {
            (Some(year), true) if year < season => Some(format!("of the {}", fact.as_of)),
            (Some(year), false) if year + 1 < season => Some(format!("as of {}", fact.as_of)),
            _ => None,
        },
    };
    let stale = |fact: &guide::Fact| {
        Some(Stale {
            kind: Kind::Guide,
            key: fact.id.clone(),
            why: why(fact)?,
        })
    };
    guide.facts.all().filter_map(stale).collect()
}

/// The last year that a text names; `2025-26` ends in 2026.
fn last_year(text: &str) -> Option<u16> {
    let mut last: Option<u16> = None;
    let mut begun: Option<u16> = None;
    for part in text.split(|c: char| !c.is_ascii_digit()) {
        let number = part.parse::<u16>().ok();
        let year = match (part.len(), number, begun) {
            (4, Some(year), _) if (1900..2200).contains(&year) => Some(year),
            // The end of a season: one more than its beginning.
            (2, Some(end), Some(first)) if (first + 1) % 100 == end => Some(first + 1),
            _ => None,
        };
        begun = year;
        last = last.max(year);
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_read_out_of_words() {
        for (text, year) in [
            ("2025-26 season", Some(2026)),
            ("2016-2020", Some(2020)),
            ("2026-11-20", Some(2026)),
            ("page of 2025", Some(2025)),
            ("undated", None),
            ("", None),
        ] {
            assert_eq!(last_year(text), year, "{text}");
        }
    }

    #[test]
    fn every_season_lacks_something_in_the_year_after_next() {
        let catalog = data::read(&data::folder()).unwrap().catalog().unwrap();
        let today = Date::parse("2099-11-30").unwrap();
        let season = Season::of(today);
        assert_eq!(dates(&catalog, today).len(), SeasonEvent::ALL.len());
        assert!(fees(catalog.fees().unwrap(), season).len() > 10);
        assert!(signals(&catalog, season).len() > 20);
        assert_eq!(
            tables(&catalog, season).unwrap().len(),
            fs::read_dir(data::folder().join("published"))
                .unwrap()
                .count()
        );
        let dated = catalog
            .statements()
            .iter()
            .filter(|s| s.years.to.or(s.years.from).is_some());
        assert_eq!(statements(&catalog, today).len(), dated.count());
    }

    #[test]
    fn what_is_of_this_season_is_not_named() {
        let catalog = data::read(&data::folder()).unwrap().catalog().unwrap();
        let signal = catalog
            .all_signals()
            .iter()
            .max_by_key(|row| row.season)
            .unwrap();
        let named = signals(&catalog, signal.season);
        assert!(
            !named
                .iter()
                .any(|stale| stale.key.starts_with(&signal.specialty.to_string()))
        );
        assert!(statements(&catalog, Date::parse("1990-01-01").unwrap()).is_empty());
    }
}
