//! What a link shares: the answers, the lists and the settings by which they are made. Notes, facts that
//! were found out, pinned programs and the notebook stay where they are.
//!
//! The link carries it behind `#`, which browsers never send to a server:
//! `#shared=1.DATA`, 1 being the version and DATA the saved file ([`super::save`]), compressed.

use std::fmt;
use std::rc::Rc;

use super::save::OpenError;
use crate::Work;
use crate::questions::Field;

/// What the part of the address behind `#` begins with.
const MARK: &str = "shared=";
/// The version that this app writes.
const VERSION: &str = "1";
/// Most characters of the data: more than any list of ours needs, and what every browser takes.
pub const MOST_CHARACTERS: usize = 16_000;
/// Most bytes of the file inside. A link that holds more was not made here.
pub const MOST_BYTES: usize = 400_000;

/// The part of the work that a link shares.
#[must_use]
pub fn shared(work: &Work) -> Work {
    Work {
        answers: work.answers.clone(),
        lists: work.lists.clone(),
        list_settings: work.list_settings.clone(),
        ..Work::default()
    }
}

/// What a shared work holds, in words for people, one line each.
#[must_use]
pub fn holds(work: &Work) -> Vec<String> {
    let answers = Field::ALL
        .iter()
        .filter(|field| work.answers.is_answered(**field));
    let mut lines = vec![match answers.count() {
        1 => "1 answer of profile and preferences".to_owned(),
        count => format!("{count} answers of profile and preferences"),
    }];
    for (index, list) in work.lists.all().iter().enumerate() {
        let title = work.lists.title(index);
        match list.programs.len() {
            0 => {}
            1 => lines.push(format!("{title}: 1 program")),
            count => lines.push(format!("{title}: {count} programs")),
        }
    }
    if *work.list_settings != crate::ListSettings::default() {
        lines.push("your budget, prices and numbers of applications".to_owned());
    }
    lines
}

/// Why a link was not opened. [`fmt::Display`] makes it a sentence for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// Made by a newer version of the app.
    Newer,
    /// Longer than any that we make.
    TooLong,
    /// Cut short or changed on the way.
    Damaged,
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ShareError::Newer => {
                "The link was made by a newer version of Smart Pick. Load the page again to get it."
            }
            ShareError::TooLong => {
                "The link is longer than any that Smart Pick makes, so it was not opened."
            }
            ShareError::Damaged => {
                "The link is damaged: it was cut short or changed on the way. Ask for it again."
            }
        })
    }
}

impl std::error::Error for ShareError {}

/// Why the file inside does not open, as an error of the link.
impl From<OpenError> for ShareError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Newer => ShareError::Newer,
            OpenError::TooLarge => ShareError::TooLong,
            OpenError::Unreadable { .. } | OpenError::Foreign => ShareError::Damaged,
        }
    }
}

/// What stands behind `#` in a link that shares data.
#[must_use]
pub fn fragment(data: &str) -> String {
    format!("{MARK}{VERSION}.{data}")
}

/// The data of a link, by what stands behind `#`; `None` if it shares nothing.
#[must_use]
pub fn data(fragment: &str) -> Option<Result<&str, ShareError>> {
    let shared = fragment.strip_prefix(MARK)?;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    Some(match shared.split_once('.') {
        _ if shared.len() > MOST_CHARACTERS => Err(ShareError::TooLong),
        Some((VERSION, data)) if !data.is_empty() && data.chars().all(is_plain) => Ok(data),
        Some((version, _)) if version.parse().is_ok_and(|v: u32| v > 1) => Err(ShareError::Newer),
        _ => Err(ShareError::Damaged),
    })
}

/// Takes what a link shares into the work of this device: the rest of it stays.
#[must_use]
pub fn taken(mine: &Work, theirs: &Work) -> Work {
    Work {
        answers: Rc::clone(&theirs.answers),
        lists: Rc::clone(&theirs.lists),
        list_settings: Rc::clone(&theirs.list_settings),
        ..mine.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::STEP2_SCORE;
    use crate::{Action, ListEdit, State};
    use engine::program::ProgramId;

    fn state() -> State {
        let mut state = State::default();
        let id = ProgramId::parse("1400500001").unwrap();
        state.apply(Action::Answer(STEP2_SCORE.typed("245".into())));
        state.apply(Action::List(ListEdit::Add(id)));
        state.apply(Action::Note(id, "private".into()));
        state
    }

    #[test]
    fn notes_are_not_shared_and_are_kept_where_a_link_is_opened() {
        let work = state().work;
        let shared = shared(&work);
        assert!(shared.notes.is_empty());
        assert_eq!(
            holds(&shared),
            ["1 answer of profile and preferences", "List 1: 1 program"]
        );
        let taken = taken(&work, &Work::default());
        assert!(taken.answers.text(Field::Step2Score).is_empty());
        assert_eq!(taken.notes, work.notes);
    }

    #[test]
    fn a_link_says_its_version_and_refuses_what_it_cannot_be() {
        assert_eq!(data(&fragment("aB-_9")), Some(Ok("aB-_9")));
        assert_eq!(data("visa"), None);
        assert_eq!(data("shared=2.x"), Some(Err(ShareError::Newer)));
        for wrong in [
            "shared=",
            "shared=1.",
            "shared=1.a b",
            "shared=1.<x>",
            "shared=x.a",
        ] {
            assert_eq!(data(wrong), Some(Err(ShareError::Damaged)), "{wrong}");
        }
        let long = format!("shared=1.{}", "a".repeat(MOST_CHARACTERS));
        assert_eq!(data(&long), Some(Err(ShareError::TooLong)));
    }
}
