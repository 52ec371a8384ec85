//! What to do and by when: milestones counted from the days of a season, seen from today.

use crate::content::tools::Milestone;
use crate::tools::who::{Need, Who};
use engine::applicant::{Applicant, Moment};
use engine::calendar::{Date, Season, Stage};
use engine::catalog::Catalog;
use engine::season::SeasonEvent;

/// A day of a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeasonDay {
    /// The day.
    pub day: Date,
    /// The season that published it, if it is not this one: then the day is that of the same
    /// calendar date, and only its month can be relied on.
    pub pattern_of: Option<Season>,
}

/// Most seasons back that a pattern is taken from.
const BACK: u16 = 4;

/// The day of an event in a season, or that of an earlier season moved to this one.
#[must_use]
pub fn season_day(catalog: &Catalog, season: Season, event: SeasonEvent) -> Option<SeasonDay> {
    (0..=BACK).find_map(|back| {
        let of = Season(season.0.checked_sub(back)?);
        let known = catalog.season_date(of, event)?;
        Some(SeasonDay {
            day: known.day.months_earlier(-12 * i32::from(back))?,
            pattern_of: (back > 0).then_some(of),
        })
    })
}

engine::vocabulary! {
    /// How a step stands on a day.
    Standing {
        /// It is done by the answers of the profile.
        Done = "done", "Done";
        /// Its last moment has passed.
        Late = "late", "Late";
        /// It is time for it.
        Now = "now", "Now";
        /// Later.
        Later = "later", "Later";
    }
}

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    /// What.
    pub milestone: &'a Milestone,
    /// From when on.
    pub begin: Date,
    /// The latest that it still helps.
    pub last: Date,
    /// Whether the days follow the pattern of an earlier season.
    pub is_pattern: bool,
    /// How it stands.
    pub standing: Standing,
}

/// The steps towards a season's Match, by the day on which they begin.
#[must_use]
pub fn steps<'a>(
    milestones: &'a [Milestone],
    catalog: &Catalog,
    moment: Moment,
    applicant: &Applicant,
) -> Vec<Step<'a>> {
    let today = moment.today;
    let each = milestones.iter().filter_map(|milestone| {
        let who = Who::from_code(&milestone.who)?;
        let event = SeasonEvent::from_code(&milestone.from)?;
        // Whoever has sent the application has no more to do for it.
        let is_sent = moment.stage == Some(Stage::Applied)
            && event == SeasonEvent::ErasSubmit
            && matches!(who, Who::All | Who::Img | Who::Letters);
        let is_done = match who.need(applicant) {
            Need::None => return None,
            Need::Done => true,
            Need::Open => is_sent,
        };
        let (from, begin, last) = window(milestone, catalog, moment.season, event, today)?;
        Some(Step {
            milestone,
            begin,
            last,
            is_pattern: from.pattern_of.is_some(),
            // By months: the page shows no more, and of a pattern no more is known.
            standing: match () {
                () if is_done => Standing::Done,
                () if today.first_of_month() > last.first_of_month() => Standing::Late,
                () if today.first_of_month() >= begin.first_of_month() => Standing::Now,
                () => Standing::Later,
            },
        })
    });
    let mut steps: Vec<Step<'a>> = each.collect();
    steps.sort_by_key(|step| (step.begin, step.last));
    steps
}

