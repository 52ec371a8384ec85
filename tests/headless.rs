//! The headless binary, run as an adviser's script runs it, against its published schemas.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use cli::MAX_INPUT_BYTES;
use cli::schema::{FORMATS, IMPORT, LIST, RANK};
use serde_json::{Value, json};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_smart-pick"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses its arguments closes its input unread: that is no failure of the test.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn question() -> Value {
    json!({
        "applicant": {
            "type": "nonus_img", "visa": "j1", "today": "2026-09-15", "season": 2027,
            "grad_year": 2019, "step2ck": {"score": 245, "date": "2025-08-20", "attempts": 1}
        },
        "preferences": {"specialties": [{"code": "IM"}]},
        "limit": 5
    })
}

/// The question with one value replaced; the path is a JSON pointer.
fn with(pointer: &str, value: Value) -> Value {
    let mut changed = question();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    changed.pointer_mut(parent).unwrap()[key] = value;
    changed
}

fn schema(schema: &Value) -> jsonschema::Validator {
    let mut registry = jsonschema::Registry::new();
    for known in [RANK.input(), RANK.output()] {
        let id = known["$id"].as_str().unwrap().to_owned();
        registry = registry.add(format!("json-schema:///{id}"), known).unwrap();
    }
    let registry = registry.prepare().unwrap();
    let options = jsonschema::options();
    let options = options
        .with_base_uri("json-schema:///")
        .with_registry(&registry);
    options.build(schema).unwrap()
}

#[track_caller]
fn answer(question: &Value) -> Value {
    let output = run(&["rank"], question.to_string().as_bytes());
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    assert_eq!(complaint, "");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The run must end with code 2, print nothing, and complain in one line.
#[track_caller]
fn refused(arguments: &[&str], input: &[u8]) -> String {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(complaint.matches('\n').count(), 1, "{complaint}");
    complaint.trim_end().to_owned()
}

#[test]
fn every_persona_and_its_answer_fit_the_schemas() {
    let (input, output) = (schema(&RANK.input()), schema(&RANK.output()));
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/crates/cli/tests/fixtures/personas"
    );
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let persona: Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        input.validate(&persona["question"]).unwrap();
        let answer = answer(&persona["question"]);
        if let Err(error) = output.validate(&answer) {
            panic!("{}: {} at {}", path.display(), error, error.instance_path());
        }
    }
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let input = question().to_string();
    let first = run(&["rank"], input.as_bytes());
    assert_eq!(first.stdout, run(&["rank"], input.as_bytes()).stdout);
    assert!(first.stdout.ends_with(b"}\n"));
}

#[test]
fn the_limit_cuts_only_the_ranked_list() {
    let five = answer(&question());
    assert_eq!(five["programs"].as_array().unwrap().len(), 5);
    let all = answer(&with("/limit", Value::Null));
    assert_eq!(all["counts"], five["counts"]);
    assert_eq!(all["shut"], five["shut"]);
    assert_eq!(all["programs"][4], five["programs"][4]);
    let counted = |list: &str| all[list].as_array().unwrap().len() as u64;
    assert_eq!(all["counts"]["ranked"], counted("programs"));
    assert_eq!(all["counts"]["shut"], counted("shut"));
    assert_eq!(all["counts"]["not_modelled"], counted("not_modelled"));
}

#[test]
fn null_is_the_same_as_absent() {
    let plain = answer(&question());
    assert_eq!(plain, answer(&with("/applicant/step3", Value::Null)));
    assert_eq!(plain, answer(&with("/preferences/states", Value::Null)));
}

#[test]
fn a_specialty_goes_by_code_name_or_alias() {
    let by_alias = answer(&question());
    for name in ["140", "Internal Medicine", "internal medicine", "im"] {
        let question = with("/preferences/specialties/0/code", json!(name));
        assert_eq!(by_alias, answer(&question), "{name}");
    }
}

