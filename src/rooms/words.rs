//! Numbers and groups of people as people say them. A chance is never a bare point: the words go with a range.

use crate::kit::percent;
use engine::decimal::{Decimal, grouped};
use engine::eligibility::Band;
use engine::vocabulary::ApplicantType;

/// A sentence from words that begin small.
pub(crate) fn sentence_case(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A share in percent with one more digit, for sums that a reader may check.
pub(crate) fn precise(share: f64) -> String {
    let percent = share * 100.0;
    let decimals = if percent < 1.0 { 2 } else { 1 };
    format!("{} %", Decimal::fixed(percent, decimals))
}

/// A factor on odds: "1.62", "0.3".
pub(crate) fn ratio(factor: f64) -> String {
    Decimal::fixed(factor, 2).to_string()
}

/// The ends of a band in percent: "6 to 18 %". One number if both ends read the same.
pub(crate) fn range(band: Band) -> String {
    let (low, high) = (percent(band.lo), percent(band.hi));
    if low == high {
        high
    } else {
        format!("{} to {high}", low.trim_end_matches(" %"))
    }
}

/// A change of a chance in points: "+3.1", "-0.4", "0".
pub(crate) fn points(change: f64) -> String {
    let percent = change * 100.0;
    if percent.abs() < 0.05 {
        "0".to_owned()
    } else {
        let sign = if percent < 0.0 { "\u{2212}" } else { "+" };
        format!("{sign}{}", Decimal::fixed(percent.abs(), 1))
    }
}

/// A whole number with commas: "5,946".
pub(crate) fn count(number: usize) -> String {
    grouped(number)
}

/// A number with its noun: "1 program", "5,946 programs".
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// People like the applicant, in the plural.
pub(crate) fn people(kind: Option<ApplicantType>) -> &'static str {
    match kind {
        Some(ApplicantType::UsMdSenior) => "US MD seniors",
        Some(ApplicantType::UsMdGrad) => "US MD graduates",
        Some(ApplicantType::UsDoSenior) => "US DO seniors",
        Some(ApplicantType::UsDoGrad) => "US DO graduates",
        Some(ApplicantType::UsImg) => "US citizen IMGs",
        Some(ApplicantType::NonUsImg) => "non-US IMGs",
        None => "applicants",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_keep_small_ends_readable() {
        let band = |lo, hi| range(Band::of(lo, (lo + hi) / 2.0, hi));
        assert_eq!(band(0.06, 0.18), "6 to 18 %");
        assert_eq!(band(0.004, 0.02), "0.4 to 2 %");
        assert_eq!(band(0.0001, 0.02), "under 0.1 to 2 %");
        assert_eq!(band(0.25, 0.25), "25 %");
    }

    #[test]
    fn points_carry_a_sign() {
        assert_eq!(points(0.031), "+3.1");
        assert_eq!(points(-0.004), "\u{2212}0.4");
        assert_eq!(points(0.0001), "0");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!(count(7), "7");
        assert_eq!(count(5946), "5,946");
        assert_eq!(counted(1, "program", "programs"), "1 program");
        assert_eq!(counted(1_000_000, "a", "b"), "1,000,000 b");
    }
}
