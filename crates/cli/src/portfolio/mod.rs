//! The headless `portfolio`: utilities, chances and limits in, the best list out.
//!
//! The input has one of six shapes, told apart by the key that only one of them has:
//!
//! | key | limits | solver | answer |
//! | --- | --- | --- | --- |
//! | none of these | a number `h` | [`greedy`](engine::portfolio::greedy) | `values`, `order` |
//! | `g` | whole costs within `H` | [`exact`](engine::portfolio::exact) | `value`, `set` |
//! | `p_plain` | a number and signals | [`signals`](engine::portfolio::signals) | `value`, `levels` |
//! | `specialty` | caps, tiered fees, a budget | [`specialties`](engine::portfolio::specialties) | `value`, `set` |
//! | `scenarios` | a number; scenarios with weights | [`latent`](engine::portfolio::latent) | `value`, `set`, `bound`, `optimal` |
//! | `alpha` | a number; a latent strength | [`latent`](engine::portfolio::latent) | the same |
//!
//! Programs are counted from 1 in the answer, in the order of the input. A number larger than
//! there are programs is as good as their number.

mod input;
#[cfg(feature = "command")]
mod schema;
mod solve;

use super::{InputError, no_json, text};

#[cfg(feature = "command")]
pub(crate) use input::Input;
#[cfg(feature = "command")]
pub(crate) use solve::Answer;

/// The longest input that is read, in bytes: a million programs fit.
pub const MAX_INPUT_BYTES: usize = 1 << 26;

/// Solves an input of one of the six shapes; the answer is in the shape that its input asks for,
/// with a line break at its end.
///
/// # Errors
/// [`InputError`] names the first field that does not read.
///
/// ```
/// let answer = cli::portfolio::solve(
///     r#"{"t": [1, 4, 9], "f": [0.2, 0.5, 0.1], "h": 2}"#,
/// );
/// assert_eq!(answer.as_deref(), Ok("{\"values\":[2.0,2.7],\"order\":[2,3]}\n"));
/// ```
pub fn solve(text: &str) -> Result<String, InputError> {
    let answer = solve::answer(text::read(text, MAX_INPUT_BYTES)?)?;
    let mut json = serde_json::to_string(&answer).map_err(no_json)?;
    json.push('\n');
    Ok(json)
}
