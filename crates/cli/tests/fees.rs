//! `smart-pick fees`: published bills, what is not stated, and inputs that do not read.
#![allow(
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

use std::sync::LazyLock;

use serde_json::{Value, json};

use cli::fees;
use cli::schema::FEES;
use engine::catalog::Catalog;

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| data::embedded().unwrap().catalog().unwrap());

fn schema(schema: &Value) -> jsonschema::Validator {
    jsonschema::validator_for(schema).unwrap()
}

#[track_caller]
fn answer(question: Value) -> Value {
    schema(&FEES.input()).validate(&question).unwrap();
    let (catalog, book) = (&*CATALOG, CATALOG.fees().unwrap());
    let text = fees(catalog, book, &question.to_string()).unwrap();
    assert!(text.ends_with("}\n"));
    let answer = serde_json::from_str(&text).unwrap();
    schema(&FEES.output()).validate(&answer).unwrap();
    answer
}

#[track_caller]
fn refused(text: &str) -> String {
    let (catalog, book) = (&*CATALOG, CATALOG.fees().unwrap());
    fees(catalog, book, text).unwrap_err().to_string()
}

/// The published and worked bills of the season 2026.
#[test]
fn bills_come_out_as_published() {
    for (counts, eras) in [
        (json!({"EM": 30}), 330),
        (json!({"IM": 43, "Radiology": 7}), 797),
        (json!({"IM": 32, "EM": 32}), 780),
        (json!({}), 0),
        (json!({"IM": 31}), 360),
        (json!({"IM": 0, "FM": 1}), 11),
        (json!({"140": 50}), 930),
        (json!({"Internal Medicine": 100}), 2430),
    ] {
        let found = answer(json!({"season": 2026, "counts": counts}));
        assert_eq!(
            found,
            json!({"eras": eras, "assistance": 0, "after_assistance": eras, "missing": []})
        );
    }
}

#[test]
fn the_example_of_assistance_comes_out_as_published() {
    let counts = json!({"IM": 43, "Radiology": 7});
    let found = answer(json!({"season": 2026, "counts": counts, "assistance": true}));
    assert_eq!(
        found,
        json!({"eras": 797, "assistance": 558, "after_assistance": 239, "missing": []})
    );
}

#[test]
fn assistance_beyond_the_example_is_not_stated() {
    let found = answer(json!({"season": 2026, "counts": {"IM": 31}, "assistance": true}));
    assert_eq!(
        found,
        json!({
            "eras": 360, "assistance": null, "after_assistance": null,
            "missing": ["assistance: what ERAS takes off these applications is not stated"]
        })
    );
    let nothing = answer(json!({"season": 2026, "counts": {}, "assistance": true}));
    assert_eq!(nothing["after_assistance"], 0);
}

#[test]
fn residency_cas_is_priced_where_its_prices_are_stated() {
    let ask = |counts: Value| {
        answer(json!({"season": 2026, "counts": counts, "service": "residency_cas"}))
    };
    assert_eq!(ask(json!({"EM": 46}))["eras"], 683);
    assert_eq!(ask(json!({"EM": 18}))["eras"], 99);
    assert_eq!(
        ask(json!({"EM": 46, "OBGYN": 10})),
        json!({
            "eras": 683, "assistance": 0, "after_assistance": 683,
            "missing": ["counts.OBGYN: the price of applications 1 to 10 on ResidencyCAS in season 2026 is not stated"]
        })
    );
    let waiver = answer(json!({
        "season": 2026, "counts": {"EM": 46}, "assistance": true, "service": "residency_cas"
    }));
    assert_eq!(waiver["eras"], 683);
    assert_eq!(waiver["assistance"], Value::Null);
    assert_eq!(waiver["missing"].as_array().unwrap().len(), 1);
}

