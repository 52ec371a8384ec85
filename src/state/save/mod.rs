//! The saved file, version 1: what goes to the device's storage and into a downloaded file.
//!
//! Words are saved by their codes, so that a file outlives the program that wrote it. A code
//! that this version does not know is left out and counted, never an error. Nothing else in
//! `state` knows serde.

mod choices;
mod lists;
mod notebook;
mod rows;

use std::fmt;
use std::rc::Rc;
use vecmap::{VecMap, VecSet};

use serde::{Deserialize, Serialize};

use self::lists::{SavedList, SavedTerms};
use self::notebook::SavedNotebook;
use self::rows::{SavedAnswers, SavedEntry};
use super::Work;
use crate::engine::applicant::Entries;
use crate::engine::program::ProgramId;

/// The name and version of the format.
pub const FORMAT: &str = "smart-pick/1";
/// Most bytes of a file that is opened: 16 MB, more than a browser's storage holds, so that every
/// file that we wrote opens.
pub const MOST_BYTES: usize = 16_000_000;

/// Any file as far as it says what it is.
#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    format: String,
}

#[derive(Debug, Deserialize, Serialize)]
struct Saved {
    format: String,
    #[serde(default)]
    revision: u64,
    #[serde(default)]
    answers: SavedAnswers,
    #[serde(default)]
    entries: VecMap<String, SavedEntry>,
    #[serde(default)]
    notes: VecMap<String, String>,
    #[serde(default)]
    pinned: Vec<String>,
    #[serde(default)]
    hidden: Vec<String>,
    #[serde(default)]
    lists: Vec<SavedList>,
    #[serde(default)]
    open_list: usize,
    #[serde(default)]
    terms: SavedTerms,
    #[serde(default)]
    notebook: SavedNotebook,
}

/// Work read from a file or from the device.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The work.
    pub work: Work,
    /// A number that grows with every save on a device.
    pub revision: u64,
    /// How many answers this version does not know and left out.
    pub left_out: usize,
}

/// Why a file could not be opened. [`fmt::Display`] makes it a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Not JSON, or JSON of another shape; where and what.
    Unreadable {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What was wrong.
        what: Box<str>,
    },
    /// JSON without our name in it.
    Foreign,
    /// Made by a newer version of the app.
    Newer,
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::TooLarge => {
                write!(
                    f,
                    "The file is larger than 16 MB, so it cannot be a saved file of ours."
                )
            }
            OpenError::Unreadable { line, column, what } => write!(
                f,
                "The file is damaged or not a saved file: line {line}, column {column}: {what}."
            ),
            OpenError::Foreign => {
                write!(f, "The file is in order but was not saved by Smart Pick.")
            }
            OpenError::Newer => write!(
                f,
                "The file was saved by a newer version of Smart Pick. Reload the page to get it."
            ),
        }
    }
}

impl std::error::Error for OpenError {}

/// Rows by key. Inserted one by one: collecting would bring one more compiled sort into the wasm.
fn keyed<V>(rows: impl Iterator<Item = (String, V)>) -> VecMap<String, V> {
    let mut map = VecMap::new();
    map.extend(rows);
    map
}

/// Writes the work as a file.
#[must_use]
pub fn write(work: &Work, revision: u64) -> String {
    let ids = |set: &VecSet<ProgramId>| set.iter().map(ToString::to_string).collect();
    let saved = Saved {
        format: FORMAT.into(),
        revision,
        answers: SavedAnswers::from(&*work.answers),
        entries: keyed(
            work.entries
                .iter()
                .map(|(id, entry)| (id.to_string(), SavedEntry::from(entry))),
        ),
        notes: keyed(
            work.notes
                .iter()
                .map(|(id, note)| (id.to_string(), note.clone())),
        ),
        pinned: ids(&work.pinned),
        hidden: ids(&work.hidden),
        lists: work.lists.all().iter().map(SavedList::from).collect(),
        open_list: work.lists.place(),
        terms: SavedTerms::from(&*work.terms),
        notebook: SavedNotebook::from(&*work.notebook),
    };
    // Maps with text keys always have a JSON form.
    serde_json::to_string_pretty(&saved).unwrap_or_default()
}

/// Reads a file.
///
/// # Errors
/// [`OpenError`], with the place of the mistake where there is one.
pub fn read(text: &str) -> Result<Opened, OpenError> {
    if text.len() > MOST_BYTES {
        return Err(OpenError::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    check_format(text)?;
    let saved: Saved = serde_json::from_str(text).map_err(|error| unreadable(&error))?;
    let mut left_out = 0;
    let work = Work {
        answers: Rc::new(saved.answers.into_answers(&mut left_out)),
        entries: Rc::new(entries(saved.entries, &mut left_out)),
        notes: Rc::new(notes(saved.notes, &mut left_out)),
        pinned: Rc::new(ids(&saved.pinned, &mut left_out)),
        hidden: Rc::new(ids(&saved.hidden, &mut left_out)),
        lists: Rc::new(lists::read(saved.lists, saved.open_list, &mut left_out)),
        terms: Rc::new(saved.terms.into_terms(&mut left_out)),
        notebook: Rc::new(saved.notebook.into_notebook(&mut left_out)),
    };
    Ok(Opened {
        work,
        revision: saved.revision,
        left_out,
    })
}

/// Looks at the name first, so that a foreign file is called foreign and not damaged.
fn check_format(text: &str) -> Result<(), OpenError> {
    let named = match serde_json::from_str::<Named>(text) {
        Ok(named) => named,
        // It is JSON, but not of a kind that we wrote.
        Err(error) if error.is_data() => return Err(OpenError::Foreign),
        Err(error) => return Err(unreadable(&error)),
    };
    let version = named.format.strip_prefix("smart-pick/");
    match version.map(str::parse::<u32>) {
        Some(Ok(1)) => Ok(()),
        Some(Ok(version)) if version > 1 => Err(OpenError::Newer),
        _ => Err(OpenError::Foreign),
    }
}

fn unreadable(error: &serde_json::Error) -> OpenError {
    let said = error.to_string();
    // The place is told apart from the words.
    let what = said.split(" at line ").next().unwrap_or(&said);
    OpenError::Unreadable {
        line: error.line(),
        column: error.column(),
        what: what.into(),
    }
}

fn entries(saved: VecMap<String, SavedEntry>, left_out: &mut usize) -> Entries {
    let mut entries = Entries::default();
    for (id, entry) in saved {
        match ProgramId::parse(&id) {
            Some(id) => entries.set(id, entry.into_entry(left_out)),
            None => *left_out += 1,
        }
    }
    entries
}

fn notes(saved: VecMap<String, String>, left_out: &mut usize) -> VecMap<ProgramId, String> {
    let mut notes = VecMap::new();
    for (id, note) in saved {
        match ProgramId::parse(&id) {
            Some(id) if !note.is_empty() => drop(notes.insert(id, note)),
            _ => *left_out += 1,
        }
    }
    notes
}

fn ids(saved: &[String], left_out: &mut usize) -> VecSet<ProgramId> {
    let mut known = VecSet::new();
    known.extend(saved.iter().filter_map(|id| ProgramId::parse(id)));
    *left_out += saved.len() - known.len();
    known
}

#[cfg(test)]
mod tests;
