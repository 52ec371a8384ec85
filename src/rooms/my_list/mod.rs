//! The room "My list": what the programs that one applies to come to together.

mod bands;
mod changes;
mod comparison;
mod costs;
mod curve;
mod export;
mod figures;
mod first_year;
mod import;
mod imported;
mod members;
mod names;
mod number;
mod optimise;
mod own_programs;
mod places;
mod settings;
mod signalled;
mod signals;
mod worth_checking;

use std::rc::Rc;

use yew::prelude::*;

use self::bands::use_bands;
pub(crate) use self::costs::season_bill;
pub(crate) use self::export::Export;
pub(crate) use self::import::ImportList;
pub(crate) use self::optimise::Optimise;
use crate::kit::{Notice, NoticeKind, page_title};
use crate::loading::pack::with_pack;
use crate::rooms::programs::summary;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::catalog::Catalog;
use engine::program::ProgramId;
use engine::ranking::NoChance;
use state::lists::report::Report;
use state::{Action, Derived, ListEdit, Loaded};

/// What a part of the room is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ListPart {
    /// The data.
    pub(crate) loaded: Rc<Loaded>,
    /// What the list comes to; `None` while nothing is on it.
    pub(crate) report: Option<Rc<Report>>,
}

/// The parts that may come later than the room, as functions that draw them or what stands there
/// meanwhile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListParts {
    /// The search for the best list.
    pub(crate) optimise: fn(ListPart) -> Html,
    /// A list from elsewhere.
    pub(crate) import: fn(ListPart) -> Html,
    /// The list as text and file.
    pub(crate) export: fn(ListPart) -> Html,
}

/// The room.
pub(crate) fn my_list_room(world: &World, parts: ListParts) -> Html {
    with_pack(world, &Route::MyList, |loaded| {
        html! { <Room loaded={loaded.clone()} {parts} /> }
    })
}

#[derive(Clone, Debug, Properties)]
struct RoomProps {
    loaded: Rc<Loaded>,
    parts: ListParts,
}

/// The parts are always the same.
impl PartialEq for RoomProps {
    fn eq(&self, other: &Self) -> bool {
        self.loaded == other.loaded
    }
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
    let parts = props.parts;
    let part = ListPart {
        loaded: loaded.clone(),
        report: (*report).clone(),
    };
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
                { (parts.optimise)(part.clone()) }
            }
            { (parts.import)(part.clone()) }
            { own_programs::own_programs(&world) }
            if let Some(report) = (*report).as_ref().filter(|_| !is_empty) {
                { (parts.export)(part) }
                if !unasked {
                    { figures::figures(report, derived.preferences(), &loaded.catalog) }
                    { curve::curve(report, loaded, &world) }
                    { signals::signals(report, &bands, loaded, &world) }
                    { worth_checking::worth_checking(report, loaded, derived) }
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
