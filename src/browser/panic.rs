//! The page that stands in for the app when it has stopped: an apology and the answers.
//!
//! It is built with the document alone, since the framework may be what broke.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::files;
use super::storage::Device;
use state::persist::save::FORMAT;
use state::persist::sync::Store;

/// Shows the page in place of the app, with the panic's own words for a report.
pub fn apologise(said: &str) {
    // If even this fails there is nothing left to show it with.
    let _ = build(said);
}

fn build(said: &str) -> Result<(), JsValue> {
    let document = gloo::utils::document();
    let body = gloo::utils::body();
    body.set_text_content(None);
    let main = document.create_element("main")?;
    main.set_class_name("page center stack");
    main.set_attribute("role", "alert")?;
    add(&main, "h1", "Smart Pick has stopped")?;
    add(
        &main,
        "p",
        "That is our mistake, and we are sorry. What you typed is kept on this device. Load the page again; if it stops again, save your answers to a file first.",
    )?;
    let row = document.create_element("p")?;
    row.set_class_name("cluster");
    main.append_child(&row)?;
    button(&row, "Load the page again", super::page::reload)?;
    button(&row, "Save my answers to a file", save)?;
    add(&main, "p", said)?.set_class_name("small muted");
    body.append_child(&main)?;
    Ok(())
}

fn save() {
    if let Ok(Some(text)) = Device.get(FORMAT) {
        // A browser that refuses the download leaves the answers in its storage.
        let _ = files::download("smart-pick.json", "application/json", &text);
    }
}

fn add(parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = gloo::utils::document().create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}

fn button(parent: &Element, text: &str, act: fn()) -> Result<(), JsValue> {
    let button: HtmlElement = add(parent, "button", text)?.unchecked_into();
    button.set_class_name("button");
    gloo::events::EventListener::new(&button, "click", move |_| act()).forget();
    Ok(())
}
