//! Days and seasons. The engine never asks what day it is: `today` is an input.

use super::range::{OutOfRange, Range};

/// A day of the Gregorian calendar that exists.
///
/// ```
/// use engine::calendar::{Date, Season};
///
/// assert_eq!(Date::new(2027, 2, 29), None);
/// let march = Date::parse("2027-03-31").unwrap();
/// // A month earlier there is no 31st.
/// assert_eq!(march.months_earlier(1), Date::new(2027, 2, 28));
/// assert_eq!(march.months_since(Date::parse("2026-09-01").unwrap()), 6);
/// // Who applies in September 2026 begins in 2027.
/// assert_eq!(Season::of(Date::parse("2026-09-01").unwrap()), Season(2027));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, or `None` if there is no such day. Years 1900 to 2199.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let fits = (1900..2200).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        fits.then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Whole months from `earlier` to `self`, negative if `earlier` is later.
    #[must_use]
    pub fn months_since(self, earlier: Date) -> i32 {
        let months = (i32::from(self.year) - i32::from(earlier.year)) * 12 + i32::from(self.month)
            - i32::from(earlier.month);
        if months > 0 && self.day < earlier.day {
            months - 1
        } else if months < 0 && self.day > earlier.day {
            months + 1
        } else {
            months
        }
    }

    /// The same day of the month so many months earlier, or later if the number is negative; the
    /// last day of a month that is too short. `None` outside the years of [`Date::new`].
    #[must_use]
    pub fn months_earlier(self, months: i32) -> Option<Date> {
        let all = i32::from(self.year) * 12 + i32::from(self.month) - 1 - months;
        let year = u16::try_from(all.div_euclid(12)).ok()?;
        let month = u8::try_from(all.rem_euclid(12)).ok()? + 1;
        Date::new(year, month, self.day.min(days_in_month(year, month)))
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Option<Date> {
        Date::new(self.year, self.month, 1)
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// An application season, named by the year in which training starts: season 2027 applies
/// from September 2026 and matches in March 2027.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Season(pub u16);

impl Season {
    /// The seasons that are believed.
    pub const RANGE: Range = Range::new(2000, 2100);

    /// The season that a day falls in: from June on, the season that matches next March.
    #[must_use]
    pub fn of(today: Date) -> Self {
        Season(today.year() + u16::from(today.month() >= 6))
    }
}

impl TryFrom<i64> for Season {
    type Error = OutOfRange;

    fn try_from(value: i64) -> Result<Self, OutOfRange> {
        Season::RANGE.check(value).map(Season)
    }
}

crate::vocabulary! {
    /// Where the applicant stands between the day programs start to review and Match Day.
    Stage {
        /// Applications for this season are in: signals can no longer change.
        Applied = "applied", "I have applied this season";
        /// Applying in this season after the programs started to review.
        ApplyingLate = "applying_late", "I am still applying this season";
        /// Preparing for the next season, or before the review starts.
        Preparing = "preparing", "I am preparing for the next season";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_days_that_exist_can_be_built() {
        assert!(Date::parse("2024-02-29").is_some());
        for text in [
            "2023-02-29",
            "2023-13-01",
            "2023-00-10",
            "23-01-01",
            "2023-1-01",
            "",
            "2100-02-29",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn months_are_whole_and_signed() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(day("2026-11-23").months_since(day("2026-08-24")), 2);
        assert_eq!(day("2026-11-23").months_since(day("2026-08-23")), 3);
        assert_eq!(day("2026-08-24").months_since(day("2026-11-23")), -2);
    }

    #[test]
    fn a_season_is_named_by_the_start_of_training() {
        assert_eq!(Season::of(Date::parse("2026-11-23").unwrap()), Season(2027));
        assert_eq!(Season::of(Date::parse("2027-03-19").unwrap()), Season(2027));
    }

    #[test]
    fn months_are_counted_back_and_forth() {
        let day = |text| Date::parse(text).unwrap();
        assert_eq!(
            day("2026-09-02").months_earlier(20),
            Some(day("2025-01-02"))
        );
        assert_eq!(day("2026-03-31").months_earlier(1), Some(day("2026-02-28")));
        assert_eq!(
            day("2026-11-30").months_earlier(-3),
            Some(day("2027-02-28"))
        );
        assert_eq!(day("1900-01-01").months_earlier(1), None);
        assert_eq!(day("2026-03-31").first_of_month(), Some(day("2026-03-01")));
    }

    proptest! {
        #[test]
        fn a_day_is_written_as_it_is_read_and_days_stand_in_the_order_of_their_texts(
            a in any_day(), b in any_day(),
        ) {
            prop_assert_eq!(Date::parse(&a.to_string()), Some(a));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        }

        #[test]
        fn so_many_months_earlier_is_so_many_months_ago(day in any_day(), months in 0..1200_i32) {
            if let Some(earlier) = day.months_earlier(months) {
                prop_assert_eq!(day.months_since(earlier), months);
                prop_assert_eq!(day.months_earlier(months + 12).is_none(), earlier.year() < 1901);
            }
        }
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (1900..2200_u16, 1..=12_u8, 1..=31_u8)
            .prop_filter_map("a day that exists", |(year, month, day)| {
                Date::new(year, month, day)
            })
    }
}
