//! The visitor's lists of programs to apply to: several, by name, one of them open.
//!
//! By what [`settings`] they are made, within what [`limits`] and at what [`pricing`]; the [`report`] of one;
//! the [`best`] one; and the [`import`](mod@import) of a list that was made elsewhere.

pub mod best;
pub mod import;
pub mod limits;
pub mod pricing;
pub mod report;
pub mod settings;

use vecmap::VecMap;

use engine::portfolio::Level;
use engine::program::ProgramId;

/// Programs to apply to, each with the signal that its application carries.
pub type Applications = VecMap<ProgramId, Level>;

/// Most lists.
pub const MOST_LISTS: usize = 8;
/// Most characters of a name.
pub const LONGEST_NAME: usize = 40;

/// One list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List {
    /// Its name; empty for the first until the visitor names it.
    pub name: String,
    /// The programs.
    pub programs: Applications,
}

/// All lists; there is always one.
#[derive(Clone, Debug, PartialEq)]
pub struct Lists {
    all: Vec<List>,
    open: usize,
}

impl Default for Lists {
    fn default() -> Self {
        Lists {
            all: vec![List::default()],
            open: 0,
        }
    }
}

/// What can happen to lists. All but the last three concern the open one.
#[derive(Clone, Debug, PartialEq)]
pub enum ListEdit {
    /// A program joins, without a signal.
    Add(ProgramId),
    /// A program leaves.
    Remove(ProgramId),
    /// A program's application carries another signal.
    Signal(ProgramId, Level),
    /// One program leaves and another joins, without a signal.
    Replace(ProgramId, ProgramId),
    /// These programs, and no others, are on it.
    Fill(Applications),
    /// It gets another name.
    Rename(String),
    /// It goes; the last list is emptied instead.
    Delete,
    /// A copy of it becomes the open list.
    Copy(String),
    /// Another list opens.
    Open(usize),
}

impl Lists {
    /// Lists from a file: the first is open if `open` names none.
    #[must_use]
    pub fn new(all: Vec<List>, open: usize) -> Lists {
        if all.is_empty() {
            return Lists::default();
        }
        let open = if open < all.len() { open } else { 0 };
        Lists { all, open }
    }

    /// Every list.
    #[must_use]
    pub fn all(&self) -> &[List] {
        &self.all
    }

    /// Place of the open list.
    #[must_use]
    pub fn open_index(&self) -> usize {
        self.open
    }

    /// The programs of the open list.
    #[must_use]
    pub fn programs(&self) -> &Applications {
        const NONE: &Applications = &VecMap::new();
        self.all.get(self.open).map_or(NONE, |list| &list.programs)
    }

    /// The name of a list, for people.
    #[must_use]
    pub fn title(&self, index: usize) -> String {
        match self.all.get(index) {
            Some(list) if !list.name.is_empty() => list.name.clone(),
            _ => format!("List {}", index + 1),
        }
    }

    /// Carries out one edit.
    pub fn edit(&mut self, edit: ListEdit) {
        let count = self.all.len();
        let Some(open) = self.all.get_mut(self.open) else {
            return;
        };
        match edit {
            ListEdit::Add(program) => {
                open.programs.entry(program).or_insert(Level::Plain);
            }
            ListEdit::Remove(program) => drop(open.programs.remove(&program)),
            ListEdit::Replace(out, into) => {
                open.programs.remove(&out);
                open.programs.entry(into).or_insert(Level::Plain);
            }
            ListEdit::Signal(program, level) => {
                if let Some(sent) = open.programs.get_mut(&program) {
                    *sent = level;
                }
            }
            ListEdit::Fill(programs) => open.programs = programs,
            ListEdit::Rename(name) => open.name = short(&name),
            ListEdit::Delete if count == 1 => *self = Lists::default(),
            ListEdit::Delete => {
                self.all.remove(self.open);
                self.open = self.open.min(count.saturating_sub(2));
            }
            ListEdit::Copy(name) if count < MOST_LISTS => {
                let copy = List {
                    name: short(&name),
                    programs: open.programs.clone(),
                };
                self.all.push(copy);
                self.open = count;
            }
            ListEdit::Copy(_) => {}
            ListEdit::Open(index) if index < count => self.open = index,
            ListEdit::Open(_) => {}
        }
    }
}

fn short(name: &str) -> String {
    name.trim().chars().take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> ProgramId {
        ProgramId::parse(text).unwrap()
    }

    #[test]
    fn a_copy_is_another_list() {
        let mut lists = Lists::default();
        lists.edit(ListEdit::Add(id("1400500001")));
        lists.edit(ListEdit::Copy(" Bold ".into()));
        lists.edit(ListEdit::Add(id("1400500002")));
        assert_eq!(lists.programs().len(), 2);
        assert_eq!(lists.title(1), "Bold");
        lists.edit(ListEdit::Open(0));
        assert_eq!(lists.programs().len(), 1);
        assert_eq!(lists.title(0), "List 1");
    }

    #[test]
    fn a_signal_goes_with_its_program() {
        let mut lists = Lists::default();
        let program = id("1400500001");
        lists.edit(ListEdit::Signal(program, Level::Gold));
        assert!(lists.programs().is_empty());
        lists.edit(ListEdit::Add(program));
        lists.edit(ListEdit::Signal(program, Level::Gold));
        // Adding it again takes nothing away.
        lists.edit(ListEdit::Add(program));
        assert_eq!(lists.programs().get(&program), Some(&Level::Gold));
        lists.edit(ListEdit::Remove(program));
        lists.edit(ListEdit::Add(program));
        assert_eq!(lists.programs().get(&program), Some(&Level::Plain));
    }

    #[test]
    fn there_is_always_a_list_and_an_open_one() {
        let mut lists = Lists::default();
        lists.edit(ListEdit::Copy("2".into()));
        lists.edit(ListEdit::Delete);
        lists.edit(ListEdit::Open(7));
        assert_eq!((lists.all().len(), lists.open_index()), (1, 0));
        lists.edit(ListEdit::Add(id("1400500001")));
        lists.edit(ListEdit::Delete);
        assert_eq!(lists, Lists::default());
        assert_eq!(Lists::new(Vec::new(), 3), Lists::default());
        for _ in 0..20 {
            lists.edit(ListEdit::Copy(String::new()));
        }
        assert_eq!(lists.all().len(), MOST_LISTS);
    }
}
