//! "Find the best list": the solver, in pieces short enough that the page stays alive.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::number::Number;
use super::settings::settings;
use crate::browser::clock;
use crate::kit::{Notice, NoticeKind};
use crate::rooms::words::sentence_case;
use crate::store::{World, use_world};
use engine::calendar;
use engine::decimal::Decimal;
use engine::list::{self, Prospects};
use engine::portfolio::Level;
use engine::portfolio::fault::{Fault, Reason};
use engine::portfolio::mixture::{Portfolio, Search, Stage};
use engine::program::ProgramId;
use state::lists::limits::{kept, limits};
use state::{Action, Applications, ListEdit, Loaded, State};

/// Evaluations between two looks at the clock: about a millisecond of work.
const AT_ONCE: usize = 1_500;
/// Milliseconds of work between two looks at the page: less than a frame.
const A_FRAME: f64 = 12.0;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct OptimiseProps {
    pub(crate) loaded: Rc<Loaded>,
}

/// How the search stands.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Idle,
    Working(AttrValue),
    Found {
        count: usize,
        /// How many were not on the list before.
        new: usize,
        share: Option<f64>,
        /// How many questions the solver was asked.
        questions: u32,
        before: Applications,
    },
    Refused(AttrValue),
}

/// How many applications, the button, and what came of it.
#[component]
pub(crate) fn Optimise(props: &OptimiseProps) -> Html {
    let world = use_world();
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
                    standing.set(posed.working(Stage::Building, 1));
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
    let length = world.state.work.lists.programs().len();
    let is_working = matches!(*standing, Standing::Working(_));
    html! {
        <section class="stack my-list__making" aria-labelledby="list-making">
            <h2 id="list-making">{ "Find the best list" }</h2>
            if world.derived.ranking.aim.has_turned() {
                <p>{ "You will very likely match, so the list is made for where: it gives up at most about one point of your chance to match, and looks for the places that are worth most to you." }</p>
            }
            <Number loaded={props.loaded.clone()} />
            { settings(&world, &props.loaded) }
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
        Standing::Working(stage) => html! { <p class="muted">{ stage }</p> },
        Standing::Found {
            count,
            new,
            share,
            questions,
            before,
        } => {
            let proof = proof(*share, *questions);
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

/// What is proved. Up to the second question the solver was asked for the list that is worth most;
/// after it, places and signals counted less, and the proof is of that.
fn proof(share: Option<f64>, questions: u32) -> String {
    let Some(share) = share.map(at_least) else {
        return "How close it is to the best possible list could not be proved.".to_owned();
    };
    if questions <= 2 {
        return format!(
            "Proved: worth at least {share} of the best possible list within these limits, with the chances and wishes as they are."
        );
    }
    format!(
        "Proved of its last step, which makes places count less where they cost too much of your chance to match, and gives no signal to a place that is worth less to you: at least {share} of the best possible."
    )
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
        Stage::Building => "building lists.",
        Stage::Improving => "improving the best of them.",
        Stage::Proving => "proving how close it is to the best possible.",
        Stage::Accounting | Stage::Done => "working out what each program brings.",
    }
}

/// The list in the making with the names of its programs.
struct Posed {
    making: list::Making,
    /// Whether it is made for where, and so in several steps.
    has_turned: bool,
    ids: Vec<ProgramId>,
    /// Pinned programs without a chance: they stay on the list.
    kept: Vec<ProgramId>,
    /// The list before.
    before: Applications,
    /// Whether signals are sent and stay as they are.
    signals_stay: bool,
}

impl Posed {
    /// What is done now, at so many questions to the solver.
    fn working(&self, stage: Stage, questions: u32) -> Standing {
        let words = words_of(stage);
        let words = match (self.has_turned, questions) {
            (false, _) => sentence_case(words),
            (true, 0..=1) => format!("Whether you match: {words}"),
            (true, 2) => format!("Where you match: {words}"),
            (true, _) => format!("Where you match, step {questions}: {words}"),
        };
        Standing::Working(words.into())
    }
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
        making: list::Making::of(&prospects, &limits).map_err(|fault| refusal(&fault))?,
        has_turned: prospects.aim.has_turned(),
        ids: ids.collect(),
        kept: kept(&prospects, work),
        before: work.lists.programs().clone(),
        signals_stay: question.moment.stage == Some(calendar::Stage::Applied),
    })
}

/// The solver's refusal in the words of the form.
fn refusal(fault: &Fault) -> String {
    match fault.reason {
        Reason::OverBudget => "The budget does not pay for the programs that you pinned and the fewest of each specialty. Raise it, or unpin some.".into(),
        Reason::OverMost => "The programs that you pinned and the fewest of each specialty are more than the number of applications. Ask for more, or unpin some.".into(),
        _ => "No list can be made from these answers. Look at the figures that you typed for single programs, and at your limits.".into(),
    }
}

/// Asks the solver until it is the list; `None` if stopped. Lets the page breathe in between.
async fn find(
    posed: &mut Posed,
    standing: &UseStateSetter<Standing>,
    stop: &Cell<bool>,
) -> Result<Option<(Portfolio, u32)>, Fault> {
    let mut questions = 0;
    loop {
        questions += 1;
        let instance = posed.making.instance()?;
        let mut search = Search::new(&instance);
        let mut since = clock::millis();
        loop {
            let stage = search.step(AT_ONCE).stage;
            if stage != Stage::Done && clock::millis() - since < A_FRAME {
                continue;
            }
            standing.set(posed.working(stage, questions));
            sleep(std::time::Duration::ZERO).await;
            if stop.get() {
                return Ok(None);
            }
            if stage == Stage::Done {
                break;
            }
            since = clock::millis();
        }
        let found = search.finish();
        if posed.making.takes(&found) {
            return Ok(Some((found, questions)));
        }
    }
}

/// Works until done or stopped, and puts what was found on the list.
async fn search(
    mut posed: Posed,
    standing: UseStateSetter<Standing>,
    dispatch: Callback<Action>,
    stop: Rc<Cell<bool>>,
) {
    let (found, questions) = match find(&mut posed, &standing, &stop).await {
        Ok(Some(found)) => found,
        Ok(None) => return,
        Err(fault) => return standing.set(Standing::Refused(refusal(&fault).into())),
    };
    let mut programs = Applications::new();
    for pick in &found.picks {
        let Some(id) = posed.ids.get(pick.program) else {
            continue;
        };
        let sent = posed.before.get(id).filter(|_| posed.signals_stay);
        programs.insert(*id, sent.copied().unwrap_or(pick.level));
    }
    for id in posed.kept {
        programs.insert(id, Level::Plain);
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
        questions,
        before: posed.before.clone(),
    });
    dispatch.emit(Action::List(ListEdit::Fill(programs)));
}
