//! A mistake in a data file is told with file, line and column.

use std::path::{Path, PathBuf};

const FILES: &[&str] = &[
    "programs.csv",
    "hospitals.csv",
    "program_hospitals.csv",
    "filings.csv",
    "sponsors.csv",
    "acgme_pages_2022.csv",
    "unfilled_2026.csv",
    "policies.csv",
    "specialties.csv",
    "aliases.csv",
    "signals.csv",
    "licence_rules.csv",
    "seasons.toml",
    "fees.toml",
    "published/charting_nonus_img_2026.json",
    "published/charting_md_seniors_2026.json",
    "published/charting_us_seniors_2024.json",
    "sources.toml",
];

/// A copy of the data with the first `old` of a file replaced.
fn changed(test: &str, file: &str, old: &str, new: &str) -> PathBuf {
    let data = data::folder();
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(dir.join("published")).unwrap();
    for name in FILES {
        let text = std::fs::read_to_string(data.join(name)).unwrap();
        let text = if *name == file {
            assert!(text.contains(old), "{old:?} is not in {file}");
            text.replacen(old, new, 1)
        } else {
            text
        };
        std::fs::write(dir.join(name), text).unwrap();
    }
    dir
}

#[track_caller]
fn check(test: &str, file: &str, old: &str, new: &str, expected: &str) {
    let error = data::read(&changed(test, file, old, new)).unwrap_err();
    assert!(
        error.to_string().starts_with(expected),
        "expected: {expected}\n   found: {error}"
    );
}

#[test]
fn an_unknown_state() {
    check(
        "state",
        "programs.csv",
        "Birmingham,AL",
        "Birmingham,XX",
        "programs.csv:2:6 (state): \"XX\" is not a known code",
    );
}

#[test]
fn scores_of_a_specialty_that_nobody_knows() {
    check(
        "scores",
        "published/charting_us_seniors_2024.json",
        "Dermatology",
        "Podiatry",
        "published/charting_us_seniors_2024.json: \"Podiatry\" is no specialty",
    );
}

#[test]
fn an_id_that_appears_twice() {
    check(
        "twice",
        "programs.csv",
        "0400300001,",
        "0400121010,",
        "programs.csv:3:1 (acgme_id): 0400121010 is out of order or there twice",
    );
}

#[test]
fn a_specialty_that_the_id_does_not_begin_with() {
    check(
        "prefix",
        "programs.csv",
        "0400121010,040",
        "0400121010,140",
        "programs.csv:2:2 (specialty): is not what the id begins with",
    );
}

#[test]
fn coordinates_off_the_map() {
    check(
        "map",
        "programs.csv",
        "33.5175,-86.8094",
        "-33.5175,-86.8094",
        "programs.csv:2:7 (lat):",
    );
    check(
        "half",
        "programs.csv",
        "33.5175,-86.8094",
        "33.5175,",
        "programs.csv:2:7 (lat): one of lat and lon is missing",
    );
}

#[test]
fn an_address_that_is_none() {
    check(
        "address",
        "programs.csv",
        "http://www.uab.edu/medicine/anesthesiology",
        "javascript:alert(1)",
        "programs.csv:2:9 (website):",
    );
}

#[test]
fn more_filled_than_offered() {
    check(
        "filled",
        "programs.csv",
        "21 of 21",
        "22 of 21",
        "programs.csv:2:20 (full_2020):",
    );
}

#[test]
fn a_fill_of_a_track_that_no_code_names() {
    check(
        "track",
        "programs.csv",
        "1007040A0;1007040C0;1007040C1",
        "1007040A0",
        "programs.csv:2:18 (nrmp_codes): the fills of 2020",
    );
}

#[test]
fn a_heading_that_is_not_ours() {
    check(
        "heading",
        "programs.csv",
        "acgme_id,specialty",
        "acgme_id,speciality",
        "programs.csv:1:2 (speciality): the heading must be \"specialty\"",
    );
}

#[test]
fn a_row_with_a_cell_too_few() {
    check(
        "cells",
        "signals.csv",
        "2027,040,tiered,",
        "2027,040,",
        "signals.csv:2",
    );
}

#[test]
fn a_statement_on_a_program_that_is_not_there() {
    check(
        "covered",
        "policies.csv",
        ",0402631075;",
        ",0402631999;",
        "policies.csv:2:22 (acgme_ids): \"0402631999\" is not a program of the list",
    );
}

#[test]
fn an_unknown_visa_word() {
    check(
        "visa",
        "policies.csv",
        "yes,limited",
        "yes,perhaps",
        "policies.csv:2:5 (h1b): \"perhaps\" is not a known code",
    );
}

#[test]
fn a_source_that_is_not_there() {
    check(
        "source",
        "licence_rules.csv",
        "medlicense_2017",
        "medlicense_2018",
        "licence_rules.csv:2:6 (source): \"medlicense_2018\" is not in sources.toml",
    );
    check(
        "season source",
        "seasons.toml",
        "source = \"aamc_eras_timeline_2026\"",
        "source = \"nobody\"",
        "seasons.toml:9:10 (source): \"nobody\" is not known",
    );
}

#[test]
fn a_field_without_a_source() {
    check(
        "field",
        "sources.toml",
        "columns = [\"teaching_health_center\"]",
        "columns = []",
        "sources.toml: no source stands behind the field \"teaching_health_center\"",
    );
}

#[test]
fn a_day_that_does_not_exist() {
    check(
        "day",
        "seasons.toml",
        "2027-03-03",
        "2027-02-30",
        "seasons.toml:",
    );
}

#[test]
fn toml_that_does_not_parse() {
    check(
        "toml",
        "sources.toml",
        "as_of = \"2026-11-29\"",
        "as_of = 2026-11-",
        "sources.toml:6:9: ",
    );
}

#[test]
fn a_missing_file() {
    let error = data::read(Path::new("/nowhere")).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("programs.csv: cannot be read")
    );
}

#[test]
fn a_hospital_that_is_not_in_the_list() {
    check(
        "hospital",
        "program_hospitals.csv",
        "0400121010,010033",
        "0400121010,019999",
        "program_hospitals.csv:2:2 (ccn): 019999 is not in hospitals.csv",
    );
}

#[test]
fn an_unfilled_code_that_filled() {
    check(
        "unfilled",
        "unfilled_2026.csv",
        "code,quota,filled",
        "code,quota,filled\n0000140C0,5,5",
        "unfilled_2026.csv:2:3 (filled): all are filled",
    );
}

#[test]
fn a_filing_of_nobody() {
    check(
        "filing",
        "filings.csv",
        "0400121010,resident_title",
        "0400121010,janitor_title",
        "filings.csv:2:2 (q3_evidence): \"janitor_title\" is not a known code",
    );
}

#[test]
fn a_sponsor_of_an_unknown_program() {
    check(
        "sponsor",
        "sponsors.csv",
        "acgme_id,sponsor,basis",
        "acgme_id,sponsor,basis\n0409999999,Nobody,record",
        "sponsors.csv:2:1 (acgme_id): 0409999999 is not a program of the list",
    );
}
