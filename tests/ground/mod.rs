//! The real catalog and model, loaded once for a test binary, through the pack as everywhere.

use std::sync::LazyLock;

use smart_pick::engine::catalog::Catalog;
use smart_pick::engine::model::Model;
use smart_pick::interchange::Ground;
use smart_pick::pack;

static LOADED: LazyLock<(Catalog, Option<Model>, String)> = LazyLock::new(|| {
    let packs = pack::source::embedded_packs().expect("the data files make packs");
    let (catalog, model) = pack::decode(&packs.core).expect("the pack decodes");
    let identity = pack::identity(&packs.core).unwrap_or_default();
    let details = pack::decode_details(&packs.details, &catalog, &identity);
    catalog
        .add_details(details.expect("the second pack decodes"))
        .expect("it fits the first");
    (catalog, model, identity)
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
