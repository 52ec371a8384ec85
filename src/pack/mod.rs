//! The data pack: one file that carries the catalog and the model to the browser.

pub mod wire;
