//! The pages, a folder each. Rendering is pure: no clock, no storage, no network; effects live in
//! [`crate::app`] and in [`crate::browser`].

pub mod answers;
mod cells;
mod copying;
pub mod embed;
pub mod glossary_terms;
pub mod guide;
pub mod headline;
pub mod my_list;
pub mod overlay;
pub mod partners;
pub mod preferences;
pub mod profile;
pub mod programs;
mod published_scores;
pub mod questions;
pub mod start;
pub mod tile_map;
pub mod tools;
pub mod trust;
pub mod words;
