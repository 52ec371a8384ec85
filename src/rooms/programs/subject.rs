//! One program with everything that its page needs.

use engine::applicant::Entry;
use engine::calendar::Date;
use engine::catalog::details::ProgramDetails;
use engine::catalog::{Catalog, ProgramIndex};
use engine::eligibility::Reason;
use engine::fact::{Origin, RecordField};
use engine::program::Program;

/// A program of the catalog, the visitor's entry for it, and the day.
#[derive(Clone, Debug)]
pub(super) struct Subject<'a> {
    catalog: &'a Catalog,
    program: &'a Program,
    index: ProgramIndex,
    /// The visitor's own entry; empty if there is none.
    pub(super) entry: Entry,
    today: Option<Date>,
}

impl<'a> Subject<'a> {
    /// A program of this catalog.
    pub(super) fn new(
        catalog: &'a Catalog,
        (index, program): (ProgramIndex, &'a Program),
        entry: Entry,
        today: Option<Date>,
    ) -> Self {
        Subject {
            catalog,
            program,
            index,
            entry,
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
