//! Brotli at its best level, for files that are written once and read often.

use crate::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// The brotli-11 form of `bytes`.
///
/// # Errors
/// When the encoder fails.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        // The largest window that every browser accepts without an extension.
        lgwin: 24,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// The gzip form of `bytes` at its best level, for hosts and programs without brotli.
///
/// # Errors
/// When the encoder fails.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Whether a file of this name gains by compression; pictures and fonts are compressed already.
pub(crate) fn worthwhile(name: &str) -> bool {
    let packed = ["png", "jpg", "webp", "avif", "woff2", "br", "gz", "zip"];
    !name
        .rsplit_once('.')
        .is_some_and(|(_, ending)| packed.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::{brotli, worthwhile};

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "rank order list ".repeat(100);
        let compressed = brotli(text.as_bytes()).unwrap();
        assert!(compressed.len() < text.len() / 10);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &compressed[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }

    #[test]
    fn pictures_are_left_alone() {
        assert!(worthwhile("app.wasm"));
        assert!(!worthwhile("screenshot.png"));
    }
}
