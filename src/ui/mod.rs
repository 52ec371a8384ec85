//! What a person sees. Rendering is pure: no clock, no storage, no network; effects live in
//! [`app`] and in [`crate::browser`].

pub mod answers;
pub mod app;
mod details;
mod embed;
pub mod file;
mod form;
pub mod fragment;
pub mod frame;
mod guide;
pub mod keep;
mod kept;
pub mod kit;
mod lazy;
pub mod link;
mod live;
mod my_list;
mod offline;
mod overlay;
pub mod pack;
mod partners;
mod pieces;
pub mod preferences;
pub mod profile;
pub mod programs;
mod questions;
mod rested;
pub mod route;
mod sections;
pub mod start;
pub mod store;
pub mod terms;
mod tile_map;
mod tools;
pub mod trust;
pub mod visit;
