//! Runs of whole numbers.

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Whole numbers one after the other, each as LEB128: seven bits a byte, the lowest first, the
/// top bit set on all bytes but the last.
///
/// The wire holds them as one run of bytes, which is read several times faster than a sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(Vec<u8>);

impl Numbers {
    /// The numbers. `None` in place of one that no `u64` holds or whose end is missing; the
    /// run ends there.
    pub fn iter(&self) -> impl Iterator<Item = Option<u64>> + '_ {
        let mut bytes = self.0.iter();
        std::iter::from_fn(move || {
            let first = *bytes.next()?;
            if first < 0x80 {
                return Some(Some(u64::from(first)));
            }
            let mut number = u64::from(first & 0x7f);
            for at in 1..10 {
                let byte = bytes.next().copied();
                let bits = byte.map_or(0, |byte| u64::from(byte & 0x7f));
                if byte.is_none() || bits << (7 * at) >> (7 * at) != bits {
                    break;
                }
                number |= bits << (7 * at);
                if byte.is_some_and(|byte| byte < 0x80) {
                    return Some(Some(number));
                }
            }
            bytes = [].iter();
            Some(None)
        })
    }

    /// The same as `u32`; `None` in place of one that no `u32` holds.
    pub fn iter_u32(&self) -> impl Iterator<Item = Option<u32>> + '_ {
        self.iter().map(|number| u32::try_from(number?).ok())
    }

    /// The same as signed numbers by zigzag: 0, -1, 1, -2, 2.
    pub fn iter_signed(&self) -> impl Iterator<Item = Option<i64>> + '_ {
        self.iter().map(|number| {
            let number = number?;
            let half = i64::try_from(number >> 1).ok()?;
            Some(if number & 1 == 0 { half } else { -half - 1 })
        })
    }

    /// Adds a number.
    pub fn push(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// Adds a signed number by zigzag.
    pub fn push_signed(&mut self, number: i64) {
        self.push(((number << 1) ^ (number >> 63)) as u64);
    }
}

impl FromIterator<u64> for Numbers {
    fn from_iter<I: IntoIterator<Item = u64>>(numbers: I) -> Numbers {
        let mut run = Numbers::default();
        numbers.into_iter().for_each(|number| run.push(number));
        run
    }
}

impl Serialize for Numbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Numbers, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Numbers;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a run of bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Numbers, E> {
                Ok(Numbers(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(numbers in prop::collection::vec(any::<u64>(), 0..20)) {
            let run: Numbers = numbers.iter().copied().collect();
            let back: Option<Vec<u64>> = run.iter().collect();
            prop_assert_eq!(back, Some(numbers));
        }

        #[test]
        fn signed_numbers_come_back(numbers in prop::collection::vec(any::<i64>(), 0..20)) {
            let mut run = Numbers::default();
            numbers.iter().for_each(|number| run.push_signed(*number));
            let back: Option<Vec<i64>> = run.iter_signed().collect();
            prop_assert_eq!(back, Some(numbers));
        }

        #[test]
        fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert!(Numbers(bytes.clone()).iter().count() <= bytes.len());
        }
    }

    #[test]
    fn a_number_without_an_end_is_none() {
        let run = |bytes: &[u8]| Numbers(bytes.to_vec()).iter().collect::<Vec<_>>();
        assert_eq!(run(&[3, 0x80]), [Some(3), None]);
        assert_eq!(run(&[0xff; 11]), [None]);
    }
}
