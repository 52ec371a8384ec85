//! Days and months in words.

use engine::calendar::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, 1 to 12.
#[must_use]
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

/// "September 2027".
#[must_use]
pub fn month_of(day: Date) -> String {
    let month = month_name(day.month()).unwrap_or_default();
    format!("{month} {}", day.year())
}

/// "2 September 2026".
#[must_use]
pub fn day_words(day: Date) -> String {
    format!("{} {}", day.day(), month_of(day))
}

/// The names of the months, January first.
#[must_use]
pub fn month_names() -> &'static [&'static str] {
    &MONTHS
}
