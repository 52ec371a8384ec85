//! What one tab does with the device's storage, step by step.

use std::rc::Rc;

use super::aside;
use super::keeper::{Keeper, Step};
use crate::Work;
use crate::persist::save::{self, FORMAT, OpenError};

/// Texts by key on the device, as the browser offers it. Every error is the browser's word.
pub trait Store {
    /// The text of a key; `None` if there is none.
    ///
    /// # Errors
    /// Where storage is forbidden or fails.
    fn get(&self, key: &str) -> Result<Option<String>, String>;

    /// Keeps a text. One that does not fit leaves what was there.
    ///
    /// # Errors
    /// Where storage is full, forbidden or fails.
    fn set(&self, key: &str, text: &str) -> Result<(), String>;

    /// Deletes a text, if there is one.
    ///
    /// # Errors
    /// Where storage is forbidden or fails.
    fn remove(&self, key: &str) -> Result<(), String>;
}

/// How the keeping stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was changed yet.
    #[default]
    Idle,
    /// Kept on this device.
    Kept,
    /// The browser refused to read or to write; its word.
    Refused(Rc<str>),
    /// A newer version of the app keeps its work here.
    Newer,
    /// What lies on the device cannot be read and could not be put aside; the browser's word.
    Blocked(Rc<str>),
    /// Another tab keeps other work while this one has unsaved edits.
    Asking,
}

impl Keeping {
    /// Whether nothing is kept now.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        !matches!(self, Keeping::Idle | Keeping::Kept)
    }
}

/// What the visitor has to know of the keeping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SyncStatus {
    /// How it stands.
    pub keeping: Keeping,
    /// The number of the text put aside last, from 1, where the visitor has still to be told; else 0.
    pub aside: u32,
}

impl SyncStatus {
    /// Whether there is anything to know or to decide.
    #[must_use]
    pub fn is_news(&self) -> bool {
        self.keeping.is_trouble() || self.aside > 0
    }
}

/// What makes a tab act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The time to save, or news of another tab.
    Settle,
    /// The visitor takes the other tab's work.
    Theirs,
    /// The visitor keeps this tab's work, whatever lies on the device.
    Mine,
    /// The visitor knows what was put aside.
    Told,
}

/// One tab's work and what it knows of the device.
#[derive(Debug, Default)]
pub struct Desk {
    keeper: Keeper,
    work: Work,
    status: SyncStatus,
    /// The text that this tab read or wrote last.
    known: String,
    /// Whether that text has rows that this version leaves out, and that are nowhere else.
    is_partly_read: bool,
    /// Whether the device was looked at; nothing is an edit before.
    is_open: bool,
}

impl Desk {
    /// How the keeping stands.
    #[must_use]
    pub fn status(&self) -> &SyncStatus {
        &self.status
    }

    /// Looks at the device before it is known how work is read: whether this is the first look, and nothing
    /// lies there that would have to be read. Edits count from then on.
    pub fn opens_empty(&mut self, store: &impl Store) -> bool {
        let is_first = !self.is_open;
        let is_empty = store.get(FORMAT) == Ok(None) && aside::news(store) == 0;
        self.is_open |= is_empty;
        is_first && is_empty
    }

    /// Takes the work as it is now; whether some of it is not kept yet. Nothing is before the device was
    /// looked at, but what is typed meanwhile is not written over by what lies there.
    pub fn hold(&mut self, work: &Work) -> bool {
        self.work = work.clone();
        self.is_open && !self.keeper.is_kept(work)
    }

    /// Acts, and gives out the work that takes the place of this tab's, if any does. `mark` is drawn at
    /// random.
    pub fn act(&mut self, store: &impl Store, turn: Turn, mark: u32) -> Option<Box<Work>> {
        self.is_open = true;
        match turn {
            Turn::Settle => {}
            Turn::Theirs => {
                let theirs = self.keeper.use_theirs();
                if let Some(work) = &theirs {
                    self.work = (**work).clone();
                    self.status.keeping = Keeping::Kept;
                    return theirs;
                }
            }
            Turn::Mine => {
                if matches!(self.status.keeping, Keeping::Blocked(_)) {
                    self.is_partly_read = false;
                    // A browser that refuses is blocked as before.
                    let _ = store.remove(FORMAT);
                }
                self.keeper.keep_mine();
            }
            Turn::Told => drop(aside::told(store)),
        }
        let adopted = self.settle(store, mark).unwrap_or_else(|trouble| {
            self.status.keeping = trouble;
            None
        });
        self.status.aside = aside::news(store);
        adopted
    }

    fn settle(&mut self, store: &impl Store, mark: u32) -> Result<Option<Box<Work>>, Keeping> {
        let theirs = self.look(store)?;
        match self.keeper.step(theirs, &self.work, mark) {
            Step::Ask => return Err(Keeping::Asking),
            Step::Nothing if self.keeper.is_asking() => return Err(Keeping::Asking),
            Step::Nothing => {
                if self.status.keeping.is_trouble() {
                    self.status.keeping = Keeping::Idle;
                }
            }
            Step::TakeOver(work) => {
                self.work = (*work).clone();
                self.status.keeping = Keeping::Kept;
                return Ok(Some(work));
            }
            Step::Write(stamp) => {
                if self.is_partly_read {
                    aside::put(store, &self.known).map_err(blocked)?;
                    self.is_partly_read = false;
                }
                let text = save::write(&self.work, stamp);
                store.set(FORMAT, &text).map_err(refused)?;
                self.keeper.written(self.work.clone(), stamp);
                self.known = text;
                self.status.keeping = Keeping::Kept;
            }
        }
        Ok(None)
    }

    /// What the device keeps that this tab has not seen. What cannot be read is put aside first.
    fn look(&mut self, store: &impl Store) -> Result<Option<save::Opened>, Keeping> {
        let text = store.get(FORMAT).map_err(refused)?;
        let Some(text) = text.filter(|text| *text != self.known) else {
            return Ok(None);
        };
        match save::read(&text) {
            Ok(opened) => {
                self.is_partly_read = opened.left_out > 0;
                self.known = text;
                Ok(Some(opened))
            }
            Err(OpenError::Newer) => Err(Keeping::Newer),
            Err(_) => {
                aside::put(store, &text).map_err(blocked)?;
                Ok(None)
            }
        }
    }
}

fn refused(why: String) -> Keeping {
    Keeping::Refused(why.into())
}

fn blocked(why: String) -> Keeping {
    Keeping::Blocked(why.into())
}
