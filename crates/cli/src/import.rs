//! The question and the answer of `import`: a list as somebody wrote it, the programs that it names.

use serde::{Deserialize, Serialize};

use engine::catalog::{Catalog, ProgramIndex};
use engine::linkage::list::{Line, List, ListReader, Taken};
use engine::program::SpecialtyCode;
use engine::search::ProgramSearch;

/// Format of the answer.
const FORMAT: u8 = 1;

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportInput {
    /// The list, a program a line: text, or a table with commas, semicolons or tabs.
    pub text: String,
    /// Specialties in which names are sought, by ACGME code, full name or alias; absent is all.
    pub specialties: Option<Vec<String>>,
}

/// A question that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportAsked {
    /// The list.
    pub text: String,
    /// Specialties in which names are sought; empty is all.
    pub specialties: Vec<SpecialtyCode>,
}

/// An answer. Headings, sections, blank lines and repeated programs are in none of its lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportOutput {
    /// Format of the answer.
    pub format: u8,
    /// Lines that name a program beyond doubt, each program once.
    pub found: Vec<FoundOutput>,
    /// Lines that may name one of several programs.
    pub asked: Vec<AskedOutput>,
    /// Lines that name no known program.
    pub unknown: Vec<UnknownOutput>,
}

/// A line that names a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundOutput {
    /// Its number, from 1.
    pub line: usize,
    /// ACGME id.
    pub id: String,
}

/// A line that may name one of several programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskedOutput {
    /// Its number, from 1.
    pub line: usize,
    /// ACGME ids, the likeliest first.
    pub candidates: Vec<String>,
}

/// A line that names no known program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnknownOutput {
    /// Its number, from 1.
    pub line: usize,
}

pub(super) fn answer(catalog: &Catalog, asked: &ImportAsked) -> ImportOutput {
    let search = ProgramSearch::default();
    let linkage = search.linkage(catalog);
    let reader = ListReader::new(linkage, &asked.text, &asked.specialties, usize::MAX);
    let List { lines, .. } = reader.finish();
    let id = |program: &ProgramIndex| catalog.get(*program).map(|program| program.id.to_string());
    let mut output = ImportOutput {
        format: FORMAT,
        found: Vec::new(),
        asked: Vec::new(),
        unknown: Vec::new(),
    };
    for Line { number, taken, .. } in lines {
        let line = number;
        match taken {
            Taken::Surely(program) => {
                let found = id(&program).map(|id| FoundOutput { line, id });
                output.found.extend(found);
            }
            Taken::Perhaps(programs) => output.asked.push(AskedOutput {
                line,
                candidates: programs.iter().filter_map(id).collect(),
            }),
            Taken::Unknown => output.unknown.push(UnknownOutput { line }),
        }
    }
    output
}
