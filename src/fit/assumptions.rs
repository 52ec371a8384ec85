//! `src/data/assumptions.toml`: what is assumed or taken from a paper, each with a range.

use std::path::Path;

use serde::Deserialize;

use super::FitError;
use super::published::text;
use crate::engine::model::{Assumption, AssumptionKey, Effect};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    assumption: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    mid: f64,
    low: f64,
    high: f64,
    #[serde(default)]
    sources: Vec<String>,
    sentence: String,
}

/// Reads the file: one entry for each key, in the order of the keys.
///
/// # Errors
///
/// If the file does not read, a key is unknown, missing or twice there, or a range is not
/// `low <= mid <= high`.
pub fn read(root: &Path) -> Result<Vec<Assumption>, FitError> {
    let path = root.join("src/data/assumptions.toml");
    let wrong = |reason: String| FitError::Read {
        file: path.display().to_string(),
        reason,
    };
    let file: File = toml::from_str(&text(&path)?).map_err(|e| wrong(e.to_string()))?;
    if let Some(entry) = file
        .assumption
        .iter()
        .find(|e| AssumptionKey::from_code(&e.key).is_none())
    {
        return Err(wrong(format!("unknown key {}", entry.key)));
    }
    AssumptionKey::ALL
        .iter()
        .map(|key| {
            let mut found = file.assumption.iter().filter(|e| e.key == key.code());
            let (Some(entry), None) = (found.next(), found.next()) else {
                return Err(wrong(format!("{} needs one entry", key.code())));
            };
            if !(entry.low <= entry.mid && entry.mid <= entry.high) {
                return Err(wrong(format!("{} has no order", entry.key)));
            }
            Ok(Assumption {
                key: *key,
                effect: Effect {
                    mid: entry.mid,
                    low: entry.low,
                    high: entry.high,
                },
                sources: entry.sources.iter().map(|s| s.as_str().into()).collect(),
                sentence: entry.sentence.as_str().into(),
            })
        })
        .collect()
}

/// The central value of a key.
///
/// # Errors
///
/// If the list lacks it.
pub fn mid(all: &[Assumption], key: AssumptionKey) -> Result<f64, FitError> {
    all.iter()
        .find(|a| a.key == key)
        .map(|a| a.effect.mid)
        .ok_or(FitError::MissingAssumption(key))
}
