//! A page of the app on the real catalog and model, rendered without a browser.

#[path = "../pages/html.rs"]
pub(crate) mod html;

use std::rc::Rc;
use std::sync::LazyLock;

use data::Release;
use engine::calendar::Date;
use engine::program::SpecialtyCode;
use engine::vocabulary::{ApplicantType, VisaNeed};
use smart_pick::app::{Rooms, RoomsProps};
use smart_pick::routing::location::Location;
use smart_pick::routing::route::Route;
use state::questions::{KIND, STEP2, STEP2_SCORE, SpecialtyAnswer, Step2Answer, VISA};
use state::{Action, Edit, Load, Loaded, State};

/// What this release knows, loaded once for a test binary.
pub(crate) static RELEASE: LazyLock<Release> =
    LazyLock::new(|| Release::embedded().expect("the data files make packs that read"));

/// A page at an address; the app begins with a state.
pub(crate) fn page(path: &'static str, initial: State) -> html::Page {
    let location = Location::to(Route::of_path(path));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let renderer = yew::LocalServerRenderer::<Rooms>::with_props(RoomsProps { initial, location });
    let text = tokio::task::LocalSet::new().block_on(&runtime, renderer.hydratable(false).render());
    html::Page::parse(&text)
}

/// The data are here, and nothing is answered.
pub(crate) fn ready() -> State {
    State {
        pack: Load::Ready(Rc::new(Loaded::new(
            RELEASE.catalog.clone(),
            RELEASE.model.clone(),
            "in memory",
        ))),
        today: Date::new(2026, 9, 15),
        ..State::default()
    }
}

/// Somebody who answered three questions.
pub(crate) fn three_answers() -> State {
    let mut state = ready();
    let specialty = SpecialtyAnswer {
        typed: "Internal Medicine".into(),
        code: SpecialtyCode::parse("140"),
        ..SpecialtyAnswer::default()
    };
    for edit in [
        Edit::specialty(0, specialty),
        KIND.answer(Some(ApplicantType::NonUsImg)),
        VISA.answer(Some(VisaNeed::J1)),
        STEP2.answer(Some(Step2Answer::Score)),
        STEP2_SCORE.typed("245".into()),
    ] {
        state.apply(Action::Answer(edit));
    }
    state
}
