//! Facts files: what they move, that the visitor's own word goes first, and that whatever is not as it should be
//! is refused with its place.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use cli::{facts, list, rank};
use engine::applicant::{Entries, Entry, Figures, Permille};
use engine::calendar::Date;
use engine::policy::{ExperienceRule, GraduationLimit};
use engine::program::ProgramId;
use engine::vocabulary::{EcfmgTiming, H1bPolicy, Setting, Strength};
use proptest::prelude::*;
use serde_json::{Value, json};

fn file(name: &str, day: &str, facts: Value) -> Value {
    json!({"format": "smart-pick-facts/1", "name": name, "day": day, "facts": facts})
}

fn question() -> Value {
    json!({
        "applicant": {
            "today": "2026-11-30", "season": 2027, "type": "nonus_img", "visa": "j1",
            "grad_year": 2021, "step2ck": {"score": 245, "attempts": 1},
        },
        "preferences": {"specialties": [{"code": "140"}]},
    })
}

fn ask(question: &Value) -> Value {
    serde_json::from_str(&rank(&dataset::embedded(), &question.to_string()).unwrap()).unwrap()
}

/// The first program on whose visa nobody says anything.
fn silent() -> String {
    let answer = ask(&question());
    let programs = answer["programs"].as_array().unwrap();
    let is_silent = |program: &&Value| {
        let mut gates = program["gates"].as_array().unwrap().iter();
        gates.any(|gate| gate["gate"] == "visa" && gate["state"] == "not_stated")
    };
    let program = programs.iter().find(is_silent).unwrap();
    program["id"].as_str().unwrap().to_owned()
}

fn find<'a>(answer: &'a Value, list: &str, id: &str) -> Option<&'a Value> {
    let mut rows = answer[list].as_array().unwrap().iter();
    rows.find(|row| row["id"] == id)
}

#[test]
fn a_file_moves_the_number_is_named_and_gives_way_to_the_visitor() {
    let id = silent();
    let chance = |answer: &Value| {
        let row = find(answer, "programs", &id).unwrap();
        row["p_interview"][1].as_f64().unwrap()
    };
    let before = ask(&question());
    let mut with = question();
    with["facts"] = json!([file(
        "A school",
        "2026-11-20",
        json!([{"program": id, "j1": true}])
    )]);
    let after = ask(&with);
    assert!(chance(&after) > chance(&before));
    let row = find(&after, "programs", &id).unwrap();
    let gates = row["gates"].as_array().unwrap();
    let visa = gates.iter().find(|gate| gate["gate"] == "visa").unwrap();
    assert_eq!(visa["origin"]["by"], "file", "{visa}");
    assert_eq!(visa["origin"]["layer"], "file", "{visa}");
    // Of two files the newer counts, and the visitor's own word goes before both.
    with["facts"] = json!([
        file(
            "A friend",
            "2026-11-25",
            json!([{"program": id, "j1": false}])
        ),
        file(
            "A school",
            "2026-11-20",
            json!([{"program": id, "j1": true}])
        ),
    ]);
    assert!(find(&ask(&with), "shut", &id).is_some());
    with["entries"] = json!([{"program": id, "j1": true}]);
    assert!(chance(&ask(&with)) > chance(&before));
    // An older file says it less firmly.
    let mut old = question();
    old["facts"] = json!([file(
        "A school",
        "2022-11-20",
        json!([{"program": id, "j1": true}])
    )]);
    assert!((chance(&before)..=chance(&after)).contains(&chance(&ask(&old))));
}

#[test]
fn a_list_takes_them_too() {
    let id = silent();
    let mut question = question();
    question["max"] = json!(40);
    question["pinned"] = json!([id]);
    question["facts"] = json!([file(
        "A",
        "2026-11-20",
        json!([{"program": id, "j1": false}])
    )]);
    let answer: Value =
        serde_json::from_str(&list(&dataset::embedded(), &question.to_string()).unwrap()).unwrap();
    let mut rows = answer["list"].as_array().unwrap().iter();
    let row = rows.find(|row| row["id"] == id.as_str()).unwrap();
    assert_eq!(row["p_interview"], Value::Null);
    assert!(row["why"]["sentence"].as_str().unwrap().len() > 10, "{row}");
}

