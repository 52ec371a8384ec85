//! The first 24 bytes of a pack, of either kind.

use super::PackError;

/// The version of the format that this release writes.
pub const VERSION: u16 = 6;

/// Which of the two packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What ranking and list need.
    Core,
    /// What only pages tell.
    Details,
}

impl Kind {
    fn magic(self) -> [u8; 4] {
        match self {
            Kind::Core => *b"SPPK",
            Kind::Details => *b"SPPD",
        }
    }
}

const SIZE: usize = 24;
const HASHED: usize = 16;

/// Where the hash stands.
pub(super) const HASH: std::ops::Range<usize> = HASHED..SIZE;

/// What the header tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Whether the NRMP columns are in.
    pub(super) nrmp: bool,
    /// Whether the odds model is in.
    pub(super) model: bool,
    /// The season that the facts were put together for.
    pub(super) season: u16,
}

impl Header {
    /// Header and body in one: the bytes of a pack.
    pub(super) fn seal(self, kind: Kind, body: &[u8]) -> Option<Vec<u8>> {
        let mut bytes = Vec::with_capacity(SIZE + body.len());
        bytes.extend_from_slice(&kind.magic());
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        let flags = u16::from(self.nrmp) | u16::from(self.model) << 1;
        bytes.extend_from_slice(&flags.to_le_bytes());
        bytes.extend_from_slice(&self.season.to_le_bytes());
        bytes.extend_from_slice(&[0, 0]);
        bytes.extend_from_slice(&u32::try_from(body.len()).ok()?.to_le_bytes());
        let hash = hash(&bytes, body);
        bytes.extend_from_slice(&hash.to_le_bytes());
        bytes.extend_from_slice(body);
        Some(bytes)
    }

    /// Checks the header and gives it with the body.
    pub(super) fn open(kind: Kind, bytes: &[u8]) -> Result<(Header, &[u8]), PackError> {
        let known = kind.magic().iter().zip(bytes).all(|(a, b)| a == b);
        if !known || bytes.is_empty() {
            return Err(PackError::NotAPack);
        }
        let truncated = |expected| PackError::Truncated {
            expected,
            found: bytes.len() as u64,
        };
        let (Some(head), Some(body)) = (bytes.get(..SIZE), bytes.get(SIZE..)) else {
            return Err(truncated(SIZE as u64));
        };
        let number = |at: usize, len: usize| {
            let field = head.get(at..at + len).unwrap_or_default();
            field.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b))
        };
        let version = number(4, 2) as u16;
        if version > VERSION {
            return Err(PackError::TooNew {
                found: version,
                supported: VERSION,
            });
        }
        let expected = SIZE as u64 + number(12, 4);
        if (bytes.len() as u64) < expected {
            return Err(truncated(expected));
        }
        let hashed = head.get(..HASHED).unwrap_or_default();
        let whole = bytes.len() as u64 == expected && hash(hashed, body) == number(16, 8);
        if version < VERSION || !whole {
            return Err(PackError::Damaged);
        }
        let flags = number(6, 2);
        let header = Header {
            nrmp: flags & 1 != 0,
            model: flags & 2 != 0,
            season: number(8, 2) as u16,
        };
        Ok((header, body))
    }
}

/// FNV-1a of 64 bits, taken over words of eight bytes (little endian, the last one filled up
/// with zeros) instead of bytes: eight times as fast, and a change within one word is still
/// always noticed, as each step is a bijection. It finds damage; it keeps nobody from forging a
/// pack, and need not: a pack comes from our own origin.
fn hash(head: &[u8], body: &[u8]) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let words = head.chunks(8).chain(body.chunks(8));
    words.fold(START, |hash, word| {
        let mut eight = [0; 8];
        eight
            .iter_mut()
            .zip(word)
            .for_each(|(to, from)| *to = *from);
        (hash ^ u64::from_le_bytes(eight)).wrapping_mul(PRIME)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_of_the_format() {
        assert_eq!(hash(b"", b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"", b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(hash(b"", b"a"), hash(b"", b"b"));
        assert_ne!(hash(b"12345678", b"1"), hash(b"12345678", b"2"));
    }

    #[test]
    fn what_is_no_pack_is_told_from_half_a_pack() {
        assert_eq!(Header::open(Kind::Core, b""), Err(PackError::NotAPack));
        assert_eq!(
            Header::open(Kind::Core, b"<!doctype html>"),
            Err(PackError::NotAPack)
        );
        assert_eq!(
            Header::open(Kind::Core, b"SPPK\x01\x00"),
            Err(PackError::Truncated {
                expected: 24,
                found: 6
            })
        );
    }
}
