//! The service worker, which keeps the site on the device: registered, watched, told to take over.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

use super::{address, page};

/// What the worker has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// The whole site is on the device, for the first time.
    Ready,
    /// A newer release is here and waits.
    Waiting,
    /// A newer release has taken over.
    Changed,
}

/// Asks the browser to keep the site, and calls back with news for as long as the page lives.
/// Within a frame of another page nothing is kept; a browser without workers goes on as before.
pub async fn keep(tell: impl Fn(News) + Clone + 'static) {
    // Where a browser refuses, the site works while there is a network, which is what it can do.
    let _ = register(tell).await;
}

async fn register(tell: impl Fn(News) + Clone + 'static) -> Result<(), JsValue> {
    let Some(workers) = container() else {
        return Ok(());
    };
    let base = format!("{}/", address::base());
    let options = RegistrationOptions::new();
    options.set_scope(&base);
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let promise = workers.register_with_options(&format!("{base}sw.js"), &options);
    let registration: ServiceWorkerRegistration = JsFuture::from(promise).await?.dyn_into()?;
    // Whether a release was on the device before: then another one is news.
    let had_one = workers.controller().is_some() || registration.active().is_some();
    let had_one = Rc::new(Cell::new(had_one));
    watch_changes(&workers, had_one.clone(), tell.clone());
    if registration.waiting().is_some() && had_one.get() {
        tell(News::Waiting);
    }
    if let Some(installing) = registration.installing() {
        watch(&installing, had_one.get(), tell.clone());
    }
    let found = {
        let registration = registration.clone();
        Closure::<dyn FnMut()>::new(move || {
            if let Some(found) = registration.installing().or_else(|| registration.waiting()) {
                watch(&found, had_one.get(), tell.clone());
            }
        })
    };
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    // It listens as long as the page lives.
    found.forget();
    Ok(())
}

/// The browser's workers; none within a frame or a single file, or where the browser has none.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = gloo::utils::window().navigator();
    let has = Reflect::has(&navigator, &JsValue::from_str("serviceWorker")).unwrap_or(false);
    (has && !page::is_framed() && !address::is_single_file()).then(|| navigator.service_worker())
}

fn watch(worker: &ServiceWorker, is_update: bool, tell: impl Fn(News) + 'static) {
    let watched = worker.clone();
    let look = move || match (watched.state(), is_update) {
        (ServiceWorkerState::Installed, true) => tell(News::Waiting),
        (ServiceWorkerState::Activated, false) => tell(News::Ready),
        _ => {}
    };
    // It may have come so far before anybody looked.
    look();
    let changed = Closure::<dyn FnMut()>::new(look);
    worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// The first worker of all takes over as well, which changes nothing.
fn watch_changes(
    workers: &ServiceWorkerContainer,
    had_one: Rc<Cell<bool>>,
    tell: impl Fn(News) + 'static,
) {
    let changed = Closure::<dyn FnMut()>::new(move || {
        if had_one.replace(true) {
            tell(News::Changed);
        }
    });
    workers.set_oncontrollerchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// Tells the newer release that waits to take over; [`News::Changed`] follows.
pub async fn take_over() {
    let Some(workers) = container() else {
        return;
    };
    let base = format!("{}/", address::base());
    let found = JsFuture::from(workers.get_registration_with_document_url(&base)).await;
    let registration = found
        .ok()
        .and_then(|r| r.dyn_into::<ServiceWorkerRegistration>().ok());
    if let Some(waiting) = registration.and_then(|registration| registration.waiting()) {
        // A worker that cannot be told waits until every page of the site is closed.
        let _ = waiting.post_message(&JsValue::from_str("use-now"));
    }
}
