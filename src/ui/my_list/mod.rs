//! The room "My list": what the programs that one applies to come to together.

mod asking;
mod bands;
mod bringing;
mod brought;
mod changes;
mod comparison;
mod costs;
mod curve;
mod figures;
mod first_year;
mod making;
mod members;
mod names;
mod number;
mod own_programs;
mod places;
mod signalled;
mod signals;
mod taking;
mod terms;

use std::rc::Rc;

use yew::prelude::*;

use self::bands::use_bands;
use self::bringing::Bringing;
pub(super) use self::costs::season_bill;
use self::making::Making;
use super::kit::{Notice, NoticeKind, page_title};
use super::link::link;
use super::pack::with_pack;
use super::programs::{summary, words};
use super::route::Route;
use super::store::{World, use_world};
use engine::catalog::Catalog;
use engine::program::ProgramId;
use engine::ranking::NoChance;
use state::report::Report;
use state::{Action, Derived, ListEdit, Loaded};

/// The room.
pub(super) fn my_list_room(world: &World) -> Html {
    with_pack(world, &Route::MyList, |loaded| {
        html! { <Room loaded={loaded.clone()} /> }
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct RoomProps {
    loaded: Rc<Loaded>,
}

#[component]
fn Room(props: &RoomProps) -> Html {
    let world = use_world();
    let World {
        state,
        derived,
        dispatch,
    } = &world;
    let loaded = &props.loaded;
    let report = use_memo((derived.clone(), state.work.clone()), |(derived, work)| {
        let question = derived.question(loaded, &work.entries)?;
        Some(Rc::new(Report::of(&question, &derived.ranking, work)))
    });
    let bands = use_bands(&world, loaded);
    let edit = dispatch.reform(Action::List);
    let unasked = derived.ranking.ranked.is_empty();
    let is_empty = state.work.lists.programs().is_empty();
    html! {
        <div class="stack my-list">
            { page_title(Route::MyList.title()) }
            <p class="lead">{ lead(is_empty) }</p>
            if unasked {
                { no_chance(derived, &loaded.catalog) }
            } else {
                { names::names(&state.work.lists, &edit) }
                <Making loaded={loaded.clone()} />
            }
            <Bringing loaded={loaded.clone()} />
            { own_programs::own_programs(&world) }
            if let Some(report) = (*report).as_ref().filter(|_| !is_empty) {
                <taking::Taking loaded={loaded.clone()} report={report.clone()} />
                if !unasked {
                    { figures::figures(report, derived.preferences(), &loaded.catalog) }
                    { curve::curve(report, loaded, &world) }
                    { signals::signals(report, &bands, loaded, &world) }
                    { asking::asking(report, loaded, derived) }
                    { first_year::first_year(report, &loaded.catalog, &edit) }
                }
                { costs::costs(report, loaded, &world) }
                if !unasked {
                    <comparison::Comparison loaded={loaded.clone()} />
                    { places::places(report, &loaded.catalog) }
                }
                <members::Members report={report.clone()} {bands} loaded={loaded.clone()} />
            }
            if is_empty && !unasked {
                <p>{ "Or add programs one by one: " }{ link(&Route::Programs, "", "your ranked programs") }{ " have a button for it." }</p>
            }
        </div>
    }
}

fn lead(is_empty: bool) -> &'static str {
    if is_empty {
        "Choose the programs that you will apply to. This page says what they come to together, which no single chance tells."
    } else {
        "What your list comes to as a whole, what each program brings to it, and which questions to ask first."
    }
}

/// Why no program has a chance, and the way out where there is one.
fn no_chance(derived: &Derived, catalog: &Catalog) -> Html {
    let ranking = &derived.ranking;
    let why = ranking.not_modelled.first().map(|row| row.why);
    if let Some(why) = why.filter(|why| *why != NoChance::TypeUnanswered) {
        return Notice::new(NoticeKind::Note)
            .titled("A list without chances")
            .view(html! {
                <>
                    <p>{ format!("{}. You can still collect programs here, and see what they cost.", why.label()) }</p>
                    { for derived.notices().iter().map(|notice| html! { <p>{ notice.label() }</p> }) }
                    { summary::preliminary(derived, catalog) }
                </>
            });
    }
    if let (Some(shut), true) = (ranking.shut.first(), ranking.not_modelled.is_empty()) {
        return Notice::new(NoticeKind::Warning)
            .titled("Every program of your specialties is shut")
            .view(html! {
                <>
                    <p>{ format!("The first reason: {}", shut.by.reason.sentence(catalog)) }</p>
                    { link(&Route::Answers, "button", "Check your answers") }
                </>
            });
    }
    Notice::new(NoticeKind::Note)
        .titled("Three answers first")
        .view(html! {
            <>
                <p>{ "A list has chances once your specialty, your applicant type and your Step 2 CK are answered." }</p>
                { link(&Route::Start, "button", "Answer three questions") }
            </>
        })
}

/// What a button that takes a program off the list does.
fn take_off(edit: &Callback<ListEdit>, id: ProgramId) -> Callback<MouseEvent> {
    edit.reform(move |_: MouseEvent| ListEdit::Remove(id))
}

/// "12 programs".
fn programs(count: usize) -> String {
    words::counted(count, "program", "programs")
}
