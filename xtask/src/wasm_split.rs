//! From the compiled app to its pieces: the one that every visitor loads, and those that arrive
//! with the room that needs them.
//!
//! The linker leaves its notes in the wasm (`--emit-relocs`), the splitter cuts at the functions
//! that `src/app/pieces` marks, wasm-bindgen binds the first piece, and wasm-opt shrinks each.

use crate::shrink::{self, Job};
use crate::{Result, paths, shared_chunk, step};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

/// The app by name, as Cargo and wasm-bindgen call it.
const APP: &str = "smart-pick-app";
/// The script by which the pieces find each other.
const LINK: &str = "__wasm_split.js";
/// How the splitter's script takes up a piece, and how ours does: a server that names the wrong media
/// type is no reason to go without it, as for the first piece.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
const TAKEN_UP: &str = "takeUp(src, imports)";
const TAKE_UP: &str = "\
async function takeUp(source, imports) {
const response = await source;
if (!response.ok) throw new TypeError(`${response.status} for ${response.url}`);
const isNamed = response.headers.get(\"content-type\") === \"application/wasm\";
if (isNamed) return WebAssembly.instantiateStreaming(response, imports);
return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}";
/// Cuts, binds and shrinks; `compiled` is what Cargo wrote, `to` an empty folder.
///
/// # Errors
/// When a tool fails; its last lines are shown.
pub(crate) fn make(compiled: &Path, to: &Path) -> Result {
    let cut = paths::work().join("cut");
    empty(&cut)?;
    empty(to)?;
    let main = cut.join(format!("{APP}.wasm"));
    let pieces = shared_chunk::join(&cut, LINK, cut_at_marks(compiled, &cut, &main)?)?;
    bind(&main, to)?;
    let bound = to.join(format!("{APP}_bg.wasm"));
    let pieces = pieces.into_iter().map(|piece| Job {
        to: to.join(piece.file_name().unwrap_or_default()),
        from: piece,
        is_named: false,
    });
    let whole = Job {
        from: bound.clone(),
        to: bound,
        is_named: false,
    };
    shrink::all(pieces.chain([whole]).collect())?;
    let script = to.join(format!("{APP}.js"));
    let joined = join(
        &fs::read_to_string(&script)?,
        &fs::read_to_string(cut.join(LINK))?,
    )?;
    fs::write(script, joined)?;
    Ok(())
}

fn empty(folder: &Path) -> Result {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    Ok(())
}

fn cut_at_marks(compiled: &Path, cut: &Path, main: &Path) -> Result<Vec<PathBuf>> {
    let wasm = fs::read(compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
    let mut options = Options::new(&wasm);
    options.output_dir = cut;
    options.main_out_path = main;
    let split = transform(options).map_err(|error| format!("the app cannot be cut: {error:#}"))?;
    Ok(split.split_modules)
}

fn bind(main: &Path, to: &Path) -> Result {
    let start = Instant::now();
    let mut bindgen = Bindgen::new();
    // The pieces reach the app's functions through the table that the linker exports.
    bindgen
        .input_path(main)
        .typescript(false)
        .keep_lld_exports(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(to))
        .map_err(|error| format!("the app cannot be bound: {error:#}"))?;
    step::say(
        "app, bound",
        &format!("done in {}", step::time(start.elapsed())),
    );
    Ok(())
}

/// One script of the two that import each other: names of files carry a hash of what is in them,
/// and two files that name each other can have none.
fn join(app: &str, link: &str) -> Result<String> {
    // The app asks for it once for each piece, each time under another name.
    let mut stars = Vec::new();
    let mut rest = Vec::new();
    for line in app.lines() {
        match line.strip_prefix("import * as ") {
            Some(import) if import.contains(LINK) => {
                stars.extend(import.split_whitespace().next());
            }
            _ => rest.push(line),
        }
    }
    if stars.is_empty() {
        return Err("the app's script does not ask for its pieces".into());
    }
    let mut exports = Vec::new();
    let mut linked = Vec::new();
    for line in link.lines() {
        match line.strip_prefix("export const ") {
            Some(export) => {
                exports.push(export.split_whitespace().next().unwrap_or_default());
                linked.push(format!("const {export}"));
            }
            None if line.starts_with("import ") => {}
            None => linked.push(line.replace(STREAMED, TAKEN_UP)),
        }
    }
    if !linked.iter().any(|line| line.contains(TAKEN_UP)) {
        return Err("the splitter's script does not take up its pieces as it did".into());
    }
    linked.insert(0, TAKE_UP.to_owned());
    let exports = exports.join(", ");
    let named: Vec<String> = stars
        .iter()
        .map(|star| format!("const {star} = {{ {exports} }};"))
        .collect();
    Ok([
        linked.join("\n"),
        named.join("\n"),
        rest.join("\n"),
        String::new(),
    ]
    .join("\n"))
}

#[cfg(test)]
mod tests {
    use super::{STREAMED, TAKE_UP, join};

    #[test]
    fn two_scripts_become_one() {
        let app = "import * as import1 from \"./__wasm_split.js\"\nlet x = import1;\n";
        let link = format!(
            "import {{ initSync }} from \"./main.js\";\nconst a = {STREAMED};\nexport const load_a = wrap();\n"
        );
        let joined = join(app, &link).unwrap();
        let rest = "const a = takeUp(src, imports);\nconst load_a = wrap();\nconst import1 = { load_a };\nlet x = import1;\n";
        assert_eq!(joined, format!("{TAKE_UP}\n{rest}"));
        let twice = format!("import * as import2 from \"./__wasm_split.js\"\n{app}");
        let joined = join(&twice, &link).unwrap();
        assert!(joined.contains("const import2 = { load_a };\nconst import1 = { load_a };"));
        assert!(join("let x;", &link).is_err());
        assert!(join(app, "export const load_a = wrap();\n").is_err());
    }
}
