//! One row of the list.

use yew::prelude::*;

use super::controls::Controls;
use super::reasons::Reasons;
use super::unchosen::unchosen;
use crate::kit::Menu;
use crate::rooms::cells;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::distinction::Distinctions;
use engine::list::bucket::Placed;
use engine::program::Program;
use engine::vocabulary::VisaNeed;
use state::browse::{MOST_COMPARED, NO_DIFFERENCE, Place, Row, RowStatus, TableInput, VisaWord};

/// The content of one row. `scale` is where its bar ends, as a chance from 0 to 1.
pub(super) fn row(
    input: &TableInput<'_>,
    controls: &Controls,
    distinctions: &Distinctions,
    scale: f64,
    row: &Row,
) -> Html {
    let Some(program) = input.catalog.get(row.program) else {
        return html! {};
    };
    let place = row.place();
    let placed = input.buckets.and_then(|buckets| buckets.find(row.program));
    html! {
        <div class="program-row" data-ranked={place.is_some().to_string()}>
            { for place.map(in_order) }
            <div class="program-row__what">
                <p class="program-row__name" title={program.name.to_string()}>
                    { link(&Route::Program { id: program.id }, "", &program.name) }
                </p>
                <p class="program-row__where">
                    { format!("{}, {} \u{b7} {}", program.city, program.state.code(), input.catalog.specialty_name(program.specialty())) }
                    { for placed.map(bucket_chip) }
                </p>
                if place.is_some() {
                    <p class="program-row__why">{ Reasons::of_table(input, distinctions).at(row.program, program) }</p>
                }
            </div>
            <div class="program-row__chance">{ chance(input, scale, row) }</div>
            { actions(input, controls, program) }
        </div>
    }
}

/// The bucket, as a word of its colour.
pub(super) fn bucket_chip(placed: &Placed) -> Html {
    html! { <span class="bucket-chip" data-bucket={placed.bucket.code()}>{ placed.bucket.label() }</span> }
}

/// The place, or the places that it shares.
fn in_order(place: Place) -> Html {
    let is_shared = place.is_shared();
    html! {
        <p class="program-row__place" data-shared={is_shared.to_string()} title={is_shared.then_some(NO_DIFFERENCE)}>
            <span class="visually-hidden">{ "Place " }</span>
            { place.words() }
            if is_shared { <span class="visually-hidden">{ format!(", {NO_DIFFERENCE}") }</span> }
        </p>
    }
}

fn chance(input: &TableInput<'_>, scale: f64, row: &Row) -> Html {
    match &row.status {
        RowStatus::Ranked(_, ranked) => {
            let interview = input.ranking.chance(ranked).p_interview;
            cells::interview(interview, scale, has_figures(input, row))
        }
        RowStatus::Shut(shut) => html! {
            <p class="program-row__reason">{ shut.by.reason.sentence(input.catalog) }</p>
        },
        RowStatus::NotModelled(row) => html! {
            <p class="program-row__reason">{ format!("{}.", row.why.label()) }</p>
        },
        RowStatus::Elsewhere => html! {
            <p class="program-row__reason">{ elsewhere(input, row) }</p>
        },
    }
}

fn elsewhere(input: &TableInput<'_>, row: &Row) -> String {
    let program = input.catalog.get(row.program);
    let why = program.and_then(|program| {
        let specialty = input.catalog.specialty_name(program.specialty());
        unchosen(input.preferences, program, &specialty)
    });
    why.unwrap_or_default()
}

/// Whether the visitor's own figures are in the chance.
fn has_figures(input: &TableInput<'_>, row: &Row) -> bool {
    let program = input.catalog.get(row.program);
    let entry = program.and_then(|program| input.entries.get(program.id));
    entry.is_some_and(|entry| entry.explorer.rate.is_some())
}

/// The visa that is needed; `None` where none is, or nothing was said.
pub(super) fn visa_name(need: Option<VisaNeed>) -> Option<&'static str> {
    match need? {
        VisaNeed::J1 => Some("J-1"),
        VisaNeed::H1b => Some("H-1B"),
        VisaNeed::Either => Some("J-1 or H-1B"),
        VisaNeed::None => None,
    }
}

/// The visa and what is known of it, in few words; `None` if the visitor needs none.
pub(super) fn visa_phrase(need: Option<VisaNeed>, word: VisaWord) -> Option<String> {
    let visa = visa_name(need).unwrap_or("J-1 or H-1B");
    let rest = match word {
        VisaWord::NotNeeded => return None,
        VisaWord::StatedYes => "stated",
        VisaWord::Limited => "limited",
        VisaWord::Conflicting => "conflicting",
        VisaWord::NotStated => "not stated",
        VisaWord::StatedNo => "refused",
    };
    Some(format!("{visa} {rest}"))
}

/// What can be done with a program, behind one button.
pub(super) fn actions(input: &TableInput<'_>, controls: &Controls, program: &Program) -> Html {
    let id = program.id;
    let name = &program.name;
    let (pinned, hidden) = (input.pinned.contains(&id), input.hidden.contains(&id));
    let compared = input.compared.contains(&id);
    let is_full = input.compared.len() >= MOST_COMPARED && !compared;
    let listed = input.listed.contains_key(&id);
    let Controls {
        list,
        pin,
        hide,
        compare,
        ..
    } = controls;
    html! {
        <Menu label={format!("Actions for {name}")}>
            <button type="button" class="menu__item" data-listed={listed.to_string()}
                onclick={list.reform(move |_| id)}>
                { if listed { "Take off my list" } else { "Add to my list" } }
            </button>
            <button type="button" class="menu__item" aria-pressed={pinned.to_string()}
                onclick={pin.reform(move |_| id)}>
                { if pinned { "Pinned: take the pin away" } else { "Pin: it stays on my list" } }
            </button>
            <button type="button" class="menu__item" onclick={hide.reform(move |_| id)}>
                { if hidden { "Show again" } else { "Hide" } }
            </button>
            <button type="button" class="menu__item" aria-pressed={compared.to_string()} disabled={is_full}
                onclick={compare.reform(move |_| id)}>
                { if compared { "Take out of the comparison" } else { "Compare" } }
            </button>
        </Menu>
    }
}
