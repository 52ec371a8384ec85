//! Which digits may stand in an article without a fact, and whether those of a link are its fact's.

/// The first figure of a text that is neither a date, a year, a season nor part of a name such as
/// J-1, PGY-2 or Step 3.
pub(super) fn loose(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if !bare.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let near = |step: isize| {
            let index = at.checked_add_signed(step)?;
            let near = words.get(index)?;
            Some(near.trim_matches(|c: char| !c.is_alphanumeric()))
        };
        let before = near(-1).unwrap_or_default();
        let after = near(1).unwrap_or_default();
        let is_day = is_number(bare, 31) && (is_month(before) || is_month(after));
        let is_numbered = matches!(
            before,
            "Step" | "Steps" | "Level" | "Pathway" | "Pathways" | "Form" | "Section"
        ) || (matches!(before, "and" | "or" | "to")
            && is_number(bare, 9)
            && names_a_step(&words, at));
        if !(is_year(bare)
            || is_season(bare)
            || is_day
            || is_numbered
            || is_name(bare)
            || is_path(bare)
            || is_iso(bare))
        {
            return Some(bare.to_owned());
        }
    }
    None
}

/// "Steps 1 and 2": the second number of a pair.
fn names_a_step(words: &[&str], at: usize) -> bool {
    let back = at.checked_sub(3).and_then(|index| words.get(index));
    back.is_some_and(|word| matches!(*word, "Step" | "Steps" | "Level" | "Pathway" | "Pathways"))
}

/// Digits of a link's text that its fact does not have.
pub(super) fn foreign(text: &str, fact: &str) -> Option<String> {
    let known = numbers(fact);
    numbers(text).into_iter().find(|number| {
        // A name in the words, such as Step 2, needs no figure.
        !known.contains(number) && loose(text).is_some()
    })
}

/// Whether a text has this number.
pub(super) fn has(text: &str, number: &str) -> bool {
    numbers(text).iter().any(|known| known == number)
}

/// The numbers of a text, commas between thousands left out.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || (c == '.' && next_is_digit && !number.is_empty()) {
            number.push(c);
            continue;
        }
        let is_between_thousands = c == ',' && next_is_digit;
        if !is_between_thousands && !number.is_empty() {
            numbers.push(std::mem::take(&mut number));
        }
    }
    if !number.is_empty() {
        numbers.push(number);
    }
    numbers
}

fn is_number(word: &str, most: u32) -> bool {
    word.parse::<u32>().is_ok_and(|number| number <= most)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word
            .parse::<u32>()
            .is_ok_and(|year| (1950..2050).contains(&year))
}

/// "2026-27" or "2026\u{2013}27".
fn is_season(word: &str) -> bool {
    let mut parts = word.split(['-', '\u{2013}']);
    let (first, second) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    is_year(first)
        && parts.next().is_none()
        && (is_year(second) || (second.len() == 2 && is_number(second, 99)))
}

fn is_iso(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    matches!(parts[..], [year, month, day] if is_year(year) && is_number(month, 12) && is_number(day, 31))
}

/// Letters, a hyphen or none, digits: J-1, H-1B, PGY-2, DS-2019, I-94, CO2.
fn is_name(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let rest = word.get(letters..).unwrap_or_default();
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    (1..=5).contains(&letters)
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The name of a repository, such as owner/name-2026.
fn is_path(word: &str) -> bool {
    let (owner, name) = word.split_once('/').unwrap_or_default();
    let begins = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic());
    begins(owner) && begins(name)
}

fn is_month(word: &str) -> bool {
    matches!(
        word,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_names_are_free() {
        for text in [
            "On 25 September 2026, in 2026-27, for a J-1 or H-1B visa.",
            "Step 1 and Step 2 CK; Steps 1 and 2; a PGY-1 (see DS-2019).",
            "September 25, 2026, or 2026-09-25.",
        ] {
            assert_eq!(loose(text), None, "{text}");
        }
        for (text, wanted) in [
            ("It costs $80 once.", "80"),
            ("in 40 % of cases", "40"),
            ("2 to 4 weeks", "2"),
        ] {
            assert_eq!(loose(text).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn a_figure_must_be_the_facts() {
        assert_eq!(
            foreign("$2,430", "100 programs 2,430, 150 programs 3,930"),
            None
        );
        assert_eq!(
            foreign("$2,431", "100 programs 2,430").as_deref(),
            Some("2431")
        );
        assert_eq!(
            foreign("24.5 to 18.8", "errors 24.5 before, 18.8 after"),
            None
        );
        assert_eq!(foreign("Step 2 CK", "nothing"), None);
    }
}
