//! Which programs the visitor looks at, in which order.
//!
//! It holds the search, the filters, the sort and the programs set side by side, and turns a
//! ranking into rows. It never changes a number of the ranking.

mod address;
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
pub use row::{Counts, Row, RowStatus, TableInput, View};
pub use tally::Tally;
pub use view::{rows_of, tally, view};

use engine::list::bucket::Bucket;
use engine::program::ProgramId;

engine::vocabulary! {
    /// Which of the programs are on the table.
    Show {
        /// What to do about each, in short: the first of every bucket.
        Plan = "plan", "Your plan";
        /// On the best list with a signal.
        ApplyFirst = "apply_first", "Apply first";
        /// On the best list without one.
        Apply = "apply", "Apply";
        /// Would be on it after a yes.
        AskFirst = "ask_first", "Ask first";
        /// Not worth an application.
        Skip = "skip", "Skip";
        /// With a chance and a place, whatever the bucket.
        Ranked = "ranked", "All, best first";
        /// They do not consider the applicant.
        Shut = "shut", "Do not consider you";
        /// No chance can be given.
        NotModelled = "not_modelled", "No published chance";
        /// Kept in view by the visitor.
        Pinned = "pinned", "Pinned";
        /// Put away by the visitor.
        Hidden = "hidden", "Hidden";
        /// Programs of specialties that the visitor did not choose.
        Elsewhere = "elsewhere", "Other specialties";
    }
}

impl Show {
    /// The bucket that is shown, if it is one.
    #[must_use]
    pub fn bucket(self) -> Option<Bucket> {
        match self {
            Show::ApplyFirst => Some(Bucket::ApplyFirst),
            Show::Apply => Some(Bucket::Apply),
            Show::AskFirst => Some(Bucket::AskFirst),
            Show::Skip => Some(Bucket::Skip),
            Show::Plan
            | Show::Ranked
            | Show::Shut
            | Show::NotModelled
            | Show::Pinned
            | Show::Hidden
            | Show::Elsewhere => None,
        }
    }

    /// What shows all of a bucket.
    #[must_use]
    pub fn all_of(bucket: Bucket) -> Show {
        match bucket {
            Bucket::ApplyFirst => Show::ApplyFirst,
            Bucket::Apply => Show::Apply,
            Bucket::AskFirst => Show::AskFirst,
            Bucket::Skip => Show::Skip,
            Bucket::NotCompared => Show::NotModelled,
        }
    }
}

engine::vocabulary! {
    /// What decides the order of rows.
    Sort {
        /// Chance times worth, a bucket as it is sorted; with a search, the best text match first.
        Value = "value", "Best overall";
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
    /// Whether all that a list can tell is unfolded, to read it through or to print it.
    pub unfolded: bool,
}

impl Default for Browse {
    fn default() -> Self {
        Browse {
            query: String::new(),
            filters: Filters::default(),
            show: Show::Plan,
            sort: Sort::Value,
            compare: Vec::new(),
            opened: None,
            unfolded: false,
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
    /// All that a list can tell is unfolded, or folded.
    Unfold(bool),
    /// The address of the page says how to look, by name.
    Address(Vec<(String, String)>),
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
            BrowseEdit::Unfold(unfolded) => self.unfolded = unfolded,
            BrowseEdit::Address(pairs) => self.take_address(&pairs),
        }
    }

    /// Which programs the rows are of: the plan is no table, so that what is searched and filtered there
    /// is looked for among all that are ranked.
    #[must_use]
    pub fn table(&self) -> Show {
        match self.show {
            Show::Plan => Show::Ranked,
            show => show,
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
