//! The exams: how each stands, its score and how often it was taken.

use crate::calendar::Date;
use crate::vocabulary::vocabulary;

/// A Step 2 CK, Step 1 or Step 3 score on the three-digit scale: 1 to 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// The score, or `None` outside 1..=300.
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        (1..=300).contains(&value).then_some(Score(value))
    }

    /// Points.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }
}

/// A COMLEX-USA Level 2-CE score: 9 to 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ComlexScore(u16);

impl ComlexScore {
    /// The score, or `None` outside 9..=999.
    #[must_use]
    pub fn new(value: u16) -> Option<Self> {
        (9..=999).contains(&value).then_some(ComlexScore(value))
    }

    /// Points.
    #[must_use]
    pub fn value(self) -> u16 {
        self.0
    }
}

/// How often an exam was taken, the last time included: 1 to 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attempts(u8);

impl Attempts {
    /// The number, or `None` outside 1..=20.
    #[must_use]
    pub fn new(value: u8) -> Option<Self> {
        (1..=20).contains(&value).then_some(Attempts(value))
    }

    /// Times taken.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }
}

vocabulary! {
    /// How an exam stands.
    ExamResult {
        /// Passed.
        Pass = "pass", "Passed";
        /// Taken and not passed.
        Fail = "fail", "Not passed";
        /// Not taken.
        NotTaken = "not_taken", "Not taken yet";
    }
}

vocabulary! {
    /// An exam on the way to a licence.
    Exam {
        /// USMLE Step 1.
        Step1 = "step1", "Step 1";
        /// USMLE Step 2 CK.
        Step2 = "step2ck", "Step 2 CK";
        /// USMLE Step 3.
        Step3 = "step3", "Step 3";
        /// COMLEX-USA Level 1.
        Comlex1 = "comlex1", "COMLEX Level 1";
        /// COMLEX-USA Level 2-CE.
        Comlex2 = "comlex2", "COMLEX Level 2-CE";
    }
}

/// USMLE Step 1. Pass or fail since 26 January 2022; a score before that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step1 {
    /// How it stands.
    pub result: Option<ExamResult>,
    /// Three-digit score of an exam taken before 26 January 2022.
    pub score: Option<Score>,
    /// Times taken.
    pub attempts: Option<Attempts>,
}

/// USMLE Step 2 CK.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step2 {
    /// Whether it was taken. A score implies that it was.
    pub taken: Option<bool>,
    /// Score.
    pub score: Option<Score>,
    /// Day of the exam, which decides the pass mark.
    pub date: Option<Date>,
    /// Times taken.
    pub attempts: Option<Attempts>,
}

/// USMLE Step 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step3 {
    /// How it stands.
    pub result: Option<ExamResult>,
    /// Score.
    pub score: Option<Score>,
    /// Times taken.
    pub attempts: Option<Attempts>,
}

/// COMLEX-USA, for osteopathic applicants. Never converted to a USMLE score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Comlex {
    /// Level 1.
    pub level1: Option<ExamResult>,
    /// Level 2-CE score.
    pub level2: Option<ComlexScore>,
    /// Attempts at Level 1.
    pub level1_attempts: Option<Attempts>,
    /// Attempts at Level 2-CE.
    pub level2_attempts: Option<Attempts>,
}
