//! The data pack as the app holds it: arriving, failed with its reason, or ready.

use engine::catalog::Catalog;
use engine::model::Model;
use engine::search::ProgramSearch;

/// Something that arrives later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Load<T> {
    /// On its way.
    #[default]
    Loading,
    /// Did not arrive, and why.
    Failed(LoadFailure),
    /// Here.
    Ready(T),
}

impl<T> Load<T> {
    /// The value, once it is here.
    #[must_use]
    pub fn ready(&self) -> Option<&T> {
        match self {
            Load::Ready(value) => Some(value),
            Load::Loading | Load::Failed(_) => None,
        }
    }
}

/// Why the data pack is not here. Each has its own page with the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadFailure {
    /// It could not be fetched; the browser's word for it.
    Unreachable(Box<str>),
    /// It arrived broken; what was found.
    Damaged(Box<str>),
    /// It was made for another version of the app, nearly always a newer one.
    Newer,
}

/// What one data pack carries.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The programs.
    pub catalog: Catalog,
    /// The odds; `None` in a pack made without NRMP data.
    pub model: Option<Model>,
    /// The identity of the pack that both come from.
    pub pack: Box<str>,
    /// The search over the programs.
    pub search: ProgramSearch,
}

impl Loaded {
    /// What a pack with an identity carries.
    #[must_use]
    pub fn new(catalog: Catalog, model: Option<Model>, pack: &str) -> Loaded {
        Loaded {
            catalog,
            model,
            pack: pack.into(),
            search: ProgramSearch::default(),
        }
    }
}

/// One loading equals only itself, so that comparing states never compares catalogs.
impl PartialEq for Loaded {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Loaded {}
