//! The model against what was published: every goal as a row with its tolerance.
#![allow(
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

use std::sync::OnceLock;

use fit::backtest::cells::{CellCheck, Ranks};
use fit::backtest::page::page;
use fit::backtest::sensitivity::{read, row};
use fit::backtest::{Backtest, backtest};
use fit::checks::check;
use fit::constants::FitKey;
use fit::published::Published;
use fit::{Fitted, fit};

/// The back-test, once for all tests.
fn found() -> &'static Backtest {
    static FOUND: OnceLock<Backtest> = OnceLock::new();
    FOUND.get_or_init(|| backtest(fitted()).unwrap())
}

/// The fit, once for all tests.
fn fitted() -> &'static Fitted {
    static FITTED: OnceLock<Fitted> = OnceLock::new();
    FITTED.get_or_init(|| fit(&data::folder()).unwrap())
}

fn cell(name: &str, kind: &str) -> &'static CellCheck {
    let mut all = found().cells.iter();
    all.find(|c| c.name == name && c.kind == kind).unwrap()
}

#[test]
fn the_file_is_what_the_backtest_gives() {
    let file = std::fs::read_to_string(data::folder().join("accuracy.json")).unwrap();
    assert!(file == found().json().unwrap(), "run cargo xtask backtest");
}

/// The whole file takes a minute; one row of it, with the model's version, tells whether it is old.
#[test]
fn what_constants_move_is_of_this_model() {
    let kept = read(&data::folder()).unwrap();
    assert_eq!(kept.version, *fitted().model.version);
    let constants = &fitted().constants;
    assert_eq!(kept.rows.len(), constants.len());
    for (row, constant) in kept.rows.iter().zip(constants) {
        let values = (row.value, row.low.value, row.high.value);
        assert_eq!(values, (constant.value, constant.low, constant.high));
        assert_eq!(row.key, constant.key.code());
        // No constant decides what the model says of most cells.
        assert!(
            row.low.rate.median.max(row.high.rate.median) < 0.005,
            "{row:?}"
        );
        assert!(
            row.low.level.median.max(row.high.level.median) < 0.05,
            "{row:?}"
        );
    }
    let one = constants
        .iter()
        .position(|c| c.key == FitKey::Wider)
        .unwrap();
    assert_eq!(row(fitted(), &constants[one]).unwrap(), kept.rows[one]);
}

/// Non-US IMGs of 2026: specialty, match rate in percent, mean ranks of matched and unmatched,
/// and how far the model may be from each mean. Two means are farther off than the 0.3 that was
/// hoped for: one normal strength is too plain for them.
const LARGE: [(&str, f64, f64, f64, f64, f64); 11] = [
    ("Anesthesiology", 38.7, 5.1, 0.3, 2.3, 0.3),
    ("Emergency Medicine", 54.1, 5.1, 0.3, 2.1, 0.4),
    ("Family Medicine", 53.9, 5.4, 0.3, 1.9, 0.3),
    ("Internal Medicine", 48.5, 6.1, 0.3, 2.5, 0.3),
    ("Neurology", 41.9, 6.8, 0.3, 3.0, 0.3),
    ("Obstetrics and Gynecology", 32.8, 4.1, 0.3, 1.9, 0.3),
    ("Pathology-Anatomic and Clinical", 45.1, 8.2, 0.3, 3.6, 0.3),
    ("Pediatrics", 68.5, 7.6, 0.45, 1.7, 0.3),
    ("Psychiatry", 58.4, 5.8, 0.3, 2.6, 0.3),
    ("Radiology-Diagnostic", 58.3, 5.3, 0.3, 2.2, 0.3),
    ("Surgery-General", 28.6, 3.7, 0.3, 2.2, 0.3),
];

fn near(ranks: Option<&Ranks>, published: f64, within: f64, what: &str) {
    let mean = ranks.unwrap().mean;
    assert!(
        (mean.published - published).abs() < 1e-9,
        "{what}: {mean:?}"
    );
    assert!(mean.off().abs() <= within, "{what}: {mean:?}");
}

#[test]
fn fitted_specialties_give_back_what_was_published() {
    for (name, rate, matched, within, unmatched, within_unmatched) in LARGE {
        let cell = cell(name, "nonus_img");
        assert!(cell.is_large_and_fitted(), "{name}");
        assert!((100.0 * cell.rate.published - rate).abs() < 0.06, "{name}");
        assert!(cell.rate.off().abs() < 0.01, "{name}: {:?}", cell.rate);
        near(cell.matched.as_ref(), matched, within, name);
        near(cell.unmatched.as_ref(), unmatched, within_unmatched, name);
    }
    let large = found().cells.iter().filter(|c| c.is_large_and_fitted());
    assert_eq!(large.count(), LARGE.len());
}

