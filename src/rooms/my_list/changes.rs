//! The best single changes by hand: one to add, one for another.

use yew::prelude::*;

use super::bands::Bands;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::catalog::Catalog;
use engine::decimal::Decimal;
use engine::list::Move;
use engine::program::Program;
use state::ListEdit;
use state::lists::report::Report;

/// What to add, and what to replace.
pub(super) fn changes(
    report: &Report,
    catalog: &Catalog,
    bands: &Bands,
    edit: &Callback<ListEdit>,
) -> Html {
    let add = report.moves.add.and_then(|add| {
        let into = catalog.get(add.into?)?;
        Some(html! {
            <li>
                { "The next to add: " }{ name(into) }{ format!(". {} ", effect(&add)) }
                { button("Add it", edit, ListEdit::Add(into.id)) }
            </li>
        })
    });
    let swap = report.moves.swap.and_then(|swap| {
        let (out, into) = (catalog.get(swap.out?)?, catalog.get(swap.into?)?);
        let same = if bands.is_one(swap.out?, swap.into?) {
            "They are in one band: the ranking sees no difference between them. "
        } else {
            ""
        };
        Some(html! {
            <li>
                { "Exchange: " }{ name(into) }{ " instead of " }{ name(out) }{ format!(". {} {same}", effect(&swap)) }
                { button("Replace it", edit, ListEdit::Replace(out.id, into.id)) }
            </li>
        })
    });
    if add.is_none() && swap.is_none() {
        return html! {};
    }
    html! {
        <ul class="my-list__costs">
            { add }
            { swap.unwrap_or_else(|| html! { <li>{ "No exchange would help: your list would not be worth more to you with one of the best other programs in place of a weak one." }</li> }) }
        </ul>
    }
}

fn name(program: &Program) -> Html {
    let whereabouts = format!(" ({}, {})", program.city, program.state.code());
    html! { <>{ link(&Route::Program { id: program.id }, "", &program.name) }{ whereabouts }</> }
}

fn effect(change: &Move) -> String {
    let points = Decimal::fixed(change.p_match.abs() * 100.0, 2);
    if change.p_match < 0.0 {
        return format!(
            "It is worth more to you, but your chance to match would be {points} points lower."
        );
    }
    format!("Your chance to match would be {points} points higher.")
}

fn button(label: &'static str, edit: &Callback<ListEdit>, change: ListEdit) -> Html {
    html! {
        <button type="button" class="button button--plain small" onclick={edit.reform(move |_: MouseEvent| change.clone())}>{ label }</button>
    }
}
