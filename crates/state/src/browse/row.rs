//! What a table of programs is made of.

use vecmap::{VecMap, VecSet};

use super::{Place, Show};
use crate::{Applications, Derived, Loaded, State};
use engine::applicant::{Applicant, Entries};
use engine::band::Band;
use engine::catalog::{Catalog, ProgramIndex};
use engine::eligibility::GateState;
use engine::list::bucket::Buckets;
use engine::notice::Notice;
use engine::preference::Preferences;
use engine::program::ProgramId;
use engine::ranking::{NotModelled, Ranked, Ranking, Shut};
use engine::search::{ProgramSearch, Spelling};

/// Everything that rows are made of.
#[derive(Clone, Copy, Debug)]
pub struct TableInput<'a> {
    /// The ranking.
    pub ranking: &'a Ranking,
    /// The bands of the ranking, from the top; without them each program stands alone.
    pub bands: &'a [Band],
    /// What the numbers of the ranking leave out.
    pub notices: &'a [Notice],
    /// The programs.
    pub catalog: &'a Catalog,
    /// The person, for the visa.
    pub applicant: &'a Applicant,
    /// The wishes, for the chosen specialties and the place to measure distance from.
    pub preferences: &'a Preferences,
    /// The visitor's own entries.
    pub entries: &'a Entries,
    /// Programs kept in view.
    pub pinned: &'a VecSet<ProgramId>,
    /// Programs put away.
    pub hidden: &'a VecSet<ProgramId>,
    /// Programs set side by side.
    pub compared: &'a [ProgramId],
    /// The visitor's notes.
    pub notes: &'a VecMap<ProgramId, String>,
    /// Programs to apply to.
    pub listed: &'a Applications,
    /// What to do about each program; `None` until the best list is found.
    pub buckets: Option<&'a Buckets>,
    /// The search over the same catalog; without it nothing is searched.
    pub search: Option<&'a ProgramSearch>,
}

impl<'a> TableInput<'a> {
    /// That of one state, of what follows from it and of its data. Nothing is searched without `search`.
    #[must_use]
    pub fn of(
        loaded: &'a Loaded,
        state: &'a State,
        derived: &'a Derived,
        search: Option<&'a ProgramSearch>,
    ) -> Self {
        let work = &state.work;
        TableInput {
            ranking: &derived.ranking,
            bands: derived.bands(loaded, &work.entries),
            notices: derived.notices(),
            catalog: &loaded.catalog,
            applicant: derived.applicant(),
            preferences: derived.preferences(),
            entries: &work.entries,
            pinned: &work.pinned,
            hidden: &work.hidden,
            compared: &state.browse.compare,
            notes: &work.notes,
            listed: work.lists.programs(),
            buckets: state
                .best
                .as_deref()
                .filter(|best| best.is_of(derived, work))
                .and_then(|best| Some(&best.found()?.buckets)),
            search,
        }
    }
}

/// Where a program stands in the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowStatus {
    /// It has a chance and a place.
    Ranked(Place, Ranked),
    /// It has a reason for having no chance.
    NotModelled(NotModelled),
    /// A gate is shut.
    Shut(Shut),
    /// Its specialty is not among the chosen ones.
    Elsewhere,
}

/// One program of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The program.
    pub program: ProgramIndex,
    /// Where it stands.
    pub status: RowStatus,
}

impl Row {
    /// The place of a ranked program.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self.status {
            RowStatus::Ranked(place, _) => Some(place),
            RowStatus::NotModelled(_) | RowStatus::Shut(_) | RowStatus::Elsewhere => None,
        }
    }

    /// The chance and worth of a ranked program.
    #[must_use]
    pub fn ranked(&self) -> Option<&Ranked> {
        match &self.status {
            RowStatus::Ranked(_, ranked) => Some(ranked),
            RowStatus::NotModelled(_) | RowStatus::Shut(_) | RowStatus::Elsewhere => None,
        }
    }

    /// The worst gate, where the specialty was asked about.
    #[must_use]
    pub fn gate(&self) -> Option<GateState> {
        match &self.status {
            RowStatus::Ranked(_, ranked) => Some(ranked.gate),
            RowStatus::NotModelled(row) => Some(row.gate),
            RowStatus::Shut(shut) => Some(shut.by.state),
            RowStatus::Elsewhere => None,
        }
    }
}

/// How many programs there are of each kind, before search and filters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Ranked, not hidden.
    pub ranked: usize,
    /// Shut, not hidden.
    pub shut: usize,
    /// Without a chance, not hidden.
    pub not_modelled: usize,
    /// Pinned.
    pub pinned: usize,
    /// Hidden.
    pub hidden: usize,
    /// Of other specialties, not hidden.
    pub elsewhere: usize,
    /// In the buckets Apply first, Apply, Ask first and Skip; nothing until the best list is found.
    pub in_buckets: [usize; 4],
}

impl Counts {
    /// The number for one choice of [`Show`].
    #[must_use]
    pub fn of(&self, show: Show) -> usize {
        match show {
            Show::Plan | Show::Ranked => self.ranked,
            Show::ApplyFirst => self.in_buckets[0],
            Show::Apply => self.in_buckets[1],
            Show::AskFirst => self.in_buckets[2],
            Show::Skip => self.in_buckets[3],
            Show::Shut => self.shut,
            Show::NotModelled => self.not_modelled,
            Show::Pinned => self.pinned,
            Show::Hidden => self.hidden,
            Show::Elsewhere => self.elsewhere,
        }
    }
}

/// The rows that the visitor sees.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// In order.
    pub rows: Vec<Row>,
    /// Whether the chosen sort put any of them elsewhere than the order of the ranking does; true where
    /// none is chosen.
    pub is_moved: bool,
    /// How the search found them.
    pub spelling: Spelling,
    /// How many there are of each kind, whatever is searched and filtered.
    pub counts: Counts,
}
