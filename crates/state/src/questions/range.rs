//! Whole numbers and how far they go.

use engine::applicant::{Attempts, ComlexScore, Months, Score};

/// From one number to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub(super) least: u16,
    pub(super) most: u16,
}

impl Range {
    /// The same from another number on.
    pub(super) const fn from(self, least: u16) -> Range {
        Range { least, ..self }
    }
}

const fn from(least: u16, most: u16) -> Range {
    Range { least, most }
}

pub(super) const SCORE: Range = from(100, 300);
pub(super) const COMLEX_SCORE: Range = from(9, 999);
pub(super) const ATTEMPTS: Range = from(1, 20);
pub(super) const MONTHS: Range = from(0, 600);
pub(super) const LETTERS: Range = from(0, 20);
pub(super) const COUNT: Range = from(0, 999);
pub(super) const YEAR: Range = from(1940, 2100);
pub(super) const EXAM_YEAR: Range = from(1992, 2100);

/// What a number in a range is read as.
pub(super) trait Whole: Sized {
    fn of(number: u16) -> Option<Self>;
}

impl Whole for u16 {
    fn of(number: u16) -> Option<Self> {
        Some(number)
    }
}

impl Whole for u8 {
    fn of(number: u16) -> Option<Self> {
        number.try_into().ok()
    }
}

impl Whole for Attempts {
    fn of(number: u16) -> Option<Self> {
        Whole::of(number).and_then(Attempts::new)
    }
}

macro_rules! checked {
    ($($number:ident)+) => {$(
        impl Whole for $number {
            fn of(number: u16) -> Option<Self> {
                $number::new(number)
            }
        }
    )+};
}
checked!(ComlexScore Months Score);
