//! A button with three dots, and what it opens beside it: for rows that have no room for their actions.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlDetailsElement, HtmlElement, Node};
use yew::prelude::*;

/// Properties of [`Menu`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MenuProps {
    /// What a screen reader calls it.
    pub label: AttrValue,
    /// What it opens.
    pub children: Html,
}

/// The menu. It closes when the focus leaves it, by Escape and once something in it was pressed.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let node = use_node_ref();
    let onfocusout = {
        let node = node.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event.related_target();
            let to = to.and_then(|to| to.dyn_into::<Node>().ok());
            let menu = node.cast::<HtmlDetailsElement>();
            if let Some(menu) = menu.filter(|menu| !menu.contains(to.as_ref())) {
                menu.set_open(false);
            }
        })
    };
    let onkeydown = {
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            let menu = node.cast::<HtmlDetailsElement>();
            if let Some(menu) = menu.filter(|menu| event.key() == "Escape" && menu.open()) {
                close(&menu);
            }
        })
    };
    // What was pressed is done.
    let onclick = {
        let node = node.clone();
        Callback::from(move |event: MouseEvent| {
            let pressed = event.target_dyn_into::<Element>();
            let button = pressed.and_then(|pressed| pressed.closest("button").ok().flatten());
            if let (Some(menu), Some(_)) = (node.cast::<HtmlDetailsElement>(), button) {
                close(&menu);
            }
        })
    };
    html! {
        <details ref={node} class="menu no-print" {onfocusout} {onkeydown}>
            <summary class="menu__button" aria-label={props.label.clone()}>{ "\u{22ef}" }</summary>
            // It takes the focus of a press on its words, which is no leaving.
            <div class="menu__inside" tabindex="-1" {onclick}>{ props.children.clone() }</div>
        </details>
    }
}

/// Closes it and gives the focus back to its button.
fn close(menu: &HtmlDetailsElement) {
    menu.set_open(false);
    if let Ok(Some(button)) = menu.query_selector("summary") {
        let button: HtmlElement = button.unchecked_into();
        // A browser that refuses the focus leaves it where it was.
        let _ = button.focus();
    }
}
