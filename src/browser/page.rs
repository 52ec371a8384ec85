//! The document as a whole: its title, its focus, its place.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The id of every page's heading.
const HEADING: &str = "page-title";

thread_local! {
    /// The article that the document came with, by its name.
    static PAINTED: RefCell<Option<(String, String)>> = const { RefCell::new(None) };
}

/// The element that holds the app: the one with this id, or the whole body.
#[must_use]
pub fn root(id: &str) -> web_sys::Element {
    let root = gloo::utils::document().get_element_by_id(id);
    root.unwrap_or_else(|| gloo::utils::body().into())
}

/// Takes up what the document came with, before the app replaces it.
pub fn keep_painted() {
    let article = gloo::utils::document().query_selector("[data-article]");
    let Ok(Some(article)) = article else {
        return;
    };
    if let Some(name) = article.get_attribute("data-article") {
        PAINTED.set(Some((name, article.inner_html())));
    }
}

/// The article of this name as the document came with it.
#[must_use]
pub fn painted(name: &str) -> Option<String> {
    PAINTED.with_borrow(|painted| {
        let kept = painted.as_ref().filter(|(of, _)| of == name);
        kept.map(|(_, content)| content.clone())
    })
}

/// Whether the document stands in a frame of another.
#[must_use]
pub fn is_framed() -> bool {
    let window = gloo::utils::window();
    let top = window.top().ok().flatten();
    top.is_none_or(|top| *top != *window)
}

/// Whether there is room for something beside the page's column; not where the browser does not say.
#[must_use]
pub fn is_wide() -> bool {
    /// CSS pixels, as the style sheet has it.
    const WIDE: f64 = 1024.0;
    let width = gloo::utils::window().inner_width().ok();
    width
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width >= WIDE)
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// Moves the focus to the element with an id and brings it into view; nothing happens if
/// there is none.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        unfold(&element);
        // Focus that the browser refuses leaves the page as it was, which is the best we can do.
        let _ = element.focus();
    }
}

/// Leaves where a page stands to the app: the browser's own memory of it would act at some moment
/// after the page has changed, and undo what the app did.
pub fn own_scrolling() {
    if let Ok(history) = gloo::utils::window().history() {
        // A browser that refuses goes on as it did.
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

/// Begins a page as a document load would: at the top, with the focus on the heading.
pub fn arrive() {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
    focus(HEADING);
}

/// Moves the focus to the heading, wherever the page stands.
pub fn focus_heading() {
    focus(HEADING);
}

/// Whether the heading has the focus.
#[must_use]
pub fn heading_has_focus() -> bool {
    let active = gloo::utils::document().active_element();
    active.is_some_and(|element| element.id() == HEADING)
}

/// Loads the document again.
pub fn reload() {
    // A browser that refuses leaves the visitor on the page that offers the button.
    let _ = gloo::utils::window().location().reload();
}

/// Opens every folded part that an element lies in, or that it is.
fn unfold(element: &HtmlElement) {
    let mut folded = element.closest("details").ok().flatten();
    while let Some(part) = folded {
        // An attribute that cannot be set leaves the part folded.
        let _ = part.set_attribute("open", "");
        folded = part
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    gloo::utils::document()
        .get_element_by_id(id)?
        .dyn_into()
        .ok()
}
