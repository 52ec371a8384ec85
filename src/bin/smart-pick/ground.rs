//! The facts and odds that are built into the binary.

use smart_pick::engine::catalog::{Catalog, CatalogParts};
use smart_pick::engine::model::Model;
use smart_pick::interchange::Ground;

use crate::Failure;

/// Catalog and model, loaded once a run.
#[derive(Debug)]
pub(crate) struct Loaded {
    catalog: Catalog,
    model: Option<Model>,
    pack: String,
}

impl Loaded {
    /// What the binary carries.
    pub(crate) fn embedded() -> Result<Self, Failure> {
        let catalog = Catalog::new(CatalogParts::default())
            .map_err(|error| Failure::Fault(format!("data: {error}")))?;
        Ok(Loaded {
            catalog,
            model: None,
            pack: "none".to_owned(),
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
