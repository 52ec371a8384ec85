//! The days of a season on which the app asks where the applicant stands.
//!
//! Programs begin to review ERAS applications on the fourth Wednesday of September (24 September
//! 2025 and 23 September 2026 by the ERAS timelines), and Match Day is the third Friday of March
//! (20 March 2026 and 19 March 2027 by the Match calendars). Later years follow the pattern.

use engine::applicant::Moment;
use engine::calendar::{Date, Season, Stage};

const WEDNESDAY: u16 = 3;
const FRIDAY: u16 = 5;

/// The day on which programs begin to review applications of a season.
#[must_use]
pub fn review_opens(season: Season) -> Option<Date> {
    nth_weekday(season.0.checked_sub(1)?, 9, WEDNESDAY, 4)
}

/// The day on which results of a season come out.
#[must_use]
pub fn match_day(season: Season) -> Option<Date> {
    nth_weekday(season.0, 3, FRIDAY, 3)
}

/// Whether the app has to ask where the applicant stands: from the start of review to Match Day.
#[must_use]
pub fn asks_stage(today: Date) -> bool {
    let season = Season::of(today);
    match (review_opens(season), match_day(season)) {
        (Some(opens), Some(ends)) => opens <= today && today <= ends,
        _ => false,
    }
}

/// The moment of the question: outside the review every applicant is preparing, and whoever
/// prepares during it applies in the season after.
#[must_use]
pub fn moment(today: Date, answered: Option<Stage>) -> Moment {
    let season = Season::of(today);
    if !asks_stage(today) {
        let past = match_day(season).is_some_and(|ends| today > ends);
        return Moment {
            today,
            season: Season(season.0 + u16::from(past)),
            stage: Some(Stage::Preparing),
        };
    }
    let next = answered == Some(Stage::Preparing);
    Moment {
        today,
        season: Season(season.0 + u16::from(next)),
        stage: answered,
    }
}

fn nth_weekday(year: u16, month: u8, weekday: u16, nth: u8) -> Option<Date> {
    let first = weekday_of_first(year, month);
    let offset = (weekday + 7 - first) % 7;
    let day = u8::try_from(offset).ok()? + 1 + 7 * (nth - 1);
    Date::new(year, month, day)
}

/// Weekday of the first of a month, Sunday 0, by Sakamoto's method; September and March only
/// need their own offsets.
fn weekday_of_first(year: u16, month: u8) -> u16 {
    const OFFSETS: [u16; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let offset = OFFSETS
        .get(usize::from(month).saturating_sub(1))
        .copied()
        .unwrap_or(0);
    let y = year - u16::from(month < 3);
    (y + y / 4 - y / 100 + y / 400 + offset + 1) % 7
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn the_published_days_follow_the_pattern() {
        assert_eq!(review_opens(Season(2026)), Some(day("2025-09-24")));
        assert_eq!(review_opens(Season(2027)), Some(day("2026-09-23")));
        assert_eq!(match_day(Season(2026)), Some(day("2026-03-20")));
        assert_eq!(match_day(Season(2027)), Some(day("2027-03-19")));
    }

    #[test]
    fn the_stage_is_asked_only_during_the_review() {
        assert!(!asks_stage(day("2026-09-22")));
        assert!(asks_stage(day("2026-09-23")));
        assert!(asks_stage(day("2027-03-19")));
        assert!(!asks_stage(day("2027-03-20")));
    }

    #[test]
    fn whoever_prepares_during_the_review_applies_in_the_next_season() {
        let today = day("2026-11-23");
        assert_eq!(moment(today, Some(Stage::Applied)).season, Season(2027));
        assert_eq!(moment(today, Some(Stage::Preparing)).season, Season(2028));
        assert_eq!(moment(today, None).stage, None);
        assert_eq!(moment(day("2027-04-01"), None).season, Season(2028));
    }
}
