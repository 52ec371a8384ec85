//! The programs of the list, each with what it brings.

use yew::prelude::*;

use super::{programs, take_off};
use crate::engine::catalog::{Catalog, ProgramIndex};
use crate::engine::decimal::Decimal;
use crate::engine::program::Program;
use crate::state::ListEdit;
use crate::state::report::{Member, Report};
use crate::state::shelf::ChanceClass;
use crate::ui::kit::percent;
use crate::ui::link::link;
use crate::ui::programs::words;
use crate::ui::route::Route;

/// The table of programs, and those of the list that have no chance.
pub(super) fn members(report: &Report, catalog: &Catalog, edit: &Callback<ListEdit>) -> Html {
    html! {
        <section class="stack" aria-labelledby="list-programs">
            <h2 id="list-programs">{ "Your programs" }</h2>
            if !report.members.is_empty() {
                <p class="muted small">
                    { "In the order of the ranking. \u{201c}Brings\u{201d} is how many points the chance to match would fall without the program, all others staying." }
                </p>
                <div class="table-scroll" tabindex="0" role="region" aria-label="Programs of the list">
                <table class="table my-list__table">
                    <thead><tr>
                        <th scope="col">{ "Program" }</th>
                        <th scope="col">{ "Interview" }</th>
                        <th scope="col" class="number">{ "Brings, points" }</th>
                        <th scope="col"><span class="visually-hidden">{ "Take off" }</span></th>
                    </tr></thead>
                    <tbody>
                        { for report.members.iter().filter_map(|member| row(member, catalog, edit)) }
                    </tbody>
                </table>
                </div>
            }
            { without_chance(report, catalog, edit) }
        </section>
    }
}

fn row(member: &Member, catalog: &Catalog, edit: &Callback<ListEdit>) -> Option<Html> {
    let program = catalog.get(member.ranked.program)?;
    let band = member.ranked.p_interview;
    Some(html! {
        <tr key={program.id.number()}>
            <th scope="row">{ name(program) }</th>
            <td>{ format!("{}, {}", percent(band.mid), ChanceClass::of(band).word()) }
                <span class="my-list__where">{ words::range(band) }</span></td>
            <td class="number">{ Decimal::fixed(member.brings * 100.0, 2).to_string() }</td>
            <td>{ button(program, edit) }</td>
        </tr>
    })
}

fn name(program: &Program) -> Html {
    html! {
        <>
            { link(&Route::Program { id: program.id }, "", &program.name) }
            <span class="my-list__where">{ format!("{}, {}", program.city, program.state.code()) }</span>
        </>
    }
}

fn button(program: &Program, edit: &Callback<ListEdit>) -> Html {
    html! {
        <button type="button" class="button button--plain small" aria-label={format!("Take off the list: {}", program.name)}
            onclick={take_off(edit, program.id)}>{ "Take off" }</button>
    }
}

fn without_chance(report: &Report, catalog: &Catalog, edit: &Callback<ListEdit>) -> Html {
    let found = |index: &ProgramIndex| catalog.get(*index);
    html! {
        <>
            if !report.others.is_empty() {
                <p>{ format!("{} on the list that no figure above counts: shut to you, without a chance, or of a specialty that you have not chosen.", programs(report.others.len())) }</p>
                <ul class="my-list__others">
                    { for report.others.iter().filter_map(found).map(|program| html! {
                        <li key={program.id.number()}>{ name(program) }{ button(program, edit) }</li>
                    }) }
                </ul>
            }
            if !report.lost.is_empty() {
                <p>{ format!("{} that these data no longer have:", programs(report.lost.len())) }</p>
                <ul class="my-list__others">
                    { for report.lost.iter().map(|id| html! {
                        <li key={id.number()}>{ format!("ACGME {id} ") }
                            <button type="button" class="button button--plain small" onclick={take_off(edit, *id)}>{ "Take off" }</button>
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}
