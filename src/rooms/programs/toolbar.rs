//! The tools above the list, and the bar of programs chosen for comparison.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::Controls;
use crate::browser::print;
use crate::kit::Select;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::{Comparison, Route};
use engine::catalog::Catalog;
use state::browse::{Browse, BrowseEdit, Counts, MOST_COMPARED, Show, Sort, TableInput};

/// Which programs.
pub(super) fn segments(browse: &Browse, counts: &Counts, edit: &Callback<BrowseEdit>) -> Html {
    let shown = |show: &&Show| counts.of(**show) > 0 || **show == browse.show;
    html! {
        <div class="segments" role="group" aria-label="Which programs">
            { for Show::ALL.iter().filter(shown).map(|show| {
                let show = *show;
                html! {
                    <button type="button" class="segment" key={show.code()}
                        aria-pressed={(show == browse.show).to_string()}
                        onclick={edit.reform(move |_| BrowseEdit::Show(show))}>
                        { show.label() }
                        if show != Show::Plan { { " " }<span class="segment__count">{ words::count(counts.of(show)) }</span> }
                    </button>
                }
            }) }
        </div>
    }
}

/// The way from the plan to the whole ranking.
pub(super) fn whole_ranking(ranked: usize, edit: &Callback<BrowseEdit>) -> Html {
    html! {
        <button type="button" class="button button--plain programs__whole"
            onclick={edit.reform(|_: MouseEvent| BrowseEdit::Show(Show::Ranked))}>
            { format!("Search all {}", words::count(ranked)) }
        </button>
    }
}

/// The list on paper and as a file.
pub(super) fn take_along(shown: usize, download: Callback<()>) -> Html {
    html! {
        <div class="cluster">
            <button type="button" class="button button--plain" disabled={shown == 0}
                onclick={Callback::from(|_: MouseEvent| print::print())}>{ "Print" }</button>
            <button type="button" class="button button--plain" disabled={shown == 0}
                onclick={download.reform(|_: MouseEvent| ())}>{ "Download CSV" }</button>
        </div>
    }
}

/// The first sort is the one without a choice; distance needs a place to measure from.
pub(super) fn sorts(input: &TableInput<'_>, browse: &Browse, edit: &Callback<BrowseEdit>) -> Html {
    let others: Rc<[Sort]> = Sort::ALL
        .iter()
        .copied()
        .filter(|sort| match sort {
            Sort::Value => false,
            Sort::Distance => input.preferences.near.is_some(),
            _ => true,
        })
        .collect();
    let options: Rc<[AttrValue]> = others.iter().map(|sort| sort.label().into()).collect();
    let chosen = others.iter().position(|sort| *sort == browse.sort);
    let on_choose = edit.reform(move |at: Option<usize>| {
        BrowseEdit::Sort(
            at.and_then(|at| others.get(at).copied())
                .unwrap_or(Sort::Value),
        )
    });
    Select {
        id: "program-sort".into(),
        label: "Sort by".into(),
        empty: Some(Sort::Value.label()),
        options,
        chosen,
        on_choose,
        ..Select::default()
    }
    .view()
}

/// The programs chosen for comparison and the way to it.
pub(super) fn compare_bar(catalog: &Catalog, browse: &Browse, controls: &Controls) -> Html {
    if browse.compare.is_empty() {
        return html! {};
    }
    let names: Vec<String> = browse
        .compare
        .iter()
        .filter_map(|id| {
            catalog
                .find(*id)
                .map(|(_, program)| program.name.to_string())
        })
        .collect();
    html! {
        <aside class="compare-bar no-print" aria-label="Comparison">
            <p class="compare-bar__names">
                <strong>{ format!("{} of {MOST_COMPARED} to compare: ", browse.compare.len()) }</strong>
                { names.join("; ") }
            </p>
            <div class="cluster">
                if browse.compare.len() > 1 {
                    { link(&Route::Compare { ids: Comparison(browse.compare.clone()) }, "button", "Compare") }
                } else {
                    <span class="muted">{ "Choose one more" }</span>
                }
                <button type="button" class="button button--quiet"
                    onclick={controls.edit.reform(|_| BrowseEdit::ClearCompare)}>{ "Clear" }</button>
            </div>
        </aside>
    }
}
