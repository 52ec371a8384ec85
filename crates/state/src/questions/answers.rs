//! What the visitor typed and chose, exactly as typed. Nothing here is checked: that is [`super::read`].

use vecmap::{VecMap, VecSet};

use super::answer::Answer;
use super::kind::{Choice, Set};
use super::rows::{ConnectionAnswer, ExperienceAnswer, NearAnswer, SpecialtyAnswer};
use super::table::Field;

/// Every answer. What is not here is not answered, which is never "no".
///
/// ```
/// use engine::applicant::ExamResult;
/// use state::questions::{Answers, STEP1, STEP2_SCORE};
///
/// let mut answers = Answers::default();
/// answers.edit(STEP1.answer(Some(ExamResult::Pass)));
/// answers.edit(STEP2_SCORE.typed("24o".into()));
/// assert_eq!(answers.get(STEP1), Some(ExamResult::Pass));
/// assert_eq!(answers.text(STEP2_SCORE.field()), "24o");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Text as typed; a question without text has no entry.
    pub(super) typed: VecMap<Field, String>,
    /// What was chosen, as the number that stands for it.
    pub(super) chosen: VecMap<Field, u16>,
    /// Members of sets, likewise, in the order in which they were added. An empty set is an answer: none.
    pub(super) sets: VecMap<Field, VecSet<u16>>,
    /// US clinical experience, row by row.
    pub experience: Vec<ExperienceAnswer>,
    /// Ties to programs.
    pub connections: Vec<ConnectionAnswer>,
    /// Specialties in order of choice.
    pub specialties: [SpecialtyAnswer; 3],
    /// A place to be near.
    pub near: NearAnswer,
}

impl Answers {
    /// The text of a question as typed; empty if nothing was.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.typed.get(&field).map_or("", String::as_str)
    }

    /// What was chosen.
    #[must_use]
    pub fn get<T: Answer>(&self, question: Choice<T>) -> Option<T> {
        let number = self.chosen.get(&question.field());
        number.and_then(|number| T::of(*number))
    }

    /// The members of a set, in the order in which they were added.
    pub fn members<T: Answer>(&self, question: Set<T>) -> impl Iterator<Item = T> {
        let set = self.sets.get(&question.field());
        set.into_iter()
            .flatten()
            .filter_map(|number| T::of(*number))
    }

    /// Whether a set has a member.
    #[must_use]
    pub fn has<T: Answer>(&self, question: Set<T>, member: T) -> bool {
        let set = self.sets.get(&question.field());
        set.is_some_and(|set| set.contains(&member.number()))
    }

    /// Whether a set was answered: with members, or with none of them.
    #[must_use]
    pub fn has_answered<T: Answer>(&self, question: Set<T>) -> bool {
        self.sets.contains_key(&question.field())
    }
}
