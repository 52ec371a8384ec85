//! Words as people type them: lower case, without accents, without punctuation.

/// The folded words of a text, in order.
///
/// Letters lose case and accents, apostrophes and full stops join what they stand in (`St.` is
/// `st`, `Luke's` is `lukes`, `U.S.` is `us`), everything else that is no letter or digit
/// separates words.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut word = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_before_digit = letters.peek().is_some_and(char::is_ascii_digit);
        if is_joining(letter) || (is_before_digit && joins_a_number(letter, &word)) {
            continue;
        }
        let before = word.len();
        push_folded(&mut word, letter.to_ascii_lowercase());
        if word.len() == before && !word.is_empty() {
            all.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        all.push(word);
    }
    all
}

/// Marks inside a word that people type or leave out: apostrophes, full stops, combining accents,
/// and blanks without width, which tables from the web are full of.
fn is_joining(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '.' | '\u{300}'..='\u{36f}' | '\u{ad}'
            | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// The hyphen of `J-1`, `H-1B` and `PGY-1`, which people leave out.
fn joins_a_number(letter: char, word: &str) -> bool {
    let is_hyphen = matches!(letter, '-' | '\u{2010}' | '\u{2011}');
    is_hyphen && (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// Appends a letter without case and accent; appends nothing for what is no letter or digit of
/// the alphabet that names of programs are written in.
fn push_folded(word: &mut String, letter: char) {
    let base = match letter {
        'à'..='å' | 'À'..='Å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' => "a",
        'æ' | 'Æ' => "ae",
        'ç' | 'Ç' | 'Ć'..='č' => "c",
        'ð' | 'Ð' | 'Ď'..='đ' => "d",
        'è'..='ë' | 'È'..='Ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'Ĩ'..='ı' => "i",
        'Ĵ' | 'ĵ' => "j",
        'Ķ' | 'ķ' => "k",
        'Ĺ'..='ł' => "l",
        'ñ' | 'Ñ' | 'Ń'..='ň' => "n",
        'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'Ō'..='ő' => "o",
        'œ' | 'Œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' | 'Ș' | 'ș' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "t",
        'þ' | 'Þ' => "th",
        'ù'..='ü' | 'Ù'..='Ü' | 'Ũ'..='ų' => "u",
        'Ŵ' | 'ŵ' => "w",
        'ý' | 'ÿ' | 'Ý' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        plain if plain.is_ascii_alphanumeric() => {
            word.push(plain);
            return;
        }
        _ => return,
    };
    word.push_str(base);
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn accents_case_and_punctuation_do_not_matter() {
        assert_eq!(words("Mayagüez (Perea)"), ["mayaguez", "perea"]);
        assert_eq!(words("Mayagu\u{308}ez"), ["mayaguez"]);
        assert_eq!(words("\u{feff}1431140C0\u{200b}"), ["1431140c0"]);
        assert_eq!(
            words("St. Luke’s–Anderson/UMass"),
            ["st", "lukes", "anderson", "umass"]
        );
        assert_eq!(words("  U.S.  Navy & Co, "), ["us", "navy", "co"]);
        // With or without the hyphen, as people type them.
        assert_eq!(words("J-1, H-1B, PGY-1"), words("J1 H1B PGY1"));
        assert_eq!(
            words("Step-2 and Winston-Salem"),
            ["step", "2", "and", "winston", "salem"]
        );
        assert_eq!(words("Straße Œuvre Łódź"), ["strasse", "oeuvre", "lodz"]);
        assert_eq!(words("MAYAGÜEZ ŁÓDŹ ÆRØ"), ["mayaguez", "lodz", "aero"]);
        assert!(words("  ,;- ").is_empty());
        assert!(words("").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".{0,60}") {
            let once = words(&text);
            proptest::prop_assert_eq!(words(&once.join(" ")), once);
        }
    }
}
