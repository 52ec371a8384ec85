//! Every effect on the browser. Nothing here decides anything; everything that can fail says so.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod compression;
pub mod embed;
pub mod fetch;
pub mod files;
pub mod keyboard;
pub mod offline;
pub mod page;
pub mod panic;
pub mod print;
pub mod recorder;
pub mod storage;

use std::fmt;

use wasm_bindgen::JsValue;

/// What the browser refused, and its own word for why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What was asked, as it follows "could not": "fetch the data".
    pub doing: &'static str,
    /// The browser's word.
    pub detail: Box<str>,
}

impl Error {
    fn new(doing: &'static str, cause: &JsValue) -> Self {
        let said = js_sys::Object::from(cause.clone()).to_string();
        Error {
            doing,
            detail: String::from(said).into(),
        }
    }

    fn because(doing: &'static str, detail: impl Into<Box<str>>) -> Self {
        Error {
            doing,
            detail: detail.into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "could not {}: {}", self.doing, self.detail)
    }
}

impl std::error::Error for Error {}
