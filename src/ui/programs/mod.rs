//! The Programs room: the ranking, one program, and programs side by side.

use yew::prelude::*;

use super::kit::PageTitle;
use super::pack::with_pack;
use super::route::{Comparison, Route};
use super::store::{use_derived, use_state_of_app};
use crate::engine::program::ProgramId;

/// The ranking.
#[component]
pub fn ProgramsRoom() -> Html {
    let (state, derived) = (use_state_of_app(), use_derived());
    with_pack(&state, &Route::Programs, |loaded| {
        html! {
            <div class="center stack">
                <PageTitle>{ Route::Programs.title() }</PageTitle>
                <p>{ format!("{} of {} programs ranked.", derived.ranking.ranked.len(), loaded.catalog.programs().len()) }</p>
            </div>
        }
    })
}

/// Properties of [`ProgramRoom`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProgramRoomProps {
    /// Which program.
    pub id: ProgramId,
}

/// One program.
#[component]
pub fn ProgramRoom(props: &ProgramRoomProps) -> Html {
    let state = use_state_of_app();
    let id = props.id;
    with_pack(&state, &Route::Program { id }, |loaded| {
        let name = loaded
            .catalog
            .find(id)
            .map(|(_, program)| program.name.to_string());
        html! {
            <div class="center stack">
                <PageTitle>{ name.unwrap_or_else(|| "No such program".into()) }</PageTitle>
            </div>
        }
    })
}

/// Properties of [`CompareRoom`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CompareRoomProps {
    /// Which programs.
    pub ids: Comparison,
}

/// Programs side by side.
#[component]
pub fn CompareRoom(props: &CompareRoomProps) -> Html {
    let state = use_state_of_app();
    let route = Route::Compare {
        ids: props.ids.clone(),
    };
    with_pack(&state, &route, |_| {
        html! {
            <div class="center stack">
                <PageTitle>{ route.title() }</PageTitle>
                <p>{ format!("{} programs.", props.ids.0.len()) }</p>
            </div>
        }
    })
}
