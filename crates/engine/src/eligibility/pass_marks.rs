//! The pass marks of the exams whose scores are asked for.

use crate::applicant::Step2;
use crate::calendar::Date;

/// The pass marks of Step 2 CK, newest first: the first day, and the mark.
///
/// Source: USMLE notices as listed in sources.toml under `usmle_norms_2026`.
const STEP2_PASS_MARKS: [((u16, u8, u8), u16); 5] = [
    ((2025, 7, 1), 218),
    ((2022, 7, 1), 214),
    ((2014, 7, 1), 209),
    ((2013, 7, 1), 203),
    ((2012, 7, 1), 196),
];

/// The lowest mark that we hold: a score under it was no pass on any day since 2012.
const STEP2_LOWEST_PASS_MARK: u16 = 189;

/// The pass mark of COMLEX Level 2-CE, the same for years.
///
/// Source: the examining board's scoring principles, in sources.toml under `nbome_scoring_principles`.
pub const COMLEX2_PASS_MARK: u16 = 400;

/// The pass mark of Step 2 CK on the day of the exam; today's if the day is not known.
#[must_use]
pub fn step2_pass_mark(day: Option<Date>) -> u16 {
    let Some(day) = day else { return 218 };
    STEP2_PASS_MARKS
        .iter()
        .find(|((year, month, first), _)| {
            (day.year(), day.month(), day.day()) >= (*year, *month, *first)
        })
        .map_or(STEP2_LOWEST_PASS_MARK, |(_, mark)| *mark)
}

/// Whether the score was no pass: known only with the day of the exam, or below every mark.
#[must_use]
pub fn has_failed_step2(step2: &Step2) -> bool {
    step2.score.is_some_and(|score| {
        let score = score.value();
        let is_below = score < step2_pass_mark(step2.date);
        is_below && (step2.date.is_some() || score < STEP2_LOWEST_PASS_MARK)
    })
}
