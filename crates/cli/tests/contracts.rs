//! What `rank` and `list` promise: gates of exams, answers that contradict each other, pinned
//! programs without a chance, and null with a reason instead of a number that nobody knows.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use cli::{InputError, list, rank};
use serde_json::{Value, json};

fn ranked(applicant: &Value, specialty: &str) -> Value {
    let question = json!({
        "applicant": applicant, "preferences": {"specialties": [{"code": specialty}]},
    });
    serde_json::from_str(&rank(&dataset::embedded(), &question.to_string()).unwrap()).unwrap()
}

fn listed(question: &Value) -> Result<Value, InputError> {
    let text = list(&dataset::embedded(), &question.to_string())?;
    Ok(serde_json::from_str(&text).unwrap())
}

/// How many programs a gate shuts, and how many have a place.
fn shut_by(answer: &Value, gate: &str) -> (usize, u64) {
    let shut = answer["shut"].as_array().unwrap().iter();
    let by_gate = shut.filter(|program| program["by"][0]["gate"] == gate);
    (
        by_gate.count(),
        answer["counts"]["ranked"].as_u64().unwrap(),
    )
}

fn osteopathic(more: Value) -> Value {
    let mut applicant = json!({
        "today": "2026-10-01", "season": 2027, "type": "us_do_senior", "visa": "none",
        "grad_year": 2027,
    });
    for (key, value) in more.as_object().unwrap() {
        applicant[key] = value.clone();
    }
    applicant
}

#[test]
fn a_low_usmle_shuts_no_door_to_a_do_whose_comlex_is_passed_or_still_to_come() {
    let low = json!({"score": 205, "date": "2026-06-20", "attempts": 1});
    let passed = osteopathic(json!({
        "comlex1": {"result": "pass", "attempts": 1}, "comlex2": {"score": 540, "attempts": 1},
        "step2ck": low,
    }));
    let (shut, with_low) = shut_by(&ranked(&passed, "FM"), "exams_passed");
    assert_eq!(shut, 0);
    let to_come = osteopathic(json!({"step2ck": low, "step1": {"result": "fail", "attempts": 1}}));
    assert_eq!(shut_by(&ranked(&to_come, "FM"), "exams_passed").0, 0);
    // It is an attempt all the same: some doors that ask for a pass at the first one are shut.
    let mut without = passed.clone();
    without["step2ck"] = Value::Null;
    let (_, without_low) = shut_by(&ranked(&without, "FM"), "exams_passed");
    assert!(with_low < without_low, "{with_low} {without_low}");
}

#[test]
fn a_comlex_that_is_not_passed_shuts_what_a_usmle_shuts_for_others() {
    let failed = osteopathic(json!({"comlex1": {"result": "fail", "attempts": 1}}));
    let (shut, ranked_with) = shut_by(&ranked(&failed, "FM"), "exams_passed");
    assert!(shut > 700 && ranked_with == 0, "{shut} {ranked_with}");
    let below = |score: u16| {
        let applicant = osteopathic(json!({"comlex2": {"score": score, "attempts": 1}}));
        shut_by(&ranked(&applicant, "FM"), "exams_passed").1
    };
    assert_eq!(below(399), 0);
    assert!(below(400) > 700);
}

fn img(more: Value) -> Value {
    let mut applicant = json!({
        "today": "2026-10-01", "season": 2027, "type": "nonus_img", "visa": "j1",
        "grad_year": 2022, "ecfmg": "certified",
        "step1": {"result": "pass", "attempts": 1}, "step2ck": {"score": 240, "attempts": 1},
    });
    for (key, value) in more.as_object().unwrap() {
        applicant[key] = value.clone();
    }
    applicant
}

#[test]
fn answers_that_contradict_each_other_are_refused_with_their_place() {
    let cases = [
        (json!({"step1": {"result": "not_taken"}}), "applicant.ecfmg"),
        (json!({"step1": {"result": "fail"}}), "applicant.ecfmg"),
        (json!({"step2ck": {"taken": false}}), "applicant.ecfmg"),
        (json!({"step2ck": {"score": 180}}), "applicant.ecfmg"),
        (
            json!({"ecfmg": null, "step2ck": {"taken": false}, "step3": {"result": "pass"}}),
            "applicant.step3.result",
        ),
        (json!({"grad_year": 2030}), "applicant.grad_year"),
        (json!({"type": "us_img"}), "applicant.visa"),
    ];
    for (more, place) in cases {
        let question = json!({
            "applicant": img(more), "preferences": {"specialties": [{"code": "120"}]},
        });
        let error = rank(&dataset::embedded(), &question.to_string()).unwrap_err();
        assert_eq!(error.field, place, "{error}");
    }
}