#[test]
fn a_bad_field_is_named() {
    let cases = [
        (
            "/applicant/step2ck/score",
            json!(301),
            "applicant.step2ck.score: 301 is not from 100 to 300",
        ),
        (
            "/applicant/step2ck/score",
            json!(-1),
            "applicant.step2ck.score: -1 is not from 100 to 300",
        ),
        (
            "/applicant/step2ck/score",
            json!(99_999_999_999_u64),
            "applicant.step2ck.score: 99999999999 is not from 100 to 300",
        ),
        (
            "/applicant/step2ck/score",
            json!(245.5),
            "applicant.step2ck.score: invalid type: floating point `245.5`, expected a whole number",
        ),
        (
            "/applicant/step2ck/score",
            json!("245"),
            "applicant.step2ck.score: invalid type: string \"245\", expected a whole number",
        ),
        (
            "/applicant/step2ck/date",
            json!("2025-02-30"),
            "applicant.step2ck.date: \"2025-02-30\" is not a day written YYYY-MM-DD",
        ),
        (
            "/applicant/step2ck/date",
            json!("2026-12-01"),
            "applicant.step2ck.date: after today, but a score is given",
        ),
        (
            "/applicant/step2ck/taken",
            json!(false),
            "applicant.step2ck.taken: false, but a score or attempts are given",
        ),
        (
            "/applicant/visa",
            json!("j2"),
            "applicant.visa: \"j2\" is not one of none, j1, h1b, either",
        ),
        (
            "/applicant/type",
            json!("img"),
            "applicant.type: \"img\" is not one of us_md_senior, us_md_grad, us_do_senior, us_do_grad, us_img, nonus_img",
        ),
        (
            "/applicant/today",
            json!("yesterday"),
            "applicant.today: \"yesterday\" is not a day written YYYY-MM-DD",
        ),
        (
            "/applicant/season",
            json!(27),
            "applicant.season: 27 is not from 2000 to 2100",
        ),
        (
            "/applicant/grad_year",
            json!(19),
            "applicant.grad_year: 19 is not from 1940 to 2100",
        ),
        (
            "/applicant/ties",
            json!(["NY", "XX"]),
            "applicant.ties[1]: \"XX\" is not the two-letter code of a state, DC or PR",
        ),
        (
            "/applicant/ties",
            json!(["NY", "NY"]),
            "applicant.ties[1]: appears twice",
        ),
        (
            "/applicant/languages",
            json!(["Spanish"]),
            "applicant.languages[0]: \"Spanish\" is not a two-letter ISO 639-1 code such as \"es\"",
        ),
        (
            "/applicant/usce",
            json!([{"kind": "externship", "months": 601}]),
            "applicant.usce[0].months: 601 is not from 0 to 600",
        ),
        (
            "/applicant/usce",
            json!([{"kind": "externship"}]),
            "applicant.usce[0]: missing field `months`",
        ),
        (
            "/applicant/letters",
            json!({"from_us": 1, "in_specialty": 2}),
            "applicant.letters.in_specialty: 2 is more than from_us, 1",
        ),
        (
            "/applicant/connections",
            json!([{"program": "0000000001", "kind": "rotation"}]),
            "applicant.connections[0].program: \"0000000001\" is not the ACGME id of a program",
        ),
        (
            "/applicant/step3",
            json!({"result": "not_taken", "score": 220}),
            "applicant.step3.result: \"not_taken\", but a score or attempts are given",
        ),
        (
            "/preferences/lambda",
            json!(1.5),
            "preferences.lambda: 1.5 is not from 0 to 1",
        ),
        (
            "/preferences/weights",
            json!({"size": 11}),
            "preferences.weights.size: 11 is not from 0 to 10",
        ),
        (
            "/preferences/near",
            json!({"latitude": 40, "longitude": 181, "miles": 10}),
            "preferences.near.longitude: 181 is not from -180 to 180",
        ),
        (
            "/preferences/specialties",
            json!([]),
            "preferences.specialties: 0 entries, not 1 to 3",
        ),
        (
            "/preferences/specialties",
            json!([{"code": "IM"}, {"code": "140"}]),
            "preferences.specialties[1]: appears twice",
        ),
        (
            "/preferences/specialties/0/code",
            json!("Witchcraft"),
            "preferences.specialties[0].code: \"Witchcraft\" is not an ACGME code, full name or alias of a specialty",
        ),
        ("/limit", json!(-1), "limit: -1 is not from 0 to 100000"),
    ];
    for (pointer, value, expected) in cases {
        let input = with(pointer, value).to_string();
        let line = refused(&["rank"], input.as_bytes());
        assert!(line.starts_with(expected), "{line}");
    }
}

/// A program of the ranking with figures of the applicant's own.
fn with_figures(figures: Value) -> Value {
    let id = answer(&question())["programs"][0]["id"].clone();
    with(
        "/entries",
        json!([{"program": id, "residency_explorer": figures}]),
    )
}

