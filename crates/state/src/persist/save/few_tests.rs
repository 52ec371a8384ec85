//! What a file may hold, and what is taken of it.

use proptest::prelude::*;

use super::*;
use crate::lists::{LONGEST_NAME, MOST_LISTS};
use crate::notebook::MOST_ROWS;
use crate::persist::bounds::{BOXES, LINE, ROWS, TEXT};
use crate::questions::Field;
use engine::program::ProgramId;

fn file(part: &str) -> String {
    format!("{{\"format\":\"smart-pick/1\",{part}}}")
}

/// `count` rows of a list, each made by its place.
fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..count).map(row).collect();
    rows.join(",")
}

fn taken(part: &str) -> (Work, usize) {
    let opened = read(&file(part)).unwrap();
    (opened.work, opened.left_out)
}

fn program(at: usize) -> ProgramId {
    ProgramId::parse(&format!("14{:08}", 500_000 + at)).unwrap()
}

/// A part of a file with as many rows as one likes.
type Rows = (&'static str, usize, fn(usize) -> String, fn(&Work) -> usize);

const PARTS: [Rows; 9] = [
    (
        "experience",
        ROWS,
        |n| {
            format!(
                "\"answers\":{{\"experience\":[{}]}}",
                rows(n, |_| "{}".into())
            )
        },
        |work| work.answers.experience.len(),
    ),
    (
        "connections",
        ROWS,
        |n| {
            let row = |at| format!("{{\"program\":\"{}\"}}", program(at));
            format!("\"answers\":{{\"connections\":[{}]}}", rows(n, row))
        },
        |work| work.answers.connections.len(),
    ),
    (
        "pinned",
        PROGRAMS,
        |n| {
            format!(
                "\"pinned\":[{}]",
                rows(n, |at| format!("\"{}\"", program(at)))
            )
        },
        |work| work.pinned.len(),
    ),
    (
        "notes",
        PROGRAMS,
        |n| {
            format!(
                "\"notes\":{{{}}}",
                rows(n, |at| format!("\"{}\":\"x\"", program(at)))
            )
        },
        |work| work.notes.len(),
    ),
    (
        "programs of a list",
        PROGRAMS,
        |n| {
            let ids = rows(n, |at| format!("\"{}\"", program(at)));
            format!("\"lists\":[{{\"programs\":[{ids}]}}]")
        },
        |work| work.lists.programs().len(),
    ),
    (
        "lists",
        MOST_LISTS,
        |n| format!("\"lists\":[{}]", rows(n, |_| "{}".into())),
        |work| work.lists.all().len(),
    ),
    (
        "ticks",
        BOXES,
        |n| {
            format!(
                "\"notebook\":{{\"ticked\":[{}]}}",
                rows(n, |at| format!("\"box/{at}\""))
            )
        },
        |work| work.notebook.ticked().count(),
    ),
    (
        "journal",
        MOST_ROWS,
        |n| {
            format!(
                "\"notebook\":{{\"journal\":[{}]}}",
                rows(n, |_| "{}".into())
            )
        },
        |work| work.notebook.journal().len(),
    ),
    (
        "contacts",
        MOST_ROWS,
        |n| {
            format!(
                "\"notebook\":{{\"contacts\":[{}]}}",
                rows(n, |_| "{}".into())
            )
        },
        |work| work.notebook.contacts().len(),
    ),
];

#[test]
fn every_row_up_to_the_bound_is_taken_and_every_row_beyond_is_counted() {
    for (name, most, part, count) in PARTS {
        for n in [most - 1, most, most + 1, 2 * most + 3] {
            let (work, left_out) = taken(&part(n));
            assert_eq!(count(&work), n.min(most), "{name}: {n}");
            assert_eq!(left_out, n.saturating_sub(most), "{name}: {n}");
        }
    }
}

/// A text of the file, its bound, and what was taken of it.
type Text = (&'static str, usize, fn(&str) -> String, fn(&Work) -> String);

const TEXTS: [Text; 8] = [
    (
        "an answer",
        LINE,
        |text| format!("\"answers\":{{\"typed\":{{\"citizenship\":\"{text}\"}}}}"),
        |work| work.answers.text(Field::Citizenship).into(),
    ),
    (
        "a specialty",
        LINE,
        |text| format!("\"answers\":{{\"specialties\":[{{\"typed\":\"{text}\"}}]}}"),
        |work| work.answers.specialties[0].typed.clone(),
    ),
    (
        "a place",
        LINE,
        |text| format!("\"answers\":{{\"near\":{{\"typed\":\"{text}\"}}}}"),
        |work| work.answers.near.typed.clone(),
    ),
    (
        "months",
        LINE,
        |text| format!("\"answers\":{{\"experience\":[{{\"months\":\"{text}\"}}]}}"),
        |work| work.answers.experience[0].months.clone(),
    ),
    (
        "a note",
        TEXT,
        |text| format!("\"notes\":{{\"1400500001\":\"{text}\"}}"),
        |work| work.notes.values().next().cloned().unwrap_or_default(),
    ),
    (
        "the name of a list",
        LONGEST_NAME,
        |text| format!("\"lists\":[{{\"name\":\"{text}\"}}]"),
        |work| work.lists.all()[0].name.clone(),
    ),
    (
        "an entry of the journal",
        TEXT,
        |text| format!("\"notebook\":{{\"journal\":[{{\"text\":\"{text}\"}}]}}"),
        |work| work.notebook.journal()[0].text.clone(),
    ),
    (
        "a person",
        LINE,
        |text| format!("\"notebook\":{{\"contacts\":[{{\"name\":\"{text}\"}}]}}"),
        |work| work.notebook.contacts()[0].name.clone(),
    ),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Letters of one to four bytes, so that a cut never falls inside one.
    #[test]
    fn a_text_is_taken_up_to_its_bound_and_its_cut_is_counted(
        letters in "[aé√🩺]{1,9}",
        beyond in -3_isize..4,
    ) {
        for (name, most, part, text) in TEXTS {
            let length = most.saturating_add_signed(beyond);
            let typed: String = letters.chars().cycle().take(length).collect();
            let (work, left_out) = taken(&part(&typed));
            let kept: String = typed.chars().take(most).collect();
            prop_assert_eq!(text(&work), kept, "{}", name);
            prop_assert_eq!(left_out, usize::from(beyond > 0), "{}", name);
        }
    }

    /// What is read once is read back whole: only the first reading cuts.
    #[test]
    fn what_was_taken_is_within_its_bounds(extra in 0_usize..300) {
        for (name, most, part, count) in PARTS.into_iter().filter(|part| part.1 <= ROWS) {
            let (work, _) = taken(&part(most + extra));
            let again = read(&write(&work, Stamp::default())).unwrap();
            prop_assert_eq!(count(&again.work), most, "{}", name);
            prop_assert_eq!(again.left_out, 0, "{}", name);
        }
    }
}

#[test]
fn a_map_of_many_keys_is_read_in_one_pass() {
    let started = std::time::Instant::now();
    let keys = rows(160_000, |at| format!("\"k{at}\":\"\""));
    let (work, left_out) = taken(&format!("\"answers\":{{\"typed\":{{{keys}}}}}"));
    assert!(work.is_empty());
    assert_eq!(left_out, 160_000);
    // One look-up a key would take minutes here.
    assert!(started.elapsed().as_secs() < 20);
}

#[test]
fn a_row_beyond_the_bound_may_be_anything_that_is_json() {
    let rows = rows(PROGRAMS + 1, |at| match at {
        PROGRAMS => "{\"x\":[1]}".into(),
        _ => "\"box/a\"".into(),
    });
    let (work, left_out) = taken(&format!("\"notebook\":{{\"ticked\":[{rows}]}}"));
    assert_eq!(work.notebook.ticked().count(), 1);
    assert_eq!(left_out, PROGRAMS + 1 - BOXES);
}
