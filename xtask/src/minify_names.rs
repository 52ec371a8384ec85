//! Shortens the names by which the app's wasm and its script know each other, and the script.
//!
//! wasm-bindgen ends each of two hundred names with a hash, which no compressor makes smaller:
//! together they are 5 kB of the download. Here they become `a`, `b` and so on, in both files.

use crate::Result;
use wasm_encoder::{EntityType, ImportSection, Module, RawSection};
use wasmparser::{ImportSectionReader, Parser, Payload, TypeRef};

/// The script and the wasm with short names.
///
/// # Errors
/// When the wasm is cut short or imports anything but functions.
pub(crate) fn names(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut script = script.to_owned();
    let mut module = Module::new();
    for part in Parser::new(0).parse_all(wasm) {
        let part = part?;
        if let Payload::ImportSection(section) = part {
            module.section(&imports(section, &mut script)?);
        } else if let Some((id, range)) = part.as_section() {
            let data = wasm.get(range).ok_or("the wasm is cut short")?;
            module.section(&RawSection { id, data });
        }
    }
    Ok((bare(&script), module.finish()))
}

/// The script without comments and indentation, which no browser needs. wasm-bindgen begins
/// every line of a comment as one.
fn bare(script: &str) -> String {
    let is_comment = |line: &str| ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    let lines = script.lines().map(str::trim_start);
    lines
        .filter(|line| !line.is_empty() && !is_comment(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The section of imports with each function renamed, there and in the script.
fn imports(section: ImportSectionReader<'_>, script: &mut String) -> Result<ImportSection> {
    let mut short = ImportSection::new();
    for (at, import) in section.into_imports().enumerate() {
        let import = import?;
        let name = import.name;
        let TypeRef::Func(signature) = import.ty else {
            return Err(format!("the wasm imports {name}, which is no function").into());
        };
        // Only names that end with a hash are sure to be no word of the script.
        let new = match name.starts_with("__wb") && script.contains(name) {
            true => letters(at),
            false => name.to_owned(),
        };
        *script = script.replace(name, &new);
        short.import(import.module, &new, EntityType::Function(signature));
    }
    Ok(short)
}

/// `a` to `z`, then `ba`, `bb` and so on.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        more => letters(more) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CustomSection, TypeSection};

    /// Two imports between sections of other kinds.
    fn wasm(first: &str, second: &str) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        for (signature, name) in (0..).zip([first, second]) {
            imports.import("./app_bg.js", name, EntityType::Function(signature));
        }
        let custom = CustomSection {
            name: "notes".into(),
            data: [7; 300][..].into(),
        };
        let mut wasm = Module::new();
        wasm.section(&types).section(&imports).section(&custom);
        wasm.finish()
    }

    #[test]
    fn both_files_get_the_same_short_names() {
        let long = ["__wbg_log_0123456789abcdef", "__wbg_new_fedcba9876543210"];
        let script = format!("{{ {}: f, {}: g }}", long[0], long[1]);
        let (script, short) = names(&script, &wasm(long[0], long[1])).unwrap();
        assert_eq!(script, "{ a: f, b: g }");
        assert_eq!(short, wasm("a", "b"));
    }

    #[test]
    fn the_script_loses_comments_and_indentation_only() {
        let script = "/**\n * Adds.\n */\nfunction add() {\n    // Here.\n    return 1;\n\n}\n";
        assert_eq!(bare(script), "function add() {\nreturn 1;\n}");
    }

    #[test]
    fn a_name_that_may_be_a_word_stays() {
        let (script, short) = names("log: log", &wasm("log", "new")).unwrap();
        assert_eq!((script.as_str(), short), ("log: log", wasm("log", "new")));
    }

    #[test]
    fn names_go_on_after_the_alphabet() {
        assert_eq!(
            [0, 25, 26, 27, 701].map(letters),
            ["a", "z", "ba", "bb", "baz"]
        );
    }

    #[test]
    fn a_cut_file_is_an_error() {
        assert!(names("", &wasm("a", "b")[..20]).is_err());
    }
}
