//! Which programs the visitor looks at, in which order.
//!
//! It holds the search, the filters, the sort and the programs set side by side, and turns a
//! ranking into rows. It never changes a number of the ranking.

pub mod export;
mod facet;
mod order;
mod place;
mod property;
mod row;
mod sort;
mod tally;
mod view;

#[cfg(test)]
mod tests;

pub use facet::{ChanceClass, EvidenceKind, Facet, FacetGroup, Filters, VisaWord, visa_word};
pub use order::{Arranged, FrozenOrder};
pub use place::{NO_DIFFERENCE, Place};
pub use property::setting;
pub use row::{Counts, Row, RowStatus, TableInput, View, match_chance};
pub use tally::Tally;
pub use view::{rows_of, tally, view};

use engine::program::ProgramId;

engine::vocabulary! {
    /// Which of the programs are on the table.
    Show {
        /// With a chance and a place.
        Ranked = "ranked", "Ranked";
        /// A gate is shut.
        Shut = "shut", "Shut";
        /// No chance can be given.
        NotModelled = "not_modelled", "No chance shown";
        /// Kept in view by the visitor.
        Pinned = "pinned", "Pinned";
        /// Put away by the visitor.
        Hidden = "hidden", "Hidden";
        /// Programs of specialties that the visitor did not choose.
        Elsewhere = "elsewhere", "Other specialties";
    }
}

engine::vocabulary! {
    /// What decides the order of rows.
    Sort {
        /// Chance times worth; with a search, the best text match first.
        Value = "value", "Chance times worth";
        /// Chance of an interview, highest first.
        Interview = "interview", "Chance of an interview";
        /// Chance of matching there, highest first.
        Match = "match", "Chance to match there";
        /// Worth to the visitor, highest first.
        Preference = "preference", "Fit with your preferences";
        /// Name, from A.
        Name = "name", "Name";
        /// State, from A, then name.
        State = "state", "State";
        /// Distance from the place in the preferences, nearest first.
        Distance = "distance", "Distance";
    }
}

/// At most this many programs stand side by side.
pub const MOST_COMPARED: usize = 4;

/// What the visitor looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browse {
    /// What is typed into the search box.
    pub query: String,
    /// The filters.
    pub filters: Filters,
    /// Which programs.
    pub show: Show,
    /// In which order.
    pub sort: Sort,
    /// Programs chosen to stand side by side, in the order of choice; at most
    /// [`MOST_COMPARED`].
    pub compare: Vec<ProgramId>,
    /// The program whose page was opened last, to return to its row.
    pub opened: Option<ProgramId>,
}

impl Default for Browse {
    fn default() -> Self {
        Browse {
            query: String::new(),
            filters: Filters::default(),
            show: Show::Ranked,
            sort: Sort::Value,
            compare: Vec::new(),
            opened: None,
        }
    }
}

/// One change to how the programs are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrowseEdit {
    /// The search box holds this text.
    Query(String),
    /// Sets a filter, or takes it away if it is set.
    Toggle(Facet),
    /// Takes every filter of a group away.
    ClearGroup(FacetGroup),
    /// Takes the search and every filter away.
    ClearAll,
    /// Shows other programs.
    Show(Show),
    /// Sorts otherwise.
    Sort(Sort),
    /// Sets a program beside the others, or takes it away. A fifth is not taken.
    Compare(ProgramId),
    /// Takes every program out of the comparison.
    ClearCompare,
    /// A program's page is opened.
    Opened(ProgramId),
}

impl Browse {
    /// Makes one change.
    pub fn edit(&mut self, edit: BrowseEdit) {
        match edit {
            BrowseEdit::Query(text) => self.query = text,
            BrowseEdit::Toggle(facet) => self.filters.toggle(facet),
            BrowseEdit::ClearGroup(group) => self.filters.clear(group),
            BrowseEdit::ClearAll => {
                self.query.clear();
                self.filters = Filters::default();
            }
            BrowseEdit::Show(show) => self.show = show,
            BrowseEdit::Sort(sort) => self.sort = sort,
            BrowseEdit::Compare(id) => self.toggle_compare(id),
            BrowseEdit::ClearCompare => self.compare.clear(),
            BrowseEdit::Opened(id) => self.opened = Some(id),
        }
    }

    /// Whether a search or a filter narrows what is shown.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        !self.query.trim().is_empty() || !self.filters.is_empty()
    }

    fn toggle_compare(&mut self, id: ProgramId) {
        if let Some(at) = self.compare.iter().position(|other| *other == id) {
            self.compare.remove(at);
        } else if self.compare.len() < MOST_COMPARED {
            self.compare.push(id);
        }
    }
}
