//! Arrow keys that move the focus through a column of stops.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// The id of the element that a key was pressed on; empty if it has none.
pub fn pressed_on(event: &KeyboardEvent) -> String {
    target(event)
        .map(|element| element.id())
        .unwrap_or_default()
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()
}

/// Moves the focus among the elements that a selector names within the room that another names,
/// one down or up, round the end. Other keys do nothing.
pub fn move_focus(event: &KeyboardEvent, room: &str, stops: &str) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    if let Some(next) = target(event).and_then(|from| next(&from, room, stops, by)) {
        event.prevent_default();
        // A browser that refuses the focus leaves it where it was.
        let _ = next.focus();
    }
}

fn next(from: &Element, room: &str, stops: &str, by: i32) -> Option<HtmlElement> {
    let room = from.closest(room).ok().flatten()?;
    let stops = room.query_selector_all(stops).ok()?;
    let count = i32::try_from(stops.length()).ok()?.max(1);
    let is_from = |at: &i32| {
        let stop = u32::try_from(*at).ok().and_then(|at| stops.item(at));
        stop.is_some_and(|stop| stop.is_same_node(Some(from)))
    };
    let at = (0..count).find(is_from).unwrap_or(0);
    let next = u32::try_from((at + by).rem_euclid(count)).ok()?;
    stops.item(next)?.dyn_into().ok()
}
