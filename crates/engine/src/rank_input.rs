//! What a ranking is made from.

use super::applicant::{Applicant, Entries, Moment};
use super::catalog::Catalog;
use super::model::Model;
use super::preference::Preferences;

/// Everything that a ranking depends on.
#[derive(Clone, Copy, Debug)]
pub struct RankInput<'a> {
    /// The programs.
    pub catalog: &'a Catalog,
    /// The odds; `None` in a pack made without NRMP data.
    pub model: Option<&'a Model>,
    /// The person.
    pub applicant: &'a Applicant,
    /// The wishes.
    pub preferences: &'a Preferences,
    /// The visitor's own entries.
    pub entries: &'a Entries,
    /// When.
    pub moment: Moment,
}
