//! Back to the row of a long list from which a page was opened.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// A row of the one virtual list on the page, and the control in it that takes the focus.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Place of the row, from 0.
    pub at: usize,
    /// Selector of the control.
    pub control: AttrValue,
}

/// When the page has arrived, scrolls to the row and puts the focus into it. Only the row of
/// the first drawing counts.
#[hook]
pub fn use_return_to(row: Option<Row>) {
    use_effect_with((), move |()| {
        if let Some(row) = row {
            // The frame puts the page at its top when it arrives; this comes after.
            gloo::timers::callback::Timeout::new(0, move || scroll_to(row)).forget();
        }
    });
}

fn scroll_to(row: Row) {
    let document = gloo::utils::document();
    let element = |selector: &str| document.query_selector(selector).ok().flatten();
    let (Some(list), Some(first)) = (element(".virtual-list"), element(".virtual-list__row"))
    else {
        return;
    };
    let window = gloo::utils::window();
    let scrolled = window.scroll_y().unwrap_or(0.0);
    let height = first.get_bounding_client_rect().height();
    let rows = u32::try_from(row.at).unwrap_or(u32::MAX);
    let top = scrolled + list.get_bounding_client_rect().top() + height * f64::from(rows);
    // The row before it stays in sight, so that the list reads as a list.
    window.scroll_to_with_x_and_y(0.0, (top - 2.0 * height).max(0.0));
    // By then the list has drawn the rows around it.
    gloo::timers::callback::Timeout::new(80, move || focus(&row.control)).forget();
}

fn focus(selector: &str) {
    let found: Option<Element> = gloo::utils::document()
        .query_selector(selector)
        .ok()
        .flatten();
    if let Some(control) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // A browser that refuses the focus leaves it on the heading.
        let _ = control.focus_with_options(&options);
    }
}