#[test]
fn a_season_without_prices_is_not_stated() {
    let found = answer(json!({"season": 2027, "counts": {"IM": 43}, "assistance": true}));
    assert_eq!(found["eras"], Value::Null);
    assert_eq!(found["after_assistance"], Value::Null);
    assert_eq!(
        found["missing"],
        json!([
            "counts.IM: the price of applications 1 to 43 on ERAS in season 2027 is not stated",
            "assistance: what ERAS takes off these applications is not stated"
        ])
    );
    let older = answer(json!({"season": 2024, "counts": {"IM": 31}}));
    assert_eq!(older["eras"], 546);
}

#[test]
fn a_tail_without_a_price_is_missing() {
    let ask = json!({"season": 2027, "counts": {"Ophtho": 2}, "service": "sf_match"});
    let found = answer(ask);
    assert_eq!(found["eras"], 60);
    assert_eq!(
        found["missing"],
        json!([
            "counts.Ophtho: the price of application 2 on SF Match in season 2027 is not stated"
        ])
    );
}

#[test]
fn null_is_the_same_as_absent_and_whole_is_whole() {
    let plain = answer(json!({"season": 2026, "counts": {"IM": 31}}));
    let spelt =
        json!({"season": 2026.0, "counts": {"im": 31.0}, "assistance": null, "service": null});
    assert_eq!(answer(spelt), plain);
}

#[test]
fn a_bad_field_is_named() {
    for (text, complaint) in [
        (
            r#"{"season":2026,"counts":{"IM":-1}}"#,
            "counts.IM: -1 is not from 0 to 10000",
        ),
        (
            r#"{"season":2026,"counts":{"IM":10001}}"#,
            "counts.IM: 10001 is not from 0 to 10000",
        ),
        (
            r#"{"season":2026,"counts":{"IM":1.5}}"#,
            "counts.IM: invalid type: floating point `1.5`, expected a whole number at line 1 column 33",
        ),
        (
            r#"{"season":2026,"counts":{"Witchcraft":1}}"#,
            "counts.Witchcraft: \"Witchcraft\" is not an ACGME code, full name or alias of a specialty",
        ),
        (
            r#"{"season":2026,"counts":{"141":1}}"#,
            "counts.141: \"141\" is not an ACGME code, full name or alias of a specialty",
        ),
        (
            r#"{"season":2026,"counts":{"IM":1,"140":2}}"#,
            "counts.140: the same specialty as \"IM\"",
        ),
        (
            r#"{"season":2026,"counts":{"IM":1,"IM":1}}"#,
            "counts.IM: the same specialty as \"IM\"",
        ),
        (
            r#"{"season":1999,"counts":{}}"#,
            "season: 1999 is not from 2000 to 2100",
        ),
        (
            r#"{"season":2026,"counts":{},"service":"post"}"#,
            "service: \"post\" is not one of eras, residency_cas, sf_match",
        ),
        ("", "input: empty"),
        ("[2026,{}]", "input: a list stands where none belongs"),
    ] {
        assert_eq!(refused(text), complaint, "{text}");
    }
    for (text, field) in [
        (r#"{"season":"2026","counts":{}}"#, "season: "),
        (r#"{"season":2026.5,"counts":{}}"#, "season: "),
        (r#"{"season":2026,"counts":[]}"#, "counts: "),
        (r#"{"season":2026,"counts":null}"#, "counts: "),
        (r#"{"season":2026,"counts":{"IM":null}}"#, "counts.IM: "),
        (r#"{"season":2026,"counts":{"IM":"5"}}"#, "counts.IM: "),
        (
            r#"{"season":2026,"counts":{},"assistance":1}"#,
            "assistance: ",
        ),
        (r#"{"season":2026,"counts":{},"service":1}"#, "service: "),
        (r#"{"season":2026,"counts":{},"tip":1}"#, "tip: "),
        (r#"{"season":2026}"#, "input: missing field `counts`"),
        (r#"{"counts":{}}"#, "input: missing field `season`"),
        (r#"{"season":2026,"counts":{}} x"#, "input: "),
    ] {
        let complaint = refused(text);
        assert!(complaint.starts_with(field), "{text}: {complaint}");
        assert!(!complaint.contains('\n'));
    }
}
