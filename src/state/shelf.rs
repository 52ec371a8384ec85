//! How the programs are looked at: filters, sort and search. What is pinned or hidden is work
//! and lives in [`super::Work`].

/// The filters, the sort and the search text of the Programs room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {}

/// One change to the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfEdit {
    /// Everything as at the start.
    Clear,
}

impl Shelf {
    /// Carries out one change.
    pub fn edit(&mut self, edit: ShelfEdit) {
        match edit {
            ShelfEdit::Clear => *self = Shelf::default(),
        }
    }
}
