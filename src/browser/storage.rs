//! The visitor's work on this device. Storage may be full, forbidden, partitioned or deleted,
//! so that every step can fail and says so.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

use super::Error;
use crate::state::save::FORMAT;

/// Where work goes that could not be read, so that nothing overwrites it.
const ASIDE: &str = "smart-pick/unreadable";

fn storage() -> Result<Storage, Error> {
    let doing = "reach this browser's storage";
    gloo::utils::window()
        .local_storage()
        .map_err(|cause| Error::new(doing, &cause))?
        .ok_or_else(|| Error::because(doing, "the browser offers none"))
}

/// The work kept on this device; `None` if there is none.
///
/// # Errors
/// The browser's word where it forbids storage.
pub fn read() -> Result<Option<String>, Error> {
    storage()?
        .get_item(FORMAT)
        .map_err(|cause| Error::new("read the kept answers", &cause))
}

/// Keeps the work on this device.
///
/// # Errors
/// The browser's word where storage is full or forbidden.
pub fn write(text: &str) -> Result<(), Error> {
    put(FORMAT, text)
}

/// Puts work aside that could not be read.
///
/// # Errors
/// The browser's word where storage is full or forbidden.
pub fn put_aside(text: &str) -> Result<(), Error> {
    put(ASIDE, text)
}

fn put(key: &str, text: &str) -> Result<(), Error> {
    storage()?
        .set_item(key, text)
        .map_err(|cause| Error::new("keep the answers on this device", &cause))
}

/// Calls back with the work that another tab kept, until the listener is dropped.
pub fn on_other_tab(callback: impl Fn(String) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        let news = event
            .dyn_ref::<StorageEvent>()
            .filter(|event| event.key().as_deref() == Some(FORMAT))
            .and_then(StorageEvent::new_value);
        if let Some(text) = news {
            callback(text);
        }
    })
}

/// Calls back when the page is about to go, until the listener is dropped.
pub fn on_leave(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "pagehide", move |_| callback())
}
