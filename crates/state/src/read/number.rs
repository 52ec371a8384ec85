//! Numbers as people type them.

use super::super::answers::Answers;
use super::super::field::{Field, Problem};

/// A whole number in a range, with the sentence that asks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whole {
    /// The thing, as it follows "Enter": "your Step 2 CK score".
    pub(super) what: &'static str,
    /// Least.
    pub(super) least: u16,
    /// Most.
    pub(super) most: u16,
}

impl Whole {
    fn message(self) -> String {
        format!(
            "Enter {} as a number from {} to {}",
            self.what, self.least, self.most
        )
    }

    /// Reads text: `Ok(None)` if there is none, the message if it is not such a number.
    ///
    /// # Errors
    /// The sentence that tells what to type.
    pub(super) fn read(self, text: &str) -> Result<Option<u16>, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        text.parse()
            .ok()
            .filter(|value| (self.least..=self.most).contains(value))
            .map(Some)
            .ok_or_else(|| self.message())
    }
}

/// Reads a field, notes the problem, and gives the number if there is a right one.
pub(super) fn whole(
    answers: &Answers,
    field: Field,
    range: Whole,
    problems: &mut Vec<Problem>,
) -> Option<u16> {
    range.read(answers.text(field)).unwrap_or_else(|message| {
        problems.push(Problem::at(field, message));
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORE: Whole = Whole {
        what: "your Step 2 CK score",
        least: 1,
        most: 300,
    };

    #[test]
    fn a_number_in_range_is_read_with_spaces_around_it() {
        assert_eq!(SCORE.read(" 245 "), Ok(Some(245)));
        assert_eq!(SCORE.read(""), Ok(None));
        assert_eq!(SCORE.read("1"), Ok(Some(1)));
        assert_eq!(SCORE.read("300"), Ok(Some(300)));
    }

    #[test]
    fn anything_else_tells_what_to_type() {
        let message = "Enter your Step 2 CK score as a number from 1 to 300";
        for text in ["0", "301", "2 45", "-5", "245.5", "99999", "two", "٢٤٥"] {
            assert_eq!(SCORE.read(text), Err(message.into()), "{text}");
        }
    }
}
