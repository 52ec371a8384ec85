//! A list of programs that somebody brings: read row by row, so that a long one takes no long task.

use super::numbers::Numbers;
use super::rows::{Kind, Row, kind, rows};
use super::{Linkage, Within};
use crate::engine::catalog::ProgramIndex;
use crate::engine::program::SpecialtyCode;

pub use super::Taken;

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
#[derive(Debug)]
pub struct ListReader<'a> {
    linkage: Linkage<'a>,
    rows: std::vec::IntoIter<Row>,
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
        let rows = rows(text);
        let mut numbered = Vec::new();
        for row in &rows {
            for program in Numbers::read(&row.text, linkage.catalog, linkage.linker).programs {
                let specialty = linkage.catalog.get(program).map(|p| p.specialty());
                numbered.extend(specialty.filter(|code| !numbered.contains(code)));
            }
        }
        ListReader {
            linkage,
            rows: rows.into_iter(),
            chosen: chosen.to_vec(),
            numbered,
            section: None,
            columns: Vec::new(),
            lines: Vec::new(),
            most,
            is_cut: false,
        }
    }

    /// Rows that are still to be read.
    #[must_use]
    pub fn left(&self) -> usize {
        self.rows.len()
    }

    /// Reads the next row; no when there is none.
    pub fn step(&mut self) -> bool {
        let Some(row) = self.rows.next() else {
            return false;
        };
        let numbers = Numbers::read(&row.text, self.linkage.catalog, self.linkage.linker);
        if numbers.programs.is_empty() {
            match kind(&row, self.linkage.linker) {
                Kind::Blank => return true,
                Kind::Heading(columns) => {
                    self.columns = columns;
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
            self.rows = Vec::new().into_iter();
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
            only: if section.is_empty() { &self.chosen } else { section },
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
