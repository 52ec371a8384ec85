//! Links between the pages of the app. They are plain anchors; one listener on the document
//! follows them without loading the document again.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use super::route::Route;
use super::visit::Visit;

/// A link to a page of the app; no class if it is empty.
#[must_use]
pub fn link(to: &Route, class: &'static str, words: &str) -> Html {
    anchor(&Visit::to(to.clone()), class, html! { words })
}

/// A link around what it says.
pub(super) fn anchor(to: &Visit, class: &'static str, content: Html) -> Html {
    current(to, class, false, content)
}

/// The same, marked where it leads to the page on show.
pub(super) fn current(to: &Visit, class: &'static str, is_current: bool, content: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! {
        <a href={to.address()} {class} aria-current={is_current.then_some("page")}>{ content }</a>
    }
}

/// Follows the links of the app, wherever in the document they are.
#[hook]
pub(super) fn use_links() {
    use_effect_with((), |()| {
        let listener = EventListener::new_with_options(
            &gloo::utils::document(),
            "click",
            EventListenerOptions::enable_prevent_default(),
            follow,
        );
        move || drop(listener)
    });
}

/// Leaves to the browser what is no plain click on a link of the app: a key held down asks for
/// a new tab or a download, and an address that is no page may be a file.
fn follow(event: &Event) {
    let Some(event) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if modified || event.default_prevented() {
        return;
    }
    let pressed = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let link = pressed.and_then(|e| e.closest("a[href]:not([target])").ok().flatten());
    let visit = link
        .and_then(|link| link.get_attribute("href"))
        .and_then(|href| Visit::of(&href))
        .filter(|visit| visit.route != Route::NotFound);
    if let Some(visit) = visit {
        event.prevent_default();
        visit.go();
    }
}
