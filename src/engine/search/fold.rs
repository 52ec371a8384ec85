//! Words as people type them: lower case, without accents, without punctuation.

/// The folded words of a text, in order.
///
/// Letters lose case and accents, apostrophes and full stops join what they stand in (`St.` is
/// `st`, `Luke's` is `lukes`, `U.S.` is `us`), everything else that is no letter or digit
/// separates words.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        if is_joining(letter) {
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

/// Marks inside a word that people type or leave out: apostrophes, full stops, combining accents.
fn is_joining(letter: char) -> bool {
    matches!(
        letter,
        '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '.' | '\u{300}'..='\u{36f}'
    )
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
        assert_eq!(
            words("St. Luke’s–Anderson/UMass"),
            ["st", "lukes", "anderson", "umass"]
        );
        assert_eq!(words("  U.S.  Navy & Co, "), ["us", "navy", "co"]);
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
