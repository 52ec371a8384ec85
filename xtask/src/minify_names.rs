//! Shortens the names by which the app's wasm and its script know each other, and the script.
//!
//! wasm-bindgen ends each of two hundred names with a hash, which no compressor makes smaller:
//! together they are 5 kB of the download. Here they become `a`, `b` and so on, in both files.

use crate::Result;

/// Bytes at the beginning of every wasm file: magic number and version.
const HEAD: usize = 8;
/// Ids of the wasm format.
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// The script and the wasm with short names.
///
/// # Errors
/// When the wasm is cut short or imports anything but functions.
pub(crate) fn names(script: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut script = script.to_owned();
    let (head, sections) = wasm.split_at_checked(HEAD).ok_or("the wasm has no head")?;
    let mut short = head.to_vec();
    let mut rest = Reader(sections);
    while !rest.0.is_empty() {
        let id = rest.byte()?;
        let section = rest.bytes()?;
        short.push(id);
        if id == IMPORTS {
            write_bytes(&mut short, &imports(section, &mut script)?);
        } else {
            write_bytes(&mut short, section);
        }
    }
    Ok((bare(&script), short))
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
fn imports(section: &[u8], script: &mut String) -> Result<Vec<u8>> {
    let mut section = Reader(section);
    let count = section.number()?;
    let mut short = Vec::new();
    write_number(&mut short, count);
    for at in 0..count {
        let (module, name) = (section.bytes()?, std::str::from_utf8(section.bytes()?)?);
        if section.byte()? != FUNCTION {
            return Err(format!("the wasm imports {name}, which is no function").into());
        }
        // Only names that end with a hash are sure to be no word of the script.
        let new = match name.starts_with("__wb") && script.contains(name) {
            true => letters(at),
            false => name.to_owned(),
        };
        *script = script.replace(name, &new);
        write_bytes(&mut short, module);
        write_bytes(&mut short, new.as_bytes());
        short.push(FUNCTION);
        write_number(&mut short, section.number()?);
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

/// Reads the parts of a wasm file in their order.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (first, rest) = self.0.split_first().ok_or("the wasm is cut short")?;
        self.0 = rest;
        Ok(*first)
    }

    /// A number in LEB128: seven bits a byte, the lowest first.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err("a number of the wasm is too long".into())
    }

    /// Bytes after their number.
    fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        let cut = self.0.split_at_checked(length);
        let (bytes, rest) = cut.ok_or("the wasm is cut short")?;
        self.0 = rest;
        Ok(bytes)
    }
}

fn write_number(to: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn write_bytes(to: &mut Vec<u8>, bytes: &[u8]) {
    write_number(to, bytes.len());
    to.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Head, a section of two imports, and a section of another kind.
    fn wasm(first: &str, second: &str) -> Vec<u8> {
        let mut imports = vec![2];
        for (place, name) in [first, second].into_iter().enumerate() {
            write_bytes(&mut imports, b"./app_bg.js");
            write_bytes(&mut imports, name.as_bytes());
            imports.extend([FUNCTION, place as u8]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(IMPORTS);
        write_bytes(&mut wasm, &imports);
        wasm.push(11);
        write_bytes(&mut wasm, &[7; 300]);
        wasm
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
