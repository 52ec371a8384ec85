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

/// When the page has arrived, scrolls to the row and puts the focus into it. It does so once
/// for each `visit`, so that a row which moves later is not followed.
#[hook]
pub fn use_return_to(visit: Option<u64>, row: Option<Row>) {
    use_effect_with(visit, move |_| {
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
    focus_when_drawn(row.control, TRIES);
}

/// How often, and how many milliseconds apart, the control is looked for: the list draws the
/// rows in sight only after the browser has scrolled.
const TRIES: u32 = 40;
const APART: u32 = 25;

fn focus_when_drawn(control: AttrValue, tries: u32) {
    gloo::timers::callback::Timeout::new(APART, move || {
        if !focus(&control) && tries > 0 {
            focus_when_drawn(control, tries - 1);
        }
    })
    .forget();
}

/// Whether the control was there to take the focus.
fn focus(selector: &str) -> bool {
    let found: Option<Element> = gloo::utils::document()
        .query_selector(selector)
        .ok()
        .flatten();
    let Some(control) = found.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // A browser that refuses the focus leaves it on the heading.
    let _ = control.focus_with_options(&options);
    true
}
