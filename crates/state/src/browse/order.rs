//! An order that holds still while answers change.

use super::row::Row;
use engine::catalog::{ByProgram, ProgramIndex};
use engine::ordering;

/// The order in which programs stood when it was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrozenOrder(Vec<ProgramIndex>);

/// Fresh rows in the frozen order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// The rows, numbers fresh, order frozen.
    pub rows: Vec<Row>,
    /// Whether the fresh order differs: time to offer "Re-rank".
    pub is_stale: bool,
}

impl FrozenOrder {
    /// Takes the order of these rows.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        FrozenOrder(rows.iter().map(|row| row.program).collect())
    }

    /// Puts fresh rows into the frozen order. Rows that were not there yet follow in their
    /// fresh order; rows that are gone leave no gap.
    #[must_use]
    pub fn arrange(&self, fresh: &[Row]) -> Arranged {
        let known = self.0.iter().chain(fresh.iter().map(|row| &row.program));
        let count = known.map(|program| program.0 as usize + 1).max();
        let mut indices = ByProgram::all(usize::MAX, count.unwrap_or(0));
        for (index, program) in self.0.iter().enumerate() {
            indices.set(*program, index);
        }
        let mut rows = fresh.to_vec();
        ordering::sort_by_key(&mut rows, |row| indices.get(row.program));
        let is_stale = rows
            .iter()
            .zip(fresh)
            .any(|(frozen, fresh)| frozen.program != fresh.program);
        Arranged { rows, is_stale }
    }
}
