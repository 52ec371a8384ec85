//! When to save, when to take over another tab's work, and when to ask.
//!
//! Every save carries a revision one above the last that the tab has seen. A tab never writes
//! over a revision that it has not seen: it takes the newer work over if it has no unsaved
//! edit of its own, and asks if it has. Nothing here touches the browser.

use super::Work;
use super::save::Opened;

/// What this tab knows of the kept work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeper {
    /// The highest revision seen.
    seen: u64,
    /// The work as it was last saved or taken over.
    kept: Work,
    /// Newer work of another tab that waits for a decision.
    theirs: Option<Box<Opened>>,
}

/// What to do with work that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Save {
    /// Nothing: it is kept already, or a decision is awaited.
    Nothing,
    /// Write it with this revision.
    Write(u64),
}

/// What to do with work that another tab saved.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Nothing: it is known already.
    Nothing,
    /// Take it over.
    TakeOver(Box<Work>),
    /// Ask the visitor.
    Ask,
}

impl Keeper {
    /// The keeper of work found on the device at the start.
    #[must_use]
    pub fn of(found: &Opened) -> Self {
        Keeper {
            seen: found.revision,
            kept: found.work.clone(),
            theirs: None,
        }
    }

    /// Whether the visitor has to decide between two works.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.theirs.is_some()
    }

    /// What to do with the work as it is now.
    #[must_use]
    pub fn save(&self, work: &Work) -> Save {
        if self.is_asking() || work.is_same(&self.kept) {
            Save::Nothing
        } else {
            Save::Write(self.seen + 1)
        }
    }

    /// Notes that the work was written.
    pub fn written(&mut self, work: Work, revision: u64) {
        self.seen = revision;
        self.kept = work;
    }

    /// What to do with work found on the device, `mine` being this tab's work.
    pub fn found(&mut self, theirs: Opened, mine: &Work) -> News {
        if theirs.revision <= self.seen {
            return News::Nothing;
        }
        if mine.is_same(&self.kept) || mine.is_same(&theirs.work) {
            self.seen = theirs.revision;
            self.kept = theirs.work.clone();
            self.theirs = None;
            return News::TakeOver(Box::new(theirs.work));
        }
        self.theirs = Some(Box::new(theirs));
        News::Ask
    }

    /// The visitor takes the other tab's work; it is `None` if none waits.
    pub fn use_theirs(&mut self) -> Option<Box<Work>> {
        let theirs = self.theirs.take()?;
        self.seen = theirs.revision;
        self.kept = theirs.work.clone();
        Some(Box::new(theirs.work))
    }

    /// The visitor keeps this tab's work, which the next save then writes over the other.
    pub fn keep_mine(&mut self) {
        if let Some(theirs) = self.theirs.take() {
            self.seen = theirs.revision;
            self.kept = theirs.work;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::state::answers::SpecialtyAnswer;
    use crate::state::{Action, Edit, Field, State};

    fn work(text: &str) -> Work {
        let mut state = State::default();
        state.apply(Action::Answer(Edit::Type(Field::Citizenship, text.into())));
        state.work
    }

    fn opened(text: &str, revision: u64) -> Opened {
        Opened {
            work: work(text),
            revision,
            left_out: 0,
        }
    }

    #[test]
    fn an_edit_is_saved_with_the_next_revision_and_only_once() {
        let mut keeper = Keeper::of(&opened("a", 4));
        assert_eq!(keeper.save(&work("a")), Save::Nothing);
        assert_eq!(keeper.save(&work("b")), Save::Write(5));
        keeper.written(work("b"), 5);
        assert_eq!(keeper.save(&work("b")), Save::Nothing);
    }

    #[test]
    fn what_a_partners_page_gave_is_not_kept_by_itself() {
        let given = |name: &str, mut work: Work| {
            let answer = SpecialtyAnswer {
                typed: name.into(),
                given: true,
                ..SpecialtyAnswer::default()
            };
            Rc::make_mut(&mut work.answers).edit(Edit::Specialty(0, answer));
            work
        };
        let mut keeper = Keeper::default();
        let mine = given("Psychiatry", Work::default());
        assert!(mine.is_empty());
        assert_eq!(keeper.save(&mine), Save::Nothing);
        // Another view of the page saves its own beginning with an answer: no reason to ask.
        let theirs = Opened {
            work: given("Neurology", work("a")),
            revision: 1,
            left_out: 0,
        };
        assert!(matches!(keeper.found(theirs, &mine), News::TakeOver(_)));
        assert_eq!(keeper.save(&given("Psychiatry", work("a"))), Save::Nothing);
        assert_eq!(keeper.save(&given("Psychiatry", work("b"))), Save::Write(2));
    }

    #[test]
    fn a_tab_without_unsaved_edits_takes_newer_work_over() {
        let mut keeper = Keeper::of(&opened("a", 4));
        let news = keeper.found(opened("b", 5), &work("a"));
        assert_eq!(news, News::TakeOver(Box::new(work("b"))));
        assert_eq!(keeper.found(opened("b", 5), &work("b")), News::Nothing);
        assert_eq!(keeper.save(&work("b")), Save::Nothing);
    }

    #[test]
    fn a_tab_with_an_unsaved_edit_asks_and_writes_nothing_until_answered() {
        let mut keeper = Keeper::of(&opened("a", 4));
        assert_eq!(keeper.found(opened("b", 5), &work("mine")), News::Ask);
        assert_eq!(keeper.save(&work("mine")), Save::Nothing);

        let mut takes = keeper.clone();
        assert_eq!(takes.use_theirs(), Some(Box::new(work("b"))));
        assert_eq!(takes.save(&work("b")), Save::Nothing);

        keeper.keep_mine();
        assert_eq!(keeper.save(&work("mine")), Save::Write(6));
    }

    #[test]
    fn old_news_changes_nothing() {
        let mut keeper = Keeper::of(&opened("a", 4));
        assert_eq!(keeper.found(opened("b", 4), &work("a")), News::Nothing);
        assert_eq!(keeper.found(opened("b", 3), &work("a")), News::Nothing);
    }
}
