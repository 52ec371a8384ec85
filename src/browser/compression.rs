//! Text made small enough for an address, and back: the browser's own deflate, in base64 as
//! addresses spell it.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, WritableStream,
};

use super::Error;

// In every browser since 2023; web-sys still counts them as unstable.
#[wasm_bindgen]
extern "C" {
    /// A stream that deflates or inflates.
    type CompressionStream;
    type DecompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// The format: deflate without a head or a sum, since the text inside is checked as a file is.
const FORMAT: &str = "deflate-raw";

/// The two ends of such a stream.
fn ends(stream: &JsValue) -> Result<(ReadableStream, WritableStream), JsValue> {
    let end = |name: &str| Reflect::get(stream, &name.into());
    Ok((end("readable")?.dyn_into()?, end("writable")?.dyn_into()?))
}

/// Makes text small.
///
/// # Errors
/// The browser's word, such as that it cannot compress.
pub async fn small(text: &str) -> Result<String, Error> {
    let doing = "make the link";
    let refused = |cause: JsValue| Error::new(doing, &cause);
    let stream = CompressionStream::new(FORMAT).map_err(refused)?;
    let ends = ends(&stream).map_err(refused)?;
    let bytes = through(text.as_bytes(), ends, usize::MAX)
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
    let ends = ends(&stream).ok()?;
    let bytes = through(&bytes?, ends, most).await.ok()??;
    String::from_utf8(bytes).ok()
}

/// What comes out of a stream when bytes go in; `None` if it is more than `most`, whatever else
/// would still have come.
async fn through(
    bytes: &[u8],
    (readable, writable): (ReadableStream, WritableStream),
    most: usize,
) -> Result<Option<Vec<u8>>, JsValue> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let source = Blob::new_with_u8_array_sequence(&parts)?.stream();
    let pair: ReadableWritablePair = Object::new().unchecked_into();
    pair.set_readable(&readable);
    pair.set_writable(&writable);
    let out = source.pipe_through(&pair);
    let reader: ReadableStreamDefaultReader = out.get_reader().unchecked_into();
    let mut all = Vec::new();
    loop {
        let next = JsFuture::from(reader.read()).await?;
        if Reflect::get(&next, &"done".into())?.is_truthy() {
            return Ok(Some(all));
        }
        let chunk: Uint8Array = Reflect::get(&next, &"value".into())?.dyn_into()?;
        all.extend(chunk.to_vec());
        if all.len() > most {
            // The rest is not waited for.
            drop(reader.cancel());
            return Ok(None);
        }
    }
}
