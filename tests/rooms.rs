//! Rooms on the real catalog and model: the numbers on the page are the engine's.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

#[path = "screen/best.rs"]
mod best;
mod screen;

use self::best::with_best;
use self::screen::{RELEASE, html, page, ready, three_answers};
use engine::applicant::Entry;
use engine::program::ProgramId;
use engine::program::SpecialtyCode;
use engine::residency_explorer::{Figures, Permille};
use state::questions::SpecialtyAnswer;
use state::{Action, BrowseEdit, Edit, ListEdit};

#[test]
fn the_formula_carries_the_visitors_own_values() {
    let page = page("/trust", three_answers());
    assert_eq!(page.faults(), Vec::<String>::new());
    html::check_words("trust_three_answers", &page);
}

/// A program's page with figures of the visitor's own, from where they are typed.
fn with_figures(explorer: Figures) -> String {
    let mut state = three_answers();
    let entry = Entry {
        explorer,
        ..Entry::default()
    };
    let id = ProgramId::parse("1401200930").unwrap();
    state.apply(Action::Enter(id, entry));
    let page = page("/programs/1401200930", state);
    assert_eq!(page.faults(), Vec::<String>::new());
    page.words()
}

fn typed(words: &str) -> &str {
    let from = words.find("From your Residency Explorer account").unwrap();
    &words[from..]
}

#[test]
fn own_figures_say_what_they_changed_and_mark_the_chance() {
    let words = with_figures(Figures {
        rate: Permille::new(600),
        applicants: Some(2_000),
        type_applied: Permille::new(500),
        type_interviewed: Permille::new(250),
        step2: [Some(245), None, Some(260)],
        ..Figures::default()
    });
    assert!(words.contains("With your own figures"), "{words}");
    assert!(words.contains("Your Residency Explorer figures"), "{words}");
    insta::assert_snapshot!("own_figures", typed(&words));
}

#[test]
fn own_figures_that_change_nothing_say_why() {
    let words = with_figures(Figures {
        step2: [Some(245), None, Some(240)],
        ..Figures::default()
    });
    assert!(typed(&words).contains("The Step 2 CK percentiles do not ascend"));
    assert!(typed(&words).contains("the share interviewed is missing"));
    assert!(!words.contains("With your own figures"), "{words}");
    let words = with_figures(Figures {
        rate_signalled: Permille::new(300),
        ..Figures::default()
    });
    assert!(typed(&words).contains("changes only what a signal to this program does"));
}

#[test]
fn with_nothing_answered_the_general_formula_stands_and_says_what_to_answer() {
    let page = page("/trust", ready());
    assert_eq!(page.faults(), Vec::<String>::new());
    let words = page.words();
    assert!(words.contains("Answer four questions"), "{words}");
    assert!(words.contains("theta ~ Normal"), "{words}");
}

#[test]
fn the_plan_says_what_to_do_and_why() {
    let page = page("/programs", with_best(three_answers()));
    assert_eq!(page.faults(), Vec::<String>::new());
    let words = page.words();
    for bucket in ["Apply first", "Apply", "Ask first", "Skip"] {
        assert!(words.contains(bucket), "{bucket} in {words}");
    }
    assert!(
        words.contains("Of non-US IMGs who apply in Internal Medicine"),
        "{words}"
    );
    assert!(words.contains("unfilled in 2026"), "{words}");
    html::check_words("plan", &page);
}

#[test]
fn a_mentor_reads_one_page() {
    let nobody = page("/list/mentor", ready());
    assert_eq!(nobody.faults(), Vec::<String>::new());
    assert!(nobody.words().contains("Answer the questions first"));
    let page = page("/list/mentor", with_best(three_answers()));
    assert_eq!(page.faults(), Vec::<String>::new());
    html::check_words("mentor", &page);
}

#[test]
fn a_list_says_what_it_comes_to_and_what_to_ask() {
    let mut state = three_answers();
    let of = |code: &str, count: usize| {
        let code = SpecialtyCode::parse(code).unwrap();
        let programs = RELEASE.catalog.of_specialty(code).iter();
        programs.take(count).map(|program| program.id)
    };
    // Three of the chosen specialty, one of another, and one that the data do not have.
    let unknown = ProgramId::parse("1409999999");
    for id in of("140", 3).chain(of("260", 1)).chain(unknown) {
        state.apply(Action::List(ListEdit::Add(id)));
    }
    // Shut, the doors say what is inside; open, all of it is there.
    let folded = page("/list", state.clone());
    assert_eq!(folded.faults(), Vec::<String>::new());
    html::check_words("my_list_folded", &folded);
    state.apply(Action::Browse(BrowseEdit::Unfold(true)));
    let page = page("/list", state);
    assert_eq!(page.faults(), Vec::<String>::new());
    html::check_words("my_list", &page);
}

#[test]
fn a_list_without_answers_asks_for_them() {
    let page = page("/list", ready());
    assert_eq!(page.faults(), Vec::<String>::new());
    assert!(page.words().contains("Three answers first"));
}

#[test]
fn a_list_in_a_specialty_without_a_chance_says_why() {
    let mut state = three_answers();
    let urology = SpecialtyAnswer {
        typed: "Urology".into(),
        code: SpecialtyCode::parse("480"),
        ..SpecialtyAnswer::default()
    };
    state.apply(Action::Answer(Edit::specialty(0, urology)));
    let words = page("/list", state).words();
    assert!(words.contains("A list without chances"), "{words}");
    assert!(!words.contains("Three answers first"), "{words}");
}

#[test]
fn every_source_is_on_the_page() {
    let page = page("/trust/sources", ready());
    assert_eq!(page.faults(), Vec::<String>::new());
    let words = page.words();
    let catalog = &RELEASE.catalog;
    for source in catalog.sources() {
        let index = catalog.source_named(&source.key).unwrap();
        let title = &catalog.source_details(index).unwrap().title;
        assert!(words.contains(&**title), "{title}");
    }
    let terms = words.lines().filter(|line| *line == "Terms").count();
    assert_eq!(terms, catalog.sources().len(), "each says on what terms");
}
