//! Bytes from our own origin.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::Error;

/// The bytes of the data pack that the document's `<link id="pack">` names.
///
/// # Errors
/// The browser's word, or the status that the server gave.
pub async fn pack() -> Result<Vec<u8>, Error> {
    named("pack", "fetch the program data").await
}

/// The text of a file that the document's `<link>` with this id names.
///
/// # Errors
/// The browser's word, the status that the server gave, or that it is no text.
pub async fn fragment(id: &str) -> Result<String, Error> {
    const DOING: &str = "fetch this page's content";
    let bytes = named(id, DOING).await?;
    String::from_utf8(bytes).map_err(|_| Error::because(DOING, "the file is no text"))
}

async fn named(id: &str, doing: &'static str) -> Result<Vec<u8>, Error> {
    bytes(&address(id, doing)?)
        .await
        .map_err(|cause| match cause {
            Refusal::Browser(cause) => Error::new(doing, &cause),
            Refusal::Status(status) => {
                Error::because(doing, format!("the server answered {status}"))
            }
        })
}

fn address(id: &str, doing: &'static str) -> Result<String, Error> {
    let missing = || Error::because(doing, "the document does not name the file");
    let document = gloo::utils::document();
    let link = document.get_element_by_id(id).ok_or_else(missing)?;
    let href = link.get_attribute("href").ok_or_else(missing)?;
    let base = document
        .base_uri()
        .map_err(|cause| Error::new(doing, &cause))?
        .ok_or_else(missing)?;
    web_sys::Url::new_with_base(&href, &base)
        .map(|url| url.href())
        .map_err(|cause| Error::new(doing, &cause))
}

enum Refusal {
    Browser(JsValue),
    Status(u16),
}

impl From<JsValue> for Refusal {
    fn from(cause: JsValue) -> Self {
        Refusal::Browser(cause)
    }
}

async fn bytes(url: &str) -> Result<Vec<u8>, Refusal> {
    let answer = JsFuture::from(gloo::utils::window().fetch_with_str(url)).await?;
    let response: Response = answer.dyn_into()?;
    if !response.ok() {
        return Err(Refusal::Status(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
