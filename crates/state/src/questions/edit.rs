//! How answers change. An edit never fails and never loses what another edit typed.
//!
//! An edit of a question is made by its constant in the [table](super::table), so that it is an answer to that
//! question; one of a row by the functions here.

use vecmap::VecSet;

use super::answers::Answers;
use super::rows::{ConnectionAnswer, ExperienceAnswer, NearAnswer, SpecialtyAnswer};
use super::table::Field;
use crate::persist::bounds::ROWS;
use engine::applicant::ConnectionKind;
use engine::program::ProgramId;

/// One change to the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit(pub(super) Step);

/// What an edit does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// Text is typed.
    Type(Field, String),
    /// A choice is made or taken back.
    Choose(Field, Option<u16>),
    /// A member is added to its set.
    Add(Field, u16),
    /// A member is taken from its set.
    Remove(Field, u16),
    /// None of a set.
    NoneOf(Field),
    Specialty(usize, SpecialtyAnswer),
    RaiseSpecialty(usize),
    Near(NearAnswer),
    Experience(usize, ExperienceAnswer),
    RemoveExperience(usize),
    Connect(ConnectionAnswer),
    Disconnect(ProgramId),
}

impl Edit {
    /// The specialty at a place of the order, from 0.
    #[must_use]
    pub fn specialty(rank: usize, answer: SpecialtyAnswer) -> Edit {
        Edit(Step::Specialty(rank, answer))
    }

    /// The specialty at a place, from 1, changes places with the one before it.
    #[must_use]
    pub fn raise_specialty(rank: usize) -> Edit {
        Edit(Step::RaiseSpecialty(rank))
    }

    /// The place to be near.
    #[must_use]
    pub fn near(city: NearAnswer) -> Edit {
        Edit(Step::Near(city))
    }

    /// A row of experience; the row after the last is a new one, as long as there are fewer than [`ROWS`].
    #[must_use]
    pub fn experience(row: usize, answer: ExperienceAnswer) -> Edit {
        Edit(Step::Experience(row, answer))
    }

    /// A row of experience is taken away.
    #[must_use]
    pub fn remove_experience(row: usize) -> Edit {
        Edit(Step::RemoveExperience(row))
    }

    /// A tie to a program, new or changed; a new one as long as there are fewer than [`ROWS`].
    #[must_use]
    pub fn connect(program: ProgramId, kind: Option<ConnectionKind>) -> Edit {
        Edit(Step::Connect(ConnectionAnswer { program, kind }))
    }

    /// A tie to a program is taken away.
    #[must_use]
    pub fn disconnect(program: ProgramId) -> Edit {
        Edit(Step::Disconnect(program))
    }
}

impl Answers {
    /// Carries out one change.
    pub fn edit(&mut self, edit: Edit) {
        match edit.0 {
            Step::Type(field, text) if text.is_empty() => drop(self.typed.remove(&field)),
            Step::Type(field, text) => drop(self.typed.insert(field, text)),
            Step::Choose(field, None) => drop(self.chosen.remove(&field)),
            Step::Choose(field, Some(number)) => drop(self.chosen.insert(field, number)),
            Step::Add(field, number) => self.add(field, number),
            Step::Remove(field, number) => self.remove(field, number),
            Step::NoneOf(field) => drop(self.sets.insert(field, VecSet::new())),
            Step::Specialty(rank, answer) => {
                if let Some(slot) = self.specialties.get_mut(rank) {
                    *slot = answer;
                }
            }
            Step::RaiseSpecialty(rank) => {
                if rank >= 1 && rank < self.specialties.len() {
                    self.specialties.swap(rank - 1, rank);
                }
            }
            Step::Near(city) => self.near = city,
            Step::Experience(row, answer) => {
                if let Some(slot) = self.experience.get_mut(row) {
                    *slot = answer;
                } else if self.experience.len() < ROWS {
                    self.experience.push(answer);
                }
            }
            Step::RemoveExperience(row) => {
                if row < self.experience.len() {
                    self.experience.remove(row);
                }
            }
            Step::Connect(connection) => self.connect(connection),
            Step::Disconnect(program) => self.connections.retain(|c| c.program != program),
        }
    }

    fn add(&mut self, field: Field, number: u16) {
        if let Some(opposite) = field.opposite() {
            self.remove(opposite, number);
        }
        self.sets.entry(field).or_default().insert(number);
    }

    /// Without a last member a set is not answered; that there is none is said by [`Step::NoneOf`].
    fn remove(&mut self, field: Field, number: u16) {
        let Some(set) = self.sets.get_mut(&field) else {
            return;
        };
        set.remove(&number);
        if set.is_empty() {
            self.sets.remove(&field);
        }
    }

    fn connect(&mut self, connection: ConnectionAnswer) {
        let is_same = |known: &&mut ConnectionAnswer| known.program == connection.program;
        if let Some(known) = self.connections.iter_mut().find(is_same) {
            *known = connection;
        } else if self.connections.len() < ROWS {
            self.connections.push(connection);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::{LANGUAGES, Language, MUST, NEVER, STEP2_SCORE};
    use engine::preference::Property;

    #[test]
    fn a_property_is_never_demanded_and_refused_at_once() {
        let mut answers = Answers::default();
        answers.edit(MUST.with(Property::Hca));
        answers.edit(NEVER.with(Property::Hca));
        assert!(!answers.has_answered(MUST));
        assert!(answers.has(NEVER, Property::Hca));
    }

    #[test]
    fn none_is_an_answer_and_no_member_left_is_none() {
        let mut answers = Answers::default();
        answers.edit(LANGUAGES.none());
        assert!(answers.has_answered(LANGUAGES));
        answers.edit(LANGUAGES.with(Language::Urdu));
        assert_eq!(
            answers.members(LANGUAGES).collect::<Vec<_>>(),
            [Language::Urdu]
        );
        answers.edit(LANGUAGES.without(Language::Urdu));
        assert_eq!(answers, Answers::default());
    }

    #[test]
    fn wrong_text_is_kept_as_typed() {
        let mut answers = Answers::default();
        answers.edit(STEP2_SCORE.typed(" 2 45x".into()));
        assert_eq!(answers.text(STEP2_SCORE.field()), " 2 45x");
        answers.edit(STEP2_SCORE.typed(String::new()));
        assert_eq!(answers, Answers::default());
    }

    #[test]
    fn rows_beyond_the_end_do_no_harm() {
        let mut answers = Answers::default();
        answers.edit(Edit::remove_experience(3));
        answers.edit(Edit::raise_specialty(0));
        answers.edit(Edit::raise_specialty(9));
        answers.edit(Edit::specialty(9, SpecialtyAnswer::default()));
        assert_eq!(answers, Answers::default());
    }
}
