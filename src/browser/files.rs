//! Files: saved by a download, opened by a picker.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::Error;

/// Offers text as a file to save.
///
/// # Errors
/// The browser's word.
pub fn download(name: &str, media_type: &str, text: &str) -> Result<(), Error> {
    start(name, media_type, text).map_err(|cause| Error::new("save the file", &cause))
}

fn start(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = gloo::utils::document()
        .create_element("a")?
        .unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data by the next turn of the event loop.
    gloo::timers::callback::Timeout::new(10_000, move || drop(Url::revoke_object_url(&url)))
        .forget();
    Ok(())
}

/// The text of a picked file of at most `most` bytes; `None` if it is larger.
///
/// # Errors
/// The browser's word.
pub async fn text(file: &File, most: usize) -> Result<Option<String>, Error> {
    if file.size() > most as f64 {
        return Ok(None);
    }
    let text = JsFuture::from(file.text())
        .await
        .map_err(|cause| Error::new("read the file", &cause))?;
    Ok(text.as_string())
}
