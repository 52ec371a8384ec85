//! Everything the app knows, and what changes it.

pub mod export;
pub mod shelf;
