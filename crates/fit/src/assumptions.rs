//! `data/assumptions.toml`: what is assumed or taken from a paper, each with a range.

use std::path::Path;

use serde::Deserialize;

use super::FitError;
use super::constants::{FitAssumption, FitKey};
use super::file::text;
use engine::model::{Assumption, AssumptionKey, Effect};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    assumption: Vec<Entry>,
    fit: Vec<FitEntry>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FitEntry {
    key: String,
    value: f64,
    low: f64,
    high: f64,
    #[serde(default)]
    sources: Vec<String>,
    sentence: String,
}

/// What the file holds, each in the order of its keys.
#[derive(Debug)]
pub struct Assumptions {
    /// What the model carries.
    pub model: Vec<Assumption>,
    /// What only the fit uses.
    pub fit: Vec<FitAssumption>,
}

/// Reads the file: one entry for each key.
///
/// # Errors
///
/// If the file does not read, a key is unknown, missing or twice there, a sentence is missing, or
/// a range is not `low <= mid <= high`.
pub fn read(folder: &Path) -> Result<Assumptions, FitError> {
    let path = folder.join("assumptions.toml");
    let wrong = |reason: String| FitError::Read {
        file: path.display().to_string(),
        reason,
    };
    let file: File = toml::from_str(&text(&path)?).map_err(|e| wrong(e.to_string()))?;
    Ok(Assumptions {
        model: of_model(&file.assumption).map_err(wrong)?,
        fit: of_fit(&file.fit).map_err(wrong)?,
    })
}

fn of_model(entries: &[Entry]) -> Result<Vec<Assumption>, String> {
    known(entries.iter().map(|e| &*e.key), |key| {
        AssumptionKey::from_code(key).is_some()
    })?;
    let keys = AssumptionKey::ALL.iter();
    keys.map(|key| {
        let entry = once(entries, key.code(), |e| &e.key)?;
        usable(
            &entry.key,
            [entry.low, entry.mid, entry.high],
            &entry.sentence,
        )?;
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

fn of_fit(entries: &[FitEntry]) -> Result<Vec<FitAssumption>, String> {
    known(entries.iter().map(|e| &*e.key), |key| {
        FitKey::from_code(key).is_some()
    })?;
    let keys = FitKey::ALL.iter();
    keys.map(|key| {
        let entry = once(entries, key.code(), |e| &e.key)?;
        usable(
            &entry.key,
            [entry.low, entry.value, entry.high],
            &entry.sentence,
        )?;
        Ok(FitAssumption {
            key: *key,
            value: entry.value,
            low: entry.low,
            high: entry.high,
            sources: entry.sources.clone(),
            sentence: entry.sentence.clone(),
        })
    })
    .collect()
}

fn known<'a>(
    mut keys: impl Iterator<Item = &'a str>,
    is_known: impl Fn(&str) -> bool,
) -> Result<(), String> {
    match keys.find(|key| !is_known(key)) {
        Some(key) => Err(format!("unknown key {key}")),
        None => Ok(()),
    }
}

/// The only entry with a key.
fn once<'a, T>(entries: &'a [T], key: &str, of: impl Fn(&T) -> &str) -> Result<&'a T, String> {
    let mut found = entries.iter().filter(|entry| of(entry) == key);
    match (found.next(), found.next()) {
        (Some(entry), None) => Ok(entry),
        _ => Err(format!("{key} needs one entry")),
    }
}

fn usable(key: &str, values: [f64; 3], sentence: &str) -> Result<(), String> {
    if !(values.is_sorted() && values.iter().all(|v| v.is_finite())) {
        return Err(format!("{key} has no order"));
    }
    if sentence.is_empty() {
        return Err(format!("{key} has no sentence"));
    }
    Ok(())
}

/// The central value of a key.
///
/// # Errors
///
/// If the list lacks it.
pub fn mid(all: &[Assumption], key: AssumptionKey) -> Result<f64, FitError> {
    Ok(effect(all, key)?.mid)
}

/// The effect of a key.
///
/// # Errors
///
/// If the list lacks it.
pub fn effect(all: &[Assumption], key: AssumptionKey) -> Result<Effect, FitError> {
    all.iter()
        .find(|a| a.key == key)
        .map(|a| a.effect)
        .ok_or(FitError::MissingAssumption(key))
}
