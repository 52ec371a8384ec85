//! What this release knows, as the browser gets it.

use engine::catalog::Catalog;
use engine::model::Model;

/// Catalog with its details, model, and the identity of the pack that they come from.
#[derive(Clone, Debug)]
pub struct Release {
    /// The programs, with what only pages tell.
    pub catalog: Catalog,
    /// The odds; `None` where the pack was made without the data that they need.
    pub model: Option<Model>,
    /// The identity of the pack.
    pub pack: String,
}

impl Release {
    /// The files as they were when this program was built, through the pack, so that every value is the
    /// one that the browser gets.
    ///
    /// # Errors
    /// As [`embedded_packs`](crate::embedded_packs); a test shows that it does not happen for the files
    /// of this release.
    pub fn embedded() -> Result<Release, String> {
        let unread = |error: pack::PackError| error.to_string();
        let packs = crate::embedded_packs()?;
        let (catalog, model) = pack::decode(&packs.core).map_err(unread)?;
        let pack = pack::identity(&packs.core).unwrap_or_default();
        let details = pack::decode_details(&packs.details, &catalog, &pack).map_err(unread)?;
        let added = catalog.add_details(details);
        added.map_err(|error| error.to_string())?;
        Ok(Release {
            catalog,
            model,
            pack,
        })
    }
}