#[test]
fn a_step_1_that_is_still_to_come_moves_every_chance() {
    let with = |result: &str| {
        let more = json!({"ecfmg": "in_progress", "step1": {"result": result}});
        ranked(&img(more), "120")
    };
    let first = |answer: &Value| answer["programs"][0]["p_interview"][1].as_f64().unwrap();
    let (passed, to_come, failed) = (with("pass"), with("not_taken"), with("fail"));
    assert!(first(&to_come) < 0.9 * first(&passed));
    assert_eq!(failed["counts"]["ranked"], 0);
}

fn list_of(applicant: Value, specialty: &str, more: Value) -> Value {
    let mut question = json!({
        "applicant": applicant, "preferences": {"specialties": [{"code": specialty}]},
    });
    for (key, value) in more.as_object().unwrap() {
        question[key] = value.clone();
    }
    question
}

#[test]
fn a_pinned_program_without_a_chance_stays_on_the_list_with_its_reason() {
    let rest = json!({"max": 4});
    let plain = listed(&list_of(img(json!({})), "120", rest)).unwrap();
    let chance = |answer: &Value| answer["figures"]["p_match"][1].as_f64().unwrap();
    // Shut, and of another specialty.
    let others = ["1200300003", "1400500001"];
    for id in others {
        let more = json!({"max": 4, "pinned": [id]});
        let answer = listed(&list_of(img(json!({})), "120", more)).unwrap();
        let rows = answer["list"].as_array().unwrap();
        assert_eq!(rows.len(), 4);
        let last = &rows[3];
        assert_eq!(last["id"], id);
        for field in ["p_interview", "t", "worth"] {
            assert_eq!(last[field], Value::Null, "{id} {field}");
        }
        assert!(
            last["why"]["sentence"].as_str().unwrap().len() > 10,
            "{last}"
        );
        assert!(
            chance(&answer) < chance(&plain),
            "three chances are fewer than four"
        );
        let sent = answer["cost"]["lines"].as_array().unwrap().iter();
        let sent: u64 = sent
            .map(|line| line["applications"].as_u64().unwrap())
            .sum();
        assert_eq!(sent, 4);
    }
}

#[test]
fn who_pins_and_excludes_a_program_is_told_which() {
    let more = json!({"pinned": ["1200500001"], "excluded": ["1200500001"]});
    let error = listed(&list_of(img(json!({})), "120", more)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "excluded: 1200500001 is pinned and excluded"
    );
}

#[test]
fn what_is_not_modelled_is_null_with_a_reason() {
    let eye = listed(&list_of(img(json!({})), "Ophthalmology", json!({}))).unwrap();
    let year = listed(&list_of(img(json!({})), "999", json!({}))).unwrap();
    let broke = json!({"budget": 0, "prices_of": 2026, "max": 5});
    let broke = listed(&list_of(img(json!({})), "120", broke)).unwrap();
    for answer in [&eye, &year, &broke] {
        let figures = &answer["figures"];
        for field in [
            "p_match",
            "any_interview",
            "interviews",
            "interviews_of_most",
        ] {
            assert_eq!(figures[field], Value::Null, "{field} {figures}");
        }
        assert_eq!(answer["certificate"], Value::Null);
        assert!(figures["why"]["sentence"].as_str().unwrap().len() > 10);
        let text = answer.to_string();
        assert!(!text.contains("-0.0"), "{text}");
    }
    assert_eq!(eye["figures"]["why"]["code"], "route");
    assert_eq!(eye["recommended"], Value::Null);
    assert_eq!(eye["others_send"], Value::Null);
    assert_eq!(broke["figures"]["why"]["code"], "nothing_on_list");
}

#[test]
fn a_preliminary_year_is_listed_and_priced_with_the_chance_that_is_published() {
    let preliminary = |kind: &str, code: &str| {
        let mut question = list_of(img(json!({"type": kind})), code, json!({}));
        question["preferences"]["specialties"][0]["positions"] = json!("one_year");
        question
    };
    let rank = |question: &Value| -> Value {
        let answer = rank(&dataset::embedded(), &question.to_string()).unwrap();
        serde_json::from_str(&answer).unwrap()
    };
    let surgery = preliminary("nonus_img", "440");
    let answer = rank(&surgery);
    let open = answer["not_modelled"].as_array().unwrap();
    let shut = answer["counts"]["shut"].as_u64().unwrap();
    // Programs that offer a preliminary position, and no others.
    assert_eq!(open.len() as u64 + shut, 232);
    assert_eq!(answer["counts"]["ranked"], 0);
    assert!(
        open.iter()
            .all(|program| program["why"]["code"] == "one_year")
    );
    assert_eq!(answer["notices"][0]["code"], "preliminary_year");
    let published = json!([{
        "specialty": "440", "year": 2025, "matched": 240, "ranked": 584, "share": 240.0 / 584.0,
    }]);
    assert_eq!(answer["preliminary"], published);
    // Full training in the same specialty says nothing of it.
    let training = rank(&list_of(img(json!({})), "440", json!({})));
    assert_eq!(training["preliminary"], json!([]));
    assert!(training["counts"]["ranked"].as_u64().unwrap() > 200);

    // What nobody publishes is null: of the transitional year.
    let unknown = rank(&preliminary("nonus_img", "999"));
    assert_eq!(unknown["preliminary"][0]["share"], Value::Null);

    let mut pinned = surgery;
    let ids: Vec<&Value> = open.iter().take(40).map(|program| &program["id"]).collect();
    pinned["pinned"] = json!(ids);
    pinned["prices_of"] = json!(2026);
    let list = listed(&pinned).unwrap();
    assert_eq!(list["list"].as_array().unwrap().len(), 40);
    assert_eq!(list["preliminary"], published);
    assert_eq!(list["figures"]["p_match"], Value::Null);
    assert_eq!(list["figures"]["why"]["code"], "one_year");
    assert!(list["cost"]["amount"].as_u64().unwrap() > 0);
}

