//! Words and lines: where they stand, what they make in HTML and in addresses, how hard they are.

/// The line of a place in a text, from 1.
pub(super) fn line_at(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    1 + before.bytes().filter(|byte| *byte == b'\n').count()
}

/// Whether a text says who reports a fact.
pub(super) fn says_who(text: &str) -> bool {
    text.contains("report") || text.contains("Report")
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// The HTML with names such as J-1 and H-1B kept on one line: browsers break behind the hyphen.
pub(super) fn whole_names(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(end) = rest.find('<') {
        let (text, tag) = rest.split_at(end);
        out.push_str(&whole_in(text));
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        out.push_str(tag);
        rest = after;
    }
    out.push_str(&whole_in(rest));
    out
}

fn whole_in(text: &str) -> String {
    let is_part = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_part) {
        let word = piece.trim_end_matches(is_part);
        if is_name_of_visa(word) {
            out.push_str("<span class=\"visa\">");
            out.push_str(word);
            out.push_str("</span>");
            out.push_str(piece.strip_prefix(word).unwrap_or_default());
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// A capital, a hyphen, a digit, and perhaps a capital.
fn is_name_of_visa(word: &str) -> bool {
    match word.as_bytes() {
        [letter, b'-', digit] => letter.is_ascii_uppercase() && digit.is_ascii_digit(),
        [letter, b'-', digit, last] => {
            letter.is_ascii_uppercase() && digit.is_ascii_digit() && last.is_ascii_uppercase()
        }
        _ => false,
    }
}

/// Minutes that reading takes, at 200 words a minute: many readers are not native speakers.
pub(super) fn minutes(words: usize) -> usize {
    const A_MINUTE: usize = 200;
    words.div_ceil(A_MINUTE).max(1)
}

/// The grade of school at which a text is read with ease, by Flesch and Kincaid (1975):
/// 0.39 words per sentence + 11.8 syllables per word - 15.59. Syllables are groups of vowels, an
/// e at the end aside.
#[must_use]
pub(super) fn grade(text: &str) -> f64 {
    let sentences = text
        .split(['.', '!', '?', ':'])
        .filter(|s| s.trim().contains(' '))
        .count();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len().max(1) as f64;
    0.39 * count / sentences.max(1) as f64 + 11.8 * syllables as f64 / count - 15.59
}

fn syllables(word: &str) -> usize {
    let is_vowel = |c: char| "aeiouy".contains(c.to_ascii_lowercase());
    let mut count = 0;
    let mut before = false;
    for c in word.chars() {
        let vowel = is_vowel(c);
        count += usize::from(vowel && !before);
        before = vowel;
    }
    let silent = word.len() > 2 && word.ends_with('e') && !word.ends_with("le");
    count.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_visas_stay_on_one_line() {
        assert_eq!(
            whole_names("<a title=\"J-1\">A J-1, or H-1B; not I-9090 or X-</a>"),
            "<a title=\"J-1\">A <span class=\"visa\">J-1</span>, or <span class=\"visa\">H-1B</span>; not I-9090 or X-</a>"
        );
    }

    #[test]
    fn syllables_are_groups_of_vowels() {
        for (word, count) in [
            ("match", 1),
            ("residency", 4),
            ("rate", 1),
            ("table", 2),
            ("visa", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn plain_words_have_a_low_grade() {
        let plain = grade("The dog ran to the man. He was glad. They went home.");
        let heavy = grade(
            "Institutional accreditation necessitates comprehensive documentation of supervisory responsibilities.",
        );
        assert!(plain < 3.0 && heavy > 15.0, "{plain} {heavy}");
    }

    #[test]
    fn lines_count_from_one() {
        assert_eq!((line_at("a\nb", 0), line_at("a\nb", 2)), (1, 2));
    }
}
