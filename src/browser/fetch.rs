//! Bytes from our own origin.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::Error;

/// What an error says that content could not be done.
const CONTENT: &str = "fetch this page's content";

/// The bytes of the first data pack, which the document's `<link id="pack">` names.
///
/// # Errors
/// The browser's word, or the status that the server gave.
pub async fn pack() -> Result<Vec<u8>, Error> {
    named("pack", "fetch the program data").await
}

/// The bytes of the second pack, which `<link id="details">` names.
///
/// # Errors
/// The browser's word, or the status that the server gave.
pub async fn details() -> Result<Vec<u8>, Error> {
    named("details", "fetch the details of programs").await
}

/// The text of a file that the document's `<link>` with this id names.
///
/// # Errors
/// The browser's word, the status that the server gave, or that it is no text.
pub async fn fragment(id: &str) -> Result<String, Error> {
    let href = href(id, CONTENT)?;
    file(&href).await
}

/// The text of a file of the site, from its base on.
///
/// # Errors
/// The browser's word, the status that the server gave, or that it is no text.
pub async fn file(path: &str) -> Result<String, Error> {
    let bytes = refused(CONTENT, bytes(&within_site(path, CONTENT)?).await)?;
    String::from_utf8(bytes).map_err(|_| Error::because(CONTENT, "the file is no text"))
}

async fn named(id: &str, doing: &'static str) -> Result<Vec<u8>, Error> {
    let address = within_site(&href(id, doing)?, doing)?;
    refused(doing, bytes(&address).await)
}

fn refused(doing: &'static str, answer: Result<Vec<u8>, Refusal>) -> Result<Vec<u8>, Error> {
    answer.map_err(|cause| match cause {
        Refusal::Browser(cause) => Error::new(doing, &cause),
        Refusal::Status(status) => Error::because(doing, format!("the server answered {status}")),
    })
}

/// What the document's `<link>` with an id names.
fn href(id: &str, doing: &'static str) -> Result<String, Error> {
    let link = gloo::utils::document().get_element_by_id(id);
    let href = link.and_then(|link| link.get_attribute("href"));
    href.ok_or_else(|| Error::because(doing, "the document does not name the file"))
}

/// The whole address of a file of the site.
fn within_site(path: &str, doing: &'static str) -> Result<String, Error> {
    let base = gloo::utils::document()
        .base_uri()
        .map_err(|cause| Error::new(doing, &cause))?
        .ok_or_else(|| Error::because(doing, "the document does not name the file"))?;
    web_sys::Url::new_with_base(path, &base)
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
