//! One row of the list.

use yew::prelude::*;

use super::controls::Controls;
use super::gates::worst_chip;
use super::unchosen::unchosen;
use crate::kit::{in_words, range_bar};
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::program::Program;
use engine::ranking::Ranked;
use engine::vocabulary::VisaNeed;
use state::browse::{
    ChanceClass, MOST_COMPARED, NO_DIFFERENCE, Place, Row, RowStatus, TableInput, VisaWord,
    visa_word,
};

/// The content of one row. `scale` is where its bar ends, as a chance from 0 to 1.
pub(super) fn row(input: &TableInput<'_>, controls: &Controls, scale: f64, row: &Row) -> Html {
    let Some(program) = input.catalog.get(row.program) else {
        return html! {};
    };
    let place = row.place();
    html! {
        <div class="program-row" data-ranked={place.is_some().to_string()}>
            { for place.map(in_order) }
            <div class="program-row__what">
                <p class="program-row__name" title={program.name.to_string()}>
                    { link(&Route::Program { id: program.id }, "", &program.name) }
                </p>
                <p class="program-row__where">
                    { format!("{}, {} \u{b7} {}", program.city, program.state.code(), input.catalog.specialty_name(program.specialty())) }
                </p>
            </div>
            <div class="program-row__chance">{ chance(input, scale, row) }</div>
            <div class="program-row__facts">
                { for row.gate().map(worst_chip) }
                { visa(input, program) }
            </div>
            { buttons(input, controls, program) }
        </div>
    }
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
        RowStatus::Ranked(_, ranked) => odds(ranked, scale, has_figures(input, row)),
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

fn odds(ranked: &Ranked, scale: f64, own: bool) -> Html {
    let band = ranked.p_interview;
    let class = ChanceClass::of(band).word();
    html! {
        <>
            <p class="program-row__odds">
                <span class="visually-hidden">{ "Interview: " }</span>
                { in_words(band.mid) }
            </p>
            { range_bar(band.lo / scale, band.mid / scale, band.hi / scale) }
            <p class="program-row__range">
                { format!("{class}, {}{}", words::range(band), if own { ", with your figures" } else { "" }) }
            </p>
        </>
    }
}

fn visa(input: &TableInput<'_>, program: &Program) -> Html {
    let need = input.applicant.visa;
    let word = visa_word(program.policy(), input.entries.get(program.id), need);
    match visa_phrase(need, word) {
        Some(phrase) => html! {
            <span class="visa-word" data-visa={word.code()}>{ phrase }</span>
        },
        None => html! {},
    }
}

/// The visa and what is known of it, in few words; `None` if the visitor needs none.
pub(super) fn visa_phrase(need: Option<VisaNeed>, word: VisaWord) -> Option<String> {
    let visa = match need {
        Some(VisaNeed::J1) => "J-1",
        Some(VisaNeed::H1b) => "H-1B",
        Some(VisaNeed::Either) | Some(VisaNeed::None) | None => "J-1 or H-1B",
    };
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

fn buttons(input: &TableInput<'_>, controls: &Controls, program: &Program) -> Html {
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
        <div class="program-row__buttons">
            <button type="button" class="button button--plain small" data-listed={listed.to_string()}
                aria-label={if listed { format!("Take off my list: {name}") } else { format!("Add to my list: {name}") }}
                onclick={list.reform(move |_| id)}>
                { if listed { "Take off" } else { "Add" } }
            </button>
            <button type="button" class="button button--plain small" aria-pressed={pinned.to_string()}
                aria-label={format!("Pin {name}")} onclick={pin.reform(move |_| id)}>
                { if pinned { "Pinned" } else { "Pin" } }
            </button>
            <button type="button" class="button button--plain small"
                aria-label={format!("{} {name}", if hidden { "Show again" } else { "Hide" })}
                onclick={hide.reform(move |_| id)}>
                { if hidden { "Show again" } else { "Hide" } }
            </button>
            <label class="program-row__compare">
                <input type="checkbox" checked={compared} disabled={is_full}
                    aria-label={format!("Compare {name}")}
                    onchange={compare.reform(move |_: Event| id)} />
                { "Compare" }
            </label>
        </div>
    }
}
