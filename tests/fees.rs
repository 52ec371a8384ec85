//! What applications cost: published examples, the edges of tiers, and what nobody published.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

mod ground;

use serde_json::{Value, json};
use smart_pick::interchange::fees::{INPUT_SCHEMA, OUTPUT_SCHEMA, price};
use smart_pick::pack::source::{embedded_fees, read_fees};

const CASES: &str = include_str!("fixtures/cases/fees.json");

fn ask(question: &Value) -> Result<String, String> {
    let prices = embedded_fees().unwrap();
    price(ground::ground().catalog, &prices, &question.to_string())
        .map_err(|error| error.to_string())
}

fn schema(text: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap()
}

#[track_caller]
fn answer(question: &Value) -> Value {
    schema(INPUT_SCHEMA).validate(question).unwrap();
    let answer = serde_json::from_str(&ask(question).unwrap()).unwrap();
    schema(OUTPUT_SCHEMA).validate(&answer).unwrap();
    answer
}

#[track_caller]
fn eras(season: u16, count: u32) -> Value {
    answer(&json!({"season": season, "counts": {"IM": count}}))["eras"].clone()
}

#[test]
fn published_examples() {
    let cases: Value = serde_json::from_str(CASES).unwrap();
    for case in cases["tests"].as_array().unwrap() {
        let got = answer(&json!({"season": 2026, "counts": case["counts"]}));
        assert_eq!(got["eras"], case["expect"], "{case}");
        assert_eq!(got["missing"], json!([]));
        if let Some(off) = case.get("fap_discount") {
            let got =
                answer(&json!({"season": 2026, "counts": case["counts"], "assistance": true}));
            assert_eq!(&got["assistance"], off);
            assert_eq!(got["after_assistance"], case["expect_after_fap"]);
        }
    }
}

#[test]
fn the_edges_of_tiers() {
    for (count, fee) in [(0, 0), (1, 11), (30, 330), (31, 360), (32, 390)] {
        assert_eq!(eras(2026, count), json!(fee), "{count}");
    }
    for (count, fee) in [
        (1, 99),
        (10, 99),
        (11, 118),
        (20, 289),
        (21, 312),
        (30, 519),
        (31, 546),
    ] {
        assert_eq!(eras(2024, count), json!(fee), "{count}");
    }
}

/// The societies' own example: 46 programs, 99 + 12 x 18 + 16 x 23.
#[test]
fn residency_cas_of_emergency_medicine() {
    let question = json!({"season": 2026, "counts": {"EM": 46}, "service": "residency_cas"});
    assert_eq!(answer(&question)["residency_cas"], json!(683));
}

#[test]
fn what_nobody_published_is_said() {
    let got = answer(&json!({"season": 2027, "counts": {"IM": 40}, "assistance": true}));
    assert_eq!(
        (&got["eras"], &got["after_assistance"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        got["missing"],
        json!(["price of 40 applications in 140 by ERAS, season 2027"])
    );
    let question = json!({
        "season": 2026, "counts": {"EM": 18, "OB-GYN": 5}, "service": "residency_cas"
    });
    let got = answer(&question);
    assert_eq!(got["residency_cas"], json!(99));
    assert_eq!(got["missing"].as_array().unwrap().len(), 1);
    let got = answer(&json!({"season": 2026, "counts": {"IM": 10}, "assistance": true}));
    assert_eq!(got["missing"], json!(["assistance"]));
    assert_eq!(
        (&got["eras"], &got["assistance"]),
        (&json!(110), &Value::Null)
    );
}

#[test]
fn one_application_more_is_never_cheaper() {
    for season in [2018, 2024, 2025, 2026] {
        let fees: Vec<u64> = (0..80).map(|n| eras(season, n).as_u64().unwrap()).collect();
        assert!(fees.is_sorted(), "{season}");
    }
}

#[test]
fn the_field_is_named() {
    for (question, wanted) in [
        (json!({"counts": {}}), "input: missing field `season`"),
        (json!({"season": 2026}), "input: missing field `counts`"),
        (
            json!({"season": 26, "counts": {}}),
            "season: 26 is not from",
        ),
        (
            json!({"season": 2026, "counts": {"XX": 1}}),
            "counts.XX: \"XX\" is not",
        ),
        (
            json!({"season": 2026, "counts": {"IM": -1}}),
            "counts.IM: -1 is not from",
        ),
        (json!({"season": 2026, "counts": {"IM": 1.5}}), "counts"),
        (
            json!({"season": 2026, "counts": {"IM": 1, "140": 2}}),
            "counts.",
        ),
        (
            json!({"season": 2026, "counts": {}, "discount": 1}),
            "discount: unknown field",
        ),
        (
            json!({"season": 2026, "counts": {}, "service": "x"}),
            "service: \"x\" is not one of",
        ),
        (
            json!({"season": 2026, "counts": [1]}),
            "counts: invalid type",
        ),
    ] {
        let complaint = ask(&question).unwrap_err();
        assert!(complaint.starts_with(wanted), "{question}: {complaint}");
    }
    let prices = embedded_fees().unwrap();
    let twice = r#"{"season": 2026, "counts": {"IM": 1, "IM": 2}}"#;
    let complaint = price(ground::ground().catalog, &prices, twice).unwrap_err();
    assert_eq!(
        complaint.to_string(),
        "counts.IM: names a specialty that stands before"
    );
}

/// One line of fees.toml changed: the error names file and place.
#[test]
fn a_mistake_in_the_file_is_placed() {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/src/data");
    let read = |name: &str| std::fs::read_to_string(format!("{data}/{name}")).unwrap();
    let folder = std::env::temp_dir().join(format!("smart-pick-fees-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("sources.toml"), read("sources.toml")).unwrap();
    let fees = read("fees.toml");
    for (from, to, wanted) in [
        ("season = 2018", "season = \"x\"", "invalid type"),
        (
            "service = \"eras\"",
            "service = \"eros\"",
            "\"eros\" is not known",
        ),
        ("each = 13", "each = -13", "invalid value"),
        (
            "upto = 20, each = 13",
            "upto = 9, each = 13",
            "does not rise",
        ),
        ("flat = 99", "flat = 99, each = 1", "either flat or each"),
        ("season = 2018", "season = 2024", "prices already"),
        ("off = 558", "off = 798", "more than the fee"),
        (
            "source = \"aamc_eras_fees\"",
            "source = \"aamc\"",
            "\"aamc\" is not known",
        ),
    ] {
        std::fs::write(folder.join("fees.toml"), fees.replacen(from, to, 1)).unwrap();
        let complaint = read_fees(&folder).unwrap_err().to_string();
        assert!(complaint.starts_with("fees.toml"), "{complaint}");
        assert!(complaint.contains(wanted), "{to}: {complaint}");
    }
    std::fs::remove_dir_all(folder).unwrap();
}
