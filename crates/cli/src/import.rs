//! The question and the answer of `import`: a list as somebody wrote it, the programs that it names.

#[cfg(feature = "command")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::wire::{AcgmeId, Version};
use engine::catalog::{Catalog, ProgramIndex};
use engine::linkage::list::{Line, List, ListReader, Taken};
use engine::program::SpecialtyCode;
use engine::search::ProgramSearch;

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImportInput {
    /// A list of programs, one a line: ACGME ids with or without a zero in front, NRMP codes, or
    /// names; as text, or as a table with commas, semicolons or tabs.
    pub text: String,
    /// Specialties in which names are sought, by ACGME code, full name or alias, each once. Absent,
    /// null or empty is all. A line, or a heading above it, that names a specialty is sought in that
    /// one; ids and codes are found in every specialty.
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

/// Lines are counted from 1 and come in the order of the text; a cell in quotes that runs over
/// several lines counts as its first. Headings, sections and blank lines are in none of the lists,
/// nor is a line whose program an earlier line named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
pub struct ImportOutput {
    /// Grows when a key changes its meaning or goes away.
    pub format: Version<1>,
    /// Lines that name a program beyond doubt, each program once.
    pub found: Vec<FoundOutput>,
    /// Lines that may name one of several programs, or one that is not beyond doubt.
    pub asked: Vec<AskedOutput>,
    /// Lines that name no program of these data.
    pub unknown: Vec<UnknownOutput>,
}

/// A line that names a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct FoundOutput {
    /// Its number, from 1.
    #[cfg_attr(feature = "command", schemars(range(min = 1)))]
    pub line: usize,
    /// The program.
    pub id: AcgmeId,
}

/// A line that may name one of several programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct AskedOutput {
    /// Its number, from 1.
    #[cfg_attr(feature = "command", schemars(range(min = 1)))]
    pub line: usize,
    /// The likeliest first.
    #[cfg_attr(feature = "command", schemars(length(min = 1), extend("uniqueItems" = true)))]
    pub candidates: Vec<AcgmeId>,
}

/// A line that names no known program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(inline))]
pub struct UnknownOutput {
    /// Its number, from 1.
    #[cfg_attr(feature = "command", schemars(range(min = 1)))]
    pub line: usize,
}

pub(super) fn answer(catalog: &Catalog, asked: &ImportAsked) -> ImportOutput {
    let search = ProgramSearch::default();
    let linkage = search.linkage(catalog);
    let reader = ListReader::new(linkage, &asked.text, &asked.specialties, usize::MAX);
    let List { lines, .. } = reader.finish();
    let id = |program: &ProgramIndex| {
        let program = catalog.get(*program)?;
        Some(AcgmeId(program.id.to_string()))
    };
    let mut output = ImportOutput {
        format: Version,
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
