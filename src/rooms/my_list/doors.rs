//! What a list can tell beyond its result and its programs, each behind a door that says what is
//! inside.

use std::rc::Rc;

use yew::prelude::*;

use super::changes::changes;
use super::{Inside, ListParts};
use super::{
    comparison, costs, curve, figures, first_year, geography, names, own_programs, signals,
    worth_checking,
};
use crate::kit::{Door, percent};
use crate::rooms::words;
use crate::store::World;
use engine::list::Allowance;
use state::lists::report::Report;
use state::{Action, BrowseEdit, Loaded};

/// The doors of a list with programs.
pub(super) fn doors(inside: &Inside, has_chances: bool) -> Html {
    let report = &inside.report;
    let open = inside.world.state.browse.unfolded;
    let unfold = inside
        .world
        .dispatch
        .reform(move |_: MouseEvent| Action::Browse(BrowseEdit::Unfold(!open)));
    let door = |id: &'static str, title: &'static str, said: String, draw: fn(&Inside) -> Html| {
        let inside = inside.clone();
        html! {
            <Door {id} {title} {open} inside={said} draw={Callback::from(move |()| draw(&inside))} />
        }
    };
    let any = report.outcome.figures.any_interview;
    html! {
        <>
        <div class="cluster no-print">
            <button type="button" class="button button--plain" onclick={unfold}>
                { if open { "Close all parts" } else { "Open all parts" } }
            </button>
        </div>
        <div class="sections">
            if has_chances {
                { door("list-asking", "Worth checking", questions(report.asks.len()), |i| worth_checking::worth_checking(&i.report, &i.loaded, &i.world.derived)) }
                { door("list-signals", "Signals", signalled(inside), |i| signals::signals(&i.report, &i.bands, &i.loaded, &i.world)) }
                { door("list-figures", "What it comes to", format!("an interview somewhere: {}", percent(any)), |i| figures::figures(&i.report, i.world.derived.preferences(), &i.loaded.catalog)) }
                { door("list-curve", "What each application buys", words::counted(report.members.len(), "application", "applications"), |i| curve::curve(&i.report, &i.loaded, &i.world)) }
                { door("list-changes", "What to add or to exchange", String::new(), by_hand) }
            }
            { door("list-costs", "What it costs", cost(inside), |i| costs::costs(&i.report, &i.loaded, &i.world)) }
            if report.first_year.is_some() {
                { door("list-first-year", "A first year for the advanced positions", String::new(), |i| first_year::first_year(&i.report, &i.loaded.catalog, &i.world.dispatch.reform(Action::List))) }
            }
            if has_chances {
                { door("list-places", "Where they are", String::new(), |i| geography::geography(&i.report, &i.loaded.catalog)) }
            }
            if inside.world.state.work.lists.all().len() > 1 {
                { door("list-comparison", "Your lists side by side", words::counted(inside.world.state.work.lists.all().len(), "list", "lists"), |i| html! { <comparison::Comparison loaded={i.loaded.clone()} /> }) }
            }
        </div>
        </>
    }
}

fn by_hand(inside: &Inside) -> Html {
    let edit = inside.world.dispatch.reform(Action::List);
    changes(&inside.report, &inside.loaded.catalog, &inside.bands, &edit)
}

fn questions(count: usize) -> String {
    match count {
        0 => "nothing is open".into(),
        1 => "1 question to ask".into(),
        _ => format!("{} questions to ask", words::count(count)),
    }
}

fn signalled(inside: &Inside) -> String {
    let uses = inside.report.signals.iter();
    let sum = uses.filter_map(|uses| {
        let has = uses.allowance?;
        let all = |of: Allowance| usize::from(of.gold) + usize::from(of.silver);
        Some((all(uses.used), all(has)))
    });
    let (used, has) = sum.fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    if has == 0 {
        String::new()
    } else {
        format!("{} of {} used", words::count(used), words::count(has))
    }
}

fn cost(inside: &Inside) -> String {
    let programs = inside.world.state.work.lists.programs();
    let cost = costs::in_words(&inside.world, &inside.loaded, programs.keys());
    cost.unwrap_or_else(|| "no price is published".into())
}

/// Lists that come and go, several lists, and programs that are not in the data.
pub(super) fn files(
    parts: ListParts,
    loaded: &Rc<Loaded>,
    report: Option<&Rc<Report>>,
    world: &World,
) -> Html {
    let has_programs = !world.state.work.lists.programs().is_empty();
    let export = report.filter(|_| has_programs).map(|report| {
        let (loaded, report) = (loaded.clone(), report.clone());
        Callback::from(move |()| (parts.export)(loaded.clone(), report.clone()))
    });
    let import = {
        let (loaded, world) = (loaded.clone(), world.clone());
        Callback::from(move |()| {
            html! {
                <>
                    { (parts.import)(loaded.clone()) }
                    { own_programs::own_programs(&world) }
                </>
            }
        })
    };
    let lists = {
        let world = world.clone();
        Callback::from(move |()| {
            names::names(
                &world.state.work.lists,
                &world.dispatch.reform(Action::List),
            )
        })
    };
    let title = world
        .state
        .work
        .lists
        .title(world.state.work.lists.open_index());
    let open = world.state.browse.unfolded;
    html! {
        <div class="sections no-print">
            if let Some(export) = export {
                <Door id="list-export" title="Take it along" {open} inside="text, spreadsheet, paper" draw={export} />
            }
            <Door id="list-import" title="Bring a list from elsewhere" {open} inside="paste or open a file" draw={import} />
            <Door id="list-names" title="Several lists" {open} inside={title} draw={lists} />
        </div>
    }
}
