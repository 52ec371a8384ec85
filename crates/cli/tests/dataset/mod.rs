//! The real catalog and model, loaded once for a test binary, through the pack as everywhere.

use std::sync::LazyLock;

use cli::Dataset;
use data::Release;

static RELEASE: LazyLock<Release> =
    LazyLock::new(|| Release::embedded().expect("the data files make packs that read"));

/// What the headless binary carries.
pub(crate) fn embedded() -> Dataset<'static> {
    Dataset::from(&*RELEASE)
}
