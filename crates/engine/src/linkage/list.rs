//! A list of programs that somebody brings: read row by row, so that a long one takes no long task.

use super::numbers::Numbers;
use super::rows::{Kind, Row, kind, rows};
use super::{Linkage, Within};
use crate::catalog::ProgramIndex;
use crate::program::SpecialtyCode;

pub use super::Taken;

/// Most rows for each program that is read.
const ROWS_A_PROGRAM: usize = 5;
/// Rows in which numbers are sought in one step: a fraction of a millisecond.
const ROWS_AT_ONCE: usize = 50;

/// One program of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// The line without what surrounds it.
    pub text: String,
    /// What it is taken for.
    pub taken: Taken,
}

/// A list that is being read.
///
/// ```
/// use engine::catalog::{Catalog, CatalogParts, ProgramIndex, Specialty};
/// use engine::geography::UsState;
/// use engine::linkage::list::{ListReader, Taken};
/// use engine::program::{Program, ProgramId, SpecialtyCode};
/// use engine::search::ProgramSearch;
///
/// let program = |id: &str, name: &str, city: &str| {
///     Program::new(ProgramId::parse(id).unwrap(), name, city, UsState::Ny)
/// };
/// let medicine = SpecialtyCode::parse("140").unwrap();
/// let catalog = Catalog::new(CatalogParts {
///     programs: vec![
///         program("1400500001", "General Hospital", "Albany"),
///         program("1400500002", "General Hospital", "Buffalo"),
///         program("1400500003", "Mercy Medical Center", "Ithaca"),
///     ],
///     specialties: vec![Specialty::new(medicine, "Internal Medicine")],
///     ..CatalogParts::default()
/// })
/// .unwrap();
/// let search = ProgramSearch::default();
/// let text = "X (ACGME 1400500002)\n3. mercy medical center\nGeneral Hospital\nnowhere at all\n";
/// let list = ListReader::new(search.linkage(&catalog), text, &[], 9).finish();
/// let taken: Vec<Taken> = list.lines.into_iter().map(|line| line.taken).collect();
/// let [first, second, third] = [0, 1, 2].map(ProgramIndex);
/// assert_eq!(
///     taken,
///     [
///         Taken::Surely(second),
///         Taken::Surely(third),
///         Taken::Perhaps(vec![first, second]),
///         Taken::Unknown,
///     ]
/// );
/// ```
#[derive(Debug)]
pub struct ListReader<'a> {
    linkage: Linkage<'a>,
    rows: Vec<Row>,
    /// Rows in which numbers were sought so far: all are, before the first is read.
    numbered_rows: usize,
    /// Rows that were read.
    read_rows: usize,
    /// Specialties in which names are sought; empty is all.
    chosen: Vec<SpecialtyCode>,
    /// Specialties of the programs that the list names by number.
    numbered: Vec<SpecialtyCode>,
    /// The specialty that the last section names.
    section: Option<SpecialtyCode>,
    /// Columns in which programs are named, by the last heading; empty is all.
    columns: Vec<bool>,
    lines: Vec<Line>,
    most: usize,
    is_cut: bool,
}

/// A list that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Its programs, in the order of the text. Headings, sections, blank lines, and a line that
    /// names a program that was found before, are not among them.
    pub lines: Vec<Line>,
    /// Whether it was longer than was read.
    pub is_cut: bool,
}

