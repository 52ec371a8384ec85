//! One program with everything that its page needs.

use engine::applicant::{Entries, Entry, FactsFile, Told};
use engine::calendar::Date;
use engine::catalog::details::ProgramDetails;
use engine::catalog::{Catalog, ProgramIndex};
use engine::eligibility::Reason;
use engine::fact::{FileIndex, Origin, RecordField};
use engine::program::Program;

/// A program of the catalog, what people found out, and the day.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    catalog: &'a Catalog,
    program: &'a Program,
    index: ProgramIndex,
    entries: &'a Entries,
    today: Option<Date>,
}

impl<'a> Subject<'a> {
    /// A program of this catalog.
    pub(super) fn new(
        catalog: &'a Catalog,
        (index, program): (ProgramIndex, &'a Program),
        entries: &'a Entries,
        today: Option<Date>,
    ) -> Self {
        Subject {
            catalog,
            program,
            index,
            entries,
            today,
        }
    }

    /// The catalog.
    pub(super) fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// The program.
    pub(super) fn program(&self) -> &'a Program {
        self.program
    }

    /// What only pages tell of it, once it is here.
    pub(super) fn details(&self) -> Option<&'a ProgramDetails> {
        self.catalog.program_details(self.index)
    }

    /// The day on which the page is read; `None` until the browser has said.
    pub(super) fn today(&self) -> Option<Date> {
        self.today
    }

    /// The visitor's own entry; empty if there is none.
    pub(super) fn entry(&self) -> Entry {
        self.entries
            .get(self.program.id)
            .cloned()
            .unwrap_or_default()
    }

    /// What the visitor, or a facts file, tells of a part of its entry.
    pub(super) fn told<T>(&self, part: impl Fn(&Entry) -> Option<T>) -> Option<Told<T>> {
        self.entries.told(self.program.id, part)
    }

    /// A facts file that the visitor opened.
    pub(super) fn file(&self, index: FileIndex) -> Option<&'a FactsFile> {
        self.entries.file(index)
    }

    /// What the facts files say of it in words, and whose each is.
    pub(super) fn notes(&self) -> impl Iterator<Item = (&'a FactsFile, &'a str)> {
        let files = self.entries.files().iter();
        files.filter_map(|file| Some((&**file, file.note(self.program.id)?)))
    }

    /// A reason as a sentence.
    pub(super) fn reason(&self, reason: Reason) -> String {
        reason.sentence(self.catalog)
    }

    /// The record that stands behind a field of this program.
    pub(super) fn record(&self, field: RecordField) -> Option<Origin> {
        self.catalog
            .record_source(self.program, field)
            .map(Origin::Record)
    }

    /// Name of the specialty.
    pub(super) fn specialty(&self) -> String {
        self.catalog.specialty_name(self.program.specialty())
    }
}
