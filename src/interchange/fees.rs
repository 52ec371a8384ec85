//! The headless `fees`: numbers of applications by specialty in, what they cost out.
//!
//! ```text
//! {"season": 2026, "counts": {"IM": 43, "Radiology": 7}, "assistance": true}
//!     -> {"eras": 797, "assistance": 558, "after_assistance": 239, "missing": []}
//! ```
//!
//! `season` is the year in which training starts. A specialty goes by ACGME code, full name or
//! alias. `service` asks for another service than ERAS; the answer then carries its name in place
//! of `eras`. A total covers what is published; `missing` names what it lacks, and it is `null`
//! where nothing is published.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::read::field;
use super::wire::Whole;
use super::{InputError, MAX_INPUT_BYTES, text};
use crate::engine::calendar::Season;
use crate::engine::catalog::Catalog;
use crate::engine::fees::{Prices, Service};

/// JSON Schema (draft 2020-12) of the input of `fees`.
pub const INPUT_SCHEMA: &str = include_str!("schema/fees.input.json");

/// JSON Schema (draft 2020-12) of the output of `fees`.
pub const OUTPUT_SCHEMA: &str = include_str!("schema/fees.output.json");

/// Most applications in one specialty: far above the programs that there are.
const MOST: i64 = 100_000;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    season: Whole,
    counts: Counts,
    assistance: Option<bool>,
    service: Option<String>,
}

/// Names with their numbers, in the order of the text, so that a name that stands twice shows.
#[derive(Clone, Debug)]
struct Counts(Vec<(String, Whole)>);

impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Counts;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object of specialties with numbers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Counts, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Counts(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// A total as far as it is published.
#[derive(Clone, Debug, Default, Serialize)]
struct Total {
    known: Option<u64>,
    missing: Vec<String>,
}

/// Prices an input in the format of [`INPUT_SCHEMA`]; the answer is in that of
/// [`OUTPUT_SCHEMA`], with a line break at its end. Money is in US dollars.
///
/// # Errors
/// [`InputError`] names the first field that does not read.
pub fn price(catalog: &Catalog, prices: &Prices, text: &str) -> Result<String, InputError> {
    let input: Input = text::read(text, MAX_INPUT_BYTES)?;
    let season = Season(field::within("season", input.season, 2000, 2100)?);
    let service = match &input.service {
        Some(word) => field::code!(Service, "service", word)?,
        None => Service::Eras,
    };
    let mut total = total(catalog, prices, service, season, &input.counts)?;
    let assistance = match (input.assistance, total.known) {
        (Some(true), Some(fee)) if total.missing.is_empty() => {
            let known = prices.assistance(service, season, fee);
            if known.is_none() {
                total.missing.push("assistance".to_owned());
            }
            known
        }
        (Some(true), _) => None,
        _ => Some(0),
    };
    let after = total.known.zip(assistance).map(|(fee, off)| fee - off);
    let mut answer = Map::new();
    answer.insert(service.code().to_owned(), json!(total.known));
    answer.insert("assistance".to_owned(), json!(assistance));
    answer.insert("after_assistance".to_owned(), json!(after));
    answer.insert("missing".to_owned(), json!(total.missing));
    Ok(format!("{}\n", Value::Object(answer)))
}

fn total(
    catalog: &Catalog,
    prices: &Prices,
    service: Service,
    season: Season,
    counts: &Counts,
) -> Result<Total, InputError> {
    let mut total = Total::default();
    let mut seen = Vec::new();
    for (name, count) in &counts.0 {
        let path = format!("counts.{name}");
        let specialty = field::specialty(catalog, &path, name)?;
        if seen.contains(&specialty) {
            return Err(InputError::new(
                path,
                "names a specialty that stands before",
            ));
        }
        seen.push(specialty);
        let count: u32 = field::within(&path, *count, 0, MOST)?;
        match prices.of(service, season, specialty, count as usize) {
            Some(fee) => total.known = Some(total.known.unwrap_or(0) + fee),
            None => total.missing.push(format!(
                "price of {count} applications in {specialty} by {}, season {}",
                service.label(),
                season.0
            )),
        }
    }
    if total.missing.is_empty() {
        total.known = total.known.or(Some(0));
    }
    Ok(total)
}
