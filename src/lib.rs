//! Smart Pick ranks US residency programs for one applicant, in the browser, and explains
//! every number. This page is the map of the house.
//!
//! # The rooms
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`engine`] | the words, the facts, the gates, the odds, the ranking: pure and total |
//! | [`pack`] | the binary data pack that carries catalog and model to the browser |
//! | [`interchange`] | the headless JSON: a question in, a ranking out |
//! | `state` | everything the app knows, and the one function that changes it |
//! | `browser` | every effect: fetch, storage, files, clipboard, print |
//! | `ui` | what a person sees |
//! | `fit` | published tables to `src/data/model.json` |
//!
//! Direction: engine <- pack, fit, interchange, state <- browser, ui <- main. Nothing points back.

#[cfg(feature = "ui")]
pub mod browser;
pub mod engine;
#[cfg(feature = "cli")]
pub mod fit;
pub mod interchange;
pub mod pack;
pub mod state;
#[cfg(feature = "ui")]
pub mod ui;
