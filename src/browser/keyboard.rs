//! Keys that work wherever the visitor is on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Calls back when the visitor asks for the search: Ctrl K or Cmd K anywhere, `/` outside of boxes
/// to type in. Until the listener is dropped.
pub fn on_search(callback: impl Fn() + 'static) -> EventListener {
    let document = gloo::utils::document();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        if event
            .dyn_ref::<KeyboardEvent>()
            .is_some_and(asks_for_search)
        {
            event.prevent_default();
            callback();
        }
    })
}

fn asks_for_search(event: &KeyboardEvent) -> bool {
    let with_command = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "k" | "K" => with_command && !event.alt_key() && !event.shift_key(),
        "/" => !with_command && !event.alt_key() && !is_typing(event),
        _ => false,
    }
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let boxes = "input, textarea, select, [contenteditable]";
    target.is_some_and(|element| element.closest(boxes).ok().flatten().is_some())
}
