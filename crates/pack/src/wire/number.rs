//! A decimal number with four places.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Units in one.
const UNITS: f64 = 10_000.0;

/// The largest magnitude: far above every number of the model, far below the whole numbers
/// that an `f64` holds exactly.
const LIMIT: f64 = 1.0e9;

/// A finite number with four decimal places, at most a thousand million.
///
/// In JSON it is the number; in a pack it is the whole number of ten-thousandths, which is
/// short and gives back the same bits: both ways end at the `f64` nearest to the decimal.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Number(f64);

impl Number {
    /// The number, rounded to four places; `None` if it is not finite or too large.
    #[must_use]
    pub fn new(value: f64) -> Option<Number> {
        (value.abs() <= LIMIT).then(|| Number::of_units(libm::round(value * UNITS)))
    }

    /// The number as the engine holds it.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }

    fn of_units(units: f64) -> Number {
        // Adding zero turns -0 into 0, which a pack could not tell apart.
        Number(units / UNITS + 0.0)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_f64(self.0)
        } else {
            serializer.serialize_i64(libm::round(self.0 * UNITS) as i64)
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        let number = if deserializer.is_human_readable() {
            Number::new(f64::deserialize(deserializer)?)
        } else {
            Number::new(i64::deserialize(deserializer)? as f64 / UNITS)
        };
        number.ok_or_else(|| serde::de::Error::custom("a number that is not finite or too large"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn json_and_pack_give_the_same_bits(units in -9_999_999_999i64..9_999_999_999) {
            let text = format!("{}{}.{:04}", if units < 0 { "-" } else { "" }, units.abs() / 10_000, units.abs() % 10_000);
            let plain: f64 = text.parse().unwrap();
            let from_json: Number = serde_json::from_str(&text).unwrap();
            let bytes = postcard::to_allocvec(&from_json).unwrap();
            let from_pack: Number = postcard::from_bytes(&bytes).unwrap();
            prop_assert_eq!(from_json.get().to_bits(), (plain + 0.0).to_bits());
            prop_assert_eq!(from_pack.get().to_bits(), from_json.get().to_bits());
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        assert_eq!(Number::new(f64::NAN), None);
        assert_eq!(Number::new(f64::INFINITY), None);
        assert_eq!(Number::new(1.0e10), None);
        assert_eq!(Number::new(-3.16004).map(Number::get), Some(-3.16));
    }
}
