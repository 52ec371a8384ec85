//! What was written with the guide's tools.

use serde::Serialize;

use super::few::{Few, Pairs, cut};
use super::part::part;
use crate::notebook::{
    Contact, EntryKind, Impression, JournalEntry, Key, Letter, MOST_ROWS, Notebook, NotebookEdit,
};
use crate::persist::bounds::{BOXES, LINE, TEXT};
use engine::program::ProgramId;

part! {
    /// The notebook; an empty part takes no room in the file.
    #[derive(Serialize)]
    pub(super) struct SavedNotebook {
        #[serde(skip_serializing_if = "Few::is_empty")]
        ticked: Few<String>,
        #[serde(skip_serializing_if = "Pairs::is_empty")]
        typed: Pairs<String>,
        #[serde(skip_serializing_if = "Few::is_empty")]
        journal: Few<SavedEntry>,
        #[serde(skip_serializing_if = "Few::is_empty")]
        contacts: Few<SavedContact>,
    }
}

part! {
    #[derive(Serialize)]
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
}

part! {
    #[derive(Serialize)]
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
}

impl From<&Notebook> for SavedNotebook {
    fn from(notebook: &Notebook) -> Self {
        let typed = notebook.typed();
        SavedNotebook {
            ticked: notebook.ticked().map(ToString::to_string).collect(),
            typed: typed
                .map(|(key, text)| (key.to_string(), text.to_owned()))
                .collect(),
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
        for key in self.ticked.first(BOXES, left_out) {
            match Key::parse(&key) {
                Some(key) => notebook.edit(NotebookEdit::Tick(key, true)),
                None => *left_out += 1,
            }
        }
        for (key, text) in self.typed.first(BOXES, left_out) {
            match Key::parse(&key) {
                Some(key) => notebook.edit(NotebookEdit::Type(key, cut(text, TEXT, left_out))),
                None => *left_out += 1,
            }
        }
        for saved in self.journal.first(MOST_ROWS, left_out) {
            let entry = saved.into_entry(left_out);
            notebook.edit(NotebookEdit::Write(usize::MAX, entry));
        }
        for saved in self.contacts.first(MOST_ROWS, left_out) {
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
            day: cut(self.day, LINE, left_out),
            prompt: cut(self.prompt, LINE, left_out),
            text: cut(self.text, TEXT, left_out),
            witness: cut(self.witness, LINE, left_out),
        }
    }
}

impl SavedContact {
    fn into_contact(self, left_out: &mut usize) -> Contact {
        Contact {
            letter: named(&self.letter, Letter::from_code, left_out).unwrap_or(Letter::None),
            name: cut(self.name, LINE, left_out),
            place: cut(self.place, LINE, left_out),
            met: cut(self.met, LINE, left_out),
            last: cut(self.last, LINE, left_out),
            next: cut(self.next, LINE, left_out),
            next_day: cut(self.next_day, LINE, left_out),
            note: cut(self.note, TEXT, left_out),
        }
    }
}
