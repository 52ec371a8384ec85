//! How far whole numbers go that are typed, and what they are read as. Where the engine has a range of its own,
//! it is that one.

use engine::applicant::{Applicant, Attempts, ComlexScore, Letters, Months, Score};
use engine::range::Range;

pub(super) const SCORE: Range = Score::RANGE;
pub(super) const COMLEX_SCORE: Range = ComlexScore::RANGE;
pub(super) const ATTEMPTS: Range = Attempts::RANGE.widened();
pub(super) const MONTHS: Range = Months::RANGE;
pub(super) const LETTERS: Range = Letters::RANGE.widened();
pub(super) const YEAR: Range = Applicant::GRADUATION_YEAR;
/// Counts that are recorded and change no number.
pub(super) const COUNT: Range = Range::new(0, 999);
/// From the first USMLE on.
pub(super) const EXAM_YEAR: Range = Range::new(1992, 2100);

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
