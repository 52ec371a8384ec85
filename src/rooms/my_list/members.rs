//! The programs of the list, each with what it brings.

use std::rc::Rc;

use yew::prelude::*;

use super::bands::Bands;
use super::{programs, take_off};
use crate::kit::{CellSelect, Menu, percent};
use crate::rooms::cells::signal_kind;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::catalog::{Catalog, ProgramIndex};
use engine::decimal::Decimal;
use engine::portfolio::Level;
use engine::program::Program;
use state::browse::ChanceClass;
use state::lists::report::{Member, Report};
use state::{Action, ListEdit, Loaded};

/// Rows that are drawn before somebody asks for all: a long table takes longer than a frame.
const AT_FIRST: usize = 100;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct MembersProps {
    pub(super) report: Rc<Report>,
    pub(super) bands: Rc<Bands>,
    pub(super) loaded: Rc<Loaded>,
}

/// The programs in rows, and those of the list that have no chance.
#[component]
pub(super) fn Members(props: &MembersProps) -> Html {
    let world = &use_world();
    let is_whole = use_state(|| false);
    let shown = if *is_whole { usize::MAX } else { AT_FIRST };
    let show_all = Callback::from(move |_: MouseEvent| is_whole.set(true));
    let report = &*props.report;
    let (catalog, bands) = (&props.loaded.catalog, &*props.bands);
    let edit = &world.dispatch.reform(Action::List);
    html! {
        <section class="stack" aria-labelledby="list-programs">
            <h2 id="list-programs">{ "Your programs" }</h2>
            if !report.members.is_empty() {
                <p class="muted small">
                    { if report.aim.has_turned() { "The best places for you come first." } else { "In the order of the ranking." } }
                    { " The percentage is your chance of an interview." }
                </p>
                <ol class="list-rows" role="list">
                    { for report.members.iter().take(shown).filter_map(|member| {
                        row(member, report, bands, catalog, world)
                    }) }
                </ol>
                if report.members.len() > shown {
                    <p><button type="button" class="button button--quiet" onclick={show_all}>
                        { format!("Show the other {}", words::count(report.members.len() - shown)) }
                    </button></p>
                }
            }
            { without_chance(report, catalog, edit) }
        </section>
    }
}

fn row(
    member: &Member,
    report: &Report,
    bands: &Bands,
    catalog: &Catalog,
    world: &World,
) -> Option<Html> {
    let program = catalog.get(member.ranked.program)?;
    let edit = &world.dispatch.reform(Action::List);
    let mut uses = report.signals.iter();
    let uses = uses.find(|uses| uses.code == program.specialty());
    let signal = (member.level > Level::Plain)
        .then(|| signal_kind(member.level, uses.and_then(|uses| uses.allowance)));
    Some(html! {
        <li class="list-row" key={program.id.number()}>
            <div class="list-row__what">
                <p class="list-row__name">{ link(&Route::Program { id: program.id }, "", &program.name) }</p>
                <p class="list-row__where">
                    { format!("{}, {} \u{b7} ", program.city, program.state.code()) }
                    <span class="list-row__odds">{ percent(member.p_interview.mid) }</span>
                    { format!(", {}", ChanceClass::of(member.p_interview.mid).word()) }
                    if let Some(signal) = signal {
                        <span class="signal-chip" data-level={member.level.code()}>{ signal }</span>
                    }
                </p>
            </div>
            <Menu label={format!("More about {}", program.name)}>
                { about(member, program, bands, catalog) }
                { choose_signal(member, program, report, edit) }
                <div class="cluster">{ pin(program, world) }{ button(program, edit) }</div>
            </Menu>
        </li>
    })
}

/// Its range, its place, and what it adds to the list.
fn about(member: &Member, program: &Program, bands: &Bands, catalog: &Catalog) -> Html {
    // The program's own page speaks of an application without a signal.
    let signalled = (member.level > Level::Plain).then(|| {
        let plain = percent(member.ranked.p_interview);
        format!(" with the signal; {plain} without")
    });
    html! {
        <p class="small">
            { format!("{}. ", catalog.specialty_name(program.specialty())) }
            { format!("Interview {}", words::range(member.p_interview)) }{ for signalled }{ ". " }
            { format!("Adds {} points to your chance to match. ", Decimal::fixed(member.brings * 100.0, 2)) }
            { for bands.words(member.ranked.program).map(|place| format!("{place}.")) }
        </p>
    }
}

/// The choice of a signal, where the specialty has some.
fn choose_signal(
    member: &Member,
    program: &Program,
    report: &Report,
    edit: &Callback<ListEdit>,
) -> Html {
    let mut uses = report.signals.iter();
    let uses = uses.find(|uses| uses.code == program.specialty());
    let Some(allowance) = uses.and_then(|uses| uses.allowance) else {
        return html! {};
    };
    // A level that is set stays offered, even if the specialty no longer has it.
    let offered: Vec<Level> = Level::ALL
        .into_iter()
        .filter(|level| allowance.of_level(*level) > 0 || *level == member.level)
        .collect();
    if offered.len() < 2 {
        return html! {};
    }
    let labels = offered
        .iter()
        .map(|level| signal_kind(*level, Some(allowance)).into());
    let select = CellSelect {
        name: format!("Signal to {}", program.name).into(),
        options: labels.collect(),
        chosen: offered
            .iter()
            .position(|level| *level == member.level)
            .unwrap_or(0),
        on_choose: {
            let (edit, id, levels) = (edit.clone(), program.id, offered.clone());
            Callback::from(move |index: usize| {
                if let Some(level) = levels.get(index) {
                    edit.emit(ListEdit::Signal(id, *level));
                }
            })
        },
    };
    select.view()
}

fn name(program: &Program) -> Html {
    html! {
        <>
            { link(&Route::Program { id: program.id }, "", &program.name) }
            <span class="my-list__where">{ format!("{}, {}", program.city, program.state.code()) }</span>
        </>
    }
}

/// A pinned program stays when the best list is made.
fn pin(program: &Program, world: &World) -> Html {
    let id = program.id;
    let is_pinned = world.state.work.pinned.contains(&id);
    let onclick = world.dispatch.reform(move |_: MouseEvent| {
        if is_pinned {
            Action::Unpin(id)
        } else {
            Action::Pin(id)
        }
    });
    html! {
        <button type="button" class="button button--quiet" aria-label={format!("Pin: {}", program.name)}
            aria-pressed={is_pinned.to_string()} {onclick}>{ if is_pinned { "Pinned" } else { "Pin" } }</button>
    }
}

fn button(program: &Program, edit: &Callback<ListEdit>) -> Html {
    html! {
        <button type="button" class="button button--quiet" aria-label={format!("Take off the list: {}", program.name)}
            onclick={take_off(edit, program.id)}>{ "Take off" }</button>
    }
}

fn without_chance(report: &Report, catalog: &Catalog, edit: &Callback<ListEdit>) -> Html {
    let found = |index: &ProgramIndex| catalog.get(*index);
    html! {
        <>
            if !report.others.is_empty() {
                <p>{ format!("Not counted in the figures above: {}. A program is left out if it does not consider you, has no published chance, or is in a specialty that you have not chosen.", programs(report.others.len())) }</p>
                <ul class="my-list__others">
                    { for report.others.iter().filter_map(found).map(|program| html! {
                        <li key={program.id.number()}>{ name(program) }{ button(program, edit) }</li>
                    }) }
                </ul>
            }
            if !report.lost.is_empty() {
                <p>{ format!("No longer in the data: {}.", programs(report.lost.len())) }</p>
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
