//! The data pack: two files that carry the catalog and the model to the browser.
//!
//! The first has what ranking and list need; the second what only pages tell
//! ([`engine::catalog::details`]), and arrives once the list is painted. Both are laid out
//! alike, and the second names the first that it belongs to.
//!
//! ```text
//! offset  size
//! 0       4     "SPPK", the second "SPPD"
//! 4       2     format version, little endian as all numbers here: 3
//! 6       2     flags: bit 0 the NRMP columns are in, bit 1 the odds model is in
//! 8       2     season that the facts were put together for, such as 2027
//! 10      2     zero
//! 12      4     length of the body
//! 16      8     FNV-1a 64 by words of eight bytes: bytes 0 to 15, then the body
//! 24      ...   body: postcard of wire::catalog::Body or wire::details::Body
//! ```
//!
//! Programs travel by column, each value once in a table and then by a symbol a row
//! ([`wire::column::Column`]): by row the pack takes 180 kB under brotli, by column 135 kB.
//! The server compresses; the pack itself is plain.
//!
//! A change of [`wire`] is a new version. Only the newest is read: app and packs belong to one
//! release, which the service worker keeps and serves as a whole.

mod error;
mod header;
mod unpack;
pub mod wire;

mod build;

pub use build::{EncodeError, Packs, encode};
pub use error::PackError;
pub use header::VERSION;

use engine::calendar::Season;
use engine::catalog::{Catalog, CatalogParts};
use engine::model::Model;

use engine::catalog::details::Details;

use header::{Header, Kind};
use wire::{catalog, details};

/// The identity of a pack: its hash as 16 hexadecimal digits. `None` for bytes that are no pack.
#[must_use]
pub fn identity(bytes: &[u8]) -> Option<String> {
    Header::open(Kind::Core, bytes).ok()?;
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
    Opened::of(bytes)?.unpack()?.catalog()
}

/// A pack in the first of three steps, each about as much work, so that a page on a slow device can answer
/// between them: its bytes are whole and read, and nothing is made of them yet.
#[derive(Debug)]
pub struct Opened {
    header: Header,
    body: catalog::Body,
}

impl Opened {
    /// Reads the bytes.
    ///
    /// # Errors
    /// As [`decode`].
    pub fn of(bytes: &[u8]) -> Result<Opened, PackError> {
        let (header, body) = Header::open(Kind::Core, bytes)?;
        let body = wire::whole(body)?;
        Ok(Opened { header, body })
    }

    /// Makes rows of the columns that were read.
    ///
    /// # Errors
    /// As [`decode`].
    pub fn unpack(self) -> Result<Unpacked, PackError> {
        let Opened { header, mut body } = self;
        let model = body.model.take().map(Model::try_from).transpose()?;
        let parts = unpack::parts(body)?;
        let season = parts.as_of.map_or(0, |day| Season::of(day).0);
        if (header.nrmp, header.model, header.season) != (parts.has_nrmp, model.is_some(), season) {
            return Err(malformed("header"));
        }
        Ok(Unpacked { parts, model })
    }
}

/// A pack in the second step: rows that may not fit each other yet.
#[derive(Debug)]
pub struct Unpacked {
    parts: CatalogParts,
    model: Option<Model>,
}

impl Unpacked {
    /// The catalog of the rows, and the odds model.
    ///
    /// # Errors
    /// As [`decode`].
    pub fn catalog(self) -> Result<(Catalog, Option<Model>), PackError> {
        Ok((Catalog::new(self.parts)?, self.model))
    }
}

/// Reads the second pack, for the catalog and the identity of the first; [`Catalog::add_details`]
/// takes them.
///
/// Any bytes get an answer, as with [`decode`].
///
/// # Errors
/// A [`PackError`] with a sentence for people; [`PackError::OtherPack`] if it belongs to another
/// first pack.
pub fn decode_details(
    bytes: &[u8],
    catalog: &Catalog,
    identity: &str,
) -> Result<Details, PackError> {
    let (_, body) = Header::open(Kind::Details, bytes)?;
    let body: details::Body = wire::whole(body)?;
    if format!("{:016x}", body.of) != identity {
        return Err(PackError::OtherPack);
    }
    unpack::details(body, catalog)
}

fn malformed(part: &'static str) -> PackError {
    PackError::Malformed { part }
}
