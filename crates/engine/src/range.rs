//! Ranges of whole numbers. Each stands once, beside the type or the field that it bounds, and
//! whoever reads a number asks it; the error names the bound.
//!
//! ```
//! use engine::applicant::Score;
//!
//! assert_eq!(Score::RANGE.check(245), Ok(245));
//! let error = Score::RANGE.check(301).unwrap_err();
//! assert_eq!(error.to_string(), "301 is not from 100 to 300");
//! ```

use std::fmt;

/// Whole numbers from a least to a most, both of which are in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<T = u16> {
    least: T,
    most: T,
}

impl<T: Copy> Range<T> {
    /// The numbers from `least` to `most`; none if `least` is above `most`.
    #[must_use]
    pub const fn new(least: T, most: T) -> Self {
        Range { least, most }
    }

    /// The lowest number.
    #[must_use]
    pub const fn least(self) -> T {
        self.least
    }

    /// The highest number.
    #[must_use]
    pub const fn most(self) -> T {
        self.most
    }
}

impl<T: Copy + PartialOrd> Range<T> {
    /// Whether a number is in it.
    #[must_use]
    pub fn contains(self, value: T) -> bool {
        (self.least..=self.most).contains(&value)
    }
}

impl<T: Copy + Into<i64> + TryFrom<i64>> Range<T> {
    /// The number in the type of the range.
    ///
    /// # Errors
    /// [`OutOfRange`] with the number and both bounds.
    pub fn check(self, value: i64) -> Result<T, OutOfRange> {
        let (least, most) = (self.least.into(), self.most.into());
        let fits = (least..=most).contains(&value);
        T::try_from(value)
            .ok()
            .filter(|_| fits)
            .ok_or(OutOfRange { value, least, most })
    }
}

impl Range<u8> {
    /// The same numbers where a wider type is asked for.
    #[must_use]
    pub const fn widened(self) -> Range {
        Range::new(self.least as u16, self.most as u16)
    }
}

/// A number outside its range: "301 is not from 100 to 300".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfRange {
    value: i64,
    least: i64,
    most: i64,
}

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let OutOfRange { value, least, most } = self;
        write!(f, "{value} is not from {least} to {most}")
    }
}

impl std::error::Error for OutOfRange {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_bounds_are_in_it_and_the_error_names_them() {
        let range: Range<u8> = Range::new(1, 20);
        assert_eq!([1, 20].map(|n| range.check(n)), [Ok(1), Ok(20)]);
        for value in [0, 21, -1, 257, i64::MAX] {
            let error = range.check(value).unwrap_err().to_string();
            assert_eq!(error, format!("{value} is not from 1 to 20"));
        }
        assert!(range.contains(20) && !range.contains(21));
        assert_eq!(range.widened(), Range::new(1, 20));
    }
}
