//! Numbers as decimal text, by integers alone.
//!
//! The standard library writes a float exactly at any length, with tables and big integers that
//! would be 16 kB of the app. The field's numbers are small and shown with few places, so a
//! rounded integer says the same.

use std::fmt;

/// A number with at most nine places behind the point.
///
/// It rounds halves away from zero after scaling. What is no number, or is infinite, reads
/// "not known"; what rounds to zero has no sign.
///
/// ```
/// use engine::decimal::Decimal;
///
/// assert_eq!(Decimal::fixed(2.5, 2).to_string(), "2.50");
/// assert_eq!(Decimal::trimmed(2.5, 2).to_string(), "2.5");
/// assert_eq!(Decimal::fixed(-0.126, 2).to_string(), "-0.13");
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decimal {
    value: f64,
    decimals: u8,
    trimmed: bool,
}

impl Decimal {
    /// The most places behind the point; more are cut to this.
    pub const MOST_DECIMALS: u8 = 9;

    /// The number with exactly so many places.
    #[must_use]
    pub const fn fixed(value: f64, decimals: u8) -> Self {
        let trimmed = false;
        Self {
            value,
            decimals,
            trimmed,
        }
    }

    /// The number with at most so many places and no zero at the end of them.
    #[must_use]
    pub const fn trimmed(value: f64, decimals: u8) -> Self {
        let trimmed = true;
        Self {
            value,
            decimals,
            trimmed,
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.value.is_finite() {
            return f.write_str("not known");
        }
        let mut decimals = usize::from(self.decimals.min(Self::MOST_DECIMALS));
        let mut unit = (0..decimals).fold(1_u64, |unit, _| unit * 10);
        // Exact up to 2^53; what is larger still is shown as the largest integer there is.
        let mut scaled = (self.value.abs() * unit as f64).round() as u64;
        while self.trimmed && decimals > 0 && scaled.is_multiple_of(10) {
            (scaled, unit, decimals) = (scaled / 10, unit / 10, decimals - 1);
        }
        if self.value < 0.0 && scaled > 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", scaled / unit)?;
        match decimals {
            0 => Ok(()),
            _ => write!(f, ".{:0decimals$}", scaled % unit),
        }
    }
}

/// A whole number with commas between thousands.
///
/// ```
/// assert_eq!(engine::decimal::grouped(5946), "5,946");
/// ```
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_number_has_all_its_places() {
        for (value, decimals, text) in [
            (0.0, 0, "0"),
            (0.0, 2, "0.00"),
            (1.05, 3, "1.050"),
            (12.0, 1, "12.0"),
            (0.5, 0, "1"),
            (1.5, 0, "2"),
            (-2.5, 0, "-3"),
            (0.125, 2, "0.13"),
            (-0.004, 2, "0.00"),
            (-1.239, 2, "-1.24"),
            (99.96, 1, "100.0"),
            (1.0e6, 0, "1000000"),
            (1.0, 200, "1.000000000"),
        ] {
            assert_eq!(Decimal::fixed(value, decimals).to_string(), text, "{value}");
        }
    }

    #[test]
    fn a_trimmed_number_has_no_zero_at_its_end() {
        for (value, text) in [
            (0.0, "0"),
            (10.0, "10"),
            (0.30, "0.3"),
            (0.1 + 0.2, "0.3"),
            (-1.0625, "-1.0625"),
            (1.000_001, "1"),
        ] {
            assert_eq!(Decimal::trimmed(value, 4).to_string(), text, "{value}");
        }
    }

    #[test]
    fn what_has_no_size_is_not_known() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Decimal::fixed(value, 2).to_string(), "not known");
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        for (number, text) in [
            (7, "7"),
            (946, "946"),
            (5946, "5,946"),
            (1_005_946, "1,005,946"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }
}
