//! The list on paper: a plain table of the first rows.

use yew::prelude::*;

use super::room::RowsProps;
use super::row::visa_phrase;
use crate::kit::{in_words, use_printing};
use crate::rooms::words;
use state::browse::{NO_DIFFERENCE, Place, Row, TableInput, visa_word};

/// How many rows go on paper unless the visitor asks for more.
const FIRST: usize = 100;

/// The table, made only while the browser prints, and the choice of how long it is.
#[component]
pub(super) fn PrintedList(props: &RowsProps) -> Html {
    let printing = use_printing();
    let all = use_state(|| false);
    let total = props.rows.len();
    let toggle = {
        let all = all.clone();
        Callback::from(move |_: Event| all.set(!*all))
    };
    let shown = if *all { total } else { total.min(FIRST) };
    html! {
        <>
            if total > FIRST {
                <p class="no-print small">
                    <input type="checkbox" id="print-all" checked={*all} onchange={toggle} />
                    <label for="print-all">{ format!(" Print all {} rows instead of the first {FIRST}", words::count(total)) }</label>
                </p>
            }
            if printing { { table(props, shown) } }
        </>
    }
}

fn table(props: &RowsProps, shown: usize) -> Html {
    let input = props.input();
    html! {
        <table class="printed-list">
            <caption>
                { format!("The first {} of {} programs.", words::count(shown), words::count(props.rows.len())) }
                if props.rows.iter().take(shown).filter_map(Row::place).any(Place::is_shared) {
                    { format!(" Between programs with the same places there is {NO_DIFFERENCE}.") }
                }
                { for input.notices.iter().map(|notice| format!(" {}", notice.label())) }
            </caption>
            <thead>
                <tr>
                    <th scope="col">{ "Place" }</th>
                    <th scope="col">{ "Program" }</th>
                    <th scope="col">{ "Where" }</th>
                    <th scope="col">{ "Interview" }</th>
                    <th scope="col">{ "Requirements" }</th>
                    <th scope="col">{ "Visa" }</th>
                    <th scope="col">{ "Note" }</th>
                </tr>
            </thead>
            <tbody>{ for props.rows.iter().take(shown).map(|row| line(&input, row)) }</tbody>
        </table>
    }
}

fn line(input: &TableInput<'_>, row: &Row) -> Html {
    let catalog = input.catalog;
    let Some(program) = catalog.get(row.program) else {
        return html! {};
    };
    let need = input.applicant.visa;
    let chance = row.ranked().map(|ranked| {
        let band = input.ranking.chance(ranked).p_interview;
        format!("{} ({})", in_words(band.mid), words::range(band))
    });
    html! {
        <tr key={program.id.number()}>
            <td>{ for row.place().map(Place::words) }</td>
            <th scope="row">{ &*program.name }</th>
            <td>{ format!("{}, {} \u{b7} {} \u{b7} {}", program.city, program.state.code(), catalog.specialty_name(program.specialty()), program.id) }</td>
            <td>{ chance.unwrap_or_default() }</td>
            <td>{ row.gate().map(|gate| gate.label()).unwrap_or_default() }</td>
            <td>{ visa_phrase(need, visa_word(program, input.entries, need)).unwrap_or_default() }</td>
            <td>{ input.notes.get(&program.id).cloned().unwrap_or_default() }</td>
        </tr>
    }
}
