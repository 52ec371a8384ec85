//! Numbers as people type them.

use crate::questions::{Answers, Number, Problem};
use engine::range::Range;

/// Reads text as a number in a range: `Ok(None)` if there is none.
///
/// # Errors
/// The sentence that tells what to type.
pub(super) fn in_range(text: &str, range: Range, what: &str) -> Result<Option<u16>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .ok()
        .filter(|number| range.contains(*number))
        .map(Some)
        .ok_or_else(|| {
            let (least, most) = (range.least(), range.most());
            format!("Enter {what} as a number from {least} to {most}")
        })
}

/// Reads the answer to a question, notes the problem, and gives the number if there is a right one.
pub(super) fn number<T>(
    answers: &Answers,
    question: Number<T>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    match in_range(
        answers.text(question.field()),
        question.range,
        question.what,
    ) {
        Ok(number) => number.and_then(question.read),
        Err(message) => {
            problems.push(Problem::at(question.field(), message));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questions::STEP2_SCORE;

    fn score(text: &str) -> Result<Option<u16>, String> {
        in_range(text, STEP2_SCORE.range, STEP2_SCORE.what)
    }

    #[test]
    fn a_number_in_range_is_read_with_spaces_around_it() {
        assert_eq!(score(" 245 "), Ok(Some(245)));
        assert_eq!(score(""), Ok(None));
        assert_eq!(score("100"), Ok(Some(100)));
        assert_eq!(score("300"), Ok(Some(300)));
    }

    #[test]
    fn anything_else_tells_what_to_type() {
        let message = "Enter your Step 2 CK score as a number from 100 to 300";
        for text in [
            "0", "24", "301", "2 45", "-5", "245.5", "99999", "two", "٢٤٥",
        ] {
            assert_eq!(score(text), Err(message.into()), "{text}");
        }
    }
}
