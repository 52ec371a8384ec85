//! The list itself, and what stands there when it is empty.

use yew::prelude::*;

use super::room::RowsProps;
use super::row::row;
use crate::kit::VirtualList;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::decimal::Decimal;
use state::browse::{Browse, BrowseEdit, Counts, NO_DIFFERENCE, Row, Show, TableInput, view};

/// Every row; only those in sight are drawn.
pub(super) fn program_list(props: &RowsProps) -> Html {
    let key_of = {
        let rows = props.rows.clone();
        Callback::from(move |at: usize| {
            rows.get(at)
                .map_or(0, |row: &Row| u64::from(row.program.0) + 1)
        })
    };
    let scale = scale(props);
    let draw = {
        let props = props.clone();
        Callback::from(move |at: usize| draw(&props, scale, at))
    };
    html! {
        <>
            { shared_places(&props.rows) }
            if scale < 1.0 && props.rows.iter().any(|row| row.ranked().is_some()) {
                <p class="programs__scale">{ format!("Bars run from 0 to {} %.", Decimal::fixed(scale * 100.0, 0)) }</p>
            }
            <VirtualList label="Programs in order" count={props.rows.len()} row_class="program-item"
                {key_of} row={draw} />
        </>
    }
}

/// What "41 to 63" means, said once, by the first of the rows that share their places.
fn shared_places(rows: &[Row]) -> Html {
    let mut places = rows.iter().filter_map(Row::place);
    match places.find(|place| place.is_shared()) {
        Some(place) => html! {
            <p class="muted small">
                { format!("\u{201c}{}\u{201d}: between programs that share these places there is {NO_DIFFERENCE}.", place.words()) }
            </p>
        },
        None => html! {},
    }
}

fn draw(props: &RowsProps, scale: f64, at: usize) -> Html {
    match props.rows.get(at) {
        Some(shown) => row(
            &props.input(),
            &props.controls,
            &props.distinctions,
            scale,
            shown,
        ),
        None => html! {},
    }
}

fn scale(props: &RowsProps) -> f64 {
    let input = props.input();
    let rows = props.rows.iter().filter_map(Row::ranked);
    scale_up_to(rows.map(|ranked| input.ranking.chance(ranked).p_interview.hi))
}

/// The end of the scale that fits every bar: 10, 25, 50 or 100 %.
pub(super) fn scale_up_to(ends: impl Iterator<Item = f64>) -> f64 {
    let highest = ends.fold(0.0, f64::max);
    [0.1, 0.25, 0.5]
        .into_iter()
        .find(|end| highest <= *end)
        .unwrap_or(1.0)
}

/// Why nothing is shown, and the ways out.
pub(super) fn nothing_here(
    input: &TableInput<'_>,
    browse: &Browse,
    counts: &Counts,
    edit: &Callback<BrowseEdit>,
) -> Html {
    if counts.of(browse.table()) == 0 {
        return nothing_of_kind(browse.table(), input, counts, edit);
    }
    let others: Vec<(Show, usize)> = Show::ALL
        .iter()
        .filter(|show| !matches!(**show, Show::Plan) && **show != browse.table())
        .filter(|show| counts.of(**show) > 0)
        .map(|show| {
            let there = Browse {
                show: *show,
                ..browse.clone()
            };
            (*show, view(input, &there).rows.len())
        })
        .filter(|(_, count)| *count > 0)
        .collect();
    html! {
        <div class="nothing-here">
            <p class="nothing-here__words">{ "No program fits the search and the filters." }</p>
            <div class="cluster">
                <button type="button" class="button" onclick={edit.reform(|_| BrowseEdit::ClearAll)}>
                    { "Clear search and filters" }
                </button>
                { for others.into_iter().map(|(show, count)| html! {
                    <button type="button" class="button button--quiet" key={show.code()}
                        onclick={edit.reform(move |_| BrowseEdit::Show(show))}>
                        { format!("{} under \u{201c}{}\u{201d}", words::count(count), show.label()) }
                    </button>
                }) }
            </div>
        </div>
    }
}

fn nothing_of_kind(
    show: Show,
    input: &TableInput<'_>,
    counts: &Counts,
    edit: &Callback<BrowseEdit>,
) -> Html {
    let unasked = input.preferences.specialties.is_empty();
    let words = match show {
        Show::Plan | Show::Ranked if unasked => {
            "Choose a specialty, and its programs are ranked here."
        }
        Show::Plan | Show::Ranked => {
            "No program can be ranked. You find each one under another heading above, with the reason."
        }
        Show::ApplyFirst | Show::Apply | Show::AskFirst | Show::Skip => {
            "No program is here with your answers as they are."
        }
        Show::Shut => "As far as we know, no program rules you out.",
        Show::NotModelled => "Every program that considers you has a chance.",
        Show::Pinned => "You have pinned no program. Pin one to find it again here.",
        Show::Hidden => "You have hidden no program.",
        Show::Elsewhere => "You chose every specialty.",
    };
    html! {
        <div class="nothing-here">
            <p class="nothing-here__words">{ words }</p>
            <div class="cluster">
                if unasked {
                    { link(&Route::Start, "button", "Answer four questions") }
                    <button type="button" class="button button--quiet"
                        onclick={edit.reform(|_| BrowseEdit::Show(Show::Elsewhere))}>
                        { "Browse every program" }
                    </button>
                } else if show == Show::Ranked && counts.not_modelled > 0 {
                    <button type="button" class="button" onclick={edit.reform(|_| BrowseEdit::Show(Show::NotModelled))}>
                        { format!("See {} without a published chance", words::count(counts.not_modelled)) }
                    </button>
                } else if show != Show::Ranked {
                    <button type="button" class="button" onclick={edit.reform(|_| BrowseEdit::Show(Show::Ranked))}>
                        { "See the ranked programs" }
                    </button>
                }
            </div>
        </div>
    }
}
