//! What day it is by the visitor's own clock, and how long something took.

use engine::calendar::Date;

/// Today in the visitor's time zone.
#[must_use]
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    Date::new(
        u16::try_from(now.get_full_year()).ok()?,
        u8::try_from(now.get_month() + 1).ok()?,
        u8::try_from(now.get_date()).ok()?,
    )
}

/// Milliseconds since the page was opened, for measuring how long work took; 0 where the browser
/// does not say.
#[must_use]
pub fn millis() -> f64 {
    let performance = gloo::utils::window().performance();
    performance.map_or(0.0, |performance| performance.now())
}