#[test]
fn what_is_not_as_it_should_be_is_refused_with_its_place() {
    let day = Date::parse("2026-11-30");
    let fact = json!({"program": "1400500001", "j1": true});
    let good = file("A school", "2026-11-20", json!([fact]));
    assert!(facts::open(&good.to_string(), day).is_ok());
    let changed = |key: &str, value: Value| {
        let mut file = good.clone();
        file[key] = value;
        file
    };
    let told = |fact: Value| changed("facts", json!([fact]));
    for (file, at) in [
        (json!([]), "input"),
        (json!({}), "input"),
        (changed("format", json!("smart-pick/1")), "format"),
        (changed("format", json!("smart-pick-facts/2")), "format"),
        (changed("name", json!("")), "name"),
        (changed("name", json!("x".repeat(81))), "name"),
        (changed("name", json!("A \u{202e}loohcs")), "name"),
        (changed("day", json!("2026-12-01")), "day"),
        (changed("day", json!("20 November")), "day"),
        (changed("facts", json!({"1400500001": {}})), "facts"),
        (changed("facts", json!([fact, fact])), "facts[1].program"),
        (changed("__proto__", json!({"polluted": true})), "__proto__"),
        (changed("constructor", json!({})), "constructor"),
        (
            told(json!({"program": "__proto__", "j1": true})),
            "facts[0].program",
        ),
        (
            told(json!({"program": "12", "j1": true})),
            "facts[0].program",
        ),
        (
            told(json!({"program": 1_400_500_001_u64})),
            "facts[0].program",
        ),
        (
            told(json!({"program": "1400500001", "j1": "<b>yes</b>"})),
            "facts[0].j1",
        ),
        (
            told(json!({"program": "1400500001", "h1b": "maybe"})),
            "facts[0].h1b",
        ),
        (
            told(json!({"program": "1400500001", "step2_minimum": 900})),
            "facts[0].step2_minimum",
        ),
        (
            told(json!({"program": "1400500001", "img_percent": 101})),
            "facts[0].img_percent",
        ),
        (
            told(json!({"program": "1400500001", "usce_months": 3})),
            "facts[0].usce_months",
        ),
        // Its terms keep it with the person.
        (
            told(json!({"program": "1400500001", "residency_explorer": {"rate": 0.3}})),
            "facts[0].residency_explorer",
        ),
        (
            changed(
                "notes",
                json!([{"program": "1400500001", "note": "x".repeat(301)}]),
            ),
            "notes[0].note",
        ),
        (
            changed(
                "notes",
                json!([{"program": "1400500001", "note": "a\u{0}b"}]),
            ),
            "notes[0].note",
        ),
    ] {
        let refused = facts::open(&file.to_string(), day).unwrap_err();
        assert!(refused.field.starts_with(at), "{file} at {refused}");
    }
    for cut in ["{", ""] {
        assert_eq!(facts::open(cut, day).unwrap_err().field, "input", "{cut}");
    }
    let long = " ".repeat(facts::MOST_BYTES + 1);
    assert_eq!(facts::open(&long, day).unwrap_err().field, "input");
    let many: Vec<Value> = (0..=facts::MOST_FACTS)
        .map(|at| json!({"program": (1_400_000_000 + at).to_string()}))
        .collect();
    let refused = facts::open(&changed("facts", json!(many)).to_string(), day).unwrap_err();
    assert_eq!(refused.field, "facts");
}

