//! What the page of a list says and hands out, on the real catalog: the number for an empty box,
//! the two ranges, what the numbers leave out, bands, and the order once it is about where.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use engine::applicant::{Applicant, Entries, Moment, Score};
use engine::band::bands;
use engine::calendar::{Date, Season, Stage};
use engine::list::{Enough, Making, Prospects, Recommended};
use engine::notice::{Notice, notices};
use engine::portfolio::Level;
use engine::preference::{Preferences, SpecialtyChoice};
use engine::program::{ProgramId, SpecialtyCode};
use engine::ranking::{RankInput, Ranking, rank};
use engine::vocabulary::{ApplicantType, VisaNeed};
use state::browse::export::programs_csv;
use state::browse::{Place, TableInput, rows_of};
use state::lists::limits::{limits, recommended};
use state::lists::report::Report;
use state::{Applications, ListEdit, ListSetting, ListSettingEdit, Lists, Work};

fn applicant(kind: ApplicantType, visa: Option<VisaNeed>, score: u16) -> Applicant {
    let mut applicant = Applicant {
        kind: Some(kind),
        visa,
        ..Applicant::default()
    };
    applicant.step2.score = Score::new(score);
    applicant
}

fn img() -> Applicant {
    applicant(ApplicantType::NonUsImg, Some(VisaNeed::J1), 245)
}

fn internal_medicine() -> Preferences {
    Preferences {
        specialties: vec![SpecialtyChoice::training(
            SpecialtyCode::from_number(140).unwrap(),
        )],
        ..Preferences::default()
    }
}

