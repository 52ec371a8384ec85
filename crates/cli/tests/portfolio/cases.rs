//! Published examples, asked as a script asks them: JSON in, JSON out.

use cli::portfolio::solve;
use cli::schema::PORTFOLIO;
use serde_json::{Value, json};

/// Examples by the limits of their lists; each names its source.
const UNIFORM: &str = include_str!("../fixtures/cases/portfolio_uniform.json");
const KNAPSACK: &str = include_str!("../fixtures/cases/portfolio_knapsack.json");
const SPECIALTIES: &str = include_str!("../fixtures/cases/portfolio_signals_specialties.json");
const CORRELATED: &str = include_str!("../fixtures/cases/portfolio_correlated.json");

fn cases(text: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(text).unwrap();
    all["tests"].as_array().unwrap().clone()
}

fn schema(schema: &Value) -> jsonschema::Validator {
    jsonschema::validator_for(schema).unwrap()
}

/// The answer; question and answer fit their schemas.
#[track_caller]
fn answer(question: &Value) -> Value {
    schema(&PORTFOLIO.input()).validate(question).unwrap();
    let answer = serde_json::from_str(&solve(&question.to_string()).unwrap()).unwrap();
    schema(&PORTFOLIO.output()).validate(&answer).unwrap();
    answer
}

#[track_caller]
fn close(got: &Value, want: &Value) {
    let (got, want) = (got.as_f64().unwrap(), want.as_f64().unwrap());
    assert!((got - want).abs() < 1e-9, "{got} {want}");
}

#[test]
fn one_price() {
    for case in cases(UNIFORM) {
        let got = answer(&json!({"t": case["t"], "f": case["f"], "h": case["h"]}));
        assert_eq!(got["order"], case["expect_order"]);
        let wanted = case["expect_values"].as_array().unwrap();
        let values = got["values"].as_array().unwrap();
        assert_eq!(values.len(), wanted.len());
        for (got, want) in values.iter().zip(wanted) {
            close(got, want);
        }
    }
}

#[test]
fn whole_costs() {
    for case in cases(KNAPSACK) {
        let question = json!({"t": case["t"], "f": case["f"], "g": case["g"], "H": case["H"]});
        let got = answer(&question);
        assert_eq!(got["set"], case["expect_set"]);
        close(&got["value"], &case["expect_value"]);
    }
}

#[test]
fn caps_by_specialty() {
    for case in cases(SPECIALTIES) {
        let got = answer(&json!({
            "t": case["t"], "f": case["f"], "specialty": case["group"], "cap": case["cap"]
        }));
        assert_eq!(got["set"], case["expect_set"]);
        close(&got["value"], &case["expect_value"]);
    }
}

#[test]
fn chances_that_hang_together() {
    for case in cases(CORRELATED) {
        for (h, want) in case["expect"].as_object().unwrap() {
            let h: u64 = h.parse().unwrap();
            let question = json!({"t": case["t"], "scenarios": case["scenarios"], "h": h});
            let got = answer(&question);
            assert_eq!(got["set"], want[0]);
            close(&got["value"], &want[1]);
            assert_eq!(got["optimal"], true);
        }
    }
}

/// By hand: the tiers let two applications cost 11 each and the third 30, so 52 pays for three.
#[test]
fn tiers_and_budget() {
    let question = |budget: f64| {
        json!({
            "t": [3, 2, 1], "f": [0.5, 0.5, 0.5], "specialty": [0, 0, 0], "cap": [3],
            "fees": [[[2, 11], [null, 30]]], "budget": budget
        })
    };
    for (budget, set, value) in [
        (10.99, json!([]), 0.0),
        (11.0, json!([1]), 1.5),
        (51.99, json!([1, 2]), 2.0),
        (52.0, json!([1, 2, 3]), 2.125),
    ] {
        let got = answer(&question(budget));
        assert_eq!(got["set"], set, "{budget}");
        close(&got["value"], &json!(value));
    }
}

/// By hand: one gold signal does most where it doubles the likelier success.
#[test]
fn a_signal_goes_where_it_adds_most() {
    let got = answer(&json!({
        "t": [1, 1], "p_plain": [0.1, 0.3], "p_silver": [0.1, 0.3], "p_gold": [0.2, 0.6],
        "max_apps": 2, "max_gold": 1, "max_silver": 0
    }));
    assert_eq!(got["levels"], json!([1, 3]));
    close(&got["value"], &json!(1.0 - 0.9 * 0.4));
}

/// With loading 0 the programs are independent, and the best list is the greedy one.
#[test]
fn a_strength_without_weight_is_independence() {
    let (t, alpha) = (json!([1, 2, 3, 4]), [0.5_f64, -0.2, -1.0, -2.0]);
    let f: Vec<f64> = alpha.iter().map(|a| 1.0 / (1.0 + (-a).exp())).collect();
    let latent = answer(&json!({"t": t, "alpha": alpha, "lambda": 0.0, "h": 2}));
    let plain = answer(&json!({"t": t, "f": f, "h": 2}));
    close(&latent["value"], &plain["values"][1]);
    assert_eq!(latent["optimal"], true);
}

#[test]
fn the_edges_have_answers() {
    assert_eq!(
        answer(&json!({"t": [], "f": [], "h": 5})),
        json!({"values": [], "order": []})
    );
    let more = answer(&json!({"t": [1, 2], "f": [0, 1], "h": 9}));
    assert_eq!(more, json!({"values": [2.0, 2.0], "order": [2, 1]}));
    let none = answer(&json!({"t": [5], "f": [0.5], "g": [3], "H": 0}));
    assert_eq!(none, json!({"value": 0.0, "set": []}));
}

#[test]
fn a_hundred_thousand_programs_are_few() {
    let many = 100_000_u32;
    let t: Vec<f64> = (0..many).map(|j| f64::from(j % 977)).collect();
    let f: Vec<f64> = (0..many).map(|j| f64::from(j % 83) / 400.0).collect();
    let text = json!({"t": t, "f": f, "h": 60}).to_string();
    let got: Value = serde_json::from_str(&solve(&text).unwrap()).unwrap();
    let values = got["values"].as_array().unwrap();
    assert_eq!(values.len(), 60);
    assert!(values.is_sorted_by_key(|value| value.as_f64().unwrap()));
}
