//! Which parts of the model rest on a table of their own, and which are borrowed.

use yew::prelude::*;

use super::assumptions::origin;
use super::{NO_MODEL, part};
use crate::kit::percent;
use engine::model::{Basis, Cell, Model};
use state::{Derived, Loaded};

/// The visitor's own cells first, then how many there are of each kind.
pub(super) fn borrowed(loaded: &Loaded, derived: &Derived) -> Html {
    let Some(model) = &loaded.model else {
        return part(
            "borrowed",
            "What is borrowed",
            html! { <p>{ NO_MODEL }</p> },
        );
    };
    let kind = derived.applicant().kind;
    let chosen = &derived.preferences().specialties;
    let own: Vec<&Cell> = kind
        .into_iter()
        .flat_map(|kind| chosen.iter().filter_map(move |s| model.cell(s.code, kind)))
        .collect();
    part(
        "borrowed",
        "What is borrowed",
        html! {
            <>
                <p class="prose">
                    { "A pair of specialty and applicant type rests on its own published table where there is one. Where there is none, we borrow from related applicants by a fixed rule and say so. Where nothing can be borrowed, there is no chance and the list says why." }
                </p>
                if !own.is_empty() { { own_table(loaded, &own) } }
                { counts(model) }
            </>
        },
    )
}

fn own_table(loaded: &Loaded, cells: &[&Cell]) -> Html {
    html! {
        <div class="ledger" role="region" aria-label="Your specialties" tabindex="0">
            <table>
                <caption>{ "Your specialties" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Specialty" }</th>
                        <th scope="col">{ "Match rate" }</th>
                        <th scope="col">{ "How" }</th>
                        <th scope="col">{ "Where from" }</th>
                    </tr>
                </thead>
                <tbody>{ for cells.iter().map(|cell| own_row(loaded, cell)) }</tbody>
            </table>
        </div>
    }
}

fn own_row(loaded: &Loaded, cell: &Cell) -> Html {
    let name = loaded.catalog.specialty(cell.specialty);
    let name = name.map_or_else(
        || cell.specialty.to_string(),
        |found| found.name.to_string(),
    );
    let n = match cell.n {
        Some(n) => format!("of {n} applicants"),
        None => "borrowed".into(),
    };
    html! {
        <tr key={cell.specialty.to_string()}>
            <th scope="row">
                { name }
                { " " }<span class="ledger__note">{ cell.kind.label() }</span>
            </th>
            <td class="ledger__number">
                { percent(cell.match_rate) }
                { " " }<span class="ledger__note">{ n }</span>
            </td>
            <td>
                { cell.basis.label() }
                if !cell.note.is_empty() { { " " }<span class="ledger__note">{ &*cell.note }</span> }
            </td>
            <td>{ origin(&loaded.catalog, &cell.sources) }</td>
        </tr>
    }
}

fn counts(model: &Model) -> Html {
    let count = |basis: Basis| {
        model
            .cells
            .iter()
            .filter(|cell| cell.basis == basis)
            .count()
    };
    html! {
        <dl class="trust__list">
            { for Basis::ALL.iter().map(|basis| html! {
                <div key={basis.code()}>
                    <dt>{ basis.label() }</dt>
                    <dd>{ format!("{} of {} pairs of specialty and applicant type", count(*basis), model.cells.len()) }</dd>
                </div>
            }) }
        </dl>
    }
}
