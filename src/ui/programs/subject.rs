//! One program with everything that its page needs.

use crate::engine::applicant::{Applicant, Entry};
use crate::engine::calendar::Date;
use crate::engine::catalog::{Catalog, ProgramIndex};
use crate::engine::eligibility::Reason;
use crate::engine::fact::{Origin, RecordField};
use crate::engine::program::Program;

/// A program of the catalog, the visitor's entry for it, and the day.
#[derive(Clone, Debug)]
pub(crate) struct Subject<'a> {
    catalog: &'a Catalog,
    program: &'a Program,
    /// The visitor's own entry.
    pub(crate) entry: Entry,
    /// The person.
    pub(crate) applicant: &'a Applicant,
    today: Date,
}

impl<'a> Subject<'a> {
    /// The program at an index; `None` if the catalog has no such program.
    pub(crate) fn new(
        catalog: &'a Catalog,
        index: ProgramIndex,
        entry: Entry,
        applicant: &'a Applicant,
        today: Date,
    ) -> Option<Self> {
        Some(Subject {
            catalog,
            program: catalog.get(index)?,
            entry,
            applicant,
            today,
        })
    }

    /// The catalog.
    pub(crate) fn catalog(&self) -> &'a Catalog {
        self.catalog
    }

    /// The program.
    pub(crate) fn program(&self) -> &'a Program {
        self.program
    }

    /// The day on which the page is read.
    pub(crate) fn today(&self) -> Date {
        self.today
    }

    /// A reason as a sentence.
    pub(crate) fn reason(&self, reason: Reason) -> String {
        reason.sentence(self.catalog)
    }

    /// The record that stands behind a field of this program.
    pub(crate) fn record(&self, field: RecordField) -> Option<Origin> {
        self.catalog
            .record_source(self.program, field)
            .map(Origin::Record)
    }

    /// Name of the specialty.
    pub(crate) fn specialty(&self) -> String {
        specialty_name(self.catalog, self.program)
    }
}

/// Name of a program's specialty, or its code.
pub(crate) fn specialty_name(catalog: &Catalog, program: &Program) -> String {
    catalog
        .specialty(program.specialty)
        .map_or_else(|| program.specialty.to_string(), |s| s.name.to_string())
}
