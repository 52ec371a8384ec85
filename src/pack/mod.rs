//! The data pack: one file that carries the catalog and the model to the browser.
//!
//! ```text
//! offset  size
//! 0       4     "SPPK"
//! 4       2     format version, little endian as all numbers here: 2
//! 6       2     flags: bit 0 the NRMP columns are in, bit 1 the odds model is in
//! 8       2     season that the facts were put together for, such as 2027
//! 10      2     zero
//! 12      4     length of the body
//! 16      8     FNV-1a 64 by words of eight bytes: bytes 0 to 15, then the body
//! 24      ...   body: postcard of wire::catalog::Body, and since version 2 of wire::catalog::Tail
//! ```
//!
//! Programs travel by column, each value once in a table and then by a symbol a row
//! ([`wire::column::Column`]): by row the pack takes 180 kB under brotli, by column 135 kB.
//! The server compresses; the pack itself is plain.
//!
//! A pack of version 1 decodes for ever: a visitor who is offline may hold one. A change of
//! [`wire`] is a new version beside the old.

mod error;
mod header;
mod unpack;
pub mod wire;

#[cfg(feature = "cli")]
mod build;
#[cfg(feature = "cli")]
pub mod source;

#[cfg(feature = "cli")]
pub use build::{EncodeError, encode};
pub use error::PackError;
pub use header::VERSION;

use crate::engine::calendar::Season;
use crate::engine::catalog::Catalog;
use crate::engine::model::Model;

use header::Header;
use wire::catalog::{Body, Tail};

/// The identity of a pack: its hash as 16 hexadecimal digits. `None` for bytes that are no pack.
#[must_use]
pub fn identity(bytes: &[u8]) -> Option<String> {
    Header::open(bytes).ok()?;
    let hash = bytes.get(header::HASH)?;
    Some(
        hash.iter()
            .rev()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    )
}

/// Reads a pack: the catalog, and the odds model if the pack has one.
///
/// Any bytes get an answer. Memory stays within a fixed multiple of the length of `bytes`:
/// lengths that a body claims are believed only as far as its bytes reach.
///
/// # Errors
/// A [`PackError`] with a sentence for people.
pub fn decode(bytes: &[u8]) -> Result<(Catalog, Option<Model>), PackError> {
    let (header, body) = Header::open(bytes)?;
    let malformed = |part| PackError::Malformed { part };
    let (mut body, rest) =
        postcard::take_from_bytes::<Body>(body).map_err(|_| malformed("body"))?;
    let (mut tail, rest) = match header.version {
        1 => (Tail::default(), rest),
        _ => postcard::take_from_bytes::<Tail>(rest).map_err(|_| malformed("tail"))?,
    };
    if !rest.is_empty() {
        return Err(malformed("end"));
    }
    let model = body.model.take();
    let fees = tail.fees.take();
    let model = model.map(|model| Model::try_from(model)?.with_tail(tail));
    let model = model.transpose()?;
    let parts = unpack::parts(body, fees)?;
    let season = parts.as_of.map_or(0, |day| Season::of(day).0);
    if (header.nrmp, header.model, header.season) != (parts.has_nrmp, model.is_some(), season) {
        return Err(malformed("header"));
    }
    Ok((Catalog::new(parts)?, model))
}
