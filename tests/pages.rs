//! Every page in every state, rendered natively and checked as HTML.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

#[path = "pages/catalog.rs"]
mod catalog;
#[path = "pages/html.rs"]
mod html;
#[path = "pages/painted.rs"]
mod painted;
#[path = "pages/persona.rs"]
mod persona;

use std::rc::Rc;

use engine::program::ProgramId;
use smart_pick::app::{Rooms, RoomsProps};
use smart_pick::routing::location::Location;
use smart_pick::routing::route::{Comparison, Route, Slug};
use state::content::tools::Tool;
use state::persist::bounds::LINE;
use state::{Action, Load, LoadFailure, State};

pub(crate) fn render(route: &Route, initial: State) -> String {
    let location = Location::to(route.clone());
    let props = RoomsProps { initial, location };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let renderer = yew::LocalServerRenderer::<Rooms>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn routes() -> Vec<Route> {
    let id = |text| ProgramId::parse(text).unwrap();
    let mut routes = vec![
        Route::Start,
        Route::Profile,
        Route::Preferences,
        Route::Answers,
        Route::Programs,
        Route::MyList,
        Route::Mentor,
        Route::Program {
            id: id(catalog::FIRST),
        },
        Route::Compare {
            ids: Comparison(vec![id(catalog::FIRST), id(catalog::SECOND)]),
        },
        Route::Guide,
        Route::Article {
            slug: Slug::parse("visas").unwrap(),
        },
        Route::Trust,
        Route::Accuracy,
        Route::Sources,
        Route::Embed,
        Route::Partners,
        Route::NotFound,
    ];
    routes.extend(Tool::ALL.iter().map(|tool| Route::Tool { tool: *tool }));
    routes
}

fn states() -> Vec<(&'static str, State)> {
    let failed = |failure| State {
        pack: Load::Failed(failure),
        ..State::default()
    };
    let ready = State {
        pack: Load::Ready(Rc::new(catalog::loaded())),
        ..State::default()
    };
    vec![
        ("loading", State::default()),
        (
            "unreachable",
            failed(LoadFailure::Unreachable("offline".into())),
        ),
        ("damaged", failed(LoadFailure::Damaged("cut short".into()))),
        ("newer", failed(LoadFailure::Newer)),
        ("empty", ready.clone()),
        ("typical", persona::typical(ready.clone())),
        ("mistaken", persona::mistaken(ready)),
    ]
}

#[test]
fn every_page_in_every_state_is_sound_html() {
    for route in routes() {
        assert!(!route.title().is_empty());
        for (name, state) in states() {
            let page = html::Page::parse(&render(&route, state));
            let faults = page.faults();
            let words = page.words();
            assert!(
                faults.is_empty(),
                "{route:?} {name}: {faults:#?} in\n{words}"
            );
        }
    }
}

/// Compares the words of a page with the ones that were reviewed.
#[track_caller]
fn check(name: &str, route: &Route, state: State) {
    html::check_words(name, &html::Page::parse(&render(route, state)));
}

#[test]
fn start_asks_three_questions() {
    let (_, ready) = states().swap_remove(4);
    check("start", &Route::Start, ready);
}

#[test]
fn profile_of_a_typical_applicant() {
    let (_, typical) = states().swap_remove(5);
    check("profile", &Route::Profile, typical);
}

#[test]
fn preferences_of_a_typical_applicant() {
    let (_, typical) = states().swap_remove(5);
    check("preferences", &Route::Preferences, typical);
}

#[test]
fn answers_of_a_mistaken_applicant() {
    let (_, mistaken) = states().swap_remove(6);
    check("answers", &Route::Answers, mistaken);
}

#[test]
fn failures_name_the_way_out() {
    for (name, state) in states().drain(1..4) {
        check(name, &Route::Programs, state);
    }
}

#[test]
fn work_put_aside_can_be_brought_back() {
    let (_, mut typical) = states().swap_remove(5);
    typical.apply(Action::StartOver);
    check("put-aside", &Route::NotFound, typical);
}

/// The kit knows no domain word, so that its boxes spell the bound themselves.
#[test]
fn a_box_takes_as_much_as_is_kept() {
    for route in [
        Route::Start,
        Route::Profile,
        Route::Preferences,
        Route::MyList,
    ] {
        let (_, typical) = states().swap_remove(5);
        let html = render(&route, typical);
        let boxes = html.matches("type=\"text\"").count();
        let bound = format!("maxlength=\"{LINE}\"");
        assert_eq!(html.matches(&bound).count(), boxes, "{route:?}");
    }
}
