//! House rules that a machine can check.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Files over the usual length, each with its reason.
const LONG: [(&str, &str); 7] = [
    (
        "crates/engine/src/geography.rs",
        "fifty-two states with division and tile",
    ),
    (
        "crates/engine/src/vocabulary.rs",
        "the closed sets stand in one place",
    ),
    (
        "crates/engine/src/applicant",
        "the person is one type with many small ones",
    ),
    (
        "crates/engine/src/program.rs",
        "the program is one type with many small ones",
    ),
    (
        "crates/engine/src/catalog",
        "rows and the checks across them",
    ),
    (
        "crates/engine/src/eligibility",
        "each reason is a variant with its sentence",
    ),
    (
        "crates/state/src/persist/save/rows.rs",
        "the rows of one file format stay together",
    ),
];
const USUAL_LENGTH: usize = 300;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(under: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(under)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push((name(&path), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The sources of the crates and of the app.
fn ours() -> Vec<(String, String)> {
    let mut all = files("crates", "rs");
    all.extend(files("src", "rs"));
    all
}

fn name(path: &Path) -> String {
    let short: PathBuf = path.strip_prefix(root()).unwrap().into();
    short.to_string_lossy().replace('\\', "/")
}

/// The code of a file without its comments and without the tests at its end.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = before_tests.lines().map(|line| {
        let trimmed = line.trim_start();
        if trimmed.starts_with("//") { "" } else { line }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn is_test(file: &str) -> bool {
    file.ends_with("/tests.rs") || file.contains("/tests/") || file.contains("_tests.rs")
}

#[track_caller]
fn none(rule: &str, faults: Vec<String>) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn only_browser_and_kit_name_the_platform() {
    let mut faults = Vec::new();
    for (file, text) in files("src", "rs") {
        let home = file.starts_with("src/browser/") || file.starts_with("src/kit/");
        for foreign in ["web_sys", "js_sys", "wasm_bindgen::"] {
            if !home && code(&text).contains(foreign) {
                faults.push(format!("{file} names {foreign}"));
            }
        }
    }
    none("effects have one home", faults);
}

#[test]
fn the_kit_has_no_domain_words() {
    let mut faults = Vec::new();
    for (file, text) in files("src/kit", "rs") {
        // The one sort and the one way to write a number know no domain word either.
        let code = code(&text)
            .replace("engine::ordering", "")
            .replace("engine::decimal", "");
        for word in ["engine::", "state::", "ProgramId", "Applicant"] {
            if code.contains(word) {
                faults.push(format!("{file} names {word}"));
            }
        }
    }
    none("kit: controls only", faults);
}

#[test]
fn what_the_app_draws_does_not_know_the_app() {
    let parts = ["browser", "kit", "loading", "rooms", "routing"];
    let sources = parts.map(|part| files(&format!("src/{part}"), "rs"));
    let faults = sources.concat().into_iter();
    let faults = faults.filter(|(_, text)| code(text).contains("crate::app"));
    none("one way in", faults.map(|(file, _)| file).collect());
}

/// Rooms may use each other, but never in a ring.
#[test]
fn rooms_stand_in_an_order() {
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in files("src/rooms", "rs") {
        let inside = file.trim_start_matches("src/rooms/");
        let room = inside.split(['/', '.']).next().unwrap().to_owned();
        let others = code(&text);
        let others = others.split("crate::rooms::").skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            rest[..end.unwrap_or(rest.len())].to_owned()
        });
        let others = others.filter(|other| *other != room);
        uses.entry(room.clone()).or_default().extend(others);
    }
    // Whoever uses nobody that is left can be taken away; a ring stays.
    while let Some(room) = uses
        .iter()
        .find(|(_, others)| others.iter().all(|other| !uses.contains_key(other)))
        .map(|(room, _)| room.clone())
    {
        uses.remove(&room);
    }
    none("a ring of rooms", uses.into_keys().collect());
}

#[test]
fn serde_stays_at_the_borders() {
    const BORDERS: [&str; 9] = [
        "crates/cli/",
        "crates/data/",
        "crates/fit/",
        "crates/guide/",
        "crates/pack/src/wire",
        "crates/state/src/content/",
        "crates/state/src/embed/",
        "crates/state/src/persist/save/",
        "src/browser/",
    ];
    let mut faults = Vec::new();
    for (file, text) in ours() {
        let border = BORDERS.iter().any(|border| file.starts_with(border));
        let code = code(&text);
        if !border && (code.contains("serde::") || code.contains("Deserialize")) {
            faults.push(file);
        }
    }
    none("serde only on types that cross a border", faults);
}

#[test]
fn nothing_can_panic_outside_tests_and_build_tools() {
    const WAYS: [&str; 7] = [
        ".unwrap()",
        ".expect(",
        "panic!(",
        "todo!(",
        "unimplemented!(",
        "unreachable!(",
        ".unwrap_unchecked(",
    ];
    let mut faults = Vec::new();
    for (file, text) in ours() {
        if is_test(&file) || file.starts_with("crates/fit/") {
            continue;
        }
        for way in WAYS {
            if code(&text).contains(way) {
                faults.push(format!("{file} has {way}"));
            }
        }
    }
    none("no panic", faults);
}

#[test]
fn floats_are_ordered_totally() {
    let mut faults = Vec::new();
    for (file, text) in ours() {
        if code(&text).contains(".partial_cmp(") {
            faults.push(file);
        }
    }
    none("total_cmp, never partial_cmp", faults);
}

#[test]
fn every_allow_has_a_reason() {
    let mut faults = Vec::new();
    for (file, text) in ours().into_iter().chain(files("xtask", "rs")) {
        for (at, part) in text
            .match_indices("#[allow(")
            .chain(text.match_indices("#![allow("))
        {
            let end = text[at..].find(")]").map_or(text.len(), |end| at + end);
            if !text[at..end].contains("reason") {
                faults.push(format!("{file}: {part}"));
            }
        }
    }
    none("allow with reason", faults);
}

#[test]
fn a_file_fits_in_a_head() {
    let mut faults = Vec::new();
    for (file, text) in ours().into_iter().chain(files("xtask", "rs")) {
        if is_test(&file) {
            continue;
        }
        let excused = LONG.iter().any(|(path, _)| file.starts_with(path));
        let length = code(&text)
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count();
        if length > USUAL_LENGTH && !excused {
            faults.push(format!("{file}: {length} lines of code"));
        }
    }
    none("at most 300 lines of code", faults);
}

#[test]
fn no_module_is_named_for_nothing() {
    const EMPTY: [&str; 8] = [
        "util", "utils", "helper", "helpers", "common", "misc", "manager", "types",
    ];
    let mut faults = Vec::new();
    for (file, _) in ours().into_iter().chain(files("xtask", "rs")) {
        let parts = file.trim_end_matches(".rs").split('/');
        if parts.into_iter().any(|part| EMPTY.contains(&part)) {
            faults.push(file);
        }
    }
    none("names are the field's words", faults);
}

#[test]
fn every_colour_is_a_token() {
    let mut faults = Vec::new();
    for (file, text) in files("styles", "css") {
        if file == "styles/tokens.css" {
            continue;
        }
        for (number, line) in (1..).zip(text.lines()) {
            let hex = line.match_indices('#').any(|(at, _)| {
                let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit);
                digits.count() >= 3
            });
            if hex
                || ["rgb(", "hsl(", "oklch(", "rgba("]
                    .iter()
                    .any(|f| line.contains(f))
            {
                faults.push(format!("{file}:{number}: {}", line.trim()));
            }
        }
    }
    none("no colour outside tokens.css", faults);
}

