//! The room "My list": what the programs that one applies to come to together.

mod bands;
mod changes;
mod comparison;
mod costs;
mod curve;
mod doors;
mod export;
mod figures;
mod first_year;
mod geography;
mod import;
mod imported;
mod members;
mod mentor;
mod names;
mod number;
mod optimise;
mod own_programs;
mod result;
mod settings;
mod signalled;
mod signals;
mod solving;
mod worth_checking;

use std::rc::Rc;

use yew::prelude::*;

use self::bands::use_bands;
pub(crate) use self::costs::season_bill;
pub(crate) use self::export::Export;
pub(crate) use self::import::ImportList;
pub(crate) use self::mentor::mentor_room;
pub(crate) use self::optimise::Optimise;
pub(crate) use self::solving::{Seek, seek};
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
use state::{Derived, ListEdit, Loaded};

/// The parts that may come later than the room, as functions that draw them or what stands there
/// meanwhile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListParts {
    /// The search for the best list.
    pub(crate) optimise: fn(Rc<Loaded>) -> Html,
    /// A list from elsewhere.
    pub(crate) import: fn(Rc<Loaded>) -> Html,
    /// The list as text and file.
    pub(crate) export: fn(Rc<Loaded>, Rc<Report>) -> Html,
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
    let World { state, derived, .. } = &world;
    let loaded = &props.loaded;
    let report = use_memo((derived.clone(), state.work.clone()), |(derived, work)| {
        let question = derived.question(loaded, &work.entries)?;
        Some(Rc::new(Report::of(&question, &derived.ranking, work)))
    });
    let bands = use_bands(&world, loaded);
    let parts = props.parts;
    let unasked = derived.ranking.ranked.is_empty();
    let is_empty = state.work.lists.programs().is_empty();
    let full = (*report).clone().filter(|_| !is_empty);
    html! {
        <div class="stack my-list">
            { page_title(Route::MyList.title()) }
            if is_empty { <p class="lead">{ "Choose the programs that you will apply to. This page says what they come to together, which no single chance tells." }</p> }
            { summary::left_out(derived.notices()) }
            if unasked {
                { no_chance(derived, &loaded.catalog) }
            } else {
                if let Some(report) = &full { { result::result(report, loaded, &world) } }
                { (parts.optimise)(loaded.clone()) }
            }
            if let Some(report) = &full {
                <members::Members report={report.clone()} bands={bands.clone()} loaded={loaded.clone()} />
                { doors::doors(&Inside { report: report.clone(), bands, loaded: loaded.clone(), world: world.clone() }, !unasked) }
            }
            { mentor::mentor_link(&world) }
            { doors::files(parts, loaded, (*report).as_ref(), &world) }
            if is_empty && !unasked {
                <p>{ "Or add programs one by one: " }{ link(&Route::Programs, "", "your programs") }{ " have a button for it." }</p>
            }
        </div>
    }
}

/// What stands behind doors is drawn from this.
#[derive(Clone)]
struct Inside {
    report: Rc<Report>,
    bands: Rc<bands::Bands>,
    loaded: Rc<Loaded>,
    world: World,
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
            .titled("No program of your specialties considers you")
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
                { link(&Route::Start, "button", "Answer four questions") }
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
