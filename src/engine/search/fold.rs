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
        for lower in letter.to_lowercase() {
            push_folded(&mut word, lower);
        }
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

/// Appends a lower-case letter without its accent; appends nothing for what is no letter or digit.
fn push_folded(word: &mut String, letter: char) {
    let base = match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        other if other.is_alphanumeric() => {
            word.push(other);
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
