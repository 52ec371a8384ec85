//! The real catalog and model, loaded once for a test binary, through the pack as everywhere.

use std::sync::LazyLock;

use smart_pick::engine::catalog::Catalog;
use smart_pick::engine::model::Model;
use smart_pick::interchange::Ground;
use smart_pick::pack;

static LOADED: LazyLock<(Catalog, Option<Model>, String)> = LazyLock::new(|| {
    let bytes = pack::source::embedded_pack().expect("the data files make a pack");
    let (catalog, model) = pack::decode(&bytes).expect("the pack decodes");
    (catalog, model, pack::identity(&bytes).unwrap_or_default())
});

/// What the headless binary carries.
pub(crate) fn ground() -> Ground<'static> {
    let (catalog, model, pack) = &*LOADED;
    Ground {
        catalog,
        model: model.as_ref(),
        pack,
    }
}
