//! What the answers do to the ranking, beside the questions and said once one stops typing.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::link::link;
use super::route::Route;
use super::store::{World, use_world};
use crate::engine::ranking::Ranking;
use crate::state::{Derived, Load, State};

/// How long the typing has to rest before a screen reader hears of it, in milliseconds.
const REST: u32 = 1200;

/// The line and the way to the list.
#[component]
pub(super) fn Live() -> Html {
    let World { state, derived, .. } = use_world();
    let line = line(&state, &derived);
    let said = use_rested(line.clone());
    html! {
        <aside class="live columns__aside" aria-label="Your ranking">
            <p class="live__line">{ line }</p>
            { link(&Route::Programs, "button live__go", "See my programs") }
            <p class="visually-hidden" role="status">{ said }</p>
        </aside>
    }
}

/// The text as it was when it last rested.
#[hook]
fn use_rested(text: String) -> String {
    let rested = use_state_eq(String::new);
    let setter = rested.setter();
    use_effect_with(text, move |text| {
        let text = text.clone();
        let timer = Timeout::new(REST, move || setter.set(text));
        move || drop(timer)
    });
    (*rested).clone()
}

fn line(state: &State, derived: &Derived) -> String {
    match &state.pack {
        Load::Loading => "Loading the program data".into(),
        Load::Failed(_) => "The program data did not arrive; your answers are kept".into(),
        Load::Ready(_) if derived.preferences().specialties.is_empty() => {
            "Choose a specialty to see a ranking".into()
        }
        Load::Ready(_) => counts(&derived.ranking),
    }
}

/// The three lists by their lengths.
fn counts(ranking: &Ranking) -> String {
    let ranked = ranking.ranked.len();
    let programs = if ranked == 1 { "program" } else { "programs" };
    format!(
        "{ranked} {programs} ranked, {} shut, {} not modelled",
        ranking.shut.len(),
        ranking.not_modelled.len()
    )
}