#[test]
fn what_the_fit_has_not_seen_is_predicted_better_than_by_the_base_rate() {
    let r = &found().reliability;
    assert!(r.brier < r.brier_of_base_rate, "{r:?}");
    assert!(r.calibration_error < 0.02, "{r:?}");
    assert!(r.mean_off < 0.05, "{r:?}");
    assert!(r.bins.windows(2).all(|b| b[0].observed <= b[1].observed));
}

/// Table, and the most that the model may be off on average, weighted by applicants. The first
/// is the worst: nineteen years and a change of the market lie between the two.
const TABLES: [(&str, f64); 3] = [
    ("independents_by_ranks_2007", 0.09),
    ("md_seniors_by_ranks_2007", 0.06),
    ("md_seniors_by_score", 0.04),
];

#[test]
fn curves_stay_within_their_distance() {
    let names: Vec<(&str, bool)> = found()
        .tables
        .iter()
        .zip(TABLES)
        .map(|(table, (name, most))| (table.name, table.name == name && table.mean_off <= most))
        .collect();
    assert!(names.iter().all(|(_, holds)| *holds), "{names:?}");
}

#[test]
fn a_left_out_specialty_lies_in_its_range_about_as_often_as_the_range_says() {
    let rows = &found().left_out;
    let inside = rows.iter().filter(|row| row.is_inside()).count();
    // Ranges are made to hold four in five; with 23 rows, 15 to 23 is what chance allows.
    assert_eq!(rows.len(), 23);
    assert!(inside >= 15, "{inside}");
}

#[test]
fn goals_are_reached_or_missed_as_the_page_says() {
    let goals = &found().targets;
    assert_eq!(goals.len(), 22);
    // One is missed: one normal strength is too plain for two of the mean numbers of ranks.
    let missed: Vec<&str> = goals
        .iter()
        .filter(|goal| !goal.missed.is_empty())
        .map(|goal| goal.goal)
        .collect();
    assert_eq!(
        missed,
        ["Mean number of ranks within 0.3 where fitted and at least 100 applicants"]
    );
}

#[test]
fn one_year_of_states_foretells_the_other() {
    let gains = |kind: &str| -> Vec<f64> {
        let rows = found().states.iter().filter(|row| row.kind == kind);
        rows.map(|row| row.gain).collect()
    };
    let (nonus, us) = (gains("nonus_img"), gains("us_img"));
    assert!(
        nonus.len() == 2 && nonus.iter().all(|gain| *gain >= 0.4),
        "{nonus:?}"
    );
    assert!(
        us.len() == 2 && us.iter().all(|gain| *gain >= 0.25),
        "{us:?}"
    );
}

/// Type and the most that the mean number of interviews may be off, as a share.
const SHEET: [(&str, f64); 3] = [("img", 0.1), ("us_md_senior", 0.25), ("us_do_senior", 0.25)];

#[test]
fn people_of_the_sheet_have_about_as_many_interviews_as_the_model_says() {
    for (kind, most) in SHEET {
        let mut rows = found().sheet.iter();
        let row = rows.find(|row| row.is_whole() && row.kind == kind).unwrap();
        assert!(row.off().abs() <= most, "{row:?}");
    }
    // What it says of US seniors is too much the same for all; the page says so.
    let mut rows = found().sheet.iter();
    let seniors = rows.find(|row| row.is_whole() && row.kind == "us_md_senior");
    let spread = seniors.unwrap().sd;
    assert!(spread.predicted < 0.75 * spread.published, "{spread:?}");
}

#[test]
fn who_has_a_rank_is_within_what_is_published() {
    let rows = &found().any_rank;
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|row| row.is_inside()), "{rows:?}");
}

#[test]
fn imgs_lie_in_the_intervals_of_their_counts() {
    let rows = found().counts.iter().filter(|row| !row.rough);
    let (inside, outside): (Vec<_>, Vec<_>) = rows.partition(|row| row.is_inside());
    assert_eq!(inside.len(), 23);
    assert!(outside.is_empty(), "{outside:?}");
    // The two that come first are first.
    assert!(found().counts[..2].iter().all(|row| row.is_first()));
    // US IMGs: filled over ranked is too low a figure, and the model is never below its interval.
    let rough = found().counts.iter().filter(|row| row.rough);
    assert!(rough.into_iter().all(|row| row.rate.predicted >= row.low));
}

#[test]
fn scores_part_seniors_as_published() {
    let held = found().seniors.iter().filter(|row| !row.small);
    let held: Vec<_> = held.filter(|row| row.kind == "us_do_senior").collect();
    assert_eq!(held.len(), 8);
    for row in held {
        assert!(row.share.off().abs() <= 0.03, "{row:?}");
        assert!(row.gap.unwrap().off().abs() <= 2.0, "{row:?}");
    }
}

#[test]
fn a_survey_of_those_who_applied_again_is_above_the_model() {
    let row = &found().again[0];
    assert!(row.rate.predicted < row.rate.published, "{row:?}");
    assert!(row.at_score < row.rate.predicted, "{row:?}");
}

