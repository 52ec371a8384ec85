//! The first year of advanced positions: one-year positions on the list and near it.

use yew::prelude::*;

use super::programs;
use crate::rooms::glossary_terms::{self, result_terms};
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::catalog::{Catalog, ProgramIndex};
use engine::program::Program;
use state::ListEdit;
use state::lists::report::Report;

/// How many programs near the list are named.
const NEAR: usize = 8;

/// The section; nothing for a list without advanced programs.
pub(super) fn first_year(report: &Report, catalog: &Catalog, edit: &Callback<ListEdit>) -> Html {
    let Some(year) = &report.first_year else {
        return html! {};
    };
    let found = |index: &ProgramIndex| catalog.get(*index);
    html! {
        <div class="stack">
            { result_terms(glossary_terms::Result::FirstYear) }
            <p>{ format!(
                "{} on the list {} at PGY-2, a year later. Each needs a first year in another position, which you rank on a separate list. Without that first year you cannot start an advanced position. No published rate tells the chance of getting a first year.",
                words::sentence_case(&programs(year.advanced.len())),
                if year.advanced.len() == 1 { "starts" } else { "start" }
            ) }</p>
            if year.on_list.is_empty() {
                <p>{ "No one-year position is on the list yet." }</p>
            } else {
                <p>{ format!("{} on the list with one-year positions. Their applications are in the cost below.", words::sentence_case(&programs(year.on_list.len()))) }</p>
            }
            if !year.near.is_empty() {
                <p>{ "One-year programs in the same states that consider you, those in the same city first:" }</p>
                <ul class="my-list__others">
                    { for year.near.iter().take(NEAR).filter_map(found).map(|program| near(program, catalog, edit)) }
                </ul>
            }
        </div>
    }
}

fn near(program: &Program, catalog: &Catalog, edit: &Callback<ListEdit>) -> Html {
    let id = program.id;
    html! {
        <li key={id.number()}>
            { link(&Route::Program { id }, "", &program.name) }
            <span class="my-list__where">{ format!("{}, {}, {}", catalog.specialty_name(program.specialty()), program.city, program.state.code()) }</span>
            <button type="button" class="button button--plain small" aria-label={format!("Add to my list: {}", program.name)}
                onclick={edit.reform(move |_: MouseEvent| ListEdit::Add(id))}>{ "Add" }</button>
        </li>
    }
}