/// The day that a step is counted from, and when it begins and helps last. The next season is on as
/// soon as Match Day has passed: what follows that day belongs to the Match that was.
fn window(
    milestone: &Milestone,
    catalog: &Catalog,
    season: Season,
    event: SeasonEvent,
    today: Date,
) -> Option<(SeasonDay, Date, Date)> {
    let of = |season| {
        let from = season_day(catalog, season, event)?;
        let at = |months: i8| from.day.months_earlier(i32::from(months));
        let (begin, last) = (
            at(milestone.months_before)?,
            at(milestone.last_months_before)?,
        );
        Some((from, begin, last))
    };
    let before = season.0.checked_sub(1).map(Season);
    let still_on = (event == SeasonEvent::MatchDay)
        .then_some(before)
        .flatten()
        .and_then(of)
        .filter(|(from, _, last)| (from.day..=*last).contains(&today));
    still_on.or_else(|| of(season))
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::catalog::{CatalogParts, Source};
    use engine::fact::SourceIndex;
    use engine::season::{Confidence, SeasonDate};
    use engine::vocabulary::ApplicantType;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn catalog() -> Catalog {
        Catalog::new(catalog_parts()).unwrap()
    }

    fn catalog_parts() -> CatalogParts {
        let submit = SeasonDate {
            season: Season(2027),
            event: SeasonEvent::ErasSubmit,
            day: day("2026-09-02"),
            source: SourceIndex(0),
            confidence: Confidence::Medium,
            note: "".into(),
        };
        let source = Source { key: "eras".into() };
        CatalogParts {
            sources: vec![source],
            season_dates: vec![submit],
            ..CatalogParts::default()
        }
    }

    fn milestone(who: &str, before: i8, last: i8) -> Milestone {
        Milestone {
            id: who.into(),
            title: who.into(),
            html: String::new(),
            from: "eras_submit".into(),
            months_before: before,
            last_months_before: last,
            late_html: String::new(),
            who: who.into(),
        }
    }

    #[test]
    fn a_season_without_days_follows_the_last_that_had_some() {
        let catalog = catalog();
        let event = SeasonEvent::ErasSubmit;
        let own = season_day(&catalog, Season(2027), event).unwrap();
        assert_eq!((own.day, own.pattern_of), (day("2026-09-02"), None));
        let next = season_day(&catalog, Season(2028), event).unwrap();
        assert_eq!(
            (next.day, next.pattern_of),
            (day("2027-09-02"), Some(Season(2027)))
        );
        assert_eq!(season_day(&catalog, Season(2026), event), None);
    }

    #[test]
    fn steps_stand_by_today_and_by_the_profile() {
        let milestones = [
            milestone("usce", 12, 2),
            milestone("step2", 12, 2),
            milestone("all", 0, -1),
        ];
        let mut applicant = Applicant {
            kind: Some(ApplicantType::NonUsImg),
            ..Applicant::default()
        };
        let standing = |today: &str, applicant: &Applicant| -> Vec<(String, Standing)> {
            let moment = Moment {
                today: day(today),
                season: Season(2028),
                stage: None,
            };
            steps(&milestones, &catalog(), moment, applicant)
                .iter()
                .map(|step| (step.milestone.id.clone(), step.standing))
                .collect()
        };
        let now = standing("2026-11-25", &applicant);
        assert_eq!(now[0], ("usce".into(), Standing::Now));
        assert_eq!(now[2], ("all".into(), Standing::Later));
        assert_eq!(standing("2027-08-01", &applicant)[0].1, Standing::Late);
        applicant.step2.score = engine::applicant::Score::new(240);
        assert_eq!(
            standing("2026-11-25", &applicant)[1],
            ("step2".into(), Standing::Done)
        );
        applicant.kind = Some(ApplicantType::UsMdSenior);
        let us: Vec<String> = standing("2026-11-25", &applicant)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        assert_eq!(us, ["step2", "all"]);
        // COMLEX stands for USMLE, and within the last month a step is not late.
        applicant.step2.score = None;
        applicant.comlex.level2 = engine::applicant::ComlexScore::new(550);
        assert_eq!(standing("2027-08-01", &applicant)[0].1, Standing::Done);
        assert_eq!(standing("2027-10-31", &applicant)[1].1, Standing::Now);
    }

    #[test]
    fn who_has_applied_has_no_more_to_do_for_it() {
        let milestones = [milestone("all", 12, 2), milestone("step2", 12, 2)];
        let moment = Moment {
            today: day("2027-11-25"),
            season: Season(2028),
            stage: Some(Stage::Applied),
        };
        let catalog = catalog();
        let steps = steps(&milestones, &catalog, moment, &Applicant::default());
        let standings: Vec<Standing> = steps.iter().map(|step| step.standing).collect();
        assert_eq!(standings, [Standing::Done, Standing::Late]);
    }

    #[test]
    fn what_follows_match_day_is_of_the_match_that_was() {
        let mut papers = milestone("visa", 0, -3);
        papers.from = "match_day".into();
        let mut parts = catalog_parts();
        parts.season_dates.push(SeasonDate {
            event: SeasonEvent::MatchDay,
            day: day("2027-03-19"),
            ..parts.season_dates[0].clone()
        });
        let catalog = Catalog::new(parts).unwrap();
        let standing = |today: &str| {
            let moment = Moment {
                today: day(today),
                season: Season(2028),
                stage: None,
            };
            steps(
                std::slice::from_ref(&papers),
                &catalog,
                moment,
                &Applicant::default(),
            )[0]
            .standing
        };
        assert_eq!(standing("2027-04-20"), Standing::Now);
        assert_eq!(standing("2027-08-01"), Standing::Later);
    }
}
