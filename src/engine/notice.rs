//! What every answer must say about itself.

use super::calendar::Stage;
use super::ranking::Question;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Something that the numbers of an answer leave out.
    Notice {
        /// The application is late.
        Late = "late", "You apply late. No published figure says what lateness costs, so it is not in these numbers: expect less than they say.";
    }
}

/// What an answer to the question must say.
#[must_use]
pub fn notices(question: &Question<'_>) -> Vec<Notice> {
    let late = question.moment.stage == Some(Stage::ApplyingLate);
    late.then_some(Notice::Late).into_iter().collect()
}
