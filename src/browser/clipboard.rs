//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use super::Error;

/// Puts text on the clipboard.
///
/// # Errors
/// The browser's word, such as that the page may not.
pub async fn write(text: &str) -> Result<(), Error> {
    let clipboard = gloo::utils::window().navigator().clipboard();
    let done = JsFuture::from(clipboard.write_text(text)).await;
    done.map(drop)
        .map_err(|cause| Error::new("copy the text", &cause))
}
