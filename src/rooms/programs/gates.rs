//! Gates: the chip in a row, and the list with reasons on a program's page.

use yew::prelude::*;

use super::origin::said_by;
use super::subject::Subject;
use crate::routing::link::link;
use crate::routing::route::{Route, Slug};
use engine::eligibility::{Gate, GateReading, GateState};

/// A gate's state as shape, word and hue; the shape and the word are enough alone.
pub(super) fn chip(state: GateState) -> Html {
    html! {
        <span class="gate-chip" data-state={state.code()}>
            { shape(state) }
            { state.label() }
        </span>
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
                <p>{ "You meet every requirement that applies to you, as far as it is stated." }</p>
            } else {
                <ul class="gate-list" role="list">
                    { for open_questions.iter().map(|reading| item(subject, reading)) }
                </ul>
            }
            if !settled.is_empty() {
                <details class="disclosure">
                    <summary>{ met(settled.len()) }</summary>
                    <ul class="gate-list" role="list">
                        { for settled.iter().map(|reading| item(subject, reading)) }
                    </ul>
                </details>
            }
        </>
    }
}

fn met(number: usize) -> String {
    match number {
        1 => "1 requirement that you meet".into(),
        _ => format!(
            "{} requirements that you meet",
            crate::rooms::words::count(number)
        ),
    }
}

fn item(subject: &Subject<'_>, reading: &GateReading) -> Html {
    html! {
        <li class="gate-list__item" data-state={reading.state.code()}>
            <div class="gate-list__head">
                <h3 class="gate-list__name">{ reading.gate.label() }</h3>
                { chip(reading.state) }
            </div>
            <p>{ subject.reason(reading.reason) }</p>
            { for article(reading.gate).filter(|_| reading.state != GateState::Open).map(|(slug, words)| html! {
                <p class="small">{ guide(slug, words) }</p>
            }) }
            if let Some(origin) = reading.origin {
                <p class="source-line">{ said_by(subject, origin) }</p>
            }
        </li>
    }
}

/// An article: its name in addresses, and its title.
type Article = (&'static str, &'static str);

const EXAMS: Article = ("exams-and-attempts", "Exams and attempts");
const READ: Article = (
    "programs-that-will-read-you",
    "Finding programs that will read you",
);

/// The article that explains a requirement.
fn article(gate: Gate) -> Option<Article> {
    Some(match gate {
        Gate::Visa => ("visas", "Visas: J-1 and H-1B this season"),
        Gate::Step3ForH1b
        | Gate::ExamsPassed
        | Gate::Step1Minimum
        | Gate::Step2Minimum
        | Gate::Attempts => EXAMS,
        Gate::Experience => (
            "why-experience-matters",
            "Why US clinical experience matters",
        ),
        Gate::Ecfmg => ("ecfmg-certification", "ECFMG certification"),
        Gate::Graduation => READ,
        Gate::Military => (
            "early-matches",
            "Early matches: ophthalmology, urology, military",
        ),
        Gate::Prerequisite => (
            "one-year-positions",
            "One-year positions and advanced positions",
        ),
        Gate::Accreditation | Gate::Spanish | Gate::Licence | Gate::OwnChoice => return None,
    })
}

/// Every article that a requirement names.
#[must_use]
pub fn articles() -> Vec<Article> {
    Gate::ALL.iter().filter_map(|gate| article(*gate)).collect()
}

/// A link to an article; nothing for a name that no article can have.
pub(super) fn guide(slug: &str, words: &str) -> Html {
    match Slug::parse(slug) {
        Some(slug) => link(&Route::Article { slug }, "", words),
        None => html! {},
    }
}
