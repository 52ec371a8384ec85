//! What the app fetches after its first download, and the words for when it is not here.

pub(crate) mod details;
pub mod file;
pub mod fragment;
pub(crate) mod pack;
