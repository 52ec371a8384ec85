//! The saved file, version 1: what goes to the device's storage and into a downloaded file.
//!
//! Words are saved by their codes, so that a file outlives the program that wrote it. A code
//! that this version does not know is left out and counted, never an error; so is what is beyond the
//! [bounds](super::bounds). Nothing else in `state` knows serde.

mod facts;
mod few;
mod lists;
mod notebook;
mod part;
mod rows;

use std::fmt;
use std::rc::Rc;
use vecmap::{VecMap, VecSet};

use serde::Serialize;

use self::facts::SavedFacts;
use self::few::{Few, Pairs, cut};
use self::lists::{SavedList, SavedTerms};
use self::notebook::SavedNotebook;
use self::part::part;
use self::rows::{SavedAnswers, SavedEntry};
use super::bounds::{PROGRAMS, TEXT};
use crate::Work;
use engine::applicant::Entries;
use engine::program::ProgramId;

/// The name and version of the format.
pub const FORMAT: &str = "smart-pick/1";
/// Most bytes of a file that is opened: 16 MB, more than a browser's storage holds, so that every
/// file that we wrote opens.
pub const MOST_BYTES: usize = 16_000_000;

part! {
    /// Any file as far as it says what it is.
    struct Named {
        format: String,
    }
}

part! {
    #[derive(Serialize)]
    struct Saved {
        format: String,
        revision: u64,
        #[serde(skip_serializing_if = "is_unmarked")]
        mark: u32,
        answers: SavedAnswers,
        entries: Pairs<SavedEntry>,
        #[serde(skip_serializing_if = "Few::is_empty")]
        facts: Few<SavedFacts>,
        notes: Pairs<String>,
        pinned: Few<String>,
        hidden: Few<String>,
        lists: Few<SavedList>,
        open_list: usize,
        terms: SavedTerms,
        notebook: SavedNotebook,
    }
}

/// Work read from a file or from the device.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The work.
    pub work: Work,
    /// Which save of a device it is.
    pub stamp: Stamp,
    /// How many rows and texts were left out, whole or in part: this version does not know them, or
    /// they are beyond a [bound](super::bounds).
    pub left_out: usize,
}

/// Which save of a device a text is. No two are the same, so that a tab knows its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// One more than that of the save before it; 0 in a file that was downloaded. Never wraps.
    pub revision: u64,
    /// Drawn at random for every save, so that two saves after the same one differ. 0 where none
    /// was drawn, as in files and by earlier versions.
    pub mark: u32,
}

fn is_unmarked(mark: &u32) -> bool {
    *mark == 0
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

/// Writes the work as a file.
#[must_use]
pub fn write(work: &Work, stamp: Stamp) -> String {
    let ids = |set: &VecSet<ProgramId>| set.iter().map(ToString::to_string).collect();
    let saved = Saved {
        format: FORMAT.into(),
        revision: stamp.revision,
        mark: stamp.mark,
        answers: SavedAnswers::from(&*work.answers),
        entries: work
            .entries
            .iter()
            .map(|(id, entry)| (id.to_string(), SavedEntry::from(entry)))
            .collect(),
        facts: work
            .entries
            .files()
            .iter()
            .map(|file| SavedFacts::from(&**file))
            .collect(),
        notes: work
            .notes
            .iter()
            .map(|(id, note)| (id.to_string(), note.clone()))
            .collect(),
        pinned: ids(&work.pinned),
        hidden: ids(&work.hidden),
        lists: work.lists.all().iter().map(SavedList::from).collect(),
        open_list: work.lists.open_index(),
        terms: SavedTerms::from(&*work.list_settings),
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
        entries: Rc::new(facts::with_files(
            entries(saved.entries, &mut left_out),
            saved.facts,
            &mut left_out,
        )),
        notes: Rc::new(notes(saved.notes, &mut left_out)),
        pinned: Rc::new(ids(saved.pinned, &mut left_out)),
        hidden: Rc::new(ids(saved.hidden, &mut left_out)),
        lists: Rc::new(lists::read(saved.lists, saved.open_list, &mut left_out)),
        list_settings: Rc::new(saved.terms.into_settings(&mut left_out)),
        notebook: Rc::new(saved.notebook.into_notebook(&mut left_out)),
    };
    Ok(Opened {
        work,
        stamp: Stamp {
            revision: saved.revision,
            mark: saved.mark,
        },
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

fn entries(saved: Pairs<SavedEntry>, left_out: &mut usize) -> Entries {
    let mut entries = Entries::default();
    for (id, entry) in saved.first(PROGRAMS, left_out) {
        match ProgramId::parse(&id) {
            Some(id) => entries.set(id, entry.into_entry(left_out)),
            None => *left_out += 1,
        }
    }
    entries
}

fn notes(saved: Pairs<String>, left_out: &mut usize) -> VecMap<ProgramId, String> {
    let mut notes = VecMap::new();
    for (id, note) in saved.first(PROGRAMS, left_out) {
        match ProgramId::parse(&id) {
            Some(id) if !note.is_empty() => drop(notes.insert(id, cut(note, TEXT, left_out))),
            _ => *left_out += 1,
        }
    }
    notes
}

fn ids(saved: Few<String>, left_out: &mut usize) -> VecSet<ProgramId> {
    let mut known = VecSet::new();
    for id in saved.first(PROGRAMS, left_out) {
        let is_new = ProgramId::parse(&id).is_some_and(|id| known.insert(id));
        *left_out += usize::from(!is_new);
    }
    known
}

#[cfg(test)]
mod few_tests;
#[cfg(test)]
mod tests;
