//! "Find the best list": the solver, in pieces short enough that the page stays alive.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::terms::{Ask, terms};
use crate::browser::clock;
use crate::engine::calendar;
use crate::engine::decimal::Decimal;
use crate::engine::list::{Prospects, instance, usual_number};
use crate::engine::portfolio::Instance;
use crate::engine::portfolio::fault::{Fault, Reason};
use crate::engine::portfolio::mixture::{Portfolio, Search, Stage};
use crate::engine::program::ProgramId;
use crate::state::limits::limits;
use crate::state::{Action, Applications, ListEdit, Loaded, State, Term};
use crate::ui::kit::{Notice, NoticeKind};
use crate::ui::store::{World, use_world};

/// Evaluations between two looks at the clock: about a millisecond of work.
const AT_ONCE: usize = 1_500;
/// Milliseconds of work between two looks at the page: less than a frame.
const A_FRAME: f64 = 12.0;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct MakingProps {
    pub(super) loaded: Rc<Loaded>,
}

/// How the search stands.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Idle,
    Working(&'static str),
    Found {
        count: usize,
        /// How many were not on the list before.
        new: usize,
        share: Option<f64>,
        before: Applications,
    },
    Refused(AttrValue),
}

/// How many applications, the button, and what came of it.
#[component]
pub(super) fn Making(props: &MakingProps) -> Html {
    let world = use_world();
    let entries = &world.state.work.entries;
    let question = world.derived.question(&props.loaded, entries);
    let usual = question.as_ref().map_or(0, usual_number);
    let standing = use_state(|| Standing::Idle);
    let cancelled = use_mut_ref(|| Rc::new(Cell::new(false)));
    let run = |most: Option<usize>| {
        let (standing, world, loaded) = (standing.clone(), world.clone(), props.loaded.clone());
        let cancelled = cancelled.clone();
        Callback::from(move |_: MouseEvent| {
            let stop = Rc::new(Cell::new(false));
            *cancelled.borrow_mut() = stop.clone();
            let (standing, world) = (standing.setter(), world.clone());
            match posed(&world, &loaded, most) {
                Ok(posed) => {
                    standing.set(Standing::Working(words_of(Stage::Building)));
                    spawn_local(search(posed, standing, world.dispatch.clone(), stop));
                }
                Err(why) => standing.set(Standing::Refused(why.into())),
            }
        })
    };
    let stop = {
        let (standing, cancelled) = (standing.clone(), cancelled.clone());
        Callback::from(move |_: MouseEvent| {
            cancelled.borrow().set(true);
            standing.set(Standing::Idle);
        })
    };
    let number = Ask {
        term: Term::Number,
        label: "How many applications?".into(),
        hint: Some(format!(
            "Left empty: {usual}, as many as applicants like you sent by the published figures. Pinned programs stay on the list, hidden ones stay off it."
        )),
        unit: None,
    };
    let length = world.state.work.lists.programs().len();
    let is_working = matches!(*standing, Standing::Working(_));
    html! {
        <section class="stack my-list__making" aria-labelledby="list-making">
            <h2 id="list-making">{ "Find the best list" }</h2>
            { number.view(&world) }
            { terms(&world, &props.loaded) }
            <div class="cluster">
                <button type="button" class="button" disabled={is_working} onclick={run(None)}>
                    { if length == 0 { "Make my list" } else { "Replace my list by the best one" } }
                </button>
                if length > 0 && !is_working {
                    <button type="button" class="button button--quiet" onclick={run(Some(length))}>
                        { format!("Improve it: the best {}", super::programs(length)) }
                    </button>
                }
                if is_working {
                    <button type="button" class="button button--quiet" onclick={stop}>{ "Stop" }</button>
                }
            </div>
            <div role="status">{ said(&standing, &world.dispatch) }</div>
        </section>
    }
}

fn said(standing: &UseStateHandle<Standing>, dispatch: &Callback<Action>) -> Html {
    match &**standing {
        Standing::Idle => html! {},
        Standing::Working(stage) => html! { <p class="muted">{ *stage }</p> },
        Standing::Found {
            count,
            new,
            share,
            before,
        } => {
            let proof = match share {
                Some(share) => format!(
                    "Proved: worth at least {} of the best possible list within these limits, with the chances and wishes as they are.",
                    at_least(*share)
                ),
                None => "How close it is to the best possible list could not be proved.".to_owned(),
            };
            Notice::new(NoticeKind::Done).view(html! {
                <>
                    <p>{ format!("{} chosen{}. {proof}", super::programs(*count), news(*new, before.len())) }</p>
                    if !before.is_empty() { { bring_back(before, standing, dispatch) } }
                </>
            })
        }
        Standing::Refused(why) => Notice::new(NoticeKind::Failure).view(html! { <p>{ why }</p> }),
    }
}

