//! Everything the app knows, and the one function that changes it.
//!
//! It is pure: no browser, no clock, no framework. What follows from the state (the applicant,
//! the ranking) is not in it but in [`derived`].

pub mod browse;
pub mod content;
pub mod derived;
pub mod embed;
pub mod lists;
pub mod loaded;
pub mod notebook;
pub mod persist;
pub mod questions;
pub mod season;
pub mod tools;

use std::rc::Rc;
use vecmap::{VecMap, VecSet};

pub use browse::{Browse, BrowseEdit};
pub use derived::Derived;
pub use lists::best::Best;
pub use lists::settings::{ListSetting, ListSettingEdit, ListSettings};
pub use lists::{Applications, ListEdit, Lists};
pub use loaded::{Load, LoadFailure, Loaded};
pub use notebook::{Notebook, NotebookEdit};
pub use questions::{Answers, Edit, Field, Problem, Section};

use self::questions::SpecialtyAnswer;
use engine::applicant::{Entries, Entry, FactsFile};
use engine::calendar::Date;
use engine::program::ProgramId;

/// What the visitor made: all that is kept on the device and goes into a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Work {
    /// Answers of profile and preferences.
    pub answers: Rc<Answers>,
    /// Facts that the visitor found out about programs.
    pub entries: Rc<Entries>,
    /// Notes on programs; never empty text.
    pub notes: Rc<VecMap<ProgramId, String>>,
    /// Programs kept at the top.
    pub pinned: Rc<VecSet<ProgramId>>,
    /// Programs put out of sight.
    pub hidden: Rc<VecSet<ProgramId>>,
    /// Programs to apply to.
    pub lists: Rc<Lists>,
    /// By what settings lists are made.
    pub list_settings: Rc<ListSettings>,
    /// What was written with the guide's tools.
    pub notebook: Rc<Notebook>,
}

impl Work {
    /// Whether nothing was made yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.is_same(&Work::default())
    }

    /// Whether the visitor made the same: a specialty that a partner's page gave is nobody's answer, and
    /// where a place lies is the catalog's.
    #[must_use]
    pub fn is_same(&self, other: &Work) -> bool {
        *self == *other || self.own() == other.own()
    }

    /// The work without what a partner's page or the catalog gave.
    fn own(&self) -> Work {
        let mut own = self.clone();
        if self.entries.given().is_some() {
            Rc::make_mut(&mut own.entries).give(None);
        }
        let answers = &self.answers;
        if answers.near.point.is_some() || answers.specialties.iter().any(|answer| answer.given) {
            let answers = Rc::make_mut(&mut own.answers);
            answers.near.point = None;
            for answer in answers.specialties.iter_mut().filter(|a| a.given) {
                *answer = SpecialtyAnswer::default();
            }
        }
        own
    }
}

/// Everything the app knows. Cheap to clone: the large parts are shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The data pack.
    pub pack: Load<Rc<Loaded>>,
    /// What only pages tell; `None` until it is asked for. Once it is here, the catalog of the pack
    /// has it.
    pub details: Option<Load<()>>,
    /// What day it is; `None` until the browser has said.
    pub today: Option<Date>,
    /// What the visitor made.
    pub work: Work,
    /// The work as it was before it was started over or replaced, for one undo.
    pub before: Option<Box<Work>>,
    /// How the programs are looked at.
    pub browse: Browse,
    /// The best list, once it was looked for; it may be of answers that have changed since
    /// ([`Best::is_of`]).
    pub best: Option<Rc<Best>>,
}

