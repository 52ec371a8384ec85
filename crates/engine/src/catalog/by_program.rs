//! Something about every program, found at once.

use super::ProgramIndex;

/// A value for each program of a catalog, by its index: a table, so that looking up thousands
/// costs no hashing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByProgram<T>(Vec<T>);

impl<T: Copy> ByProgram<T> {
    /// One value for all of a catalog's `count` programs.
    #[must_use]
    pub fn all(value: T, count: usize) -> Self {
        ByProgram(vec![value; count])
    }

    /// The value of a program; `None` for an index of another catalog.
    #[must_use]
    pub fn get(&self, program: ProgramIndex) -> Option<T> {
        self.0.get(program.0 as usize).copied()
    }

    /// Sets the value of a program; an index of another catalog changes nothing.
    pub fn set(&mut self, program: ProgramIndex, value: T) {
        if let Some(slot) = self.0.get_mut(program.0 as usize) {
            *slot = value;
        }
    }
}
