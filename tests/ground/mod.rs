//! The real catalog and model, loaded once for a test binary.

use std::sync::LazyLock;

use smart_pick::engine::catalog::{Catalog, CatalogParts};
use smart_pick::engine::model::Model;
use smart_pick::interchange::Ground;

static LOADED: LazyLock<(Catalog, Option<Model>)> = LazyLock::new(|| {
    let catalog = Catalog::new(CatalogParts::default()).expect("the rows make a catalog");
    (catalog, None)
});

/// What the headless binary carries.
pub fn ground() -> Ground<'static> {
    let (catalog, model) = &*LOADED;
    Ground {
        catalog,
        model: model.as_ref(),
        pack: "test",
    }
}
