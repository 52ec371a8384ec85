//! The goals that were set before the model was fitted, and what was reached.

use super::lists::ListCheck;
use super::{Backtest, Target, mean, short};
use engine::vocabulary::ApplicantType;

/// How far the mean of left-out match rates may be off, in points.
const LEFT_OUT_LIMIT: f64 = 6.0;
/// How far a mean number of interviews may be off, in percent.
const SHEET_LIMIT: f64 = 25.0;
/// Share of counts that is to hold the model, in percent: the intervals hold nine in ten.
const COUNTS_LIMIT: f64 = 90.0;
/// Different chances in internal medicine.
const DIFFERENT: usize = 400;
/// A chance to match that no blank IMG has with a list in orthopaedics, in percent.
const ORTHOPAEDIC: f64 = 35.0;
/// Share of a list that is to be at broad hospitals, in percent.
const BROAD: f64 = 50.0;
/// How far a list may be below the likeliest one, in points.
const BELOW: f64 = 1.0;
/// A tie of so many is too large.
const TIE: usize = 40;

/// Every goal.
pub(super) fn all(found: &Backtest) -> Vec<Target> {
    let mut all = cells(found);
    all.extend(states(found));
    all.extend(sheet(found));
    all.extend(any_rank(found));
    all.extend(counts(found));
    all.extend(seniors(found));
    all.extend(personas(found));
    all.extend(lists(found));
    all
}

/// The largest of several misses.
fn largest(goal: &'static str, limit: f64, misses: Vec<(f64, String)>) -> Target {
    Target {
        goal,
        reached: short(misses.iter().map(|(off, _)| *off).fold(0.0, f64::max)),
        limit,
        missed: misses
            .into_iter()
            .filter(|(off, _)| *off > limit)
            .map(|(_, name)| name)
            .collect(),
    }
}

fn cells(found: &Backtest) -> Vec<Target> {
    let large = || found.cells.iter().filter(|cell| cell.is_large_and_fitted());
    let rates = large().map(|cell| (100.0 * cell.rate.off().abs(), cell.name.clone()));
    let means = large().flat_map(|cell| {
        let groups = [("matched", &cell.matched), ("unmatched", &cell.unmatched)];
        groups.into_iter().filter_map(|(word, ranks)| {
            let off = ranks.as_ref()?.mean.off().abs();
            Some((off, format!("{} ({word})", cell.name)))
        })
    });
    let left_out = |goal, kind: ApplicantType| {
        let rows = found.left_out.iter().filter(|row| row.kind == kind.code());
        let reached = mean(rows.clone().map(|row| 100.0 * row.rate.off().abs()));
        Target {
            goal,
            reached: short(reached),
            limit: LEFT_OUT_LIMIT,
            missed: rows
                .filter(|_| reached > LEFT_OUT_LIMIT)
                .filter(|row| 100.0 * row.rate.off().abs() > LEFT_OUT_LIMIT)
                .map(|row| row.name.clone())
                .collect(),
        }
    };
    vec![
        largest(
            "Match rate within 1 point where fitted and at least 100 applicants",
            1.0,
            rates.collect(),
        ),
        largest(
            "Mean number of ranks within 0.3 where fitted and at least 100 applicants",
            0.3,
            means.collect(),
        ),
        left_out(
            "Non-US IMGs, a specialty left out: match rate within 6 points on average",
            ApplicantType::NonUsImg,
        ),
        left_out(
            "US DO seniors, a specialty left out: match rate within 6 points on average",
            ApplicantType::UsDoSenior,
        ),
    ]
}

fn states(found: &Backtest) -> Vec<Target> {
    let goal = |goal, kind: ApplicantType, limit: f64| {
        let rows = found.states.iter().filter(|row| row.kind == kind.code());
        let least = rows.clone().map(|row| row.gain).fold(1.0, f64::min);
        let missed = rows.filter(|row| row.gain < limit);
        Target {
            goal,
            reached: least,
            limit,
            missed: missed
                .map(|row| format!("{} from {}", row.tested, row.fitted))
                .collect(),
        }
    };
    vec![
        goal(
            "States, non-US IMGs: one year foretells the other with at least 0.40 less error than where every state is alike",
            ApplicantType::NonUsImg,
            0.4,
        ),
        goal(
            "States, US IMGs: the same with at least 0.25 less",
            ApplicantType::UsImg,
            0.25,
        ),
    ]
}

fn sheet(found: &Backtest) -> Vec<Target> {
    let goal = |goal, kind: &str| {
        let rows = found.sheet.iter();
        let own = rows.filter(|row| row.is_whole() && row.kind == kind);
        let misses = own.map(|row| {
            let (seen, model) = (row.mean.published, row.mean.predicted);
            (
                100.0 * row.off().abs(),
                format!("{model:.1} against {seen:.1}"),
            )
        });
        largest(goal, SHEET_LIMIT, misses.collect())
    };
    vec![
        goal(
            "Mean interviews of IMGs in a public sheet within 25 percent",
            "img",
        ),
        goal(
            "Mean interviews of US MD seniors in a public sheet within 25 percent",
            ApplicantType::UsMdSenior.code(),
        ),
    ]
}

