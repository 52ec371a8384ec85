//! Files that the visitor takes along.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers a text as a file to save. Returns whether the browser took it.
pub fn text(name: &str, media_type: &str, content: &str) -> bool {
    offer(name, media_type, content).is_ok()
}

fn offer(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(&format!("{media_type};charset=utf-8"));
    let parts = js_sys::Array::of1(&content.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = gloo::utils::document()
        .create_element("a")?
        .dyn_into()
        .map_err(JsValue::from)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has read the address by the next turn of its loop.
    gloo::timers::callback::Timeout::new(1_000, move || {
        // An address that cannot be taken back is freed with the page.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
