//! Whole rankings for people who could exist, each with three expectations that were written
//! down before its first run: a gate, a bracket from a published rate, and an order.
//!
//! The questions go in and the answers come out as headless JSON, so that these files test
//! what an adviser's script gets.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use std::fmt::Write as _;

use serde_json::Value;

/// Rows of a ranking that a snapshot holds.
const ROWS: usize = 15;

/// Runs one persona: its expectations must hold and its table must be as last accepted.
#[track_caller]
fn check(name: &str) {
    let path = format!(
        "{}/tests/fixtures/personas/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let persona: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let question = persona["question"].to_string();
    let answer = cli::rank(&dataset::embedded(), &question).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();

    let mut broken = Vec::new();
    for gate in list(&persona["expect"]["gates"]) {
        broken.extend(broken_gate(gate, &answer));
    }
    broken.extend(broken_bracket(&persona["expect"]["bracket"], &answer));
    broken.extend(broken_order(&persona["expect"]["order"], &answer));

    insta::assert_snapshot!(name, table(text(&persona["who"]), &answer));
    assert!(broken.is_empty(), "{name}:\n  {}", broken.join("\n  "));
}

macro_rules! personas {
    ($($name:ident)+) => { $(#[test] fn $name() { check(stringify!($name)); })+ };
}

personas! {
    canadian_graduate_2026
    couple_us_md_psychiatry
    dealbreakers
    do_both_exams_emergency
    early_match_ophthalmology
    h1b_only_no_step3
    military_hpsp_surgery
    nonus_img_j1_245_2019
    old_graduate_2008
    puerto_rico_tie_without_spanish
    three_answers
    two_specialties_222
    us_do_senior_comlex_only
    us_img_failed_attempt
    us_md_orthopaedics_248
}

#[test]
fn every_persona_file_is_run() {
    let folder = format!("{}/tests/fixtures/personas", env!("CARGO_MANIFEST_DIR"));
    let here = include_str!("personas.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(
            here.lines().any(|line| line.trim() == name),
            "{name}.json is not in the list above"
        );
    }
}

fn broken_gate(expected: &Value, answer: &Value) -> Option<String> {
    let id = text(&expected["program"]);
    let gate = text(&expected["gate"]);
    let found = gates_of(id, answer).find(|reading| reading["gate"] == gate);
    if expected["applies"] == false {
        return found.map(|found| format!("{id}: gate {gate} applies: {found}"));
    }
    let Some(found) = found else {
        return Some(format!("{id}: gate {gate} does not appear"));
    };
    let state = &expected["state"];
    let reason = &expected["reason"];
    let state_differs = state.is_string() && *state != found["state"];
    let reason_differs = reason.is_string() && *reason != found["reason"]["code"];
    (state_differs || reason_differs).then(|| {
        format!(
            "{id}: gate {gate} is {} because {}, expected {state} because {reason}: {}",
            found["state"],
            found["reason"]["code"],
            text(&expected["because"])
        )
    })
}

/// Every gate reading of a program, whichever list it is in.
fn gates_of<'a>(id: &'a str, answer: &'a Value) -> impl Iterator<Item = &'a Value> {
    ["programs", "shut", "not_modelled"]
        .into_iter()
        .flat_map(|key| list(&answer[key]))
        .filter(move |program| program["id"] == id)
        .flat_map(|program| list(&program["gates"]).iter().chain(list(&program["by"])))
}

fn broken_bracket(expected: &Value, answer: &Value) -> Option<String> {
    let measure = text(&expected["measure"]);
    let found = measured(measure, expected, answer);
    let (low, high) = (number(&expected["low"]), number(&expected["high"]));
    (!(low..=high).contains(&found)).then(|| {
        format!(
            "{measure} is {found:.3}, not from {low} to {high}: {} ({})",
            text(&expected["because"]),
            text(&expected["source"])
        )
    })
}

fn measured(measure: &str, expected: &Value, answer: &Value) -> f64 {
    let ranked = || {
        list(&answer["programs"])
            .iter()
            .filter(|program| program["specialty"] == expected["specialty"])
    };
    let readings = || {
        ["programs", "shut", "not_modelled"]
            .into_iter()
            .flat_map(|key| list(&answer[key]))
            .flat_map(|program| list(&program["gates"]).iter().chain(list(&program["by"])))
            .filter(|reading| reading["gate"] == expected["gate"])
            .filter(|reading| reading["reason"]["code"] == expected["reason"])
    };
    match measure {
        "expected_interviews" => {
            // Applicants send to the programs that are likeliest for them, not to any.
            let sent = number(&expected["applications"]) as usize;
            let best = ranked().take(sent);
            best.map(|program| number(&program["p_interview"][1])).sum()
        }
        "mean_match_given_interview" => {
            mean(ranked().map(|program| number(&program["p_match_given_interview"][1])))
        }
        "mean_pass" => mean(readings().map(|reading| number(&reading["pass"][1]))),
        "count_gate" => readings()
            .filter(|reading| reading["state"] == expected["state"])
            .count() as f64,
        "count" => list(&answer[text(&expected["list"])]).len() as f64,
        other => panic!("no measure {other}"),
    }
}

fn broken_order(expected: &Value, answer: &Value) -> Option<String> {
    let programs = list(&answer[text(&expected["list"])]);
    let place = |key: &str| {
        programs
            .iter()
            .position(|program| program["id"] == expected[key])
    };
    match (place("above"), place("below")) {
        (Some(above), Some(below)) if above < below => None,
        (above, below) => Some(format!(
            "{} is at {above:?}, {} at {below:?}: {}",
            expected["above"],
            expected["below"],
            text(&expected["because"])
        )),
    }
}

/// The ranking as a person would read it.
fn table(who: &str, answer: &Value) -> String {
    let mut out = format!("{who}\n\n");
    let _ = writeln!(
        out,
        "{} ranked, {} shut, {} not modelled\n",
        answer["counts"]["ranked"], answer["counts"]["shut"], answer["counts"]["not_modelled"]
    );
    for program in list(&answer["programs"]).iter().take(ROWS) {
        let _ = writeln!(
            out,
            "{:>3}  {}  {:<46.46} {} {}  interview {}  match {}  t {:.2}  value {:.4}  {}",
            number(&program["rank"]),
            text(&program["id"]),
            text(&program["name"]),
            text(&program["state"]),
            text(&program["specialty"]),
            band(&program["p_interview"]),
            band(&program["p_match_given_interview"]),
            number(&program["t"]),
            number(&program["value"]),
            text(&program["gate"]),
        );
    }
    summary(&mut out, "shut", list(&answer["shut"]), |program| {
        let by = &program["by"][0];
        format!("{}: {}", text(&by["gate"]), text(&by["reason"]["code"]))
    });
    let not_modelled = list(&answer["not_modelled"]);
    summary(&mut out, "not modelled", not_modelled, |program| {
        text(&program["why"]["code"]).to_owned()
    });
    out
}

/// How many programs of a list there are by a key, most first.
fn summary(out: &mut String, title: &str, programs: &[Value], key: fn(&Value) -> String) {
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for program in programs {
        *counts.entry(key(program)).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (key, count) in counts {
        let _ = writeln!(out, "{title}: {count:>4}  {key}");
    }
}

fn band(value: &Value) -> String {
    let [lo, mid, hi] = [0, 1, 2].map(|i| number(&value[i]));
    format!("{mid:.3} ({lo:.3} to {hi:.3})")
}

#[track_caller]
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0_u32, 0.0), |(n, sum), value| (n + 1, sum + value));
    assert!(count > 0, "nothing to take the mean of");
    sum / f64::from(count)
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[track_caller]
fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

#[track_caller]
fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}
