//! What follows from the answers: the person, the wishes, the mistakes and the ranking.

use std::cell::OnceCell;
use std::rc::Rc;

use super::loaded::{Load, Loaded};
use super::{Answers, season};
use crate::questions::{Field, Problem};
use crate::questions::{STAGE, read};
use engine::applicant::{Applicant, Entries, Moment};
use engine::band::{Band, bands};
use engine::calendar::Date;
use engine::notice::{Notice, notices};
use engine::preference::Preferences;
use engine::ranking::{RankInput, Ranking, rank};

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
            moment: today.map(|today| season::moment(today, answers.get(STAGE))),
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
    /// What is said of this ranking.
    pub remarks: Rc<Remarks>,
}

/// What is said of a ranking beside its numbers.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    /// What every number must say about itself.
    notices: Vec<Notice>,
    /// Found when first asked for: what shows no places does not wait for them.
    bands: OnceCell<Box<[Band]>>,
}

impl Remarks {
    /// Those of the ranking that is made with the same.
    #[must_use]
    pub fn of(pack: &Load<Rc<Loaded>>, reading: &Reading, entries: &Entries) -> Remarks {
        let notices = pack
            .ready()
            .and_then(|loaded| question(reading, loaded, entries).as_ref().map(notices));
        Remarks {
            notices: notices.unwrap_or_default(),
            bands: OnceCell::new(),
        }
    }
}

/// Compared by identity first: the parts come out of memos, and the remarks follow the ranking.
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

    /// Where lambda stands while it is not set, in percent, in steps of five: it depends on how
    /// likely a match is.
    #[must_use]
    pub fn usual_lambda(&self) -> u8 {
        let usual = match self.ranking.aim {
            aim if self.reading.preferences.lambda.is_none() => aim.lambda,
            _ => Preferences::USUAL_LAMBDA.value(),
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share, from 0 to 1"
        )]
        let steps = libm::round(usual * 20.0) as u8;
        steps * 5
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
    ) -> Option<RankInput<'a>> {
        question(&self.reading, loaded, entries)
    }

    /// The bands of the ranking, from the top. The first call finds them, which takes some
    /// milliseconds; they are those of the data and entries that the ranking was made with.
    #[must_use]
    pub fn bands(&self, loaded: &Loaded, entries: &Entries) -> &[Band] {
        self.remarks.bands.get_or_init(|| {
            let question = question(&self.reading, loaded, entries);
            question.map_or_else(Box::default, |question| {
                bands(&question, &self.ranking).into_boxed_slice()
            })
        })
    }

    /// What every number must say about itself.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.remarks.notices
    }
}

fn question<'a>(
    reading: &'a Reading,
    loaded: &'a Loaded,
    entries: &'a Entries,
) -> Option<RankInput<'a>> {
    Some(RankInput {
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
