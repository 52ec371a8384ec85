//! Answers as files hold them: the code of the question and the code of the answer. What this version does not
//! know is `None`.

use super::answers::Answers;
use super::edit::{Edit, Step};
use super::kind::Kind;
use super::table::Field;

impl Edit {
    /// Text typed into the question with a code.
    pub(crate) fn read_typed(field: &str, text: String) -> Option<Edit> {
        let field = Field::from_code(field)?;
        matches!(field.kind(), Kind::Typed).then_some(Edit(Step::Type(field, text)))
    }

    /// A choice.
    pub(crate) fn read_choice(field: &str, code: &str) -> Option<Edit> {
        let field = Field::from_code(field)?;
        let Kind::Choice(words) = field.kind() else {
            return None;
        };
        Some(Edit(Step::Choose(field, Some((words.number)(code)?))))
    }

    /// A member of a set.
    pub(crate) fn read_member(field: &str, code: &str) -> Option<Edit> {
        let field = Field::from_code(field)?;
        let Kind::Set(words) = field.kind() else {
            return None;
        };
        Some(Edit(Step::Add(field, (words.number)(code)?)))
    }

    /// None of a set, where that is an answer.
    pub(crate) fn read_none(field: &str) -> Option<Edit> {
        let field = Field::from_code(field)?;
        (field == Field::Languages).then_some(Edit(Step::NoneOf(field)))
    }
}

impl Answers {
    /// What was typed, in the order of the questions.
    pub(crate) fn all_typed(&self) -> impl Iterator<Item = (String, String)> {
        let fields = Field::ALL.iter();
        fields.filter_map(|field| Some((code(*field), self.typed.get(field)?.clone())))
    }

    /// What was chosen.
    pub(crate) fn all_chosen(&self) -> impl Iterator<Item = (String, String)> {
        Field::ALL.iter().filter_map(|field| {
            let Kind::Choice(words) = field.kind() else {
                return None;
            };
            let chosen = (words.code)(*self.chosen.get(field)?)?;
            Some((code(*field), chosen.into_owned()))
        })
    }

    /// The members of sets.
    pub(crate) fn all_members(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        Field::ALL.iter().filter_map(|field| {
            let Kind::Set(words) = field.kind() else {
                return None;
            };
            let members = self.sets.get(field)?.iter();
            let codes = members.filter_map(|number| (words.code)(*number));
            Some((code(*field), codes.map(String::from).collect()))
        })
    }
}

fn code(field: Field) -> String {
    field.code().to_owned()
}
