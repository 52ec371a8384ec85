//! The visitor's work on this device. Storage may be full, forbidden, partitioned or deleted,
//! so that every step can fail and says so.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Storage, StorageEvent};

use super::Error;
use state::persist::save::FORMAT;
use state::persist::sync::Store;

#[wasm_bindgen]
extern "C" {
    // Where a page has no locks the name itself is missing, which is an error too.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "locks"], js_name = request)]
    fn request_lock(name: &str, held: &JsValue) -> Result<Promise, JsValue>;
}

/// Milliseconds after which a save no longer waits for other tabs: one of them may hang.
const PATIENCE: u32 = 250;

/// This browser's storage for our origin.
#[derive(Clone, Copy, Debug)]
pub struct Device;

const READING: &str = "read the kept answers";
const KEEPING: &str = "keep the answers on this device";
const DELETING: &str = "delete the kept answers";

impl Store for Device {
    fn get(&self, key: &str) -> Result<Option<String>, String> {
        let text = storage(READING)?.get_item(key);
        text.map_err(|cause| said(READING, &cause))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), String> {
        let done = storage(KEEPING)?.set_item(key, text);
        done.map_err(|cause| said(KEEPING, &cause))
    }

    fn remove(&self, key: &str) -> Result<(), String> {
        let done = storage(DELETING)?.remove_item(key);
        done.map_err(|cause| said(DELETING, &cause))
    }
}

fn storage(doing: &'static str) -> Result<Storage, String> {
    match gloo::utils::window().local_storage() {
        Ok(Some(storage)) => Ok(storage),
        Ok(None) => Err(said(doing, &"the browser offers no storage".into())),
        Err(cause) => Err(said(doing, &cause)),
    }
}

fn said(doing: &'static str, cause: &JsValue) -> String {
    Error::new(doing, cause).to_string()
}

/// A number drawn at random, by which two saves differ.
#[must_use]
pub fn mark() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// Acts while no other tab of ours does; at the latest after `PATIENCE`, as where the browser has no
/// locks.
pub fn alone(act: impl FnOnce() + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let once = move || {
        if let Some(act) = act.take() {
            act();
        }
    };
    Timeout::new(PATIENCE, once.clone()).forget();
    let held = Closure::once_into_js(move |_: JsValue| once());
    if let Ok(released) = request_lock(FORMAT, &held) {
        // A page that may not lock refuses here, and acts late.
        spawn_local(async move { drop(JsFuture::from(released).await) });
    }
}

/// Calls back when another tab has changed the kept work, until the listener is dropped.
pub fn on_other_tab(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        if event.is_some_and(|event| event.key().as_deref() == Some(FORMAT)) {
            callback();
        }
    })
}

/// Calls back when the page is about to go, until the listener is dropped.
pub fn on_leave(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "pagehide", move |_| callback())
}
