//! One word for one thing, on every screen and in the guide: words that others have replaced are gone.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

use std::fs;
use std::path::Path;

/// What was said, and what is said instead.
const REPLACED: [(&str, &str); 18] = [
    ("gate", "requirement"),
    ("gates", "requirements"),
    ("all but sure", "very likely"),
    ("half again as much", "one and a half times as much"),
    ("leave to work", "permission to work"),
    ("nobody assigned", "no official source gives"),
    ("runner-up", "the next program"),
    ("shuts", "does not consider you, or rules out"),
    ("shut", "does not consider you, or is ruled out"),
    ("without a chance", "without a published chance"),
    ("times worth", "best overall"),
    ("times its worth", "best overall"),
    ("proved: worth", "checked"),
    ("brings, points", "adds, points"),
    ("not modelled", "without a published chance"),
    ("optimised list", "best list"),
    ("three questions", "four questions"),
    ("desk", "your programs"),
];

/// Files whose text people read, by folder and ending.
const READ: [(&str, &str); 7] = [
    ("src/rooms", "rs"),
    ("src/app", "rs"),
    ("src/kit", "rs"),
    ("crates/engine/src", "rs"),
    ("crates/state/src", "rs"),
    ("data/guide/articles", "md"),
    ("data/guide/tools", "toml"),
];

fn files(under: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(under).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|is| is == ending) {
            let name = path.to_string_lossy().into_owned();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The sentences in a Rust source: its string literals that have a blank in them, without comments, tests
/// and class names.
fn sentences(source: &str) -> Vec<String> {
    let before_tests = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = before_tests
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = lines
        .filter(|line| !line.contains("class="))
        .collect::<Vec<_>>()
        .join("\n");
    let mut all = Vec::new();
    let mut rest = code.as_str();
    while let Some((_, from)) = rest.split_once('"') {
        let mut end = None;
        let mut escaped = false;
        for (at, c) in from.char_indices() {
            match c {
                '\\' if !escaped => escaped = true,
                '"' if !escaped => {
                    end = Some(at);
                    break;
                }
                _ => escaped = false,
            }
        }
        let Some(end) = end else {
            break;
        };
        let text = &from[..end];
        if text.contains(' ') && !text.starts_with("    ") {
            all.push(without_values(text));
        }
        rest = &from[end + 1..];
    }
    all
}

/// A sentence without the names of the values that are put into it.
fn without_values(text: &str) -> String {
    let mut parts = text.split('{');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        said.push_str("{}");
        said.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    said
}

fn says(text: &str, word: &str) -> bool {
    let text = text.to_lowercase();
    let is_letter =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !is_letter(before) && !is_letter(after)
    })
}

#[test]
fn words_that_others_have_replaced_are_gone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for (folder, ending) in READ {
        let mut found = Vec::new();
        files(&root.join(folder), ending, &mut found);
        assert!(!found.is_empty(), "{folder}");
        for (file, text) in found {
            let texts = match ending {
                "rs" if file.ends_with("tests.rs") => continue,
                "rs" => sentences(&text),
                _ => text.lines().map(str::to_owned).collect(),
            };
            for text in texts {
                for (word, instead) in REPLACED {
                    if says(&text, word) {
                        faults.push(format!(
                            "{file}: \u{201c}{word}\u{201d} ({instead}) in {text}"
                        ));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_sentence_is_found_between_its_quotes() {
    let source = "/// A \"gate here\".\nfn a() { say(\"The \\\"gate\\\" is\", \"no-sentence\") }\n#[cfg(test)]\nmod tests { \"in a test\" }";
    assert_eq!(sentences(source), ["The \\\"gate\\\" is"]);
    assert!(
        says("The Gate: open", "gate") && !says("aggregate", "gate") && !says("gate-list", "gate")
    );
}
