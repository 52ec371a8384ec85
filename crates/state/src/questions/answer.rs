//! What a choice may be answered with: words of a closed set, yes or no, a number on a scale.

use std::borrow::Cow;

use super::days::month_name;
use super::rows::{Language, Pathway, Step2Answer};
use engine::applicant::{EcfmgStatus, ExamResult, MilitaryStatus};
use engine::calendar::Stage;
use engine::geography::{Division, UsState};
use engine::preference::{Nearness, Property, Size, Weight};
use engine::range::Range;
use engine::vocabulary::{ApplicantType, Setting, VisaNeed};

/// One answer out of few. In memory it stands as a number, in files as a code that never changes.
pub trait Answer: Copy + PartialEq + 'static {
    /// The number that stands for it until the page is left.
    fn number(self) -> u16;

    /// The answer that a number stands for.
    fn of(number: u16) -> Option<Self>;

    /// Its code in files.
    fn code(self) -> Cow<'static, str>;

    /// The answer with a code; `None` if this version does not know it.
    fn from_code(code: &str) -> Option<Self>;

    /// What people read.
    fn label(self) -> Cow<'static, str>;
}

/// Words of closed sets: the number is the place in the set.
macro_rules! words {
    ($($set:ident)+) => {$(
        impl Answer for $set {
            fn number(self) -> u16 {
                self as u16
            }

            fn of(number: u16) -> Option<Self> {
                $set::ALL.get(usize::from(number)).copied()
            }

            fn code(self) -> Cow<'static, str> {
                $set::code(self).into()
            }

            fn from_code(code: &str) -> Option<Self> {
                $set::from_code(code)
            }

            fn label(self) -> Cow<'static, str> {
                $set::label(self).into()
            }
        }
    )+};
}

words!(ApplicantType Division EcfmgStatus ExamResult Language MilitaryStatus Pathway Property);
words!(Setting Size SoughtAfter Stage Step2Answer UsState VisaNeed);

engine::vocabulary! {
    /// Whether it counts how sought after a program is.
    SoughtAfter {
        /// It does, which is usual.
        Counts = "yes", "Counts";
        /// It does not.
        Ignored = "no", "Does not count";
    }
}

impl Answer for bool {
    fn number(self) -> u16 {
        self.into()
    }

    fn of(number: u16) -> Option<Self> {
        (number <= 1).then_some(number == 1)
    }

    fn code(self) -> Cow<'static, str> {
        if self { "yes" } else { "no" }.into()
    }

    fn from_code(code: &str) -> Option<Self> {
        match code {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    fn label(self) -> Cow<'static, str> {
        if self { "Yes" } else { "No" }.into()
    }
}

/// Numbers on a scale: the number is the answer.
macro_rules! numbers {
    ($($name:ident, $label:expr;)+) => {$(
        impl Answer for $name {
            fn number(self) -> u16 {
                self.value().into()
            }

            fn of(number: u16) -> Option<Self> {
                number.try_into().ok().and_then($name::new)
            }

            fn code(self) -> Cow<'static, str> {
                self.value().to_string().into()
            }

            fn from_code(code: &str) -> Option<Self> {
                code.parse().ok().and_then($name::new)
            }

            fn label(self) -> Cow<'static, str> {
                $label(self.value()).into()
            }
        }
    )+};
}

numbers! {
    Month, |month| month_name(month).unwrap_or_default();
    Percent, |of| format!("{of} of 100");
    Weight, |of| format!("{of} of {}", Weight::RANGE.most());
    Miles, |miles| format!("{miles} miles");
}

/// Scales that only questions have.
macro_rules! scales {
    ($($(#[$doc:meta])* $name:ident($int:ty), $range:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name($int);

        impl $name {
            /// How far the scale goes.
            pub const RANGE: Range<$int> = $range;

            /// The answer, or `None` outside the scale.
            #[must_use]
            pub fn new(number: $int) -> Option<Self> {
                $name::RANGE.contains(number).then_some($name(number))
            }

            /// The number.
            #[must_use]
            pub const fn value(self) -> $int {
                self.0
            }
        }
    )+};
}

scales! {
    /// A month: 1 is January.
    Month(u8), Range::new(1, 12);
    /// A part of a hundred.
    Percent(u8), Range::new(0, 100);
    /// A distance in miles.
    Miles(u16), Nearness::MILES;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::kind::{Kind, Words};
    use crate::questions::table::Field;

    #[test]
    fn every_answer_is_found_again_by_its_number_and_its_code() {
        let mut seen = 0;
        for field in Field::ALL {
            let (Kind::Choice(words) | Kind::Set(words)) = field.kind() else {
                continue;
            };
            let Words { code, number } = words;
            for at in 0..=3000 {
                let Some(code) = code(at) else { continue };
                assert_eq!(number(&code), Some(at), "{field:?} {code}");
                assert!(
                    field.words(at).is_some_and(|label| !label.is_empty()),
                    "{field:?} {code}"
                );
                seen += 1;
            }
            assert_eq!(code(u16::MAX), None);
            assert_eq!(number("of no version"), None);
        }
        assert!(seen > 3000, "{seen}");
    }

    #[test]
    fn a_scale_ends_where_it_ends() {
        assert_eq!(Month::new(0), None);
        assert_eq!(
            Month::from_code("12").map(Answer::label),
            Some("December".into())
        );
        assert_eq!(Month::from_code("13"), None);
        assert_eq!(Miles::from_code("-1"), None);
        assert_eq!(
            Percent::new(100).map(Answer::label),
            Some("100 of 100".into())
        );
    }
}