#[test]
fn own_figures_are_a_part_of_the_chance() {
    let question = with_figures(json!({
        "rate": 0.02, "rate_signalled": 0.3, "applicants": 4000, "type_applied": 0.4,
        "type_interviewed": 0.2, "step2_25": 240, "step2_50": 250, "step2_75": 258
    }));
    schema(&RANK.input()).validate(&question).unwrap();
    let mut all = question.clone();
    all["limit"] = Value::Null;
    let answered = answer(&all);
    schema(&RANK.output()).validate(&answered).unwrap();
    let programs = answered["programs"].as_array().unwrap();
    let id = &question["entries"][0]["program"];
    let program = programs.iter().find(|row| row["id"] == *id).unwrap();
    let parts = program["parts"].as_array().unwrap();
    let own = parts.iter().find(|part| part["factor"] == "entered");
    assert!(own.unwrap()["points"].as_f64().unwrap() < 0.0);
    let sum: f64 = parts.iter().map(|p| p["points"].as_f64().unwrap()).sum();
    assert!((sum - program["p_interview"][1].as_f64().unwrap()).abs() < 1e-9);
}

#[test]
fn a_bad_figure_is_named() {
    for (figures, expected) in [
        (json!({"rate": 1.2}), ".rate: 1.2 is not from 0 to 1"),
        (json!({"type_applied": -0.1}), ".type_applied: -0.1 is not"),
        (json!({"applicants": 0}), ".applicants: 0 is not from 1"),
        (json!({"step2_75": 301}), ".step2_75: 301 is not from 1"),
        (
            json!({"rate": 0.1, "step2_25": 250, "step2_75": 240}),
            ": the percentiles do not ascend",
        ),
        (json!({"rates": 0.1}), ".rates: unknown field `rates`"),
    ] {
        let line = refused(&["rank"], with_figures(figures).to_string().as_bytes());
        let expected = format!("entries[0].residency_explorer{expected}");
        assert!(line.starts_with(&expected), "{line}");
    }
}

#[test]
fn an_unknown_key_is_named() {
    for (pointer, path) in [
        ("/applicant/step2", "applicant.step2"),
        ("/applicant/step2ck/scores", "applicant.step2ck.scores"),
        ("/preferences/speciality", "preferences.speciality"),
        ("/extra", "extra"),
    ] {
        let line = refused(&["rank"], with(pointer, json!(1)).to_string().as_bytes());
        let key = path.rsplit('.').next().unwrap();
        let expected = format!("{path}: unknown field `{key}`");
        assert!(line.starts_with(&expected), "{line}");
    }
}

#[test]
fn a_schema_refuses_what_the_reader_refuses() {
    let input = schema(&RANK.input());
    for (pointer, value) in [
        ("/applicant/step2ck/score", json!(301)),
        ("/applicant/visa", json!("j2")),
        ("/applicant/step2", json!(1)),
        ("/preferences/specialties", json!([])),
        ("/limit", json!(-1)),
    ] {
        assert!(!input.is_valid(&with(pointer, value)), "{pointer}");
    }
    assert!(input.is_valid(&question()));
}

#[test]
fn what_is_not_a_question_is_refused() {
    assert_eq!(refused(&["rank"], b""), "input: empty");
    assert_eq!(refused(&["rank"], b" \n"), "input: empty");
    assert_eq!(
        refused(&["rank"], b"\xff"),
        "input: not UTF-8 text from byte 0 on"
    );
    assert_eq!(
        refused(&["rank"], b"{}"),
        "input: missing field `applicant` at line 1 column 2"
    );
    assert!(refused(&["rank"], b"hello").starts_with("input: expected value"));
    let line = refused(&["rank"], b"[1]");
    assert_eq!(line, "input: a list stands where none belongs");
    let positional = json!([
        question()["applicant"],
        question()["preferences"],
        null,
        null
    ])
    .to_string();
    let line = refused(&["rank"], positional.as_bytes());
    assert_eq!(line, "input: a list stands where none belongs");
    let positional = with("/applicant/step2ck", json!([true, 245, null, null])).to_string();
    let line = refused(&["rank"], positional.as_bytes());
    assert_eq!(line, "applicant.step2ck: a list stands where none belongs");
    let twice = format!("{} {{}}", question());
    assert!(refused(&["rank"], twice.as_bytes()).starts_with("input: trailing characters"));
    let deep = format!("{{\"applicant\": {}", "[".repeat(100_000));
    assert!(refused(&["rank"], deep.as_bytes()).starts_with("applicant"));
    let huge = vec![b' '; MAX_INPUT_BYTES + 1];
    let expected = format!("input: longer than {MAX_INPUT_BYTES} bytes");
    assert_eq!(refused(&["rank"], &huge), expected);
}

