//! Effects in a real browser: storage, and where the focus goes.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

use smart_pick::browser::page;
use smart_pick::browser::storage::{self, Device};
use state::keeping::Store;
use state::questions::CITIZENSHIP;
use state::save::{FORMAT, Stamp};
use state::{Action, State, save};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn local_storage() -> web_sys::Storage {
    gloo::utils::window().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn work_comes_back_from_the_device_as_it_was() {
    local_storage().clear().unwrap();
    assert_eq!(Device.get(FORMAT), Ok(None));
    let mut state = State::default();
    let edit = CITIZENSHIP.typed("Türkiye “quoted”\n".into());
    state.apply(Action::Answer(edit));
    let stamp = Stamp {
        revision: 3,
        mark: storage::mark(),
    };
    let written = save::write(&state.work, stamp);
    Device.set(FORMAT, &written).unwrap();
    let opened = save::read(&Device.get(FORMAT).unwrap().unwrap()).unwrap();
    assert_eq!((opened.work, opened.stamp), (state.work, stamp));
    Device.remove(FORMAT).unwrap();
    assert_eq!(Device.get(FORMAT), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_store_is_an_error_and_keeps_what_it_had() {
    local_storage().clear().unwrap();
    Device.set(FORMAT, "small").unwrap();
    let refused = Device.set(FORMAT, &"x".repeat(12_000_000)).unwrap_err();
    assert!(refused.contains("could not keep the answers"));
    assert_eq!(Device.get(FORMAT), Ok(Some("small".into())));
    local_storage().clear().unwrap();
}

/// Resolves once `storage::alone` has acted.
fn acted() -> js_sys::Promise {
    js_sys::Promise::new(&mut |done, _| {
        storage::alone(move || drop(done.call0(&wasm_bindgen::JsValue::NULL)));
    })
}

#[wasm_bindgen_test]
async fn a_save_has_the_lock_and_does_not_wait_for_ever_for_it() {
    JsFuture::from(acted()).await.unwrap();
    // Another tab holds it and never lets go.
    let hold = "navigator.locks.request('smart-pick/1', () => new Promise(() => {})); 0";
    js_sys::eval(hold).unwrap();
    JsFuture::from(acted()).await.unwrap();
}

#[wasm_bindgen_test]
fn the_focus_goes_to_a_control_and_unfolds_its_group() {
    let document = gloo::utils::document();
    let group = document.create_element("details").unwrap();
    group.set_inner_html("<summary>Group</summary><input id=\"inside\">");
    gloo::utils::body().append_child(&group).unwrap();
    page::focus("inside");
    assert!(group.has_attribute("open"));
    let focused = document.active_element().map(|element| element.id());
    assert_eq!(focused.as_deref(), Some("inside"));
    page::focus("nowhere");
    group.remove();
}

#[wasm_bindgen_test]
fn today_is_a_day_of_this_century() {
    let today = smart_pick::browser::clock::today().unwrap();
    assert!(today.year() > 2024);
}
