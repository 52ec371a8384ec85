//! The map of states: one square a state, with the number of programs. In the Programs room
//! pressing one filters; elsewhere it is a picture with its table.

use engine::ordering;
use yew::prelude::*;

use super::words;
use engine::geography::UsState;
use state::browse::{BrowseEdit, Facet, FacetGroup, Filters, Tally};

/// Shades from few to many programs.
const SHADES: u32 = 4;

/// The map with its table behind it.
pub(crate) fn tile_map(tally: &Tally, filters: &Filters, edit: &Callback<BrowseEdit>) -> Html {
    let count = |state: UsState| tally.of(Facet::State(state));
    let most = most(&count);
    html! {
        <div class="tile-map">
            <div class="tile-map__tiles" role="group" aria-label="Filter by state">
                { for reading_order().into_iter().map(|state| {
                    button(state, count(state), most, filters.has(Facet::State(state)), edit)
                }) }
            </div>
            <p class="tile-map__legend">
                { "Each square is a state with its number of programs. Press one to filter. " }
                if filters.count(FacetGroup::State) > 0 {
                    <button type="button" class="button button--plain small"
                        onclick={edit.reform(|_| BrowseEdit::ClearGroup(FacetGroup::State))}>
                        { "All states" }
                    </button>
                }
            </p>
            { folded_table(&count) }
        </div>
    }
}

/// The map as a picture.
pub(crate) fn tile_picture(label: String, count: impl Fn(UsState) -> u32) -> Html {
    let most = most(&count);
    html! {
        <div class="tile-map">
            <div class="tile-map__tiles" role="img" aria-label={label}>
                { for reading_order().into_iter().map(|state| {
                    let at = state.tile();
                    html! {
                        <span class="tile" key={state.code()}
                            data-column={at.column.to_string()} data-row={at.row.to_string()}
                            data-shade={shade(count(state), most).to_string()}>
                            { face(state, count(state)) }
                        </span>
                    }
                }) }
            </div>
            { folded_table(&count) }
        </div>
    }
}

fn most(count: &impl Fn(UsState) -> u32) -> u32 {
    UsState::ALL.iter().map(|s| count(*s)).max().unwrap_or(0)
}

fn shade(count: u32, most: u32) -> u32 {
    (count * SHADES).div_ceil(most.max(1))
}

fn face(state: UsState, count: u32) -> Html {
    html! {
        <>
            <span class="tile__code">{ state.code() }</span>
            <span class="tile__count" aria-hidden="true">{ if count == 0 { "\u{2013}".to_owned() } else { words::count(count as usize) } }</span>
        </>
    }
}

fn folded_table(count: &impl Fn(UsState) -> u32) -> Html {
    html! {
        <details class="disclosure">
            <summary>{ "The same as a table" }</summary>
            { table(count) }
        </details>
    }
}

/// From the top left, row by row, which is also the order of the tab key.
fn reading_order() -> Vec<UsState> {
    let mut states = UsState::ALL.to_vec();
    ordering::sort_by_key(&mut states, |state| (state.tile().row, state.tile().column));
    states
}

fn button(
    state: UsState,
    count: u32,
    most: u32,
    is_pressed: bool,
    edit: &Callback<BrowseEdit>,
) -> Html {
    let at = state.tile();
    let name = format!(
        ", {}: {}",
        state.label(),
        words::counted(count as usize, "program", "programs")
    );
    html! {
        <button type="button" class="tile" key={state.code()}
            data-column={at.column.to_string()} data-row={at.row.to_string()}
            data-shade={shade(count, most).to_string()}
            aria-pressed={is_pressed.to_string()} title={state.label()}
            disabled={count == 0 && !is_pressed}
            onclick={edit.reform(move |_| BrowseEdit::Toggle(Facet::State(state)))}>
            { face(state, count) }
            <span class="visually-hidden">{ name }</span>
        </button>
    }
}

fn table(count: &impl Fn(UsState) -> u32) -> Html {
    html! {
        <table class="plain-table">
            <caption class="visually-hidden">{ "Programs by state" }</caption>
            <thead><tr><th scope="col">{ "State" }</th><th scope="col">{ "Programs" }</th></tr></thead>
            <tbody>
                { for UsState::ALL.iter().filter(|state| count(**state) > 0).map(|state| html! {
                    <tr key={state.code()}>
                        <th scope="row">{ state.label() }</th>
                        <td>{ words::count(count(*state) as usize) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
