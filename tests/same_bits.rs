//! The same question gives the same bytes natively and in the browser: whole answers, to the last digit.
//!
//! `cargo xtask test` writes what the native engine answers before it runs this,
//! beside the pack that is read here.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

use cli::Dataset;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PACK: &[u8] = include_bytes!("../target/pack/pack.bin");
const DETAILS: &[u8] = include_bytes!("../target/pack/details.bin");

/// A question of the personas, and what the native engine answers.
struct Persona {
    name: &'static str,
    /// The file of the persona; the question is one part of it.
    file: &'static str,
    native: &'static str,
}

macro_rules! personas {
    ($($name:literal)+) => {
        [$(Persona {
            name: $name,
            file: include_str!(concat!("../crates/cli/tests/fixtures/personas/", $name, ".json")),
            native: include_str!(concat!("../target/pack/answers/", $name, ".json")),
        }),+]
    };
}

#[wasm_bindgen_test]
fn the_browser_answers_as_the_native_engine_does() {
    let (catalog, model) = pack::decode(PACK).unwrap();
    let pack = pack::identity(PACK).unwrap();
    let details = pack::decode_details(DETAILS, &catalog, &pack).unwrap();
    catalog.add_details(details).unwrap();
    let dataset = Dataset {
        catalog: &catalog,
        model: model.as_ref(),
        pack: &pack,
    };
    let personas = personas![
        "canadian_graduate_2026"
        "couple_us_md_psychiatry"
        "dealbreakers"
        "do_both_exams_emergency"
        "early_match_ophthalmology"
        "h1b_only_no_step3"
        "military_hpsp_surgery"
        "nonus_img_j1_245_2019"
        "old_graduate_2008"
        "puerto_rico_tie_without_spanish"
        "three_answers"
        "two_specialties_222"
        "us_do_senior_comlex_only"
        "us_img_failed_attempt"
        "us_md_orthopaedics_248"
    ];
    for persona in personas {
        let file: serde_json::Value = serde_json::from_str(persona.file).unwrap();
        let here = cli::rank(&dataset, &file["question"].to_string()).unwrap();
        let at = first_difference(&here, persona.native);
        let around = |text: &str| -> String {
            let from = text.floor_char_boundary(at.unwrap_or(0).saturating_sub(100));
            text[from..].chars().take(200).collect()
        };
        assert!(
            at.is_none(),
            "{}, byte {at:?}:\n in the browser {}\n natively       {}",
            persona.name,
            around(&here),
            around(persona.native)
        );
    }
}

/// The byte at which two texts part; `None` if they are the same.
fn first_difference(one: &str, other: &str) -> Option<usize> {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let same = same.count();
    (one != other).then_some(same)
}