#[test]
fn an_error_stays_on_one_line() {
    let input = with("/applicant/visa", json!("a\nb\r\u{1b}[31m")).to_string();
    let line = refused(&["rank"], input.as_bytes());
    assert!(line.starts_with("applicant.visa: "), "{line}");
    assert!(!line.contains('\u{1b}'), "{line}");
}

#[test]
fn an_unknown_verb_gets_the_list() {
    for arguments in [&["rnak"][..], &[], &["schema", "guide"]] {
        let line = refused(arguments, b"");
        assert!(line.contains("rank"), "{line}");
    }
}

#[test]
fn help_and_version_are_answers() {
    let printed = |arguments: &[&str]| {
        let output = run(arguments, b"");
        assert!(output.status.success());
        assert!(output.stderr.is_empty());
        String::from_utf8(output.stdout).unwrap()
    };
    let help = printed(&["help"]);
    assert_eq!(help, printed(&["--help"]));
    assert_eq!(help, printed(&["-h"]));
    for verb in [
        "rank",
        "list",
        "import",
        "portfolio",
        "fees",
        "fit",
        "backtest",
        "schema",
    ] {
        assert!(help.contains(&format!("\n  {verb} ")), "{help}");
    }
    let of_one = printed(&["help", "rank"]);
    assert!(
        of_one.contains("smart-pick rank < question.json > ranking.json"),
        "{of_one}"
    );
    assert_eq!(
        printed(&["--version"]),
        format!("smart-pick {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn words_that_belong_to_no_verb_are_refused_in_one_line() {
    for (arguments, complaint) in [
        (&[][..], "verb: missing; verbs: rank, list, "),
        (&["rnak"], "verb: unknown \"rnak\"; verbs: rank, list, "),
        (&["--rank"], "verb: unknown \"--rank\"; verbs: rank, list, "),
        (
            &["help", "rnak"],
            "verb: unknown \"rnak\"; verbs: rank, list, ",
        ),
        (
            &["rank", "--limit"],
            "rank: takes no argument, got \"--limit\"",
        ),
        (
            &["schema"],
            "schema: usage: schema rank|list|import|portfolio|fees|facts [input|output]",
        ),
        (&["schema", "rank", "middle"], "schema: usage: schema rank|"),
        (
            &["schema", "rank", "input", "now"],
            "schema: usage: schema rank|",
        ),
    ] {
        let line = refused(arguments, b"");
        assert!(line.starts_with(complaint), "{line}");
    }
}

#[test]
fn the_schemas_are_printed() {
    for format in FORMATS {
        schemas_of(format.verb);
    }
}

fn schemas_of(verb: &str) {
    let printed = |arguments: &[&str]| -> Value {
        let output = run(arguments, b"");
        assert!(output.status.success());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let both = printed(&["schema", verb]);
    assert_eq!(both["input"], printed(&["schema", verb, "input"]));
    assert_eq!(both["output"], printed(&["schema", verb, "output"]));
    for schema in [&both["input"], &both["output"]] {
        assert!(jsonschema::meta::is_valid(schema));
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
    }
}

#[test]
fn the_words_of_the_schema_are_the_words_of_the_engine() {
    use engine::{applicant, eligibility, explain, preference, ranking, vocabulary};
    let (input, output) = (RANK.input(), RANK.output());
    macro_rules! same {
        ($schema:expr, $pointer:literal, $set:ty) => {
            let found: Vec<&str> = $schema
                .pointer(concat!($pointer, "/enum"))
                .and_then(Value::as_array)
                .unwrap_or_else(|| panic!("no words at {}", $pointer))
                .iter()
                .filter_map(Value::as_str)
                .collect();
            let words: Vec<&str> = <$set>::ALL.iter().map(|word| word.code()).collect();
            assert_eq!(found, words, "{}", $pointer);
        };
    }
    same!(
        input,
        "/properties/applicant/properties/type",
        vocabulary::ApplicantType
    );
    same!(
        input,
        "/properties/applicant/properties/visa",
        vocabulary::VisaNeed
    );
    same!(
        input,
        "/properties/applicant/properties/ecfmg",
        applicant::EcfmgStatus
    );
    same!(
        input,
        "/properties/applicant/properties/military",
        applicant::MilitaryStatus
    );
    same!(
        input,
        "/properties/preferences/properties/must/items",
        preference::Property
    );
    same!(
        input,
        "/properties/preferences/properties/size",
        preference::Size
    );
    same!(
        input,
        "/$defs/experience/properties/kind",
        vocabulary::ExperienceKind
    );
    same!(
        input,
        "/$defs/step/properties/result",
        applicant::ExamResult
    );
    same!(output, "/$defs/gate/properties/gate", eligibility::Gate);
    same!(
        output,
        "/$defs/gate/properties/state",
        eligibility::GateState
    );
    same!(output, "/$defs/part/properties/factor", explain::Factor);
    same!(output, "/$defs/change/properties/kind", explain::ChangeKind);
    same!(
        output,
        "/$defs/not_modelled/properties/why/properties/code",
        ranking::NoChance
    );
}

#[test]
fn portfolio_answers_and_refuses_like_rank() {
    let output = run(
        &["portfolio"],
        br#"{"t": [1, 4, 9], "f": [0.2, 0.5, 0.1], "h": 2}"#,
    );
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer, json!({"values": [2.0, 2.7], "order": [2, 3]}));
    assert_eq!(
        refused(&["portfolio"], br#"{"t": [1], "f": [0.5, 1], "h": 2}"#),
        "f: has 2 entries, should have 1"
    );
    assert_eq!(
        refused(&["portfolio", "now"], b""),
        "portfolio: takes no argument, got \"now\""
    );
}

#[test]
fn fees_answers_and_refuses_like_rank() {
    let input = br#"{"season": 2026, "counts": {"IM": 43, "Radiology": 7}, "assistance": true}"#;
    let output = run(&["fees"], input);
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        answer,
        json!({"eras": 797, "assistance": 558, "after_assistance": 239, "missing": []})
    );
    assert_eq!(
        refused(&["fees"], br#"{"season": 2026, "counts": {"IM\n": -1}}"#),
        "counts.IM\\n: -1 is not from 0 to 10000"
    );
    assert_eq!(
        refused(&["fees", "now"], input),
        "fees: takes no argument, got \"now\""
    );
}

fn listed(question: &Value) -> Value {
    let output = run(&["list"], question.to_string().as_bytes());
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The same question as `rank`'s, without its limit, with other keys.
fn list_question(more: Value) -> Value {
    let mut question = question();
    question.as_object_mut().unwrap().remove("limit");
    let more = more.as_object().unwrap().clone();
    question.as_object_mut().unwrap().extend(more);
    question
}

#[test]
fn a_list_keeps_its_limits_and_fits_its_schema() {
    let question = list_question(json!({"max": 40, "signals": true}));
    schema(&LIST.input()).validate(&question).unwrap();
    let answer = listed(&question);
    schema(&LIST.output()).validate(&answer).unwrap();
    let list = answer["list"].as_array().unwrap();
    assert_eq!(list.len(), 40);
    let count = |level: &str| list.iter().filter(|one| one["level"] == level).count();
    let signals = &answer["signals"][0];
    assert_eq!(signals["gold"].as_u64().unwrap() as usize, count("gold"));
    assert_eq!(
        signals["silver"].as_u64().unwrap() as usize,
        count("silver")
    );
    assert!(answer["certificate"]["share_of_best"].as_f64().unwrap() > 0.99);
    // The season's prices are not out: nothing is made up.
    assert_eq!(answer["cost"]["amount"], Value::Null);
    assert_eq!(answer["cost"]["lines"][0]["missing"], 40);
    let parts = answer["figures"]["p_match_by_specialty"]
        .as_array()
        .unwrap();
    let sum: f64 = parts
        .iter()
        .map(|part| part["p_match"].as_f64().unwrap())
        .sum();
    assert!((sum - answer["figures"]["p_match"][1].as_f64().unwrap()).abs() < 1e-12);
}

#[test]
fn a_budget_is_kept_with_the_prices_of_a_season_that_has_them() {
    let question = list_question(json!({"max": 100, "budget": 500}));
    let answer = listed(&question);
    assert_eq!(answer["cost"]["lines"][0]["prices_of"], 2026);
    let named = list_question(json!({"max": 100, "budget": 500, "prices_of": 2026}));
    assert_eq!(listed(&named), answer);
    schema(&LIST.output()).validate(&answer).unwrap();
    assert_eq!(answer["cost"]["amount"], 480);
    assert_eq!(answer["list"].as_array().unwrap().len(), 35);
    // A budget of nothing buys nothing.
    let nothing = listed(&list_question(json!({"budget": 0, "prices_of": 2026})));
    assert_eq!(nothing["list"], json!([]));
    assert_eq!(nothing["figures"]["p_match"], Value::Null);
}

#[test]
fn pins_and_exclusions_are_kept() {
    let first = listed(&list_question(json!({"max": 5})));
    let id = first["list"][0]["id"].clone();
    let without = listed(&list_question(json!({"max": 5, "excluded": [id]})));
    let ids = |answer: &Value| -> Vec<Value> {
        let list = answer["list"].as_array().unwrap();
        list.iter().map(|one| one["id"].clone()).collect()
    };
    assert!(!ids(&without).contains(&id));
    let last = answer(&{
        let mut all = self::question();
        all.as_object_mut().unwrap().remove("limit");
        all
    });
    let last = last["programs"].as_array().unwrap().last().unwrap()["id"].clone();
    let with = listed(&list_question(json!({"max": 5, "pinned": [last]})));
    assert_eq!(ids(&with).len(), 5);
    assert!(ids(&with).contains(&last));
}

#[test]
fn a_list_that_cannot_be_made_names_the_field() {
    for (more, field) in [
        (
            json!({"budget": 500, "prices_of": 2001}),
            "budget: no price is stated for Internal Medicine in the season 2027",
        ),
        (json!({"max": 0}), "max: 0 is not from 1 to 4096"),
        (json!({"budget": -1}), "budget: -1 is not from 0 to 1000000"),
        (
            json!({"pinned": ["1400500001", "1400500001"]}),
            "pinned[1]: ",
        ),
        (json!({"excluded": ["12"]}), "excluded[0]: "),
        (json!({"signal": true}), "signal"),
    ] {
        let output = run(&["list"], list_question(more).to_string().as_bytes());
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{complaint}");
        assert!(output.stdout.is_empty());
        assert!(complaint.contains(field), "{complaint}");
        assert_eq!(complaint.trim_end().lines().count(), 1);
    }
}

#[track_caller]
fn imported(question: &Value) -> Value {
    schema(&IMPORT.input()).validate(question).unwrap();
    let output = run(&["import"], question.to_string().as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let answer = serde_json::from_slice(&output.stdout).unwrap();
    schema(&IMPORT.output()).validate(&answer).unwrap();
    answer
}

#[test]
fn import_finds_asks_and_says_what_it_does_not_know() {
    let text = "Row,Program,ACGME ID\n1,Baptist Health Program,1400121020\n\nReach\n\
                2,Garnet Health Medical Center Program,\n3,Nowhere at All,\n4,Again,1400121020\n\
                5,NYMC at Metropolitan,403500184";
    let answer = imported(&json!({ "text": text }));
    assert_eq!(answer["format"], 1);
    let found = json!([{"line": 2, "id": "1400121020"}, {"line": 8, "id": "0403500184"}]);
    assert_eq!(answer["found"], found);
    assert_eq!(answer["asked"][0]["line"], 5);
    assert_eq!(
        answer["asked"][0]["candidates"].as_array().unwrap().len(),
        7
    );
    assert_eq!(answer["asked"].as_array().unwrap().len(), 1);
    assert_eq!(answer["unknown"], json!([{"line": 6}]));

    let in_one = imported(&json!({ "text": text, "specialties": ["FM"] }));
    let found = in_one["found"].as_array().unwrap();
    assert!(
        found.contains(&json!({"line": 5, "id": "1203500730"})),
        "{in_one}"
    );
}

#[test]
fn import_names_the_field_that_does_not_read() {
    for (question, complaint) in [
        ("{}", "input: missing field `text`"),
        (
            r#"{"text": 5}"#,
            "text: invalid type: integer `5`, expected a string",
        ),
        (
            r#"{"text": "", "lines": 1}"#,
            "lines: unknown field `lines`",
        ),
    ] {
        let said = refused(&["import"], question.as_bytes());
        assert!(said.starts_with(complaint), "{said}");
    }
    let unknown = refused(&["import"], br#"{"text": "", "specialties": ["XYZ"]}"#);
    assert!(unknown.starts_with("specialties[0]: "), "{unknown}");
    let nothing = imported(&json!({ "text": "" }));
    assert_eq!(
        nothing,
        json!({"format": 1, "found": [], "asked": [], "unknown": []})
    );
}
