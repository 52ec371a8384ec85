//! Two files of what is shared by several pieces, in place of one for each set of pieces that share something.
//!
//! The splitter cuts so finely that no piece brings what it does not need: with ten pieces that makes a hundred
//! files, most under a kilobyte, each with a request of its own. Here all but the large ones become two, one of
//! what the first list waits for and one of the rest, and whatever needs a part loads the whole. That is simple because of how the splitter cuts: a chunk defines functions,
//! entries of the app's table and data at addresses of their own, it imports the app's memory, table and stack
//! pointer alone, and no chunk waits for another.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};
use wasmparser::{Parser, Payload, TypeRef};

use crate::Result;

/// A chunk above these bytes stays a file of its own: who does not need it should not load it.
const LARGE: u64 = 20_000;
/// The pieces that the first list waits for.
const FIRST: [&str; 3] = ["data", "programs", "solver"];
/// The names of the joined files, among those of chunks: what one of [`FIRST`] needs, and the rest.
const JOINED: [&str; 2] = ["chunk_first", "chunk_small"];

/// Joins the small chunks of a folder, in the splitter's script too. Gives the pieces that are left.
///
/// # Errors
/// When a chunk or the script is not as the splitter makes them.
pub(crate) fn join(folder: &Path, script: &str, pieces: Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    let stem = |piece: &Path| {
        piece
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let (small, mut left): (Vec<PathBuf>, Vec<PathBuf>) = pieces.into_iter().partition(|piece| {
        let is_small = piece.metadata().is_ok_and(|meta| meta.len() <= LARGE);
        is_small && stem(piece).starts_with("chunk_")
    });
    let script = folder.join(script);
    let text = fs::read_to_string(&script)?;
    // The app says in words that a piece did not come, and goes on; one whose page is left on the way is
    // nobody's error.
    let mut text = text.replace("console.error(e);", "console.warn(e);");
    let first = first(&text);
    let (needed, rest) = small
        .into_iter()
        .partition::<Vec<_>, _>(|chunk| first.contains(&stem(chunk)));
    for (name, chunks) in JOINED.into_iter().zip([needed, rest]) {
        if chunks.len() < 2 {
            left.extend(chunks);
            continue;
        }
        let mut joined = Joined::default();
        for chunk in &chunks {
            let wasm = fs::read(chunk)?;
            joined
                .add(&wasm)
                .map_err(|error| format!("{}: {error}", chunk.display()))?;
            fs::remove_file(chunk)?;
        }
        let shared = folder.join(format!("{name}.wasm"));
        fs::write(&shared, joined.module())?;
        left.push(shared);
        let names = chunks.iter().map(|chunk| stem(chunk)).collect();
        text = linked(&text, name, &names)?;
    }
    fs::write(&script, text)?;
    Ok(left)
}

/// The chunks that one of [`FIRST`] needs: above each loader stands which pieces share it.
fn first(script: &str) -> BTreeSet<String> {
    let lines = script.lines().zip(script.lines().skip(1));
    lines
        .filter_map(|(sharing, loader)| {
            let sharing = sharing.strip_prefix("/* ")?.strip_suffix(" */")?;
            let (name, _) = loader.strip_prefix("const __")?.split_once(' ')?;
            let is_first = sharing.split(", ").any(|piece| FIRST.contains(&piece));
            is_first.then(|| name.to_owned())
        })
        .collect()
}

/// The splitter's script with one loader, of this name, in place of those of the named chunks.
fn linked(script: &str, joined: &str, names: &BTreeSet<String>) -> Result<String> {
    let mut out: Vec<String> = Vec::new();
    let mut lines = script.lines();
    let mut is_there = false;
    while let Some(line) = lines.next() {
        let loader = line
            .strip_prefix("const __")
            .and_then(|rest| rest.split_once(" = makeLoad("));
        match loader {
            Some((name, _)) if names.contains(name) => {
                // Above it stands which pieces share it.
                out.pop();
                let body: Vec<&str> = lines
                    .by_ref()
                    .take_while(|line| *line != ", []);")
                    .collect();
                if !is_there {
                    is_there = true;
                    out.push("/* what is small and shared */".to_owned());
                    out.push(line.replace(name, joined));
                    let named = |line: &&str| {
                        line.replace(&format!("{name}.wasm"), &format!("{joined}.wasm"))
                    };
                    out.extend(body.iter().map(named));
                    out.push(", []);".to_owned());
                }
            }
            _ if line.starts_with(", [__") => out.push(needs(line, joined, names)),
            _ => out.push(line.to_owned()),
        }
    }
    if !is_there {
        return Err("the splitter's script loads none of its chunks".into());
    }
    Ok(out.join("\n") + "\n")
}

/// What a piece waits for, with the joined chunk named once.
fn needs(line: &str, joined: &str, names: &BTreeSet<String>) -> String {
    let (list, end) = line
        .trim_start_matches(", [")
        .split_once(']')
        .unwrap_or((line, ""));
    let mut all: Vec<&str> = Vec::new();
    for loader in list.split(", ") {
        let chunk = loader.trim_start_matches("__");
        let name = if names.contains(chunk) { joined } else { chunk };
        if !all.contains(&name) {
            all.push(name);
        }
    }
    let all: Vec<String> = all.iter().map(|name| format!("__{name}")).collect();
    format!(", [{}]{end}", all.join(", "))
}

/// Chunks on their way into one module.
#[derive(Default)]
struct Joined {
    imports: Vec<(String, String, EntityType)>,
    types: TypeSection,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

/// What moves in the numbering of a chunk that others stand before.
struct Behind {
    types: u32,
    functions: u32,
}

impl Reencode for Behind {
    type Error = std::convert::Infallible;

    fn type_index(&mut self, ty: u32) -> std::result::Result<u32, Error<Self::Error>> {
        Ok(self.types + ty)
    }

    fn function_index(&mut self, function: u32) -> std::result::Result<u32, Error<Self::Error>> {
        Ok(self.functions + function)
    }
}

impl Joined {
    fn add(&mut self, wasm: &[u8]) -> Result {
        let mut behind = Behind {
            types: self.types.len(),
            functions: self.functions.len(),
        };
        for part in Parser::new(0).parse_all(wasm) {
            match part? {
                Payload::TypeSection(part) => behind.parse_type_section(&mut self.types, part)?,
                Payload::ImportSection(part) => {
                    for import in part.into_imports() {
                        let import = import?;
                        self.import(import.module, import.name, import.ty, &mut behind)?;
                    }
                }
                Payload::FunctionSection(part) => {
                    behind.parse_function_section(&mut self.functions, part)?;
                }
                Payload::ElementSection(part) => {
                    behind.parse_element_section(&mut self.elements, part)?;
                }
                Payload::CodeSectionStart { .. } => {}
                Payload::CodeSectionEntry(body) => {
                    behind.parse_function_body(&mut self.code, body)?;
                }
                Payload::DataSection(part) => behind.parse_data_section(&mut self.data, part)?,
                Payload::ExportSection(part) if part.count() == 0 => {}
                Payload::Version { .. } | Payload::CustomSection(_) | Payload::End(_) => {}
                Payload::DataCountSection { .. } => {}
                other => return Err(format!("a chunk has {other:?}").into()),
            }
        }
        Ok(())
    }

    /// Takes over an import; each of the app's is imported once.
    fn import(&mut self, module: &str, name: &str, ty: TypeRef, behind: &mut Behind) -> Result {
        let of_the_app = ["memory", "__indirect_function_table"].contains(&name)
            || matches!(ty, TypeRef::Global(_));
        if !of_the_app {
            return Err(format!("a chunk imports {name}").into());
        }
        let import = (module.to_owned(), name.to_owned(), behind.entity_type(ty)?);
        let is_of = |known: &(String, String, EntityType)| known.1 == import.1;
        match self.imports.iter().find(|known| is_of(known)) {
            Some(known) if *known != import => {
                Err(format!("chunks import {name} in two ways").into())
            }
            Some(_) => Ok(()),
            // One of each kind, so that its number is 0 in every chunk.
            None if self
                .imports
                .iter()
                .any(|known| kind(&known.2) == kind(&import.2)) =>
            {
                Err(format!("chunks import {name} beside another of its kind").into())
            }
            None => {
                self.imports.push(import);
                Ok(())
            }
        }
    }

    fn module(&self) -> Vec<u8> {
        let mut imports = ImportSection::new();
        for (module, name, ty) in &self.imports {
            imports.import(module, name, *ty);
        }
        let mut module = Module::new();
        module
            .section(&self.types)
            .section(&imports)
            .section(&self.functions)
            .section(&self.elements)
            .section(&self.code)
            .section(&self.data);
        module.finish()
    }
}

fn kind(ty: &EntityType) -> std::mem::Discriminant<EntityType> {
    std::mem::discriminant(ty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{
        ConstExpr, Elements, Function, GlobalType, MemoryType, RefType, TableType, ValType,
    };

    /// A chunk with two functions, the second calling the first, at a place of the table and of memory.
    fn chunk(index: i32, has_stack: bool) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        let memory = MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        };
        let table = TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 8,
            maximum: None,
            shared: false,
        };
        let stack = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        imports.import("m", "memory", EntityType::Memory(memory));
        imports.import("m", "__indirect_function_table", EntityType::Table(table));
        if has_stack {
            imports.import("m", "stack", EntityType::Global(stack));
        }
        let mut functions = FunctionSection::new();
        functions.function(0).function(0);
        let mut elements = ElementSection::new();
        elements.active(
            None,
            &ConstExpr::i32_const(index),
            Elements::Functions((&[1]).into()),
        );
        let mut code = CodeSection::new();
        let mut first = Function::new([]);
        first.instructions().i32_const(index).end();
        let mut second = Function::new([]);
        second.instructions().call(0).end();
        code.function(&first).function(&second);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(index), *b"x");
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&data);
        module.finish()
    }

    #[test]
    fn a_joined_module_is_whole_and_imports_each_thing_once() {
        let mut joined = Joined::default();
        joined.add(&chunk(1, false)).unwrap();
        joined.add(&chunk(5, true)).unwrap();
        let wasm = joined.module();
        wasmparser::validate(&wasm).unwrap();
        assert_eq!(joined.imports.len(), 3);
        // The second of the second chunk calls the first of it.
        let calls: Vec<u32> = Parser::new(0)
            .parse_all(&wasm)
            .filter_map(|part| match part.unwrap() {
                Payload::CodeSectionEntry(body) => Some(body),
                _ => None,
            })
            .flat_map(|body| body.get_operators_reader().unwrap().into_iter())
            .filter_map(|operator| match operator.unwrap() {
                wasmparser::Operator::Call { function_index } => Some(function_index),
                _ => None,
            })
            .collect();
        assert_eq!(calls, [0, 2]);
    }

    #[test]
    fn the_script_loads_the_joined_chunk_once() {
        let loader = |name: &str| {
            format!(
                "/* a, b */\nconst __{name} = makeLoad(() => {{\n    const src = fetch(new URL(\"./{name}.wasm\"));\n}}\n, []);\n"
            )
        };
        let script = format!(
            "first\n{}{}{}export const __wasm_split_load_a = wrapAsyncCb(makeLoad(() => {{\n}}\n, [__chunk_1, __chunk_2, __chunk_3]));\n",
            loader("chunk_1"),
            loader("chunk_2"),
            loader("chunk_3"),
        );
        let names = ["chunk_1", "chunk_3"].map(String::from).into();
        let linked = linked(&script, "chunk_small", &names).unwrap();
        assert_eq!(linked.matches("chunk_small.wasm").count(), 1);
        assert_eq!(linked.matches("chunk_2.wasm").count(), 1);
        assert!(!linked.contains("chunk_1") && !linked.contains("chunk_3"));
        assert!(linked.contains(", [__chunk_small, __chunk_2]));"));
        assert!(super::linked("nothing", "chunk_small", &names).is_err());
    }

    #[test]
    fn what_the_first_list_waits_for_is_known_by_who_shares_it() {
        let script = "/* list, solver */\nconst __chunk_1 = makeLoad(() => {\n/* list, trust */\nconst __chunk_2 = makeLoad(() => {\n";
        assert_eq!(first(script), BTreeSet::from(["chunk_1".to_owned()]));
    }
}
