//! Numbers and ids as they stand in the file. What may stand there is in the type of the field, so
//! that the reader and the published schema cannot disagree.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use engine::applicant::{Applicant, Attempts, ComlexScore, Entry, Letters, Months, Score};
use engine::calendar::Season;
use engine::fees::Applications;
use engine::list::Limits;
use engine::preference::{Nearness, Weight};
use engine::range::{OutOfRange, Range};
use engine::residency_explorer::Figures;

/// A whole number. Read wide, so that the reader can name the range that it misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole(pub(crate) i64);

/// A whole number of the range that `R` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number<R>(Whole, PhantomData<R>);

/// Which whole numbers may stand in a field, and what they are read as.
pub trait Ranged {
    /// What they are read as.
    type Read;

    /// The lowest and the highest.
    fn bounds() -> (i64, i64);

    /// The number read.
    ///
    /// # Errors
    /// [`OutOfRange`] names the number and the bounds.
    fn read(value: i64) -> Result<Self::Read, OutOfRange>;
}

impl<R: Ranged> Number<R> {
    /// The number read.
    ///
    /// # Errors
    /// [`OutOfRange`] names the number and the bounds.
    pub fn read(self) -> Result<R::Read, OutOfRange> {
        R::read(self.0.0)
    }
}

macro_rules! ranged {
    ($($known:ident)+) => {$(
        impl Ranged for $known {
            type Read = $known;

            fn bounds() -> (i64, i64) {
                ($known::RANGE.least().into(), $known::RANGE.most().into())
            }

            fn read(value: i64) -> Result<$known, OutOfRange> {
                $known::try_from(value)
            }
        }
    )+};
    ($($(#[$doc:meta])+ $name:ident: $read:ty = $range:expr;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl Ranged for $name {
            type Read = $read;

            fn bounds() -> (i64, i64) {
                ($range.least().into(), $range.most().into())
            }

            fn read(value: i64) -> Result<$read, OutOfRange> {
                $range.check(value)
            }
        }
    )+};
}

ranged!(Attempts ComlexScore Months Score Season Weight);

ranged! {
    /// Year of graduation.
    GraduationYear: u16 = Applicant::GRADUATION_YEAR;
    /// Letters.
    LetterCount: u8 = Letters::RANGE;
    /// Lowest score that a program asks for.
    Step2Minimum: u16 = Entry::STEP2_MINIMUM;
    /// Most attempts that a program allows.
    MaxAttempts: u8 = Entry::MAX_ATTEMPTS;
    /// Months of US clinical experience that a program asks for.
    UsceMonths: u8 = Entry::EXPERIENCE_MONTHS;
    /// Percent of IMGs among the residents.
    ImgPercent: u8 = Entry::IMG_PERCENT;
    /// Years since graduation that a program allows.
    GraduationYears: u8 = Entry::GRADUATION_YEARS;
    /// Applicants to a program.
    Applicants: u16 = Figures::APPLICANTS;
    /// A percentile of Step 2 CK.
    Percentile: u16 = Figures::STEP2;
    /// Miles of nearness.
    Miles: u16 = Nearness::MILES;
    /// Applications to one specialty.
    ToASpecialty: u16 = Applications::TO_A_SPECIALTY;
    /// Applications on a list.
    ListLength: u16 = Limits::MOST;
    /// Dollars for a list.
    Budget: u32 = Limits::BUDGET;
    /// Ranked programs to print.
    Printed: u32 = Range::new(0, 100_000);
}

/// The widest whole number that a JSON number holds without loss.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeVisitor)
    }
}

impl<'de, R> Deserialize<'de> for Number<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Whole::deserialize(deserializer).map(|whole| Number(whole, PhantomData))
    }
}

struct WholeVisitor;

impl Visitor<'_> for WholeVisitor {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Whole, E> {
        Ok(Whole(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Whole, E> {
        // Anything this large is out of every range; the reader says so.
        Ok(Whole(i64::try_from(value).unwrap_or(i64::MAX)))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Whole, E> {
        // JSON does not tell 245.0 from 245.
        if libm::trunc(value) == value && value.abs() < EXACT {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "the guard above leaves only whole numbers that an i64 holds"
            )]
            return Ok(Whole(value as i64));
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }
}

/// A number from 0 to 1: a share, a chance, a worth.
#[derive(Clone, Copy, Debug, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(transparent)]
pub struct Fraction(pub f64);

/// ACGME id.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(
    feature = "command",
    derive(schemars::JsonSchema),
    schemars(rename = "program_id", extend("pattern" = crate::schema::ACGME_ID))
)]
#[serde(transparent)]
pub struct AcgmeId(pub String);

/// The version of a format, which every answer of it states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version<const N: u32>;

impl<const N: u32> Serialize for Version<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        N.serialize(serializer)
    }
}
