//! What a person sees. Rendering is pure: no clock, no storage, no network; effects live in
//! [`app`] and in [`crate::browser`].

pub mod answers;
pub mod app;
pub mod frame;
pub mod kit;
pub mod pack;
pub mod preferences;
pub mod profile;
pub mod programs;
pub mod route;
pub mod start;
pub mod store;
pub mod trust;
