//! The kinds of question: a choice among few, a number, a text, a set, or rows of their own.
//!
//! A constant of the [table](super::table) carries its kind and the type of its answer, so that the compiler
//! keeps a visa from being answered with a score. Kept are a field and a number or a text; [`Kind`] is how what
//! treats all questions alike (saved file, words, progress) reads them.

use std::borrow::Cow;
use std::marker::PhantomData;

use super::answer::Answer;
use super::edit::{Edit, Step};
use super::table::Field;
use engine::range::Range;

/// A question that is answered with one of few.
#[derive(Debug)]
pub struct Choice<T> {
    field: Field,
    answer: PhantomData<T>,
}

impl<T: Answer> Choice<T> {
    pub(super) const fn new(field: Field) -> Self {
        Choice {
            field,
            answer: PhantomData,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn field(self) -> Field {
        self.field
    }

    /// The edit that answers it; `None` takes the answer back.
    #[must_use]
    pub fn answer(self, answer: Option<T>) -> Edit {
        Edit(Step::Choose(self.field, answer.map(Answer::number)))
    }
}

/// A question that is answered with any number of few.
#[derive(Debug)]
pub struct Set<T> {
    field: Field,
    answer: PhantomData<T>,
}

impl<T: Answer> Set<T> {
    pub(super) const fn new(field: Field) -> Self {
        Set {
            field,
            answer: PhantomData,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn field(self) -> Field {
        self.field
    }

    /// The edit that adds one. What is demanded is not refused at once, and the other way round: it leaves the
    /// other set.
    #[must_use]
    pub fn with(self, member: T) -> Edit {
        Edit(Step::Add(self.field, member.number()))
    }

    /// The edit that takes one away; with the last, the answer is taken back.
    #[must_use]
    pub fn without(self, member: T) -> Edit {
        Edit(Step::Remove(self.field, member.number()))
    }

    /// The edit that answers: none of these.
    #[must_use]
    pub fn none(self) -> Edit {
        Edit(Step::NoneOf(self.field))
    }
}

/// A question that is answered with a whole number, which is kept as typed.
#[derive(Debug)]
pub struct Number<T> {
    field: Field,
    pub(super) range: Range,
    /// The thing, as it follows "Enter": "your Step 2 CK score".
    pub(super) what: &'static str,
    pub(super) read: fn(u16) -> Option<T>,
}

impl<T> Number<T> {
    pub(super) const fn new(
        field: Field,
        range: Range,
        what: &'static str,
        read: fn(u16) -> Option<T>,
    ) -> Self {
        Number {
            field,
            range,
            what,
            read,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn field(self) -> Field {
        self.field
    }

    /// The edit that types it.
    #[must_use]
    pub fn typed(self, text: String) -> Edit {
        Edit(Step::Type(self.field, text))
    }

    /// The same with another end of the range.
    pub(super) fn up_to(mut self, most: u16) -> Self {
        self.range = Range::new(self.range.least(), most);
        self
    }
}

/// A question that is answered in words of one's own.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    field: Field,
}

impl Text {
    pub(super) const fn new(field: Field) -> Self {
        Text { field }
    }

    /// Its name.
    #[must_use]
    pub const fn field(self) -> Field {
        self.field
    }

    /// The edit that types it.
    #[must_use]
    pub fn typed(self, text: String) -> Edit {
        Edit(Step::Type(self.field, text))
    }
}

macro_rules! copied {
    ($($name:ident)+) => {$(
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<T> Copy for $name<T> {}
    )+};
}
copied!(Choice Set Number);

/// What a question is answered with, for what treats all questions alike.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A text, kept as typed.
    Typed,
    /// One of these words.
    Choice(Words),
    /// Any number of these words.
    Set(Words),
    /// Rows with a shape of their own, in [`super::rows`].
    Rows,
}

/// The words that a question may be answered with, without their type. Each stands for a number in memory and
/// has a code in files.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    /// The code of a number; `None` if no word has it.
    pub(crate) code: fn(u16) -> Option<Cow<'static, str>>,
    /// The number of a code; `None` if this version does not know it.
    pub(crate) number: fn(&str) -> Option<u16>,
}

impl Words {
    pub(super) const fn of<T: Answer>() -> Words {
        Words {
            code: |number| T::of(number).map(Answer::code),
            number: |code| T::from_code(code).map(Answer::number),
        }
    }
}
