//! A chance in words, in dots and in percent.

use yew::prelude::*;

use engine::decimal::Decimal;

/// A chance in words that people use: "about 3 in 10", "about 1 in 40".
///
/// Tenths from a quarter up; below it one in a round number, since "1 in 10" for everything from
/// 5 to 15 % would hide what sets programs apart; at the ends "fewer than" and "more than", so
/// that no chance ever reads as none or as certain.
#[must_use]
pub fn in_words(chance: f64) -> String {
    let tenths = (chance * 10.0).round();
    if !chance.is_finite() {
        "not known".into()
    } else if chance < 0.002 {
        "fewer than 1 in 500".into()
    } else if chance < 0.25 {
        format!("about 1 in {}", round_number(1.0 / chance))
    } else if tenths >= 10.0 {
        "more than 9 in 10".into()
    } else {
        format!("about {} in 10", Decimal::fixed(tenths, 0))
    }
}

/// The nearest number that is easy to say.
fn round_number(value: f64) -> u32 {
    const EASY: [u32; 21] = [
        4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500,
    ];
    EASY.into_iter()
        .min_by(|a, b| {
            let off = |easy: &u32| (f64::from(*easy) / value).ln().abs();
            off(a).total_cmp(&off(b))
        })
        .unwrap_or(500)
}

/// A share as a percentage: whole from one percent up, one decimal below.
#[must_use]
pub fn percent(share: f64) -> String {
    let value = share * 100.0;
    if !share.is_finite() {
        "not known".into()
    } else if value > 0.0 && value < 0.1 {
        "under 0.1 %".into()
    } else {
        let decimals = u8::from(value < 1.0);
        format!("{} %", Decimal::fixed(value, decimals))
    }
}

/// Ten dots, filled from the left; the last one partly. Decoration beside words.
pub fn dots(share: f64) -> Html {
    let filled = share.clamp(0.0, 1.0) * 10.0;
    html! {
        <svg class="dots" width="118" height="10" viewBox="0 0 118 10" aria-hidden="true">
            { for (0u8..10).map(|at| dot(at, (filled - f64::from(at)).clamp(0.0, 1.0))) }
        </svg>
    }
}

fn dot(at: u8, share: f64) -> Html {
    let cx = (5 + 12 * u32::from(at)).to_string();
    // The area, not the radius, shows the share.
    let radius = Decimal::fixed(4.5 * share.sqrt(), 2).to_string();
    html! {
        <g key={at}>
            <circle class="dots__place" cx={cx.clone()} cy="5" r="4.5" />
            if share > 0.0 {
                <circle class="dots__share" {cx} cy="5" r={radius} />
            }
        </g>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chance_reads_as_none_or_as_certain() {
        for (chance, words) in [
            (0.0, "fewer than 1 in 500"),
            (0.0048, "about 1 in 200"),
            (0.024, "about 1 in 40"),
            (0.09, "about 1 in 11"),
            (0.10, "about 1 in 10"),
            (0.14, "about 1 in 7"),
            (0.24, "about 1 in 4"),
            (0.26, "about 3 in 10"),
            (0.31, "about 3 in 10"),
            (0.94, "about 9 in 10"),
            (0.97, "more than 9 in 10"),
            (1.0, "more than 9 in 10"),
            (f64::NAN, "not known"),
        ] {
            assert_eq!(in_words(chance), words, "{chance}");
        }
    }

    #[test]
    fn a_percentage_is_as_fine_as_it_needs_to_be() {
        for (share, text) in [
            (0.0, "0.0 %"),
            (0.0004, "under 0.1 %"),
            (0.004, "0.4 %"),
            (0.31, "31 %"),
            (1.0, "100 %"),
        ] {
            assert_eq!(percent(share), text, "{share}");
        }
    }
}
