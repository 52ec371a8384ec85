//! The address of the page: read, changed without loading the document, and followed.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MouseEvent};

/// What the browser fires when the visitor goes back or forward.
const CHANGE: &str = "popstate";

/// Whether the document is a copy of the app in a single file, opened without a server. There the
/// part of the address behind `#` names the page, since no server would answer to another path.
#[must_use]
pub fn is_single_file() -> bool {
    let root = gloo::utils::document().document_element();
    root.is_some_and(|root| root.has_attribute("data-single-file"))
}

/// What every address of the app begins with: empty unless the site lies below its host's
/// root, which the document names in its `base` element, and `#` in a single file.
#[must_use]
pub fn base() -> String {
    if is_single_file() {
        return "#".to_owned();
    }
    let base = gloo::utils::document().base_uri().ok().flatten();
    let path = base.and_then(|base| Some(web_sys::Url::new(&base).ok()?.pathname()));
    path.as_deref()
        .and_then(|path| path.rsplit_once('/'))
        .map(|(before, _)| before.to_owned())
        .unwrap_or_default()
}

/// The path of the page on show with the part from `#` on, if there is one.
#[must_use]
pub fn here() -> String {
    let location = gloo::utils::window().location();
    // A browser that does not say where it is shows the first page.
    let fragment = location.hash().unwrap_or_default();
    if is_single_file() {
        return Some(fragment)
            .filter(|fragment| !fragment.is_empty())
            .unwrap_or_else(|| "#/".to_owned());
    }
    let mut here = location.pathname().unwrap_or_default();
    here.push_str(&fragment);
    here
}

/// The named parts of the address of the page on show, in their order; none in a single file, whose pages
/// stand behind `#`.
#[must_use]
pub fn parts() -> Vec<(String, String)> {
    let search = gloo::utils::window().location().search();
    let search = search.ok().filter(|_| !is_single_file());
    let parts = search.and_then(|search| web_sys::UrlSearchParams::new_with_str(&search).ok());
    let Some(parts) = parts else {
        return Vec::new();
    };
    let pairs = js_sys::Array::from(parts.unchecked_ref::<JsValue>());
    let text = |pair: &js_sys::Array, at: u32| pair.get(at).as_string().unwrap_or_default();
    pairs
        .iter()
        .filter_map(|pair| pair.dyn_into::<js_sys::Array>().ok())
        .map(|pair| (text(&pair, 0), text(&pair, 1)))
        .collect()
}

/// Writes named parts into the address of the page on show, without a step to go back to.
pub fn set_parts(pairs: &[(&'static str, String)]) {
    if is_single_file() {
        return;
    }
    let Ok(parts) = web_sys::UrlSearchParams::new() else {
        return;
    };
    for (name, value) in pairs {
        parts.append(name, value);
    }
    let window = gloo::utils::window();
    let location = window.location();
    let search = String::from(parts.to_string());
    let mut address = location.pathname().unwrap_or_default();
    if !search.is_empty() {
        address.push('?');
        address.push_str(&search);
    }
    address.push_str(&location.hash().unwrap_or_default());
    // A browser that refuses leaves the address as it is.
    let _ = window.history().and_then(|history| {
        let state = history.state()?;
        history.replace_state_with_url(&state, "", Some(&address))
    });
}

/// The scheme and host of the site; `None` in a single file, which others cannot be sent to.
#[must_use]
pub fn site() -> Option<String> {
    (!is_single_file())
        .then(|| gloo::utils::window().location().origin().ok())
        .flatten()
}

/// Takes what follows the page, from `#` on, out of the address, without a step to go back to.
pub fn forget_fragment() {
    let window = gloo::utils::window();
    let here = here();
    // The page of a single file begins with `#` itself.
    let end = here.char_indices().skip(1).find(|(_, c)| *c == '#');
    let path = end.and_then(|(end, _)| here.get(..end)).unwrap_or(&here);
    // A browser that refuses leaves the address as it is.
    let _ = window
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(path)))
        // So that the same address opened again is a change again.
        .and_then(|()| window.dispatch_event(&Event::new(CHANGE)?));
}

/// The words that [`go`] kept with the page on show.
#[must_use]
pub fn kept() -> Option<String> {
    gloo::utils::window()
        .history()
        .ok()?
        .state()
        .ok()?
        .as_string()
}

/// Changes the address and keeps words with it; the visitor can go back from there.
pub fn go(address: &str, kept: Option<&str>) {
    let window = gloo::utils::window();
    let kept = kept.map_or(JsValue::NULL, JsValue::from_str);
    // A browser that refuses leaves the visitor on the page on show.
    let _ = window
        .history()
        .and_then(|history| history.push_state_with_url(&kept, "", Some(address)))
        // The browser tells of its own changes only.
        .and_then(|()| window.dispatch_event(&Event::new(CHANGE)?));
}

/// Calls back when the address has changed, until the listener is dropped.
pub fn on_change(callback: impl Fn() + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), CHANGE, move |_| callback())
}

/// Calls back with the address of a link that was clicked, as the link spells it, until the
/// listener is dropped. Where `follow` says that it went there, the browser does not.
pub fn on_link(follow: impl Fn(&str) -> bool + 'static) -> EventListener {
    let document = gloo::utils::document();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", options, move |event| {
        if plainly_clicked(event).is_some_and(|href| follow(&href)) {
            event.prevent_default();
        }
    })
}

/// Calls back with the name of a term of the glossary whose word was pressed, until the listener is
/// dropped; where `explain` says that it explains it, nothing else follows the link.
pub fn on_term(explain: impl Fn(String) -> bool + 'static) -> EventListener {
    let document = gloo::utils::document();
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(&document, "click", options, move |event| {
        let is_plain = plainly_clicked(event).is_some();
        let pressed = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let word = pressed.and_then(|element| element.closest("[data-term]").ok().flatten());
        let term = word.and_then(|word| word.get_attribute("data-term"));
        if is_plain && term.is_some_and(&explain) {
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

/// None where a key held down asks for a new tab or a download, where the link has a window of
/// its own, and where somebody else has followed it.
fn plainly_clicked(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let modified = click.meta_key() || click.ctrl_key() || click.shift_key() || click.alt_key();
    if modified || click.default_prevented() {
        return None;
    }
    let pressed = click.target()?.dyn_into::<Element>().ok()?;
    let link = pressed.closest("a[href]:not([target])").ok()??;
    link.get_attribute("href")
}
