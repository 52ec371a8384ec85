//! Words that differ by one typing error.

/// How a typed word meets a word of the index, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Closeness {
    /// The same word.
    Exact,
    /// The typed word begins it.
    Prefix,
    /// One letter wrong, missing, too much, or two neighbours swapped.
    Near,
    /// The typed word, with one such error, begins it.
    NearPrefix,
}

/// Words shorter than this are taken as typed: one error would make them any word.
pub(super) const FEWEST_LETTERS: usize = 4;

/// Whether a word of four letters or more is what another begins with, one typing error aside.
pub(crate) fn begins_nearly(typed: &str, word: &str) -> bool {
    typed.len() >= FEWEST_LETTERS && one_error(typed, word).is_some()
}

/// Whether `typed` is within one typing error of `word` or of one of its beginnings.
///
/// One error is a letter replaced, left out or added, or two neighbours swapped. `None` if
/// they are further apart.
pub(super) fn one_error(typed: &str, word: &str) -> Option<Closeness> {
    if typed.is_ascii() && word.is_ascii() {
        closeness(typed.as_bytes(), word.as_bytes())
    } else {
        let typed: Vec<char> = typed.chars().collect();
        let word: Vec<char> = word.chars().collect();
        closeness(&typed, &word)
    }
}

fn closeness<T: Eq>(typed: &[T], word: &[T]) -> Option<Closeness> {
    // A single edit can always be moved to the first letter where the two differ, so that only
    // four continuations are left to try.
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed_rest, word_rest) = (typed.get(same..)?, word.get(same..)?);
    if typed_rest.is_empty() {
        return Some(match word_rest.len() {
            0 => Closeness::Exact,
            1 => Closeness::Near,
            _ => Closeness::Prefix,
        });
    }
    let replaced = rest_after(typed_rest, 1, word_rest, 1);
    let added = rest_after(typed_rest, 1, word_rest, 0);
    let left_out = rest_after(typed_rest, 0, word_rest, 1);
    let swapped = match (typed_rest, word_rest) {
        ([a, b, ..], [c, d, ..]) if a == d && b == c => rest_after(typed_rest, 2, word_rest, 2),
        _ => None,
    };
    [replaced, added, left_out, swapped]
        .into_iter()
        .flatten()
        .min()
}

/// Skips letters on both sides and says whether the rest of the typed word begins the other.
fn rest_after<T: Eq>(
    typed: &[T],
    skip_typed: usize,
    word: &[T],
    skip_word: usize,
) -> Option<Closeness> {
    let (typed, word) = (typed.get(skip_typed..)?, word.get(skip_word..)?);
    let rest = word.strip_prefix(typed)?;
    Some(if rest.is_empty() {
        Closeness::Near
    } else {
        Closeness::NearPrefix
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Optimal string alignment distance, the slow and plain way.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut best = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(table[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        table[a.len()][b.len()]
    }

    fn slow(typed: &str, word: &str) -> bool {
        let typed: Vec<char> = typed.chars().collect();
        let word: Vec<char> = word.chars().collect();
        (0..=word.len()).any(|end| distance(&typed, &word[..end]) <= 1)
    }

    #[test]
    fn each_kind_of_error_is_found() {
        use Closeness::{Exact, Near, NearPrefix, Prefix};
        let cases = [
            ("boston", "boston", Some(Exact)),
            ("bos", "boston", Some(Prefix)),
            ("bostan", "boston", Some(Near)),
            ("bostn", "boston", Some(Near)),
            ("bosston", "boston", Some(Near)),
            ("botson", "boston", Some(Near)),
            ("obston", "boston", Some(Near)),
            ("masach", "massachusetts", Some(NearPrefix)),
            ("btsoon", "boston", None),
            ("austin", "boston", None),
        ];
        for (typed, word, expected) in cases {
            assert_eq!(one_error(typed, word), expected, "{typed} {word}");
        }
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_the_slow_distance(typed in "[abcé]{1,7}", word in "[abcé]{0,9}") {
            proptest::prop_assert_eq!(one_error(&typed, &word).is_some(), slow(&typed, &word));
        }
    }
}
