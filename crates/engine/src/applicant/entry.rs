//! What the visitor found out about programs, laid over the catalog.

use std::borrow::Cow;

use super::Figures;
use crate::fact::{Evidence, Fact, Origin};
use crate::policy::{ExperienceRule, GraduationLimit};
use crate::program::ProgramId;
use crate::vocabulary::{EcfmgTiming, H1bPolicy, Setting};

/// What the visitor found out about one program; overrides the catalog and is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// J-1 accepted.
    pub j1: Option<bool>,
    /// H-1B sponsored.
    pub h1b: Option<H1bPolicy>,
    /// Lowest Step 2 CK score.
    pub step2_minimum: Option<u16>,
    /// Most attempts at any Step.
    pub max_attempts: Option<u8>,
    /// Years since graduation.
    pub graduation: Option<GraduationLimit>,
    /// US clinical experience.
    pub experience: Option<ExperienceRule>,
    /// When ECFMG certification must be in hand.
    pub ecfmg: Option<EcfmgTiming>,
    /// Setting.
    pub setting: Option<Setting>,
    /// Figures from the visitor's own Residency Explorer account.
    pub explorer: Figures,
}

/// The visitor's entries, sorted by program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries(Vec<(ProgramId, Entry)>);

impl Entries {
    fn find(&self, program: ProgramId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&program, |(id, _)| *id)
    }

    /// The entry for a program.
    #[must_use]
    pub fn get(&self, program: ProgramId) -> Option<&Entry> {
        let at = self.find(program).ok()?;
        self.0.get(at).map(|(_, entry)| entry)
    }

    /// Sets the entry; an empty one removes it.
    pub fn set(&mut self, program: ProgramId, entry: Entry) {
        let nothing = entry == Entry::default();
        match (self.find(program), nothing) {
            (Ok(at), true) => {
                self.0.remove(at);
            }
            (Ok(at), false) => {
                if let Some(slot) = self.0.get_mut(at) {
                    slot.1 = entry;
                }
            }
            (Err(_), true) => {}
            (Err(at), false) => self.0.insert(at, (program, entry)),
        }
    }

    /// Every entry, by program id.
    pub fn iter(&self) -> impl Iterator<Item = (ProgramId, &Entry)> {
        self.0.iter().map(|(id, entry)| (*id, entry))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A catalog fact with the visitor's own entry laid over it.
#[must_use]
pub fn overlaid<T: Copy>(fact: &Fact<T>, own: Option<T>) -> Cow<'_, Fact<T>> {
    match own {
        Some(value) => Cow::Owned(Fact::Stated(Evidence {
            value,
            origin: Origin::Visitor,
        })),
        None => Cow::Borrowed(fact),
    }
}
