//! "Worth checking": which programs to write to first, and what to ask.

use std::rc::Rc;

use yew::prelude::*;

use crate::kit::percent;
use crate::rooms::copying::copies;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::calendar::Season;
use engine::decimal::Decimal;
use engine::list::{Ask, wording};
use state::lists::report::Report;
use state::{Derived, Loaded};

/// How many questions are told.
const TOLD: usize = 10;
/// How many of them are not folded away.
const SHOWN: usize = 3;

/// The ten questions whose answers would help the list most.
pub(super) fn worth_checking(report: &Report, loaded: &Rc<Loaded>, derived: &Derived) -> Html {
    let season = derived.reading.moment.map(|moment| moment.season);
    let Some(season) = season.filter(|_| !report.members.is_empty()) else {
        return html! {};
    };
    html! {
        <div class="stack">
            if report.asks.is_empty() {
                <p>{ "You have no open question that these programs could answer." }</p>
            } else {
                <p>{ "Some programs do not say whether they would read your application. Below are the ten whose answers would help your list most, the most helpful first. The gain is an average: after a no, the next best program takes that place." }</p>
                { rows(report, loaded, season, 0, SHOWN) }
                if report.asks.len() > SHOWN {
                    <details>
                        <summary>{ "The next ones" }</summary>
                        { rows(report, loaded, season, SHOWN, TOLD) }
                    </details>
                }
                <p class="muted small">{ "What you learn goes on the program\u{2019}s page, under your own entries, and counts at once." }</p>
            }
        </div>
    }
}

/// The questions from a place on, up to another.
fn rows(report: &Report, loaded: &Rc<Loaded>, season: Season, from: usize, to: usize) -> Html {
    let asks = report.asks.iter().enumerate().take(to).skip(from);
    html! {
        <ol class="asks" start={(from + 1).to_string()}>
            { for asks.map(|(key, ask)| html! {
                <AskRow {key} ask={Rc::new(ask.clone())} loaded={loaded.clone()} {season} />
            }) }
        </ol>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct AskProps {
    ask: Rc<Ask>,
    loaded: Rc<Loaded>,
    season: Season,
}

#[component]
fn AskRow(props: &AskProps) -> Html {
    let said = use_state(|| AttrValue::from(""));
    let ask = &props.ask;
    let catalog = &props.loaded.catalog;
    let mut concerned = ask.programs.iter().filter_map(|index| catalog.get(*index));
    let Some(program) = concerned.next() else {
        return html! {};
    };
    let also = concerned.count();
    let specialty = catalog
        .specialty(program.specialty())
        .map_or_else(String::new, |specialty| specialty.name.to_string());
    let text = AttrValue::from(wording(ask, program, &specialty, props.season));
    let copy = copies(
        text.clone(),
        said.setter(),
        "The question is on the clipboard.",
        " Open \u{201c}Read it\u{201d} and copy it by hand.",
    );
    html! {
        <li class="ask">
            <p class="ask__what">
                { link(&Route::Program { id: program.id }, "", &program.name) }
                { format!(": {}", ask.reading.gate.label()) }
                if also > 0 { { format!(" (one answer for {} of the sponsor on your list)", super::programs(also + 1)) } }
            </p>
            <p>{ ask.reading.reason.sentence(catalog) }{ " " }{ effect(ask) }</p>
            <div class="cluster">
                <button type="button" class="button button--quiet small" onclick={copy}
                    aria-label={format!("Copy the question to {}", program.name)}>
                    { "Copy the question" }
                </button>
                <details class="ask__text"><summary>{ "Read it" }</summary><pre class="letter">{ text }</pre></details>
            </div>
            <p role="status" class="muted small">
                { &*said }
            </p>
        </li>
    }
}

fn effect(ask: &Ask) -> String {
    format!(
        "We give a yes a chance of {}. With this list, your chance to match would be {} after a yes and {} after a no. Asking adds {} points on average.",
        percent(ask.belief),
        words::precise(ask.if_open),
        words::precise(ask.if_shut),
        Decimal::fixed(ask.gain * 100.0, 2),
    )
}
