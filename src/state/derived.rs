//! What follows from the answers: the person, the wishes, the mistakes and the ranking.

use std::rc::Rc;

use super::field::{Field, Problem};
use super::loaded::{Load, Loaded};
use super::{Answers, read, season};
use crate::engine::applicant::{Applicant, Entries, Moment};
use crate::engine::calendar::Date;
use crate::engine::preference::Preferences;
use crate::engine::ranking::{Question, Ranking, rank};

/// The answers as the engine reads them, with the mistakes found on the way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The person.
    pub applicant: Applicant,
    /// The wishes.
    pub preferences: Preferences,
    /// The mistakes, in the order of the questions. A mistaken answer counts as not given.
    pub problems: Vec<Problem>,
    /// When; `None` until the browser has said what day it is.
    pub moment: Option<Moment>,
}

impl Reading {
    /// Reads the answers.
    #[must_use]
    pub fn of(answers: &Answers, today: Option<Date>) -> Self {
        let (applicant, preferences, problems) = read::read(answers, today);
        Reading {
            applicant,
            preferences,
            problems,
            moment: today.map(|today| season::moment(today, answers.stage)),
        }
    }
}

/// Everything that follows from the state; computed once a change and shared by all rooms.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    /// The answers as the engine reads them.
    pub reading: Rc<Reading>,
    /// The ranking; empty until data and day are here.
    pub ranking: Rc<Ranking>,
}

/// Compared by identity first: both parts come out of memos.
impl PartialEq for Derived {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.reading, &other.reading) && Rc::ptr_eq(&self.ranking, &other.ranking)
    }
}

impl Derived {
    /// The person.
    #[must_use]
    pub fn applicant(&self) -> &Applicant {
        &self.reading.applicant
    }

    /// The wishes.
    #[must_use]
    pub fn preferences(&self) -> &Preferences {
        &self.reading.preferences
    }

    /// The mistakes.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.reading.problems
    }

    /// The message for a question that holds one answer, if it is mistaken.
    #[must_use]
    pub fn problem(&self, field: Field) -> Option<&str> {
        self.problem_in(field, None)
    }

    /// The message for one row of a question that holds a list.
    #[must_use]
    pub fn problem_in(&self, field: Field, row: Option<usize>) -> Option<&str> {
        let mut all = self.problems().iter();
        all.find(|p| p.field == field && p.row == row)
            .map(|p| &*p.message)
    }

    /// The engine's question about these answers; `None` until data and day are here.
    #[must_use]
    pub fn question<'a>(
        &'a self,
        loaded: &'a Loaded,
        entries: &'a Entries,
    ) -> Option<Question<'a>> {
        question(&self.reading, loaded, entries)
    }
}

fn question<'a>(
    reading: &'a Reading,
    loaded: &'a Loaded,
    entries: &'a Entries,
) -> Option<Question<'a>> {
    Some(Question {
        catalog: &loaded.catalog,
        model: loaded.model.as_ref(),
        applicant: &reading.applicant,
        preferences: &reading.preferences,
        entries,
        moment: reading.moment?,
    })
}

/// Ranks, once data and day are here.
#[must_use]
pub fn ranking(pack: &Load<Rc<Loaded>>, reading: &Reading, entries: &Entries) -> Ranking {
    pack.ready()
        .and_then(|loaded| question(reading, loaded, entries).as_ref().map(rank))
        .unwrap_or_default()
}
