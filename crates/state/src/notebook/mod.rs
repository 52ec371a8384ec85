//! What the visitor writes with the guide's tools: ticks, drafts, a journal, people.
//!
//! Everything is text as typed. Nothing here knows what a checklist or a question says: the tools
//! name their own boxes by [`Key`], so that a file outlives a change of the words.

mod contact;
mod entry;
mod key;

use vecmap::{VecMap, VecSet};

pub use contact::{Contact, Letter};
pub use entry::{EntryKind, Impression, JournalEntry};
pub use key::Key;

/// Most entries of the journal, and most people: the device's storage has an end.
pub const MOST_ROWS: usize = 2_000;

/// Everything written with the tools.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    ticked: VecSet<Key>,
    typed: VecMap<Key, String>,
    journal: Vec<JournalEntry>,
    contacts: Vec<Contact>,
}

/// One change to the notebook.
#[derive(Clone, Debug, PartialEq)]
pub enum NotebookEdit {
    /// A box is ticked, or no longer.
    Tick(Key, bool),
    /// Text typed into a box; empty text removes it.
    Type(Key, String),
    /// An entry of the journal at a place; the place after the last is a new one.
    Write(usize, JournalEntry),
    /// An entry goes.
    Erase(usize),
    /// A person at a place; the place after the last is a new one.
    Meet(usize, Contact),
    /// A person goes.
    Forget(usize),
}

impl Notebook {
    /// Whether a box is ticked.
    #[must_use]
    pub fn is_ticked(&self, key: &Key) -> bool {
        self.ticked.contains(key)
    }

    /// What was typed into a box; empty if nothing.
    #[must_use]
    pub fn text(&self, key: &Key) -> &str {
        self.typed.get(key).map_or("", String::as_str)
    }

    /// The boxes that are ticked.
    pub fn ticked(&self) -> impl Iterator<Item = &Key> {
        self.ticked.iter()
    }

    /// The boxes with text.
    pub fn typed(&self) -> impl Iterator<Item = (&Key, &str)> {
        self.typed.iter().map(|(key, text)| (key, text.as_str()))
    }

    /// The journal, in the order of writing.
    #[must_use]
    pub fn journal(&self) -> &[JournalEntry] {
        &self.journal
    }

    /// The people, in the order of entry.
    #[must_use]
    pub fn contacts(&self) -> &[Contact] {
        &self.contacts
    }

    /// Carries out one change.
    pub fn edit(&mut self, edit: NotebookEdit) {
        match edit {
            NotebookEdit::Tick(key, true) => drop(self.ticked.insert(key)),
            NotebookEdit::Tick(key, false) => drop(self.ticked.remove(&key)),
            NotebookEdit::Type(key, text) if text.is_empty() => drop(self.typed.remove(&key)),
            NotebookEdit::Type(key, text) => drop(self.typed.insert(key, text)),
            NotebookEdit::Write(index, entry) => put(&mut self.journal, index, entry),
            NotebookEdit::Erase(index) => take(&mut self.journal, index),
            NotebookEdit::Meet(index, contact) => put(&mut self.contacts, index, contact),
            NotebookEdit::Forget(index) => take(&mut self.contacts, index),
        }
    }
}

/// A place beyond the end is a new row, while there is room for one.
fn put<T>(rows: &mut Vec<T>, index: usize, row: T) {
    if let Some(slot) = rows.get_mut(index) {
        *slot = row;
    } else if rows.len() < MOST_ROWS {
        rows.push(row);
    }
}

fn take<T>(rows: &mut Vec<T>, index: usize) {
    if index < rows.len() {
        rows.remove(index);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        Key::parse(text).unwrap()
    }

    #[test]
    fn taking_everything_back_leaves_nothing() {
        let mut notebook = Notebook::default();
        notebook.edit(NotebookEdit::Tick(key("documents/passport"), true));
        notebook.edit(NotebookEdit::Type(key("practice/why"), "Because".into()));
        notebook.edit(NotebookEdit::Write(0, JournalEntry::default()));
        notebook.edit(NotebookEdit::Meet(7, Contact::default()));
        assert!(notebook.is_ticked(&key("documents/passport")));
        assert_eq!(
            (notebook.journal().len(), notebook.contacts().len()),
            (1, 1)
        );
        notebook.edit(NotebookEdit::Tick(key("documents/passport"), false));
        notebook.edit(NotebookEdit::Type(key("practice/why"), String::new()));
        notebook.edit(NotebookEdit::Erase(0));
        notebook.edit(NotebookEdit::Forget(0));
        assert_eq!(notebook, Notebook::default());
    }

    #[test]
    fn rows_beyond_the_end_do_no_harm() {
        let mut notebook = Notebook::default();
        notebook.edit(NotebookEdit::Erase(3));
        notebook.edit(NotebookEdit::Forget(0));
        for _ in 0..MOST_ROWS + 5 {
            notebook.edit(NotebookEdit::Write(usize::MAX, JournalEntry::default()));
        }
        assert_eq!(notebook.journal().len(), MOST_ROWS);
    }
}
