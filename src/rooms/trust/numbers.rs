//! Numbers as the room writes them: short, with a real minus sign.

use engine::decimal::Decimal;

/// A number with at most this many decimals.
pub(super) fn number(value: f64, decimals: u8) -> String {
    let text = Decimal::fixed(value, decimals).to_string();
    match text.strip_prefix('-') {
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}

/// A number with its sign, plus included.
pub(super) fn signed(value: f64, decimals: u8) -> String {
    let text = number(value, decimals);
    if text.starts_with('\u{2212}') || !value.is_finite() {
        text
    } else {
        format!("+{text}")
    }
}

/// A term of a sum: `+ 0.20`, `− 0.20`.
pub(super) fn term(value: f64, decimals: u8) -> String {
    let sign = if value < 0.0 { '\u{2212}' } else { '+' };
    format!("{sign} {}", number(value.abs(), decimals))
}

/// A share in percentage points with its sign, one decimal.
pub(super) fn points(share: f64) -> String {
    format!("{} points", signed(share * 100.0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_no_sign_and_minus_is_a_minus() {
        assert_eq!(number(-0.001, 2), "0.00");
        assert_eq!(number(-1.5, 1), "\u{2212}1.5");
        assert_eq!(signed(0.25, 2), "+0.25");
        assert_eq!(term(-0.25, 2), "\u{2212} 0.25");
        assert_eq!(points(-0.031), "\u{2212}3.1 points");
        assert_eq!(number(f64::NAN, 2), "not known");
    }
}
