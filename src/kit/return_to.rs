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

/// When the page has arrived, brings the row into sight and puts the focus into it. It does so
/// once for each `visit`, so that a row which moves later is not followed.
#[hook]
pub fn use_return_to(visit: Option<u64>, row: Option<Row>) {
    use_effect_with(visit, move |_| {
        if let Some(row) = row {
            // The frame puts the page at its top when it arrives; this comes after.
            retry(row, TRIES);
        }
    });
}

/// The same for a page whose rows are all drawn: the control with this selector takes the focus, and comes
/// into sight.
#[hook]
pub fn use_return_to_control(control: Option<AttrValue>) {
    /// What is drawn late is drawn within two seconds.
    const TRIES: u32 = 80;
    fn again(control: AttrValue, tries: u32) {
        gloo::timers::callback::Timeout::new(APART, move || {
            if !focus(&control) && tries > 0 {
                return again(control, tries - 1);
            }
            let found = gloo::utils::document().query_selector(&control);
            if let Some(element) = found.ok().flatten() {
                element.scroll_into_view_with_bool(false);
            }
        })
        .forget();
    }
    use_effect_with((), move |()| {
        if let Some(control) = control {
            again(control, TRIES);
        }
    });
}

/// How often, and how many milliseconds apart, the row is brought into sight and its control
/// looked for. Until the list has measured itself it is too short to scroll so far, and it draws
/// the rows in sight only after the browser has scrolled: a slow device needs several rounds.
const TRIES: u32 = 120;
const APART: u32 = 25;

fn retry(row: Row, tries: u32) {
    gloo::timers::callback::Timeout::new(APART, move || {
        let there = scroll_to(&row) && focus(&row.control);
        if !there && tries > 0 {
            retry(row, tries - 1);
        }
    })
    .forget();
}

/// Scrolls to the row; whether the window now stands there.
fn scroll_to(row: &Row) -> bool {
    let document = gloo::utils::document();
    let element = |selector: &str| document.query_selector(selector).ok().flatten();
    let (Some(list), Some(first)) = (element(".virtual-list"), element(".virtual-list__row"))
    else {
        return false;
    };
    let window = gloo::utils::window();
    let scrolled = || window.scroll_y().unwrap_or(0.0);
    let height = first.get_bounding_client_rect().height();
    let rows = u32::try_from(row.at).unwrap_or(u32::MAX);
    // The row before it stays in sight, so that the list reads as a list.
    let above = height * (f64::from(rows) - 2.0);
    let top = (scrolled() + list.get_bounding_client_rect().top() + above).max(0.0);
    window.scroll_to_with_x_and_y(0.0, top);
    // Near the end of the list the window cannot go so far, but the row is in sight.
    let left = top - scrolled();
    left < gloo::utils::document_element().client_height().into()
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