/// Class names in the style sheets.
fn styled() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for (_, text) in files("styles", "css") {
        let text = without_css_comments(&text);
        for (at, _) in text.match_indices('.') {
            let word: String = text[at + 1..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                .collect();
            if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
                classes.insert(word);
            }
        }
    }
    classes
}

fn without_css_comments(text: &str) -> String {
    let mut rest = text;
    let mut kept = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// Words between quotes in the screens, the shell and the document. Code between two literals
/// slips in; it spells no class.
fn spoken() -> BTreeSet<String> {
    let mut sources = files("src", "rs");
    sources.extend(files("src/shell", "js"));
    let document = fs::read_to_string(root().join("index.html")).unwrap_or_default();
    sources.push(("index.html".into(), document));
    let mut words = BTreeSet::new();
    for (_, text) in sources {
        for piece in text.split('"').skip(1) {
            words.extend(piece.split_whitespace().map(String::from));
        }
    }
    // Pages that are written at build time spell a class after a dot.
    let mut built = files("crates/fit/src/backtest", "rs");
    built.extend(files("crates/guide/src", "rs"));
    for (_, text) in built {
        words.extend(text.split("class=\\\"").skip(1).filter_map(|rest| {
            let literal = rest.split('\\').next()?;
            Some(literal.to_owned())
        }));
        let dotted = text.split('.').skip(1);
        let is_class = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        words.extend(dotted.map(|piece| piece.chars().take_while(|c| is_class(*c)).collect()));
    }
    words
}

#[test]
fn every_styled_class_is_used() {
    let spoken = spoken();
    let unused = styled().into_iter().filter(|class| !spoken.contains(class));
    none("no style without a user", unused.collect());
}

#[test]
fn every_used_class_is_styled() {
    let styled = styled();
    let mut faults = Vec::new();
    for (file, text) in files("src", "rs") {
        let code = code(&text);
        for start in ["class=\"", "classes!(\"", "some(\"", "Some(\""] {
            for (at, _) in code.match_indices(start) {
                let literal = code[at + start.len()..].split('"').next().unwrap();
                let classes = literal.split_whitespace();
                // Only names in block form are surely classes where the place does not say so.
                let sure = start.starts_with("class");
                for class in classes.filter(|c| sure || c.contains("--")) {
                    if !styled.contains(class) {
                        faults.push(format!("{file}: {class}"));
                    }
                }
            }
        }
    }
    none("no class without a style", faults);
}