/// How much of a list changed.
fn news(new: usize, before: usize) -> String {
    match (new, before) {
        (_, 0) => String::new(),
        (0, _) => ", none of them new".into(),
        (new, _) => format!(", {new} of them new"),
    }
}

/// The way back to the list that was replaced.
fn bring_back(
    before: &Applications,
    standing: &UseStateHandle<Standing>,
    dispatch: &Callback<Action>,
) -> Html {
    let (before, standing, dispatch) = (before.clone(), standing.setter(), dispatch.clone());
    let count = before.len();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.emit(Action::List(ListEdit::Fill(before.clone())));
        standing.set(Standing::Idle);
    });
    html! {
        <button type="button" class="button button--quiet small" {onclick}>
            { format!("Bring back the list before: {}", super::programs(count)) }
        </button>
    }
}

/// A share of the best possible list in percent, rounded down to what two decimals can say.
fn at_least(share: f64) -> String {
    const STEPS: f64 = 10_000.0;
    let whole = (share * STEPS).floor();
    if whole >= STEPS {
        return "100 %".into();
    }
    format!("{} %", Decimal::fixed(whole * 100.0 / STEPS, 2))
}

fn words_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Building => "Building lists.",
        Stage::Improving => "Improving the best of them.",
        Stage::Proving => "Proving how close it is to the best possible.",
        Stage::Accounting | Stage::Done => "Working out what each program brings.",
    }
}

/// The question with the names of its programs.
struct Posed {
    instance: Instance,
    ids: Vec<ProgramId>,
    /// The list before.
    before: Applications,
    /// Whether signals are sent and stay as they are.
    signals_stay: bool,
}

fn posed(world: &World, loaded: &Rc<Loaded>, most: Option<usize>) -> Result<Posed, String> {
    let State { work, .. } = &*world.state;
    let catalog = &loaded.catalog;
    let Some(question) = world.derived.question(loaded, &work.entries) else {
        return Err("The page does not know yet what day it is. Try again in a moment.".into());
    };
    let prospects = Prospects::of(&question, &world.derived.ranking);
    let limits = limits(&prospects, work, most)?;
    let rows = prospects.rows().iter();
    let ids = rows.filter_map(|row| catalog.get(row.program).map(|program| program.id));
    Ok(Posed {
        instance: instance(&prospects, &limits).map_err(|fault| refusal(&fault))?,
        ids: ids.collect(),
        before: work.lists.programs().clone(),
        signals_stay: question.moment.stage == Some(calendar::Stage::Applied),
    })
}

/// The solver's refusal in the words of the form.
fn refusal(fault: &Fault) -> String {
    match fault.reason {
        Reason::OverBudget => "The budget does not pay for the programs that you pinned and the fewest of each specialty. Raise it, or unpin some.".into(),
        Reason::OverMost => "The programs that you pinned and the fewest of each specialty are more than the number of applications. Ask for more, or unpin some.".into(),
        _ => fault.to_string(),
    }
}

/// Works until done or stopped, and lets the page breathe in between.
async fn search(
    posed: Posed,
    standing: UseStateSetter<Standing>,
    dispatch: Callback<Action>,
    stop: Rc<Cell<bool>>,
) {
    let mut search = Search::new(&posed.instance);
    let mut since = clock::millis();
    loop {
        let stage = search.step(AT_ONCE).stage;
        if stage == Stage::Done {
            break;
        }
        if clock::millis() - since < A_FRAME {
            continue;
        }
        standing.set(Standing::Working(words_of(stage)));
        sleep(std::time::Duration::ZERO).await;
        if stop.get() {
            return;
        }
        since = clock::millis();
    }
    let found: Portfolio = search.finish();
    let mut programs = Applications::new();
    for pick in &found.picks {
        let Some(id) = posed.ids.get(pick.program) else {
            continue;
        };
        let sent = posed.before.get(id).filter(|_| posed.signals_stay);
        programs.insert(*id, sent.copied().unwrap_or(pick.level));
    }
    // What was found is drawn in a task of its own.
    sleep(std::time::Duration::ZERO).await;
    standing.set(Standing::Found {
        count: programs.len(),
        new: programs
            .keys()
            .filter(|id| !posed.before.contains_key(*id))
            .count(),
        share: found.share_of_best(),
        before: posed.before.clone(),
    });
    dispatch.emit(Action::List(ListEdit::Fill(programs)));
}
