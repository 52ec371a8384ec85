//! The facts and odds that are built into the binary.

use smart_pick::engine::catalog::Catalog;
use smart_pick::engine::model::Model;
use smart_pick::interchange::Ground;
use smart_pick::pack;

use crate::Failure;

/// Catalog and model, loaded once a run.
#[derive(Debug)]
pub(crate) struct Loaded {
    catalog: Catalog,
    model: Option<Model>,
    pack: String,
}

impl Loaded {
    /// What the binary carries. It goes through the pack, so that every value is the one that
    /// the browser gets.
    pub(crate) fn embedded() -> Result<Self, Failure> {
        let fault = |error: String| Failure::Fault(format!("data: {error}"));
        let unread = |error: pack::PackError| fault(error.to_string());
        let packs = pack::source::embedded_packs().map_err(fault)?;
        let (catalog, model) = pack::decode(&packs.core).map_err(unread)?;
        let pack = pack::identity(&packs.core).unwrap_or_default();
        let details = pack::decode_details(&packs.details, &catalog, &pack).map_err(unread)?;
        let added = catalog.add_details(details);
        added.map_err(|error| fault(error.to_string()))?;
        Ok(Loaded {
            catalog,
            model,
            pack,
        })
    }

    /// The ground that an answer rests on.
    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground {
            catalog: &self.catalog,
            model: self.model.as_ref(),
            pack: &self.pack,
        }
    }
}
