//! The facts files of others that the visitor opened.

use std::rc::Rc;

use serde::Serialize;

use super::few::{Few, Pairs, cut};
use super::part::part;
use super::rows::SavedEntry;
use crate::persist::bounds::{LINE, PROGRAMS};
use engine::applicant::{Entries, FactsFile};
use engine::calendar::Date;
use engine::program::ProgramId;

part! {
    #[derive(Serialize)]
    pub(super) struct SavedFacts {
        name: String,
        day: String,
        facts: Pairs<SavedEntry>,
        #[serde(skip_serializing_if = "Pairs::is_empty")]
        notes: Pairs<String>,
    }
}

impl From<&FactsFile> for SavedFacts {
    fn from(file: &FactsFile) -> Self {
        let facts = file.iter();
        let notes = file.notes();
        SavedFacts {
            name: file.name.to_string(),
            day: file.day.to_string(),
            facts: facts
                .map(|(id, entry)| (id.to_string(), SavedEntry::from(entry)))
                .collect(),
            notes: notes
                .map(|(id, note)| (id.to_string(), note.to_owned()))
                .collect(),
        }
    }
}

/// The entries with the files that were open beside them.
pub(super) fn with_files(
    mut entries: Entries,
    saved: Few<SavedFacts>,
    left_out: &mut usize,
) -> Entries {
    for file in saved.first(Entries::MOST_FILES, left_out) {
        match file.into_file(left_out) {
            Some(file) => *left_out += usize::from(!entries.open(Rc::new(file))),
            None => *left_out += 1,
        }
    }
    entries
}

impl SavedFacts {
    fn into_file(self, left_out: &mut usize) -> Option<FactsFile> {
        let name = cut(self.name, LINE, left_out);
        let day = Date::parse(&self.day)?;
        let mut facts = Vec::new();
        for (id, entry) in self.facts.first(PROGRAMS, left_out) {
            match ProgramId::parse(&id) {
                Some(id) => facts.push((id, entry.into_entry(left_out))),
                None => *left_out += 1,
            }
        }
        let mut notes: Vec<(ProgramId, Box<str>)> = Vec::new();
        for (id, note) in self.notes.first(PROGRAMS, left_out) {
            match ProgramId::parse(&id) {
                Some(id) => notes.push((id, cut(note, LINE, left_out).into())),
                None => *left_out += 1,
            }
        }
        (!name.trim().is_empty()).then(|| FactsFile::new(name.into(), day, facts).with_notes(notes))
    }
}
