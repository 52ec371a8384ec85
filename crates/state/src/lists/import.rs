//! A list that the visitor brings, as it is gone through: what was found, what is asked, what is
//! kept as a program of one's own.

use vecmap::VecSet;

use crate::notebook::{Key, Notebook, NotebookEdit};
use engine::catalog::{Catalog, ProgramIndex};
use engine::linkage::list::{Line, List, Taken};
use engine::program::ProgramId;

/// Most programs that are read from one list: more than anybody applies to.
pub const MOST_PROGRAMS: usize = 1_000;
/// Most characters that are kept and shown of a line.
const LONGEST: usize = 200;

/// What the visitor says, or need not say, of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Nothing yet.
    Open,
    /// It is this program.
    Program(ProgramIndex),
    /// It is a program that these data do not have, and stays as it is written.
    Own,
}

/// One line with what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line.
    pub line: Line,
    /// The choice.
    pub choice: Choice,
}

impl Row {
    /// The programs that it may be, the likeliest first; empty where it is sure or not known.
    #[must_use]
    pub fn offered(&self) -> &[ProgramIndex] {
        match &self.line.taken {
            Taken::Perhaps(programs) => programs,
            Taken::Surely(_) | Taken::Unknown => &[],
        }
    }

    /// Whether no program of these data comes near the line.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.line.taken == Taken::Unknown
    }

    /// The line as it is shown and kept, cut where it is longer than a name can be.
    #[must_use]
    pub fn text(&self) -> String {
        let mut words = self.line.text.split_whitespace();
        let first = words.next().unwrap_or_default().to_owned();
        let whole = words.fold(first, |text, word| text + " " + word);
        whole.chars().take(LONGEST).collect()
    }
}

/// The list, gone through line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Its programs, in the order of the text.
    pub rows: Vec<Row>,
    /// Whether only the first [`MOST_PROGRAMS`] were read.
    pub is_cut: bool,
}

impl Import {
    /// Takes what was read. What is sure is chosen, and so is a candidate without a rival.
    #[must_use]
    pub fn of(list: List) -> Import {
        let row = |line: Line| Row {
            choice: match &line.taken {
                Taken::Surely(program) => Choice::Program(*program),
                Taken::Perhaps(programs) => match programs.as_slice() {
                    [one] => Choice::Program(*one),
                    _ => Choice::Open,
                },
                Taken::Unknown => Choice::Open,
            },
            line,
        };
        Import {
            rows: list.lines.into_iter().map(row).collect(),
            is_cut: list.is_cut,
        }
    }

    /// The programs chosen, each once.
    #[must_use]
    pub fn programs(&self, catalog: &Catalog) -> VecSet<ProgramId> {
        let mut ids = VecSet::new();
        for row in &self.rows {
            if let Choice::Program(program) = row.choice
                && let Some(program) = catalog.get(program)
            {
                ids.insert(program.id);
            }
        }
        ids
    }

    /// How many programs the list names: each chosen one once, and every line that is open or kept.
    #[must_use]
    pub fn count(&self, catalog: &Catalog) -> usize {
        let chosen = |row: &&Row| matches!(row.choice, Choice::Program(_));
        let others = self.rows.len() - self.rows.iter().filter(chosen).count();
        self.programs(catalog).len() + others
    }

    /// Says what a line is; a place beyond the last row changes nothing.
    pub fn choose(&mut self, at: usize, choice: Choice) {
        if let Some(row) = self.rows.get_mut(at) {
            row.choice = choice;
        }
    }
}

/// The programs that are offered for a line, each in words that tell it from the others: the city
/// always, the specialty where there are several, and the id where nothing else differs.
#[must_use]
pub fn labels(catalog: &Catalog, offered: &[ProgramIndex]) -> Vec<String> {
    let programs = offered.iter().filter_map(|program| catalog.get(*program));
    let programs: Vec<_> = programs.collect();
    let first = programs.first().map(|program| program.specialty());
    let are_several = programs.iter().any(|p| Some(p.specialty()) != first);
    let plain: Vec<String> = programs
        .iter()
        .map(|program| {
            let state = program.state.code();
            let label = format!("{}, {}, {state}", program.name, program.city);
            match are_several {
                true => format!("{label}: {}", catalog.specialty_name(program.specialty())),
                false => label,
            }
        })
        .collect();
    let told = programs.iter().zip(&plain).map(|(program, label)| {
        let alike = plain.iter().filter(|other| *other == label).count();
        match (alike > 1, program.institution.as_deref()) {
            (false, _) => label.clone(),
            (true, Some(institution)) => format!("{label} ({institution}, ACGME {})", program.id),
            (true, None) => format!("{label} (ACGME {})", program.id),
        }
    });
    told.collect()
}

