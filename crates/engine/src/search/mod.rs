//! The search for programs: as typed first, else as lists are read.
//!
//! It finds; it does not filter by facts and does not know the ranking. Every typed word that names
//! something must begin a word of the program ([`SearchIndex`]). Only if that finds nothing, programs
//! are sought as lists are read ([`crate::linkage`]): with typing errors, abbreviations, official
//! names, numbers. That reading is not in the first download, and is used once it is here
//! ([`ProgramSearch::forgive`]).

use std::cell::{Cell, OnceCell};

pub use super::text_index::{Hit, Matches, SearchIndex, Spelling};

use super::text_index::Building;
use crate::catalog::{Catalog, ProgramIndex};
use crate::linkage::{Linkage, Linker, LinkerBuilding};

/// What finds programs where nothing is as typed.
type Forgiving = fn(&ProgramSearch, &Catalog, &str, &dyn Fn(ProgramIndex) -> bool) -> Matches;

/// The search over the programs of one catalog; each part of it is made when first needed.
#[derive(Clone, Debug, Default)]
pub struct ProgramSearch {
    index: OnceCell<SearchIndex>,
    linker: OnceCell<Linker>,
    forgiving: Cell<Option<Forgiving>>,
}

impl ProgramSearch {
    /// The text index. The first call makes it, which takes some milliseconds.
    pub fn text_index(&self, catalog: &Catalog) -> &SearchIndex {
        self.index.get_or_init(|| SearchIndex::new(catalog))
    }

    /// Programs among those that `within` admits that carry every typed word; where none does, and
    /// once the search may be forgiving, those whose names come closest.
    #[must_use]
    pub fn search(
        &self,
        catalog: &Catalog,
        query: &str,
        within: impl Fn(ProgramIndex) -> bool,
    ) -> Matches {
        let hits = self.text_index(catalog).as_typed(query, &within);
        match self.forgiving.get() {
            Some(forgiving) if hits.is_empty() => forgiving(self, catalog, query, &within),
            _ => Matches {
                hits,
                spelling: Spelling::AsTyped,
            },
        }
    }

    /// From now on, names are also sought as lists are read. Called by what is not in the first
    /// download: nothing else leads to that reading.
    pub fn forgive(&self) {
        self.forgiving.set(Some(|search, catalog, query, within| {
            search.linkage(catalog).search(query, within)
        }));
    }

    /// What [`Self::linkage`] needs, made step by step.
    #[must_use]
    pub fn preparing<'a>(&'a self, catalog: &'a Catalog) -> Preparing<'a> {
        Preparing {
            search: self,
            catalog,
            index: Building::default(),
            linker: None,
        }
    }

    /// What reads names as lists write them. The first call takes some milliseconds.
    #[must_use]
    pub fn linkage<'a>(&'a self, catalog: &'a Catalog) -> Linkage<'a> {
        let index = self.text_index(catalog);
        let linker = self.linker.get_or_init(|| Linker::new(catalog, index));
        Linkage::new(catalog, index, linker)
    }
}

/// The parts of a search on their way, so that no task is long.
#[derive(Debug)]
pub struct Preparing<'a> {
    search: &'a ProgramSearch,
    catalog: &'a Catalog,
    index: Building,
    linker: Option<LinkerBuilding>,
}

impl Preparing<'_> {
    /// Does some milliseconds of the work; false once nothing is left.
    pub fn step(&mut self) -> bool {
        let Preparing {
            search, catalog, ..
        } = *self;
        let Some(index) = search.index.get() else {
            if !self.index.step(catalog) {
                let made = std::mem::take(&mut self.index).finish(catalog);
                // It cannot be there already: nothing else ran.
                let _ = search.index.set(made);
            }
            return true;
        };
        if search.linker.get().is_some() {
            return false;
        }
        let linker = self
            .linker
            .get_or_insert_with(|| LinkerBuilding::new(catalog));
        if !linker.step(catalog, index)
            && let Some(made) = self.linker.take()
        {
            let _ = search.linker.set(made.finish(catalog));
        }
        true
    }
}

#[cfg(test)]
mod tests;