#[test]
fn the_order_tells_programs_apart() {
    for row in &found().personas {
        assert!(row.largest_tie < 40, "{row:?}");
        assert!(row.different * 5 > row.ranked * 4, "{row:?}");
    }
    assert!(found().personas[0].different >= 400);
}

#[test]
fn lists_go_where_the_question_is_where() {
    let [strong, wishing, ..] = found().lists.as_slice() else {
        panic!("no lists");
    };
    assert!(2 * strong.broad >= strong.sent, "{strong:?}");
    assert_eq!(strong.unfilled, 0, "{strong:?}");
    assert!(strong.p_match > strong.likeliest - 0.01, "{strong:?}");
    assert!(2 * wishing.broad < wishing.sent, "{wishing:?}");
    let imgs: Vec<_> = found()
        .lists
        .iter()
        .filter(|row| row.kind.ends_with("img"))
        .collect();
    assert_eq!(imgs.len(), 2);
    for row in imgs {
        assert!(row.p_match > 0.02 && row.p_match <= 0.35, "{row:?}");
    }
}

/// Type, the year predicted from, the year predicted, figures, and how many lie in their range.
/// Ranges are made to hold four in five. They do from one table to the next; over many years, and
/// for whole types, they do not, because the model has no term for what changes between years.
const YEARS: [(&str, u16, u16, usize, usize); 7] = [
    ("us_md_senior", 2024, 2026, 20, 18),
    ("us_md_senior", 2007, 2024, 18, 12),
    ("nonus_img", 2007, 2026, 11, 2),
    ("us_md_senior", 2025, 2026, 1, 1),
    ("us_do_senior", 2025, 2026, 1, 0),
    ("us_img", 2025, 2026, 1, 0),
    ("nonus_img", 2025, 2026, 1, 0),
];

#[test]
fn later_years_lie_in_their_ranges_as_often_as_the_page_says() {
    let groups = found().year_coverage.iter();
    let groups: Vec<_> = groups
        .map(|g| (g.kind, g.from, g.year, g.all, g.inside))
        .collect();
    assert_eq!(groups, YEARS);
    let rows = &found().left_out_years;
    assert_eq!(rows.len(), YEARS.iter().map(|row| row.3).sum::<usize>());
    for row in rows {
        assert!(row.from < row.year && row.n >= 40, "{row:?}");
        let predicted = row.rate.predicted;
        assert!(row.low < predicted && predicted < row.high, "{row:?}");
    }
    // From the tables of 2007 the model errs to both sides: the market moved, not one way.
    let old = found().year_coverage.iter().filter(|g| g.from == 2007);
    assert!(
        old.into_iter()
            .all(|g| g.mean_signed.abs() < g.mean_off / 2.0)
    );
}

#[test]
fn two_years_on_the_model_is_off_by_about_three_points() {
    let group = &found().year_coverage[0];
    assert!(group.mean_off < 0.04, "{group:?}");
}

/// Parts of the page that these rows fill.
const PARTS: [&str; 7] = [
    "score-gaps",
    "img-counts",
    "again",
    "interviews",
    "any-rank",
    "states",
    "order",
];

#[test]
fn the_page_shows_every_part_and_names_its_sources() {
    let page = page(
        found(),
        fitted(),
        &read(&data::folder()).unwrap(),
        &fitted().catalog,
    );
    for id in PARTS {
        assert!(page.contains(&format!("<h2 id=\"{id}\"")), "{id}");
    }
    // A source without a title would show its key.
    let published = &fitted().published;
    let keys = [
        &published.sheet.source,
        &published.reached.source,
        &published.by_state.source,
        &published.reapplied.source,
        &published.matched.source,
    ];
    for key in keys {
        assert!(page.contains(&format!("/trust/sources#{key}\"")), "{key}");
        assert!(!page.contains(&format!(">{key}</a>")), "{key}");
    }
}

#[test]
fn odd_rows_are_told_and_impossible_ones_stop_the_fit() {
    let mut published = Published::read(&data::folder()).unwrap();
    assert_eq!(check(&published).unwrap().len(), 4);
    let damage: [fn(&mut Published); 6] = [
        |p| p.nonus_img.rows[0].matched = 12.5,
        |p| p.nonus_img.rows[0].ranks.matched.as_mut().unwrap().n = 1e6,
        |p| p.seniors.rows[0].step2_matched = Some(420.0),
        |p| p.independents.rows[0].unmatched.truncate(3),
        |p| p.by_score.rows[0].p_match_pct[3] = Some(104.0),
        |p| p.md_scores.rows[0].q1 = 299.0,
    ];
    for spoil in damage {
        spoil(&mut published);
        let error = check(&published).unwrap_err().to_string();
        assert!(error.contains(": "), "{error}");
        published = Published::read(&data::folder()).unwrap();
    }
}