fn any_rank(found: &Backtest) -> Vec<Target> {
    let blank = found.any_rank.iter().filter(|row| !row.by_specialty);
    let goals = [
        "Any rank of a non-US IMG who needs a J-1, with 129 applications: 77 to 86 percent",
        "Any rank of a US MD senior in internal medicine: at least 98 percent",
    ];
    let mut all: Vec<Target> = blank
        .zip(goals)
        .map(|(row, goal)| Target {
            goal,
            reached: short(100.0 * row.predicted),
            limit: 100.0 * row.low.unwrap_or(0.0),
            missed: (!row.is_inside())
                .then(|| row.who.clone())
                .into_iter()
                .collect(),
        })
        .collect();
    let bounded = found.any_rank.iter().filter(|row| row.by_specialty);
    let below = bounded.map(|row| {
        let short_of = row.low.unwrap_or(0.0) - row.predicted;
        (100.0 * short_of.max(0.0), row.who.clone())
    });
    all.push(largest(
        "Any rank of IMGs in one specialty: not below ranked over applied, in points",
        0.0,
        below.collect(),
    ));
    all
}

fn counts(found: &Backtest) -> Vec<Target> {
    let goal = |goal, first: bool| {
        let rows = found.counts.iter().filter(|row| !row.rough);
        let rows = rows.filter(|row| !first || row.is_first());
        let all = rows.clone().count();
        let missed: Vec<String> = rows
            .filter(|row| !row.is_inside())
            .map(|row| row.name.clone())
            .collect();
        let inside = 100.0 * (all - missed.len()) as f64 / all as f64;
        let limit = if first { 100.0 } else { COUNTS_LIMIT };
        let is_met = inside >= limit;
        Target {
            goal,
            reached: short(inside),
            limit,
            missed: if is_met { Vec::new() } else { missed },
        }
    };
    vec![
        goal(
            "Non-US IMGs, orthopaedic and general surgery: match rate inside the 90 percent interval of its count, percent of both",
            true,
        ),
        goal(
            "Non-US IMGs, every specialty: the same, at least 90 percent of them",
            false,
        ),
    ]
}

fn seniors(found: &Backtest) -> Vec<Target> {
    let held = || {
        let rows = found.seniors.iter().filter(|row| !row.small);
        rows.filter(|row| row.kind == ApplicantType::UsDoSenior.code())
    };
    let shares = held().map(|row| (100.0 * row.share.off().abs(), row.name.clone()));
    let gaps = held().filter_map(|row| Some((row.gap?.off().abs(), row.name.clone())));
    vec![
        largest(
            "US DO seniors, fields with 40 matched and 40 unmatched: share matched within 3 points",
            3.0,
            shares.collect(),
        ),
        largest(
            "US DO seniors, the same fields: difference of mean Step 2 CK within 2 points",
            2.0,
            gaps.collect(),
        ),
    ]
}

fn personas(found: &Backtest) -> Vec<Target> {
    let first = found.personas.first();
    let (different, tie) = first.map_or((0, usize::MAX), |row| (row.different, row.largest_tie));
    let target = |goal, reached: usize, limit: usize, is_met: bool| Target {
        goal,
        reached: reached as f64,
        limit: limit as f64,
        missed: (!is_met)
            .then(|| "Internal Medicine".to_owned())
            .into_iter()
            .collect(),
    };
    vec![
        target(
            "A non-US IMG in internal medicine: at least 400 different chances",
            different,
            DIFFERENT,
            different >= DIFFERENT,
        ),
        target(
            "The same: fewer than 40 programs share a chance",
            tie,
            TIE,
            tie < TIE,
        ),
    ]
}

fn lists(found: &Backtest) -> Vec<Target> {
    let imgs = found.lists.iter().filter(|row| row.kind.ends_with("_img"));
    let imgs = imgs.map(|row| (100.0 * row.p_match, row.who.clone()));
    let orthopaedic = largest(
        "Blank IMGs with 88 applications in orthopaedic surgery, signals on: at most 35 percent match",
        ORTHOPAEDIC,
        imgs.collect(),
    );
    // The first row is the strong senior who states no wish, the second the same with one.
    let [strong, wishing, ..] = found.lists.as_slice() else {
        return vec![orthopaedic];
    };
    let share = |row: &ListCheck| 100.0 * row.broad as f64 / row.sent as f64;
    let target = |goal, reached: f64, limit: f64, is_met: bool| Target {
        goal,
        reached: short(reached),
        limit,
        missed: (!is_met).then(|| strong.who.clone()).into_iter().collect(),
    };
    let below = 100.0 * (strong.likeliest - strong.p_match);
    vec![
        orthopaedic,
        target(
            "A US MD senior with 262 in internal medicine: at least half of the list at hospitals with 12 specialties or more, percent",
            share(strong),
            BROAD,
            share(strong) >= BROAD,
        ),
        target(
            "The same: none of the first 20 unfilled in 2026",
            strong.unfilled as f64,
            0.0,
            strong.unfilled == 0,
        ),
        target(
            "The same: at most 1 point below the likeliest list",
            below,
            BELOW,
            below <= BELOW,
        ),
        target(
            "The same who prefers a community program: at most half at such hospitals, percent",
            share(wishing),
            BROAD,
            share(wishing) <= BROAD,
        ),
    ]
}
