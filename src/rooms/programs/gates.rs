//! Gates: the chip in a row, and the list with reasons on a program's page.

use yew::prelude::*;

use super::origin::said_by;
use super::subject::Subject;
use engine::eligibility::{GateReading, GateState};

/// A gate's state as shape, word and hue; the shape and the word are enough alone.
pub(super) fn chip(state: GateState) -> Html {
    html! {
        <span class="gate-chip" data-state={state.code()}>
            { shape(state) }
            { state.label() }
        </span>
    }
}

/// The worst gate of a program, where no gate is named beside it.
pub(super) fn worst_chip(state: GateState) -> Html {
    let words = match state {
        GateState::Open => "Gates open",
        GateState::PreferenceUnmet => "Preference not met",
        GateState::NotStated => "A gate is not stated",
        GateState::Unanswered => "An answer is missing",
        GateState::Conflicting => "Sources conflict",
        GateState::Unlikely => "Unlikely",
        GateState::Shut => "Shut",
    };
    html! {
        <span class="gate-chip" data-state={state.code()}>{ shape(state) }{ words }</span>
    }
}

/// One shape a state, drawn in the text's colour.
fn shape(state: GateState) -> Html {
    let drawing = match state {
        GateState::Open => html! {
            <><circle cx="8" cy="8" r="7" fill="none" /><path d="M4.6 8.3 7 10.6l4.4-5" fill="none" /></>
        },
        GateState::PreferenceUnmet => html! {
            <><circle cx="8" cy="8" r="7" fill="none" /><path d="M4.5 8h7" fill="none" /></>
        },
        GateState::NotStated => html! {
            <circle cx="8" cy="8" r="7" fill="none" stroke-dasharray="2.6 2.4" />
        },
        GateState::Unanswered => html! {
            <><circle cx="8" cy="8" r="7" fill="none" stroke-dasharray="2.6 2.4" />
            <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" /></>
        },
        GateState::Conflicting => html! {
            <path d="M2 5.4h9.5L9 2.8M14 10.6H4.500L7 13.2" fill="none" />
        },
        GateState::Unlikely => html! {
            <path d="M8 1.8 14.800 14H1.200ZM8 6.200v3.600M8 11.700v.400" fill="none" />
        },
        GateState::Shut => html! {
            <><rect x="1.500" y="1.500" width="13" height="13" rx="2" fill="none" />
            <path d="m5 5 6 6m0-6-6 6" fill="none" /></>
        },
    };
    html! {
        <svg class="gate-chip__shape" viewBox="0 0 16 16" width="16" height="16"
            stroke="currentColor" stroke-width="1.6" stroke-linecap="round"
            stroke-linejoin="round" aria-hidden="true" focusable="false">
            { drawing }
        </svg>
    }
}

/// Every gate with its state, reason, source and age; what is settled stands last and folded.
pub(super) fn list(subject: &Subject<'_>, readings: &[GateReading]) -> Html {
    let (settled, open_questions): (Vec<_>, Vec<_>) = readings
        .iter()
        .copied()
        .partition(|reading| reading.state == GateState::Open);
    html! {
        <>
            if open_questions.is_empty() {
                <p>{ "Every gate that applies to you is known to be open." }</p>
            } else {
                <ul class="gate-list" role="list">
                    { for open_questions.iter().map(|reading| item(subject, reading)) }
                </ul>
            }
            if !settled.is_empty() {
                <details class="disclosure">
                    <summary>{ format!("{} that are open", count_words(settled.len())) }</summary>
                    <ul class="gate-list" role="list">
                        { for settled.iter().map(|reading| item(subject, reading)) }
                    </ul>
                </details>
            }
        </>
    }
}

fn count_words(number: usize) -> String {
    crate::rooms::words::counted(number, "gate", "gates")
}

fn item(subject: &Subject<'_>, reading: &GateReading) -> Html {
    html! {
        <li class="gate-list__item" data-state={reading.state.code()}>
            <div class="gate-list__head">
                <h3 class="gate-list__name">{ reading.gate.label() }</h3>
                { chip(reading.state) }
            </div>
            <p>{ subject.reason(reading.reason) }</p>
            if let Some(origin) = reading.origin {
                <p class="source-line">{ said_by(subject, origin) }</p>
            }
        </li>
    }
}