impl State {
    /// The best list, if it is that of the answers as they are.
    #[must_use]
    pub fn best(&self, derived: &Derived) -> Option<&Best> {
        let best = self.best.as_deref()?;
        best.is_of(derived, &self.work).then_some(best)
    }
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The browser says what day it is.
    Today(Date),
    /// The data pack is asked for, first or again.
    PackRequested,
    /// The data pack arrived, or did not.
    PackArrived(Result<Rc<Loaded>, LoadFailure>),
    /// What only pages tell is asked for, first or again.
    DetailsRequested,
    /// It arrived and is in the catalog, or did not.
    DetailsArrived(Result<(), LoadFailure>),
    /// An answer changes.
    Answer(Edit),
    /// The visitor's own entry for a program changes; an empty one removes it.
    Enter(ProgramId, Entry),
    /// Somebody's facts file is opened; it takes the place of an older one of theirs.
    OpenFacts(Rc<FactsFile>),
    /// The facts file of that name is closed.
    CloseFacts(Box<str>),
    /// The page around gives a facts file, or takes it away.
    GiveFacts(Option<Rc<FactsFile>>),
    /// The note on a program changes; empty text removes it.
    Note(ProgramId, String),
    /// A program is pinned; it is then not hidden.
    Pin(ProgramId),
    /// A program is no longer pinned.
    Unpin(ProgramId),
    /// A program is hidden; it is then not pinned.
    Hide(ProgramId),
    /// A program is shown again.
    Show(ProgramId),
    /// A list changes.
    List(ListEdit),
    /// A setting by which lists are made changes.
    ListSetting(ListSettingEdit),
    /// The notebook changes.
    Notebook(NotebookEdit),
    /// The best list was found, or what would change it.
    BestFound(Rc<Best>),
    /// How the programs are looked at changes.
    Browse(BrowseEdit),
    /// Work read from a file replaces this work; undo brings it back.
    Open(Box<Work>),
    /// Work kept on this device, or newer work of another tab, takes the place of this work.
    Adopt(Box<Work>),
    /// All work is put aside; undo brings it back.
    StartOver,
    /// The work put aside comes back, and the present work is put aside.
    Undo,
    /// The work put aside is no longer offered.
    ForgetBefore,
}

impl State {
    /// Carries out one action: the whole behaviour of the app.
    pub fn apply(&mut self, action: Action) {
        let work = &mut self.work;
        match action {
            Action::Today(today) => self.today = Some(today),
            Action::PackRequested => self.pack = Load::Loading,
            Action::PackArrived(Ok(loaded)) => {
                Rc::make_mut(&mut work.answers).resolve(&loaded.catalog);
                self.pack = Load::Ready(loaded);
            }
            Action::PackArrived(Err(failure)) => self.pack = Load::Failed(failure),
            // What is here stays: several places ask for it.
            Action::DetailsRequested if self.details == Some(Load::Ready(())) => {}
            Action::DetailsRequested => self.details = Some(Load::Loading),
            Action::DetailsArrived(arrived) => {
                self.details = Some(arrived.map_or_else(Load::Failed, Load::Ready));
            }
            Action::Answer(edit) => Rc::make_mut(&mut work.answers).edit(edit),
            Action::Enter(program, entry) => Rc::make_mut(&mut work.entries).set(program, entry),
            Action::OpenFacts(file) => drop(Rc::make_mut(&mut work.entries).open(file)),
            Action::CloseFacts(name) => Rc::make_mut(&mut work.entries).close(&name),
            Action::GiveFacts(file) => Rc::make_mut(&mut work.entries).give(file),
            Action::Note(program, text) => note(Rc::make_mut(&mut work.notes), program, text),
            Action::Pin(program) => {
                Rc::make_mut(&mut work.hidden).remove(&program);
                Rc::make_mut(&mut work.pinned).insert(program);
            }
            Action::Unpin(program) => drop(Rc::make_mut(&mut work.pinned).remove(&program)),
            Action::Hide(program) => {
                Rc::make_mut(&mut work.pinned).remove(&program);
                Rc::make_mut(&mut work.hidden).insert(program);
            }
            Action::Show(program) => drop(Rc::make_mut(&mut work.hidden).remove(&program)),
            Action::List(edit) => Rc::make_mut(&mut work.lists).edit(edit),
            Action::ListSetting(edit) => Rc::make_mut(&mut work.list_settings).edit(edit),
            Action::Notebook(edit) => Rc::make_mut(&mut work.notebook).edit(edit),
            Action::BestFound(best) => self.best = Some(best),
            Action::Browse(edit) => self.browse.edit(edit),
            Action::Open(opened) => self.replace(*opened),
            Action::Adopt(kept) => drop(self.take_over(*kept)),
            Action::StartOver => self.replace(Work::default()),
            Action::ForgetBefore => self.before = None,
            Action::Undo => {
                if let Some(before) = self.before.take() {
                    self.replace(*before);
                }
            }
        }
    }