impl<'a> ListReader<'a> {
    /// Begins to read at most so many programs. Where a line has neither id nor code, names are
    /// sought in the chosen specialties; in all where none is chosen.
    #[must_use]
    pub fn new(
        linkage: Linkage<'a>,
        text: &str,
        chosen: &[SpecialtyCode],
        most: usize,
    ) -> ListReader<'a> {
        // Blank lines and headings are rows too; a text of a hundred thousand is no list.
        let most_rows = most.saturating_mul(ROWS_A_PROGRAM);
        ListReader {
            linkage,
            rows: rows(text, most_rows),
            numbered_rows: 0,
            read_rows: 0,
            chosen: chosen.to_vec(),
            numbered: Vec::new(),
            section: None,
            columns: Vec::new(),
            lines: Vec::new(),
            most,
            is_cut: text.lines().nth(most_rows).is_some(),
        }
    }

    /// Rows that are still to be read.
    #[must_use]
    pub fn left(&self) -> usize {
        self.rows.len() - self.read_rows.min(self.rows.len())
    }

    /// Notes the specialty of the programs that a row names by number.
    fn number(&mut self, row: usize) {
        let Some(row) = self.rows.get(row) else {
            return;
        };
        let catalog = self.linkage.catalog;
        for program in Numbers::read(&row.text, catalog, self.linkage.linker).programs {
            let specialty = catalog.get(program).map(|program| program.specialty());
            let new = specialty.filter(|code| !self.numbered.contains(code));
            self.numbered.extend(new);
        }
    }

    /// Reads on for a moment; no when there is nothing left.
    pub fn step(&mut self) -> bool {
        if self.numbered_rows < self.rows.len() {
            for row in self.numbered_rows..self.numbered_rows + ROWS_AT_ONCE {
                self.number(row);
            }
            self.numbered_rows += ROWS_AT_ONCE;
            return true;
        }
        let Some(row) = self.rows.get_mut(self.read_rows).map(std::mem::take) else {
            return false;
        };
        self.read_rows += 1;
        let numbers = Numbers::read(&row.text, self.linkage.catalog, self.linkage.linker);
        if numbers.programs.is_empty() {
            match kind(&row, self.linkage.linker) {
                Kind::Blank => return true,
                Kind::Heading(columns) => {
                    // A title over the headings says nothing of columns.
                    if !columns.is_empty() {
                        self.columns = columns;
                    }
                    return true;
                }
                Kind::Section(specialty) => {
                    self.section = specialty;
                    return true;
                }
                Kind::Program => {}
            }
        }
        if self.lines.len() >= self.most {
            self.is_cut = true;
            self.rows.clear();
            return false;
        }
        let taken = self.taken(&row);
        self.lines.push(Line {
            number: row.number,
            text: row.text,
            taken,
        });
        true
    }

    fn taken(&self, row: &Row) -> Taken {
        let section = self.section.as_slice();
        let within = Within {
            only: if section.is_empty() {
                &self.chosen
            } else {
                section
            },
            rather: &self.numbered,
        };
        let mut columns = self.columns.iter();
        let cells: Vec<&str> = row
            .cells
            .iter()
            .filter(|_| columns.next() != Some(&false))
            .map(String::as_str)
            .collect();
        self.linkage.link(&row.text, &cells, within)
    }

    /// The list, each program found once.
    #[must_use]
    pub fn finish(mut self) -> List {
        while self.step() {}
        let sure = |line: &Line| match line.taken {
            Taken::Surely(program) => Some(program),
            Taken::Perhaps(_) | Taken::Unknown => None,
        };
        let found: Vec<ProgramIndex> = self.lines.iter().filter_map(sure).collect();
        for line in &mut self.lines {
            // A name whose likeliest program is on the list already means that one.
            if let Taken::Perhaps(programs) = &line.taken
                && let Some(first) = programs.first().filter(|first| found.contains(first))
                && self.linkage.is_named(*first, &line.text)
            {
                line.taken = Taken::Surely(*first);
            }
        }
        let mut once: Vec<ProgramIndex> = Vec::new();
        let is_cut = self.is_cut;
        let mut lines = self.lines;
        lines.retain(|line| match sure(line) {
            Some(program) if once.contains(&program) => false,
            Some(program) => {
                once.push(program);
                true
            }
            None => true,
        });
        List { lines, is_cut }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, CatalogParts, Specialty};
    use crate::geography::UsState;
    use crate::program::{Program, ProgramId};
    use crate::search::ProgramSearch;

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
            specialties: vec![Specialty::new(
                SpecialtyCode::parse("140").unwrap(),
                "Internal Medicine",
            )],
            ..CatalogParts::default()
        })
        .unwrap()
    }

    fn read(text: &str, most: usize) -> List {
        let (catalog, search) = (catalog(), ProgramSearch::default());
        ListReader::new(search.linkage(&catalog), text, &[], most).finish()
    }

    #[test]
    fn ids_and_whole_names_are_sure_and_the_rest_is_asked() {
        let list = read(
            "Program,ACGME id\nX (ACGME 1400500002)\n\n3. mercy medical center\r\nGeneral Hospital\nnowhere at all\n9999999999\n",
            9,
        );
        let taken = list.lines.into_iter().map(|line| (line.number, line.taken));
        assert_eq!(
            taken.collect::<Vec<_>>(),
            [
                (2, Taken::Surely(ProgramIndex(1))),
                (4, Taken::Surely(ProgramIndex(2))),
                (5, Taken::Perhaps(vec![ProgramIndex(0), ProgramIndex(1)])),
                (6, Taken::Unknown),
                (7, Taken::Unknown),
            ]
        );
    }

    #[test]
    fn no_more_programs_are_read_than_asked_for_and_that_is_said() {
        let text = "Mercy\nnowhere\nelsewhere\n";
        assert!(!read(text, 3).is_cut);
        let cut = read(text, 2);
        assert!(cut.is_cut);
        assert_eq!(cut.lines.len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_and_each_program_found_once(
            text in "([a-z,;\"/() \t\n]|mercy|general|hospital|Albany|140050000[1-4]|NY|Program|é){0,60}",
        ) {
            let list = read(&text, 40);
            let mut found = Vec::new();
            let mut last = 0;
            for line in list.lines {
                proptest::prop_assert!(line.number > last);
                last = line.number;
                match line.taken {
                    Taken::Surely(program) => {
                        proptest::prop_assert!(!found.contains(&program));
                        found.push(program);
                    }
                    Taken::Perhaps(mut programs) => {
                        let count = programs.len();
                        programs.sort_unstable();
                        programs.dedup();
                        proptest::prop_assert!(count > 0 && programs.len() == count);
                    }
                    Taken::Unknown => {}
                }
            }
        }
    }
}
