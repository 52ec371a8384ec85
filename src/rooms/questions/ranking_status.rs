//! What the answers do to the ranking, beside the questions and said once one stops typing.

use yew::prelude::*;

use crate::kit::use_debounced;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::ranking::Ranking;
use state::{Derived, Load, State};

/// How long the typing has to rest before a screen reader hears of it, in milliseconds.
const REST: u32 = 1200;

/// The line and the way to the list.
#[component]
pub(crate) fn RankingStatus() -> Html {
    let World { state, derived, .. } = use_world();
    let line = line(&state, &derived);
    let said = use_debounced(line.clone(), String::new(), REST);
    html! {
        <aside class="live columns__aside" aria-label="Your ranking">
            <p class="live__line">{ line }</p>
            { link(&Route::Programs, "button live__go", "See my programs") }
            <p class="visually-hidden" role="status">{ said }</p>
        </aside>
    }
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
        "{ranked} {programs} ranked, {} do not consider you, {} without a published chance",
        ranking.shut.len(),
        ranking.not_modelled.len()
    )
}