#[test]
fn markup_is_text() {
    let mut file = file("<b>A</b>", "2026-11-20", json!([]));
    file["notes"] = json!([{"program": "1400500001", "note": "<img src=x onerror=alert(1)>"}]);
    let read = facts::open(&file.to_string(), None).unwrap();
    assert_eq!(&*read.name, "<b>A</b>");
    let id = ProgramId::parse("1400500001").unwrap();
    assert_eq!(read.note(id), Some("<img src=x onerror=alert(1)>"));
}

#[test]
fn no_more_than_some_files_and_each_name_once() {
    let mut question = question();
    let names = 0..=Entries::MOST_FILES;
    question["facts"] = names
        .map(|at| file(&at.to_string(), "2026-11-20", json!([])))
        .collect();
    let refused = rank(&dataset::embedded(), &question.to_string()).unwrap_err();
    assert_eq!(refused.field, format!("facts[{}]", Entries::MOST_FILES));
    question["facts"] = json!([
        file("A", "2026-11-20", json!([])),
        file("A", "2026-11-21", json!([]))
    ]);
    let refused = rank(&dataset::embedded(), &question.to_string()).unwrap_err();
    assert_eq!(refused.field, "facts[1].name");
}

#[test]
fn the_published_schema_takes_what_is_read() {
    let schema = cli::schema::facts();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let good = file(
        "A",
        "2026-11-20",
        json!([{"program": "1400500001", "j1": true, "img_percent": 40}]),
    );
    assert!(validator.is_valid(&good), "{schema:#}");
    let explorer = file(
        "A",
        "2026-11-20",
        json!([{"program": "1400500001", "residency_explorer": {}}]),
    );
    assert!(!validator.is_valid(&explorer));
}

fn entry() -> impl Strategy<Value = Entry> {
    let of = |all: &'static [Strength]| proptest::option::of(proptest::sample::select(all));
    (
        (
            any::<Option<bool>>(),
            proptest::option::of(proptest::sample::select(H1bPolicy::ALL)),
        ),
        (
            proptest::option::of(1_u16..=300),
            proptest::option::of(1_u8..=20),
        ),
        (
            of(Strength::ALL),
            proptest::option::of(0_u8..=60),
            of(Strength::ALL),
            proptest::option::of(0_u8..=60),
        ),
        (
            proptest::option::of(proptest::sample::select(EcfmgTiming::ALL)),
            proptest::option::of(proptest::sample::select(Setting::ALL)),
            proptest::option::of(0_u8..=100),
        ),
    )
        .prop_map(
            |((j1, h1b), (step2, attempts), (limit, years, usce, months), rest)| Entry {
                j1,
                h1b,
                step2_minimum: step2,
                max_attempts: attempts,
                graduation: limit.map(|strength| GraduationLimit { years, strength }),
                experience: usce.map(|strength| ExperienceRule { strength, months }),
                ecfmg: rest.0,
                setting: rest.1,
                img_percent: rest.2,
                explorer: Figures {
                    rate: Permille::new(300),
                    ..Figures::default()
                },
            },
        )
}

proptest! {
    #[test]
    fn what_is_written_reads_back_without_what_is_the_persons_own(
        told in proptest::collection::btree_map(0_u64..5_000, entry(), 0..20),
    ) {
        let day = Date::parse("2026-11-20").unwrap();
        let mut entries = Entries::default();
        for (number, entry) in &told {
            entries.set(ProgramId::from_number(1_400_000_000 + number).unwrap(), entry.clone());
        }
        let text = facts::write("Me", day, &entries);
        let read = facts::open(&text, Some(day)).unwrap();
        let expected: Vec<(ProgramId, Entry)> = entries
            .iter()
            .map(|(id, entry)| (id, entry.without_figures()))
            .filter(|(_, entry)| *entry != Entry::default())
            .collect();
        let found: Vec<(ProgramId, Entry)> = read.iter().map(|(id, entry)| (id, entry.clone())).collect();
        prop_assert_eq!(found, expected);
        let schema = cli::schema::facts();
        let whole: Value = serde_json::from_str(&text).unwrap();
        prop_assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&whole));
    }
}
