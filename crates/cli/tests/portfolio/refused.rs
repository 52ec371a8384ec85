//! What is no question gets one line that names the field.

use cli::portfolio::solve;
use cli::schema::PORTFOLIO;
use serde_json::{Value, json};

#[test]
fn the_field_is_named() {
    let rows: [(Value, &str); 24] = [
        (json!({"f": [0.5], "h": 1}), "input: missing field `t`"),
        (json!({"t": [1], "h": 1}), "f: is missing"),
        (json!({"t": [1], "f": [0.5]}), "h: is missing"),
        (
            json!({"t": [1], "f": [0.5], "h": -1}),
            "h: -1 is under zero",
        ),
        (json!({"t": [1], "f": [0.5], "h": 1.5}), "h: "),
        (
            json!({"t": [1], "f": [1.5], "h": 1}),
            "f[0]: is not between 0 and 1",
        ),
        (
            json!({"t": [-1], "f": [0.5], "h": 1}),
            "t[0]: is under zero",
        ),
        (
            json!({"t": [1, 2], "f": [0.5], "h": 1}),
            "f: has 1 entries, should have 2",
        ),
        (json!({"t": ["x"], "f": [0.5], "h": 1}), "t[0]: "),
        (
            json!({"t": [1], "f": [0.5], "hh": 1}),
            "hh: unknown field `hh`",
        ),
        (
            json!({"t": [1], "f": [0.5], "h": 1, "cap": [1]}),
            "cap: does not go with f",
        ),
        (
            json!({"t": [1], "f": [0.5], "g": [1], "h": 1}),
            "h: does not go with g",
        ),
        (json!({"t": [1], "f": [0.5], "g": [0.5], "H": 1}), "g[0]: "),
        (json!({"t": [1], "f": [0.5], "g": [1]}), "H: is missing"),
        (json!({"t": [1], "p_plain": [0.5]}), "max_apps: is missing"),
        (
            json!({"t": [1], "p_plain": [0.5], "p_gold": [0.6], "max_apps": 1}),
            "max_gold: is missing",
        ),
        (
            json!({"t": [1], "p_plain": [0.5], "p_gold": [0.4], "max_apps": 1, "max_gold": 1}),
            "p_gold[0]: lowers the chance",
        ),
        (
            json!({"t": [1], "f": [0.5], "specialty": [1], "cap": [1]}),
            "specialty[0]: names nothing that exists",
        ),
        (
            json!({"t": [1], "f": [0.5], "specialty": [0], "cap": [1], "fees": [[[2, 11], [1, 30]]]}),
            "fees[0][1]: does not rise",
        ),
        (
            json!({"t": [1, 2], "f": [0.5, 0.5], "g": [1_000_000_007, 1], "H": 999_999_999_999_u64}),
            "H: makes a table that is too large",
        ),
        (
            json!({"t": [1], "f": [0.5], "specialty": [0], "cap": [1], "budget": 5}),
            "fees: is missing",
        ),
        (
            json!({"t": [1], "f": [0.5], "specialty": [0], "cap": [1], "fees": [[[null, 1]]], "budget": 0.001}),
            "budget: 0.001 is not an amount of money",
        ),
        (
            json!({"t": [1], "scenarios": [[0.4, [0.5]]], "h": 1}),
            "scenarios: sums to 0.4",
        ),
        (
            json!({"t": [1], "alpha": [0.0, 1.0], "lambda": 1, "h": 1}),
            "alpha: has 2 entries, should have 1",
        ),
    ];
    for (question, wanted) in rows {
        let complaint = solve(&question.to_string()).unwrap_err().to_string();
        assert!(complaint.starts_with(wanted), "{question}: {complaint}");
        assert!(!complaint.contains('\n'));
    }
}

#[test]
fn what_is_no_object_is_refused() {
    for (text, wanted) in [
        ("", "input: empty"),
        ("[1]", "input: a list"),
        ("{\"t\": [1e999]}", "t[0]: "),
        ("{\"t\": [NaN]}", "t[0]: "),
        ("{\"t\": [1], \"f\": [1], \"h\": 1} x", "input: trailing"),
    ] {
        let complaint = solve(text).unwrap_err().to_string();
        assert!(complaint.starts_with(wanted), "{text}: {complaint}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = jsonschema::validator_for(&PORTFOLIO.input()).unwrap();
    for question in [
        json!({"t": [1], "h": 1}),
        json!({"t": [1], "f": [0.5], "h": 1, "cap": [1]}),
        json!({"t": [1], "f": [2], "h": 1}),
        json!({"t": [-1], "f": [0.5], "h": 1}),
        json!({"t": [1], "f": [0.5], "g": [0.5], "H": 1}),
    ] {
        assert!(!schema.is_valid(&question), "{question}");
        assert!(solve(&question.to_string()).is_err(), "{question}");
    }
}
