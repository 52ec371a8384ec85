//! A list that the visitor brings: lines with ACGME ids or names, matched with the catalog.

use crate::engine::catalog::{Catalog, ProgramIndex};
use crate::engine::program::ProgramId;
use crate::engine::search::SearchIndex;

/// Most lines that are read.
pub const MOST_LINES: usize = 1_000;
/// Most programs that are offered for a doubtful line.
const MOST_OFFERED: usize = 8;

/// What a line is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// This program, beyond doubt: its id, or its whole name and no other's.
    Surely(ProgramIndex),
    /// One of these, the likeliest first.
    Perhaps(Vec<ProgramIndex>),
    /// None that we know.
    Unknown,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// The line without what surrounds it.
    pub text: String,
    /// What it is taken for.
    pub taken: Taken,
}

/// Reads a list: a program a line. Empty lines are passed over, and so is a first line that is a
/// heading. Where a line has no ten-digit id, names are sought among the programs that `within`
/// admits.
#[must_use]
pub fn read(
    text: &str,
    catalog: &Catalog,
    index: &SearchIndex,
    within: impl Fn(ProgramIndex) -> bool,
) -> Vec<Line> {
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
    let lines = lines.map(|(number, line)| (number, line.trim()));
    lines
        .filter(|(number, line)| !(line.is_empty() || *number == 1 && is_heading(line)))
        .take(MOST_LINES)
        .map(|(number, line)| Line {
            number,
            text: line.to_owned(),
            taken: taken(line, catalog, index, &within),
        })
        .collect()
}

/// Whether a line names the columns of a table.
fn is_heading(line: &str) -> bool {
    const NAMES: [&str; 7] = [
        "program",
        "program name",
        "name",
        "acgme id",
        "acgme",
        "id",
        "place",
    ];
    columns(line).any(|column| NAMES.iter().any(|name| column.eq_ignore_ascii_case(name)))
}

/// The columns of a table's line, without quotes.
fn columns(line: &str) -> impl Iterator<Item = &str> {
    line.split(['\t', ',', ';'])
        .map(|column| column.trim().trim_matches('"').trim())
}

fn taken(
    line: &str,
    catalog: &Catalog,
    index: &SearchIndex,
    within: &impl Fn(ProgramIndex) -> bool,
) -> Taken {
    if let Some(id) = id_in(line) {
        return catalog
            .find(id)
            .map_or(Taken::Unknown, |(program, _)| Taken::Surely(program));
    }
    let name = without_number(line);
    // A table's first column is tried where the whole line says too much.
    let column = columns(name).next().unwrap_or(name);
    for words in [name, column] {
        let hits = index.search(words, within).hits;
        let named: Vec<ProgramIndex> = hits
            .iter()
            .map(|hit| hit.program)
            .filter(|program| {
                let program = catalog.get(*program);
                program.is_some_and(|program| program.name.eq_ignore_ascii_case(words))
            })
            .collect();
        match (named.as_slice(), hits.is_empty()) {
            ([one], _) => return Taken::Surely(*one),
            (_, true) => {}
            _ => {
                let offered = hits.into_iter().map(|hit| hit.program);
                return Taken::Perhaps(offered.take(MOST_OFFERED).collect());
            }
        }
    }
    Taken::Unknown
}

/// The first run of exactly ten digits.
fn id_in(line: &str) -> Option<ProgramId> {
    let runs = line.split(|letter: char| !letter.is_ascii_digit());
    runs.filter(|run| run.len() == 10)
        .find_map(ProgramId::parse)
}

/// The line without a number in front, as in "12. Name".
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    match rest.strip_prefix(['.', ')']) {
        Some(name) if rest.len() < line.len() => name.trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::catalog::CatalogParts;
    use crate::engine::catalog::Specialty;
    use crate::engine::place::UsState;
    use crate::engine::program::{Program, SpecialtyCode};
    use crate::engine::vocabulary::Route;

    fn catalog() -> Catalog {
        let program = |id: &str, name: &str, city: &str| {
            Program::new(ProgramId::parse(id).unwrap(), name, city, UsState::Ny)
        };
        Catalog::new(CatalogParts {
            programs: vec![
                program("1400500001", "General Hospital", "Albany"),
                program("1400500002", "General Hospital", "Buffalo"),
                program("1400500003", "Mercy Medical Center", "Ithaca"),
            ],
            specialties: vec![Specialty {
                code: SpecialtyCode::parse("140").unwrap(),
                name: "Internal Medicine".into(),
                aliases: Box::default(),
                route: Route::MainMatch,
                route_note: "".into(),
                one_year: Box::default(),
            }],
            ..CatalogParts::default()
        })
        .unwrap()
    }

    fn taken_for(text: &str) -> Vec<Taken> {
        let catalog = catalog();
        let index = SearchIndex::new(&catalog);
        let lines = read(text, &catalog, &index, |_| true);
        lines.into_iter().map(|line| line.taken).collect()
    }

    #[test]
    fn ids_and_whole_names_are_sure_and_the_rest_is_asked() {
        let surely = |place| Taken::Surely(ProgramIndex(place));
        assert_eq!(
            taken_for(
                "Program,ACGME id\nX (ACGME 1400500002)\n\n3. mercy medical center\r\nGeneral Hospital\nnowhere at all\n9999999999\n"
            ),
            [
                surely(1),
                surely(2),
                Taken::Perhaps(vec![ProgramIndex(0), ProgramIndex(1)]),
                Taken::Unknown,
                Taken::Unknown,
            ]
        );
    }

    #[test]
    fn a_single_unknown_line_is_told_and_not_taken_for_a_heading() {
        assert_eq!(taken_for("nowhere at all"), [Taken::Unknown]);
        assert_eq!(taken_for(" \n\n"), Vec::<Taken>::new());
    }

    #[test]
    fn a_column_of_a_table_is_enough() {
        assert_eq!(
            taken_for("\"Mercy Medical Center\",Somewhere,NY"),
            [Taken::Surely(ProgramIndex(2))]
        );
    }
}
