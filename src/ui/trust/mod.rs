//! The Trust room: how the number is made and where the data come from.

use yew::prelude::*;

use super::kit::PageTitle;
use super::pack::with_pack;
use super::route::Route;
use super::store::use_state_of_app;

/// How the number is made.
#[component]
pub fn TrustRoom() -> Html {
    let state = use_state_of_app();
    with_pack(&state, &Route::Trust, |loaded| {
        let cells = loaded.model.as_ref().map_or(0, |model| model.cells.len());
        html! {
            <div class="center stack">
                <PageTitle>{ Route::Trust.title() }</PageTitle>
                <p>{ format!("{cells} cells of the odds model.") }</p>
            </div>
        }
    })
}

/// Where the data come from.
#[component]
pub fn SourcesRoom() -> Html {
    let state = use_state_of_app();
    with_pack(&state, &Route::Sources, |loaded| {
        html! {
            <div class="center stack">
                <PageTitle>{ Route::Sources.title() }</PageTitle>
                <p>{ format!("{} sources.", loaded.catalog.sources().len()) }</p>
            </div>
        }
    })
}
