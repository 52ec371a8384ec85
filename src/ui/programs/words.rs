//! Numbers as people say them. A chance is never a bare point: the words go with a range.

use crate::engine::eligibility::Band;

/// A chance as hits among tries, in numbers that people can picture: 3 of 10, 1 of 9, 1 of 100.
pub(crate) fn frequency(chance: f64) -> (u32, u32) {
    if chance >= 0.175 {
        // Tenths from 2 to 9: certainty is never claimed.
        let tenths = (2..=9).rev().find(|n| chance * 10.0 + 0.5 >= f64::from(*n));
        return (tenths.unwrap_or(2), 10);
    }
    const TRIES: [u32; 19] = [
        6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 35, 40, 50, 60, 70, 80, 90, 100,
    ];
    let nearest = TRIES.into_iter().min_by(|a, b| {
        let gap = |n: u32| (1.0 / f64::from(n) - chance).abs();
        gap(*a).total_cmp(&gap(*b))
    });
    (1, nearest.unwrap_or(100))
}

/// A chance in words: "about 3 in 10", "about 1 in 9", "less than 1 in 100".
pub(crate) fn odds(chance: f64) -> String {
    if chance >= 0.95 {
        return "more than 9 in 10".to_owned();
    }
    if chance < 0.0095 {
        return "less than 1 in 100".to_owned();
    }
    let (hits, tries) = frequency(chance);
    format!("about {hits} in {tries}")
}

/// The same with a capital letter.
pub(crate) fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A share in percent with one more digit, for sums that a reader may check.
pub(crate) fn precise(share: f64) -> String {
    let percent = share * 100.0;
    if percent < 1.0 {
        format!("{percent:.2} %")
    } else {
        format!("{percent:.1} %")
    }
}

/// A factor on odds: "1.62", "0.3".
pub(crate) fn ratio(factor: f64) -> String {
    format!("{factor:.2}")
}

/// A share in percent with as many digits as it can bear: "under 0.1", "0.4", "3", "27".
fn percent_number(share: f64) -> String {
    let percent = share * 100.0;
    if percent > 0.0 && percent < 0.1 {
        "under 0.1".to_owned()
    } else if percent > 0.0 && percent < 0.95 {
        format!("{percent:.1}")
    } else {
        format!("{percent:.0}")
    }
}

/// A share in percent: "27 %".
pub(crate) fn percent(share: f64) -> String {
    format!("{} %", percent_number(share))
}

/// The ends of a band in percent: "6 to 18 %". One number if both ends read the same.
pub(crate) fn range(band: Band) -> String {
    let (low, high) = (percent_number(band.lo), percent_number(band.hi));
    if low == high {
        format!("{high} %")
    } else {
        format!("{low} to {high} %")
    }
}

/// A change of a chance in points: "+3.1", "-0.4", "0".
pub(crate) fn points(change: f64) -> String {
    let percent = change * 100.0;
    if percent.abs() < 0.05 {
        "0".to_owned()
    } else {
        format!("{percent:+.1}").replace('-', "\u{2212}")
    }
}

/// A whole number with commas: "5,946".
pub(crate) fn count(number: usize) -> String {
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

/// A number with its noun: "1 program", "5,946 programs".
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_said_in_whole_numbers() {
        let cases = [
            (0.97, "more than 9 in 10"),
            (0.5, "about 5 in 10"),
            (0.31, "about 3 in 10"),
            (0.18, "about 2 in 10"),
            (0.17, "about 1 in 6"),
            (0.111, "about 1 in 9"),
            (0.081, "about 1 in 12"),
            (0.048, "about 1 in 20"),
            (0.0302, "about 1 in 35"),
            (0.02, "about 1 in 50"),
            (0.01, "about 1 in 100"),
            (0.004, "less than 1 in 100"),
            (0.0, "less than 1 in 100"),
        ];
        for (chance, words) in cases {
            assert_eq!(odds(chance), words, "{chance}");
        }
    }

    #[test]
    fn ranges_keep_small_ends_readable() {
        let band = |lo, hi| range(Band::of(lo, (lo + hi) / 2.0, hi));
        assert_eq!(band(0.06, 0.18), "6 to 18 %");
        assert_eq!(band(0.004, 0.02), "0.4 to 2 %");
        assert_eq!(band(0.0001, 0.02), "under 0.1 to 2 %");
        assert_eq!(band(0.25, 0.25), "25 %");
        assert_eq!(percent(0.0), "0 %");
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
