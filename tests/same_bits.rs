//! The same question gives the same bytes natively and in the browser.
//!
//! Natively the digests of all persona answers are a snapshot; in the browser they must equal
//! it. The browser's copy reads the pack that `cargo xtask pack` wrote.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

use cli::Dataset;

macro_rules! personas {
    ($($name:literal)+) => {
        &[$(($name, include_str!(concat!("../crates/cli/tests/fixtures/personas/", $name, ".json")))),+]
    };
}

const PERSONAS: &[(&str, &str)] = personas![
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

/// One line a persona: its name and FNV-1a 64 of its answer.
fn digests(dataset: &Dataset<'_>) -> String {
    PERSONAS
        .iter()
        .map(|(name, persona)| {
            let persona: serde_json::Value = serde_json::from_str(persona).unwrap();
            let answer = cli::rank(dataset, &persona["question"].to_string()).unwrap();
            let hash = answer
                .bytes()
                .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                });
            format!("{name} {hash:016x}\n")
        })
        .collect()
}

#[cfg(not(target_arch = "wasm32"))]
#[test]
fn the_digests_are_as_last_accepted() {
    let release = data::Release::embedded().unwrap();
    insta::assert_snapshot!("digests", digests(&Dataset::from(&release)));
}

#[cfg(target_arch = "wasm32")]
mod in_the_browser {
    use cli::Dataset;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_browser);

    const PACK: &[u8] = include_bytes!("../target/pack/pack.bin");
    const DETAILS: &[u8] = include_bytes!("../target/pack/details.bin");
    const NATIVE: &str = include_str!("snapshots/same_bits__digests.snap");

    #[wasm_bindgen_test]
    fn the_browser_gives_the_same_bytes() {
        let (catalog, model) = pack::decode(PACK).unwrap();
        let pack = pack::identity(PACK).unwrap();
        let details = pack::decode_details(DETAILS, &catalog, &pack).unwrap();
        catalog.add_details(details).unwrap();
        let here = super::digests(&Dataset {
            catalog: &catalog,
            model: model.as_ref(),
            pack: &pack,
        });
        for line in here.lines() {
            assert!(NATIVE.lines().any(|native| native == line), "{line}");
        }
    }
}
