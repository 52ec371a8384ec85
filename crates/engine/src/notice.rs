//! What every answer must say about itself.

use super::calendar::Stage;
use super::preference::Positions;
use super::rank_input::RankInput;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Something that the numbers of an answer leave out.
    Notice {
        /// The application is late.
        Late = "late", "You apply late. No published figure says how much this lowers a chance, so it is not in these numbers: expect lower chances than they say.";
        /// A preliminary year is among what is chosen.
        PreliminaryYear = "preliminary_year", "A preliminary year is the first year that advanced positions need. On its own it does not lead to a board certificate: without an advanced position, you have to apply again for one. Its match rate is published for all programs together, not for each program.";
    }
}

/// What an answer to the question must say.
#[must_use]
pub fn notices(input: &RankInput<'_>) -> Vec<Notice> {
    let late = input.moment.stage == Some(Stage::ApplyingLate);
    let mut choices = input.preferences.specialties.iter();
    let preliminary = choices.any(|choice| choice.positions == Positions::OneYear);
    let of = |is_so: bool, notice: Notice| is_so.then_some(notice);
    let all = [
        of(late, Notice::Late),
        of(preliminary, Notice::PreliminaryYear),
    ];
    all.into_iter().flatten().collect()
}
