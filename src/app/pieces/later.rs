//! What is drawn as soon as its piece is here.

use std::rc::Rc;

use yew::prelude::*;

use super::{ListFiles, Piece, Ranking, Solver};
use crate::app::lazy::Lazy;
use crate::rooms::my_list::ListParts;
use crate::rooms::programs::DrawTable;
use crate::routing::location::Location;
use crate::store::World;
use state::Loaded;
use state::lists::report::Report;

/// What comes in a piece of its own, and what it is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Later {
    /// A page of a piece with rooms.
    Room(Piece, Location),
    /// The whole ranking.
    Table(Rc<Loaded>),
    /// The search for the best list.
    Optimise(Rc<Loaded>),
    /// A list from elsewhere.
    Import(Rc<Loaded>),
    /// The list as text and file.
    Export(Rc<Loaded>, Rc<Report>),
}

impl Later {
    /// Its piece.
    pub(crate) fn piece(&self) -> Piece {
        match self {
            Later::Room(piece, _) => *piece,
            Later::Table(_) => Piece::Ranking,
            Later::Optimise(_) => Piece::Solver,
            Later::Import(_) | Later::Export(..) => Piece::ListFiles,
        }
    }

    /// As it is drawn, once its piece is here.
    pub(crate) fn draw(&self, world: &World) -> Option<Html> {
        Some(match self {
            Later::Room(piece, location) => (piece.rooms()?)(location, world),
            Later::Table(loaded) => (Ranking::here()?)(loaded.clone()),
            Later::Optimise(loaded) => (Solver::here()?.optimise)(loaded.clone()),
            Later::Import(loaded) => (ListFiles::here()?.import)(loaded.clone()),
            Later::Export(loaded, report) => {
                (ListFiles::here()?.export)(loaded.clone(), report.clone())
            }
        })
    }
}

/// The whole ranking, where the programs' room has it.
pub(super) const PROGRAM_TABLE: DrawTable = |loaded| html! { <Lazy what={Later::Table(loaded)} /> };

/// The parts of the list's room, where it has them.
pub(super) const PARTS: ListParts = ListParts {
    optimise: |loaded| html! { <Lazy what={Later::Optimise(loaded)} /> },
    import: |loaded| html! { <Lazy what={Later::Import(loaded)} /> },
    export: |loaded, report| html! { <Lazy what={Later::Export(loaded, report)} /> },
};