    fn replace(&mut self, work: Work) {
        let before = self.take_over(work);
        self.before = (!before.is_empty()).then(|| Box::new(before));
    }

    /// Puts other work in place, and gives out what was there. What a partner's page gave stays with the page.
    fn take_over(&mut self, work: Work) -> Work {
        let before = std::mem::replace(&mut self.work, work);
        let given = before.entries.given().cloned();
        if self.work.entries.given() != given.as_ref() {
            Rc::make_mut(&mut self.work.entries).give(given);
        }
        if let Some(loaded) = self.pack.ready() {
            Rc::make_mut(&mut self.work.answers).resolve(&loaded.catalog);
        }
        before
    }
}

fn note(notes: &mut VecMap<ProgramId, String>, program: ProgramId, text: String) {
    if text.is_empty() {
        notes.remove(&program);
    } else {
        notes.insert(program, text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program() -> ProgramId {
        ProgramId::parse("1400500001").unwrap()
    }

    #[test]
    fn starting_over_can_be_undone() {
        let mut state = State::default();
        state.apply(Action::Note(program(), "asked by e-mail".into()));
        let work = state.work.clone();
        state.apply(Action::StartOver);
        assert!(state.work.is_empty());
        state.apply(Action::Undo);
        assert_eq!(state.work, work);
        state.apply(Action::Undo);
        assert_eq!(state.work, work);
    }

    #[test]
    fn what_a_partners_page_gave_is_nobodys_work_and_stays_with_the_page() {
        let mut state = State::default();
        let day = engine::calendar::Date::parse("2026-11-20").unwrap();
        let file = Rc::new(FactsFile::new("A school".into(), day, []));
        state.apply(Action::GiveFacts(Some(file.clone())));
        assert!(state.work.is_same(&Work::default()) && state.work.is_empty());
        state.apply(Action::Adopt(Box::default()));
        state.apply(Action::StartOver);
        assert_eq!(state.work.entries.given(), Some(&file));
        state.apply(Action::GiveFacts(None));
        assert_eq!(state.work, Work::default());
    }

    #[test]
    fn nothing_to_start_over_leaves_nothing_to_undo() {
        let mut state = State::default();
        state.apply(Action::StartOver);
        assert_eq!(state, State::default());
    }

    #[test]
    fn details_that_failed_can_be_asked_for_again_and_stay_once_here() {
        let mut state = State::default();
        assert_eq!(state.details, None);
        state.apply(Action::DetailsRequested);
        state.apply(Action::DetailsArrived(Err(LoadFailure::Newer)));
        assert_eq!(state.details, Some(Load::Failed(LoadFailure::Newer)));
        state.apply(Action::DetailsRequested);
        assert_eq!(state.details, Some(Load::Loading));
        state.apply(Action::DetailsArrived(Ok(())));
        state.apply(Action::DetailsRequested);
        assert_eq!(state.details, Some(Load::Ready(())));
    }

    #[test]
    fn a_program_is_never_pinned_and_hidden_at_once() {
        let mut state = State::default();
        state.apply(Action::Pin(program()));
        state.apply(Action::Hide(program()));
        assert!(state.work.pinned.is_empty());
        state.apply(Action::Pin(program()));
        assert!(state.work.hidden.is_empty());
    }
}
