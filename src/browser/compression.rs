//! Text made small enough for an address, and back: the browser's own deflate, in base64 as
//! addresses spell it.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStreamDefaultReader, ReadableWritablePair};

use super::Error;

// In every browser since 2023; web-sys still counts them as unstable.
#[wasm_bindgen]
extern "C" {
    /// A stream that deflates or inflates: a pair of a readable and a writable end.
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type CompressionStream;
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type DecompressionStream;
    /// What a reader of a stream gives.
    type Read;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn done(this: &Read) -> bool;

    /// Bytes, unless it is done.
    #[wasm_bindgen(method, getter)]
    fn value(this: &Read) -> Option<Uint8Array>;
}

/// The format: deflate without a head or a sum, since the text inside is checked as a file is.
const FORMAT: &str = "deflate-raw";

/// Makes text small.
///
/// # Errors
/// The browser's word, such as that it cannot compress.
pub async fn small(text: &str) -> Result<String, Error> {
    let doing = "make the link";
    let refused = |cause: JsValue| Error::new(doing, &cause);
    let stream = CompressionStream::new(FORMAT).map_err(refused)?;
    let bytes = through(text.as_bytes(), &stream, usize::MAX)
        .await
        .map_err(refused)?;
    let bytes = bytes.ok_or_else(|| Error::because(doing, "it is too long"))?;
    // One character a byte, which is what the browser's base64 takes.
    let characters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let base64 = gloo::utils::window().btoa(&characters).map_err(refused)?;
    Ok(base64
        .replace('+', "-")
        .replace('/', "_")
        .trim_end_matches('=')
        .to_owned())
}

/// Makes it text again, of at most `most` bytes; `None` if it is no text that was made small, or
/// more of it.
pub async fn large(small: &str, most: usize) -> Option<String> {
    let base64 = small.replace('-', "+").replace('_', "/");
    let characters = gloo::utils::window().atob(&base64).ok()?;
    let bytes: Option<Vec<u8>> = characters
        .chars()
        .map(|c| u8::try_from(u32::from(c)).ok())
        .collect();
    let stream = DecompressionStream::new(FORMAT).ok()?;
    let bytes = through(&bytes?, &stream, most).await.ok()??;
    String::from_utf8(bytes).ok()
}

/// What comes out of a stream when bytes go in; `None` if it is more than `most`, whatever else
/// would still have come.
async fn through(
    bytes: &[u8],
    stream: &ReadableWritablePair,
    most: usize,
) -> Result<Option<Vec<u8>>, JsValue> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts)?.stream();
    let out = source.pipe_through(stream);
    let reader: ReadableStreamDefaultReader = out.get_reader().unchecked_into();
    let mut all = Vec::new();
    loop {
        let next: Read = JsFuture::from(reader.read()).await?.unchecked_into();
        let Some(chunk) = next.value().filter(|_| !next.done()) else {
            return Ok(Some(all));
        };
        all.extend(chunk.to_vec());
        if all.len() > most {
            // The rest is not waited for.
            drop(reader.cancel());
            return Ok(None);
        }
    }
}
