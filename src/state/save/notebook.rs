//! What was written with the guide's tools.

use serde::{Deserialize, Serialize};
use vecmap::VecMap;

use super::super::notebook::{
    Contact, EntryKind, Impression, JournalEntry, Key, Letter, MOST_ROWS, Notebook, NotebookEdit,
};
use crate::engine::program::ProgramId;

/// The notebook; an empty part takes no room in the file.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct SavedNotebook {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ticked: Vec<String>,
    #[serde(skip_serializing_if = "VecMap::is_empty")]
    typed: VecMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    journal: Vec<SavedEntry>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contacts: Vec<SavedContact>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct SavedEntry {
    day: String,
    kind: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    prompt: String,
    text: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    witness: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    program: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    impression: String,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
struct SavedContact {
    name: String,
    place: String,
    met: String,
    last: String,
    next: String,
    next_day: String,
    letter: String,
    note: String,
}

impl From<&Notebook> for SavedNotebook {
    fn from(notebook: &Notebook) -> Self {
        let mut typed = VecMap::new();
        for (key, text) in notebook.typed() {
            typed.insert(key.to_string(), text.to_owned());
        }
        SavedNotebook {
            ticked: notebook.ticked().map(ToString::to_string).collect(),
            typed,
            journal: notebook.journal().iter().map(SavedEntry::from).collect(),
            contacts: notebook.contacts().iter().map(SavedContact::from).collect(),
        }
    }
}

impl From<&JournalEntry> for SavedEntry {
    fn from(entry: &JournalEntry) -> Self {
        SavedEntry {
            day: entry.day.clone(),
            kind: entry.kind.code().to_owned(),
            prompt: entry.prompt.clone(),
            text: entry.text.clone(),
            witness: entry.witness.clone(),
            program: entry.program.map(|id| id.to_string()).unwrap_or_default(),
            impression: entry
                .impression
                .map(|i| i.code().to_owned())
                .unwrap_or_default(),
        }
    }
}

impl From<&Contact> for SavedContact {
    fn from(contact: &Contact) -> Self {
        let Contact {
            name,
            place,
            met,
            last,
            next,
            next_day,
            letter,
            note,
        } = contact.clone();
        let letter = letter.code().to_owned();
        SavedContact {
            name,
            place,
            met,
            last,
            next,
            next_day,
            letter,
            note,
        }
    }
}

impl SavedNotebook {
    pub(super) fn into_notebook(self, left_out: &mut usize) -> Notebook {
        let mut notebook = Notebook::default();
        for key in &self.ticked {
            match Key::parse(key) {
                Some(key) => notebook.edit(NotebookEdit::Tick(key, true)),
                None => *left_out += 1,
            }
        }
        for (key, text) in self.typed {
            match Key::parse(&key) {
                Some(key) => notebook.edit(NotebookEdit::Type(key, text)),
                None => *left_out += 1,
            }
        }
        *left_out += self.journal.len().saturating_sub(MOST_ROWS);
        for saved in self.journal {
            let entry = saved.into_entry(left_out);
            notebook.edit(NotebookEdit::Write(usize::MAX, entry));
        }
        *left_out += self.contacts.len().saturating_sub(MOST_ROWS);
        for saved in self.contacts {
            let contact = saved.into_contact(left_out);
            notebook.edit(NotebookEdit::Meet(usize::MAX, contact));
        }
        notebook
    }
}

/// What a code names; an empty one names nothing, and one that is not known is counted.
fn named<T>(code: &str, read: impl Fn(&str) -> Option<T>, left_out: &mut usize) -> Option<T> {
    let found = read(code);
    *left_out += usize::from(found.is_none() && !code.is_empty());
    found
}

impl SavedEntry {
    fn into_entry(self, left_out: &mut usize) -> JournalEntry {
        JournalEntry {
            kind: named(&self.kind, EntryKind::from_code, left_out).unwrap_or(EntryKind::Other),
            program: named(&self.program, ProgramId::parse, left_out),
            impression: named(&self.impression, Impression::from_code, left_out),
            day: self.day,
            prompt: self.prompt,
            text: self.text,
            witness: self.witness,
        }
    }
}

impl SavedContact {
    fn into_contact(self, left_out: &mut usize) -> Contact {
        Contact {
            letter: named(&self.letter, Letter::from_code, left_out).unwrap_or(Letter::None),
            name: self.name,
            place: self.place,
            met: self.met,
            last: self.last,
            next: self.next,
            next_day: self.next_day,
            note: self.note,
        }
    }
}