/// Asks about an applicant to internal medicine.
fn with<T>(
    applicant: &Applicant,
    stage: Option<Stage>,
    look: impl FnOnce(&RankInput<'_>, &Ranking) -> T,
) -> T {
    let (preferences, entries) = (internal_medicine(), Entries::default());
    let question = RankInput {
        catalog: dataset::embedded().catalog,
        model: dataset::embedded().model,
        applicant,
        preferences: &preferences,
        entries: &entries,
        moment: Moment {
            today: Date::new(2026, 9, 15).unwrap(),
            season: Season(2027),
            stage,
        },
    };
    look(&question, &rank(&question))
}

/// The first so many of a ranking on a list.
fn listed(question: &RankInput<'_>, ranking: &Ranking, count: usize) -> Work {
    let ranked = ranking.ranked.iter().take(count);
    let ids = ranked.map(|row| question.catalog.get(row.program).unwrap().id);
    on_list(ids.map(|id| (id, Level::Plain)).collect())
}

fn on_list(programs: Applications) -> Work {
    let mut lists = Lists::default();
    lists.edit(ListEdit::Fill(programs));
    Work {
        lists: lists.into(),
        ..Work::default()
    }
}

#[test]
fn an_empty_box_counts_as_what_is_recommended() {
    with(&img(), None, |question, ranking| {
        let prospects = Prospects::of(question, ranking);
        let mut work = Work::default();
        let recommended = recommended(&prospects, &work);
        assert_eq!(
            recommended.number,
            Recommended::of(&prospects, &[], &[]).number
        );
        assert_eq!(recommended.why, Enough::TenMoreAddLittle);
        let most = |work: &Work, asked| limits(&prospects, work, asked).unwrap().most;
        assert_eq!(most(&work, None), recommended.number);
        let mut settings = (*work.list_settings).clone();
        settings.edit(ListSettingEdit::Type(ListSetting::Number, "25".into()));
        work.list_settings = settings.into();
        assert_eq!(most(&work, None), 25);
        assert_eq!(most(&work, Some(7)), 7);
    });
}

#[test]
fn more_pins_than_are_recommended_are_no_mistake() {
    with(&img(), None, |question, ranking| {
        let prospects = Prospects::of(question, ranking);
        let number = Recommended::of(&prospects, &[], &[]).number + 5;
        let ranked = ranking.ranked.iter().take(number);
        let ids = ranked.map(|row| question.catalog.get(row.program).unwrap().id);
        let work = Work {
            pinned: std::rc::Rc::new(ids.collect()),
            ..Work::default()
        };
        let recommended = recommended(&prospects, &work);
        assert_eq!(
            (recommended.number, recommended.why),
            (number, Enough::Pinned)
        );
        assert_eq!(limits(&prospects, &work, None).unwrap().most, number);
    });
}

#[test]
fn the_text_names_two_ranges_apart_and_what_is_left_out() {
    let text = |stage| {
        with(&img(), stage, |question, ranking| {
            let work = listed(question, ranking, 60);
            let report = Report::of(question, ranking, &work);
            let seen = report.ranges.unwrap().seen;
            (report.text("Mine", question.catalog), seen)
        })
    };
    let (on_time, seen) = text(None);
    let lines: Vec<&str> = on_time.lines().collect();
    assert!(lines[1].contains("how sure we are: "), "{on_time}");
    let most = format!("Most people like you: {} to {} interviews", seen.0, seen.1);
    assert_eq!(lines[3], most);
    assert!(
        lines[4].contains("how sure we are of the average: "),
        "{on_time}"
    );
    assert!(!on_time.contains(Notice::Late.label()));
    let (late, _) = text(Some(Stage::ApplyingLate));
    assert_eq!(late.lines().nth(5), Some(Notice::Late.label()));
    assert_eq!(late.lines().count(), on_time.lines().count() + 1);
}

#[test]
fn the_file_of_a_list_has_bands_and_what_is_left_out() {
    with(&img(), Some(Stage::ApplyingLate), |question, ranking| {
        let work = listed(question, ranking, 3);
        let (bands, notices) = (bands(question, ranking), notices(question));
        let input = TableInput {
            bands: &bands,
            notices: &notices,
            ranking,
            catalog: question.catalog,
            applicant: question.applicant,
            preferences: question.preferences,
            entries: question.entries,
            pinned: &work.pinned,
            hidden: &work.hidden,
            compared: &[],
            notes: &work.notes,
            listed: work.lists.programs(),
            buckets: None,
            search: None,
        };
        let mut rows = rows_of(&input);
        rows.retain(|row| {
            let id = question.catalog.get(row.program).unwrap().id;
            work.lists.programs().contains_key(&id)
        });
        let file = programs_csv(&input, &rows);
        let lines: Vec<&str> = file.trim_end().split("\r\n").collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[0].contains(",Left out of these numbers,"));
        for (at, line) in lines.iter().skip(1).enumerate() {
            let place = Place::of(&bands, at);
            let said = format!(
                ",{},{},\"{}\",",
                place.first,
                place.last,
                Notice::Late.label()
            );
            assert!(line.contains(&said), "{line}");
        }
        assert!(Place::of(&bands, 0).is_shared());
    });
}

#[test]
fn a_list_for_where_has_the_best_places_first() {
    let strong = applicant(ApplicantType::UsMdSenior, None, 262);
    with(&strong, None, |question, ranking| {
        assert!(ranking.aim.has_turned());
        let prospects = Prospects::of(question, ranking);
        let limits = limits(&prospects, &Work::default(), None).unwrap();
        let making = Making::of(&prospects, &limits).unwrap();
        let found = making.finish().unwrap();
        let id = |place: usize| -> ProgramId {
            let row = &prospects.rows()[place];
            question.catalog.get(row.program).unwrap().id
        };
        let programs = found
            .picks
            .iter()
            .map(|pick| (id(pick.program), pick.level));
        let report = Report::of(question, ranking, &on_list(programs.collect()));
        assert_eq!(report.members.len(), limits.most);
        let worth: Vec<f64> = report.members.iter().map(|m| m.ranked.t).collect();
        assert!(worth.is_sorted_by(|a, b| a >= b), "{worth:?}");
        let first = report.members.iter().map(|member| member.ranked.program);
        assert!(report.order.iter().copied().take(worth.len()).eq(first));
    });
}
