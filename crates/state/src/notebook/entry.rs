//! Entries of the journal.

use engine::program::ProgramId;

engine::vocabulary! {
    /// What an entry is about.
    EntryKind {
        /// A day in the clinic.
        Clinic = "clinic", "A day in the clinic";
        /// A patient and what was learned; no names.
        Case = "case", "A patient encounter";
        /// An interview, on its day.
        Interview = "interview", "An interview";
        /// Anything else.
        Other = "other", "Something else";
    }
}

engine::vocabulary! {
    /// How a program felt on the day, worst first.
    Impression {
        /// Not for me.
        Poor = "poor", "Not for me";
        /// Doubtful.
        Doubtful = "doubtful", "Doubtful";
        /// Good enough.
        Fair = "fair", "Good enough";
        /// Good.
        Good = "good", "Good";
        /// First choice.
        Best = "best", "Among my first";
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalEntry {
    /// The day, as the browser's date box gives it; empty if it was not given.
    pub day: String,
    /// What it is about.
    pub kind: EntryKind,
    /// The question that it answers, in the words shown when it was written; empty if none.
    pub prompt: String,
    /// What was written.
    pub text: String,
    /// The physician who saw it, for a letter; empty if nobody.
    pub witness: String,
    /// The program that it concerns.
    pub program: Option<ProgramId>,
    /// How that program felt on the day.
    pub impression: Option<Impression>,
}

impl Default for JournalEntry {
    fn default() -> Self {
        JournalEntry {
            day: String::new(),
            kind: EntryKind::Clinic,
            prompt: String::new(),
            text: String::new(),
            witness: String::new(),
            program: None,
            impression: None,
        }
    }
}
