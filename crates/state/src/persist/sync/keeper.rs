//! Two works and what to do about them: the one on the device and the one of this tab.

use crate::Work;
use crate::persist::save::{Opened, Stamp};

/// What this tab knows of the kept work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeper {
    /// The save that this tab made or read last; `None` before the first.
    seen: Option<Stamp>,
    /// The work of that save.
    kept: Work,
    /// Another tab's work that waits for a decision.
    theirs: Option<Box<Opened>>,
}

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Nothing: the work is kept already, or a decision is awaited.
    Nothing,
    /// Write this tab's work with this stamp.
    Write(Stamp),
    /// Take this work over in place of this tab's.
    TakeOver(Box<Work>),
    /// Ask the visitor.
    Ask,
}

impl Stamp {
    /// The stamp of the save after this one. A revision at its maximum stays there: the mark alone
    /// tells the saves apart, and tabs ask rather than take over.
    #[must_use]
    pub fn next(self, mark: u32) -> Stamp {
        Stamp {
            revision: self.revision.saturating_add(1),
            mark,
        }
    }
}

impl Keeper {
    /// Whether the visitor has to decide between two works.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.theirs.is_some()
    }

    /// Whether this tab's work is that of the save that it made or read last.
    #[must_use]
    pub fn is_kept(&self, mine: &Work) -> bool {
        mine.is_same(&self.kept)
    }

    /// What to do about `mine`, the work of this tab, where the device keeps `theirs`; `None` where it
    /// keeps nothing, or still what this tab saw last. `mark` is drawn at random.
    pub fn step(&mut self, theirs: Option<Opened>, mine: &Work, mark: u32) -> Step {
        if let Some(theirs) = theirs.filter(|theirs| Some(theirs.stamp) != self.seen) {
            // A save that is no later than ours was made without knowing it.
            let is_later = self
                .seen
                .is_none_or(|seen| theirs.stamp.revision > seen.revision);
            if mine.is_same(&theirs.work) || (is_later && self.is_kept(mine)) {
                self.see(&theirs);
                return Step::TakeOver(Box::new(theirs.work));
            }
            self.theirs = Some(Box::new(theirs));
            return Step::Ask;
        }
        if self.is_asking() || self.is_kept(mine) {
            Step::Nothing
        } else {
            Step::Write(self.seen.unwrap_or_default().next(mark))
        }
    }

    fn see(&mut self, theirs: &Opened) {
        self.written(theirs.work.clone(), theirs.stamp);
        self.theirs = None;
    }

    /// Notes that the work was written.
    pub fn written(&mut self, work: Work, stamp: Stamp) {
        self.seen = Some(stamp);
        self.kept = work;
    }

    /// The visitor takes the other tab's work; it is `None` if none waits.
    pub fn use_theirs(&mut self) -> Option<Box<Work>> {
        let theirs = self.theirs.take()?;
        self.see(&theirs);
        Some(Box::new(theirs.work))
    }

    /// The visitor keeps this tab's work, which the next save then writes over the other.
    pub fn keep_mine(&mut self) {
        if let Some(theirs) = self.theirs.take() {
            self.see(&theirs);
        }
    }
}