/// The box of the notebook that holds programs of one's own, one a line.
#[must_use]
pub fn own_key() -> Key {
    Key::of(&["my-list", "own-programs"])
}

/// Keeps lines as programs of one's own, after those that are kept already, each once.
#[must_use]
pub fn keep(notebook: &Notebook, lines: &[String]) -> NotebookEdit {
    let mut text = notebook.text(&own_key()).trim_end().to_owned();
    for line in lines {
        if !text.lines().any(|kept| kept.trim() == line) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
    }
    NotebookEdit::Type(own_key(), text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::catalog::{CatalogParts, Specialty};
    use engine::geography::UsState;
    use engine::program::{Program, SpecialtyCode};

    fn catalog() -> Catalog {
        let program = |id: &str, name: &str, city: &str| {
            Program::new(ProgramId::parse(id).unwrap(), name, city, UsState::Ny)
        };
        Catalog::new(CatalogParts {
            programs: vec![
                program("1200500004", "General Hospital", "Albany"),
                program("1400500001", "General Hospital", "Albany"),
                program("1400500002", "General Hospital", "Buffalo"),
                program("1400500003", "General Hospital", "Albany"),
            ],
            specialties: vec![
                specialty("120", "Family Medicine"),
                specialty("140", "Internal Medicine"),
            ],
            ..CatalogParts::default()
        })
        .unwrap()
    }

    fn specialty(code: &str, name: &str) -> Specialty {
        Specialty::new(SpecialtyCode::parse(code).unwrap(), name)
    }

    fn line(number: usize, taken: Taken) -> Line {
        Line {
            number,
            text: format!("line  {number}"),
            taken,
        }
    }

    #[test]
    fn a_single_candidate_is_chosen_and_programs_count_once() {
        let catalog = catalog();
        let at = ProgramIndex;
        let mut import = Import::of(List {
            lines: vec![
                line(1, Taken::Surely(at(1))),
                line(2, Taken::Perhaps(vec![at(1)])),
                line(3, Taken::Perhaps(vec![at(2), at(3)])),
                line(4, Taken::Unknown),
            ],
            is_cut: false,
        });
        assert_eq!(import.programs(&catalog).len(), 1);
        assert_eq!(import.count(&catalog), 3);
        import.choose(2, Choice::Program(at(3)));
        import.choose(9, Choice::Own);
        assert_eq!(import.programs(&catalog).len(), 2);
        assert_eq!(import.count(&catalog), 3);
        assert_eq!(import.rows[3].text(), "line 4");
    }

    #[test]
    fn what_is_offered_is_told_apart() {
        let catalog = catalog();
        let said = |indices: &[u32]| {
            let indices: Vec<_> = indices.iter().map(|index| ProgramIndex(*index)).collect();
            labels(&catalog, &indices)
        };
        assert_eq!(
            said(&[1, 2]),
            [
                "General Hospital, Albany, NY",
                "General Hospital, Buffalo, NY"
            ]
        );
        assert_eq!(
            said(&[0, 2]),
            [
                "General Hospital, Albany, NY: Family Medicine",
                "General Hospital, Buffalo, NY: Internal Medicine"
            ]
        );
        assert_eq!(
            said(&[1, 3]),
            [
                "General Hospital, Albany, NY (ACGME 1400500001)",
                "General Hospital, Albany, NY (ACGME 1400500003)"
            ]
        );
    }

    #[test]
    fn programs_of_ones_own_are_kept_once() {
        let mut notebook = Notebook::default();
        let lines = ["New Hospital".to_owned(), "Newer Hospital".to_owned()];
        notebook.edit(keep(&notebook, &lines[..1]));
        notebook.edit(keep(&notebook, &lines));
        assert_eq!(notebook.text(&own_key()), "New Hospital\nNewer Hospital");
    }
}
