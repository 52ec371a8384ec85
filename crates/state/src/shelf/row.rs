//! What a table of programs is made of.

use vecmap::VecSet;

use super::{Place, Show};
use crate::Applications;
use engine::applicant::{Applicant, Entries};
use engine::band::Band;
use engine::catalog::{Catalog, ProgramIndex};
use engine::eligibility::GateState;
use engine::notice::Notice;
use engine::preference::Preferences;
use engine::program::ProgramId;
use engine::ranking::{NotModelled, Ranked, Ranking, Shut};
use engine::search::{ProgramSearch, Spelling};

/// Everything that rows are made of.
#[derive(Clone, Copy, Debug)]
pub struct Holdings<'a> {
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
    /// Programs to apply to.
    pub listed: &'a Applications,
    /// The search over the same catalog; without it nothing is searched.
    pub search: Option<&'a ProgramSearch>,
}

/// Where a program stands in the ranking.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
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
    pub standing: Standing,
}

impl Row {
    /// The place of a ranked program.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        match self.standing {
            Standing::Ranked(place, _) => Some(place),
            Standing::NotModelled(_) | Standing::Shut(_) | Standing::Elsewhere => None,
        }
    }

    /// The chance and worth of a ranked program.
    #[must_use]
    pub fn ranked(&self) -> Option<&Ranked> {
        match &self.standing {
            Standing::Ranked(_, ranked) => Some(ranked),
            Standing::NotModelled(_) | Standing::Shut(_) | Standing::Elsewhere => None,
        }
    }

    /// The worst gate, where the specialty was asked about.
    #[must_use]
    pub fn gate(&self) -> Option<GateState> {
        match &self.standing {
            Standing::Ranked(_, ranked) => Some(ranked.gate),
            Standing::NotModelled(row) => Some(row.gate),
            Standing::Shut(shut) => Some(shut.by.state),
            Standing::Elsewhere => None,
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
}

impl Counts {
    /// The number for one choice of [`Show`].
    #[must_use]
    pub fn of(&self, show: Show) -> usize {
        match show {
            Show::Ranked => self.ranked,
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
    /// How the search found them.
    pub spelling: Spelling,
    /// How many there are of each kind, whatever is searched and filtered.
    pub counts: Counts,
}

/// Chance of matching at a program, 0 to 1: the value without the worth.
#[must_use]
pub fn match_chance(ranked: &Ranked) -> f64 {
    if ranked.t > 0.0 {
        ranked.value / ranked.t
    } else {
        ranked.p_interview.mid * ranked.p_match_given_interview.mid
    }
}