#[test]
fn a_figure_that_makes_a_signal_harmful_stops_no_list() {
    let entries = json!([{
        "program": "1401200930",
        "residency_explorer": {"rate": 0.05, "rate_signalled": 0.01, "applicants": 1000},
    }]);
    let more = json!({"entries": entries, "signals": true, "max": 40, "pinned": ["1401200930"]});
    let answer = listed(&list_of(img(json!({})), "140", more)).unwrap();
    let rows = answer["list"].as_array().unwrap();
    assert_eq!(rows.len(), 40);
    let own = rows.iter().find(|row| row["id"] == "1401200930").unwrap();
    assert_eq!(own["level"], "plain");
}

/// What the schema says of a field of the applicant.
fn said(field: &str) -> String {
    let schema = cli::schema::RANK.input();
    let field = &schema["properties"]["applicant"]["properties"][field];
    field["description"].as_str().unwrap().to_owned()
}

/// The numbers and gates of every program, without the answer's own words.
fn numbers(more: Value) -> Value {
    let mut applicant = img(more);
    applicant["visa"] = json!("h1b");
    let answer = ranked(&applicant, "120");
    json!([answer["programs"], answer["shut"], answer["not_modelled"]])
}

#[test]
fn a_field_that_moves_no_number_says_so() {
    let rotation = |kind: &str| json!([{"program": "1200500001", "kind": kind}]);
    let stretch = |more: Value| {
        let mut one = json!({"kind": "externship", "months": 4});
        for (key, value) in more.as_object().unwrap() {
            one[key] = value.clone();
        }
        json!([one])
    };
    // Two answers to each field between which no number moves.
    let silent = [
        ("citizenship", json!("India"), Value::Null),
        ("couple", json!(true), json!(false)),
        (
            "letters",
            json!({"from_us": 4, "in_specialty": 3}),
            Value::Null,
        ),
        (
            "step3",
            json!({"result": "pass", "score": 230}),
            json!({"result": "pass"}),
        ),
        ("connections", rotation("contact"), json!([])),
        ("connections", rotation("school_graduate"), json!([])),
        (
            "usce",
            stretch(json!({"ended": "2026-03-31"})),
            stretch(json!({})),
        ),
        (
            "usce",
            stretch(json!({"specialty": "120"})),
            stretch(json!({})),
        ),
        (
            "prior_gme",
            json!({"us": true, "us_months": 12}),
            json!({"us": true}),
        ),
        (
            "prior_gme",
            json!({"us": true, "abroad": true}),
            json!({"us": true}),
        ),
        ("languages", json!(["fr"]), json!(["de"])),
    ];
    for (field, one, other) in silent {
        let [one, other] = [one, other].map(|value| numbers(json!({field: value})));
        assert!(one == other, "{field} moves a number");
        let said = said(field);
        let owns_up = said.contains("no number") || said.contains("count");
        assert!(owns_up, "{field}: {said}");
    }
    // And those that are not called so do move some.
    let moving = [
        ("type", json!("us_md_grad"), json!("nonus_img")),
        ("grad_year", json!(2015), json!(2022)),
        (
            "step1",
            json!({"result": "pass", "attempts": 2}),
            json!({"result": "pass"}),
        ),
        ("step2ck", json!({"score": 250}), json!({"score": 240})),
        (
            "step3",
            json!({"result": "pass"}),
            json!({"result": "not_taken"}),
        ),
        ("ecfmg", json!("in_progress"), json!("certified")),
        ("usce", json!([]), stretch(json!({}))),
        (
            "usce",
            json!([{"kind": "observership", "months": 4}]),
            stretch(json!({})),
        ),
        ("ties", json!(["OH"]), json!([])),
        ("connections", rotation("rotation"), json!([])),
        ("languages", json!(["es"]), json!(["fr"])),
        ("military", json!("active_duty"), json!("none")),
    ];
    for (field, one, other) in moving {
        let [one, other] = [one, other].map(|value| numbers(json!({field: value})));
        assert!(one != other, "{field} moves no number");
        assert!(
            !said(field).contains("Informs; changes no number"),
            "{field}"
        );
    }
}
