//! How many typing errors lie between two words.

/// Which letters a word has, a bit each: words that differ in many letters need not be compared.
pub(super) fn letters(word: &str) -> u32 {
    let bits = word.bytes().filter(u8::is_ascii_lowercase);
    bits.fold(0, |all, letter| all | 1 << (letter - b'a'))
}

/// Longest word that is compared; nobody misspells longer ones into names.
const LONGEST: usize = 30;

/// Typing errors from one word to the other, up to `most`: a letter replaced, left out or added,
/// or two neighbours swapped. `None` if there are more.
pub(super) fn errors(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    if a.len() > LONGEST || b.len() > LONGEST || a.len().abs_diff(b.len()) > most {
        return None;
    }
    // Rows of the table of distances between beginnings: the one before the last, and the last.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut letter_before = None;
    for (i, letter) in a.iter().enumerate() {
        let row = next_row(i, *letter, letter_before, b, &before, &last);
        if row.iter().min()? > &most {
            return None;
        }
        before = std::mem::replace(&mut last, row);
        letter_before = Some(*letter);
    }
    last.last().copied().filter(|errors| *errors <= most)
}

fn next_row(
    i: usize,
    letter: u8,
    letter_before: Option<u8>,
    b: &[u8],
    before: &[usize],
    last: &[usize],
) -> Vec<usize> {
    let mut row = Vec::with_capacity(b.len() + 1);
    row.push(i + 1);
    let mut left = i + 1;
    for (j, other) in b.iter().enumerate() {
        let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX / 2);
        let mut best = at(last, j) + usize::from(letter != *other);
        best = best.min(at(last, j + 1) + 1).min(left + 1);
        let swapped = j > 0 && letter_before == Some(*other) && b.get(j - 1) == Some(&letter);
        if swapped {
            best = best.min(at(before, j - 1) + 1);
        }
        row.push(best);
        left = best;
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_error_counts_once() {
        let cases = [
            ("heights", "heights", Some(0)),
            ("hights", "heights", Some(1)),
            ("heigths", "heights", Some(1)),
            ("heyghts", "heights", Some(1)),
            ("heiightts", "heights", Some(2)),
            ("boston", "austin", None),
            ("", "ab", Some(2)),
            ("", "abc", None),
        ];
        for (a, b, expected) in cases {
            assert_eq!(errors(a.as_bytes(), b.as_bytes(), 2), expected, "{a} {b}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_way_back_is_as_long(a in "[abc]{0,7}", b in "[abc]{0,7}", most in 0_usize..4) {
            let there = errors(a.as_bytes(), b.as_bytes(), most);
            proptest::prop_assert_eq!(there, errors(b.as_bytes(), a.as_bytes(), most));
            proptest::prop_assert_eq!(there == Some(0), a == b);
        }

        #[test]
        fn words_within_two_errors_share_most_letters(a in "[a-z]{0,9}", b in "[a-z]{0,9}") {
            if errors(a.as_bytes(), b.as_bytes(), 2).is_some() {
                proptest::prop_assert!((letters(&a) ^ letters(&b)).count_ones() <= 4);
            }
        }
    }
}
