//! Numbers as they stand in the input, before their range is known.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

/// A whole number. Read wide, so that the reader can name the range that it misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole(pub i64);

/// The widest whole number that a JSON number holds without loss.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeVisitor)
    }
}

struct WholeVisitor;

impl Visitor<'_> for WholeVisitor {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Whole, E> {
        Ok(Whole(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Whole, E> {
        // Anything this large is out of every range; the reader says so.
        Ok(Whole(i64::try_from(value).unwrap_or(i64::MAX)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Whole, E> {
        // JSON does not tell 245.0 from 245.
        if libm::trunc(value) == value && value.abs() < EXACT {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the guard above leaves only whole numbers that an i64 holds"
            )]
            return Ok(Whole(value as i64));
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }
}
