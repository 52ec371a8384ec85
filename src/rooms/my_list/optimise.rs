//! "Find the best list": the solver, in pieces short enough that the page stays alive.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::costs;
use super::number::Number;
use super::result::sentence;
use super::settings::settings;
use super::solving::find;
use crate::kit::{Door, Notice, NoticeKind};
use crate::rooms::words::sentence_case;
use crate::store::{World, use_world};
use engine::decimal::Decimal;
use engine::portfolio::mixture::Stage;
use state::lists::best::{BestList, Posed, Proof, refusal};
use state::{Action, Applications, ListEdit, Loaded};

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
        proof: Proof,
        before: Applications,
    },
    Refused(AttrValue),
}

impl Standing {
    fn found(programs: &Applications, proof: Proof, before: Applications) -> Standing {
        Standing::Found {
            count: programs.len(),
            new: programs
                .keys()
                .filter(|id| !before.contains_key(*id))
                .count(),
            proof,
            before,
        }
    }
}

/// The buttons, what came of them, and behind a door by what the list is made.
#[component]
pub(crate) fn Optimise(props: &OptimiseProps) -> Html {
    let world = use_world();
    let standing = use_state(|| Standing::Idle);
    let cancelled = use_mut_ref(|| Rc::new(Cell::new(false)));
    let best = world.state.best(&world.derived);
    let known = best.and_then(|best| best.list.clone().ok());
    let before = world.state.work.lists.programs().clone();
    let length = before.len();
    let run = |most: Option<usize>, known: Option<Rc<BestList>>| {
        let (standing, world, loaded) = (standing.clone(), world.clone(), props.loaded.clone());
        let (cancelled, before) = (cancelled.clone(), before.clone());
        Callback::from(move |_: MouseEvent| {
            let stop = Rc::new(Cell::new(false));
            *cancelled.borrow_mut() = stop.clone();
            // It was found while the visitor was still reading.
            if let Some(best) = &known {
                let programs = best.programs.clone();
                standing.set(Standing::found(&programs, best.proof, before.clone()));
                world.dispatch.emit(Action::List(ListEdit::Fill(programs)));
                return;
            }
            let (standing, world) = (standing.setter(), world.clone());
            match posed(&world, &loaded, most) {
                Ok(posed) => {
                    standing.set(working(posed.has_turned, Stage::Building, 1));
                    let to = (before.clone(), world.dispatch.clone());
                    spawn_local(search(posed, standing, to, stop));
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
    let is_working = matches!(*standing, Standing::Working(_));
    let is_best = known.as_ref().is_some_and(|best| best.programs == before);
    html! {
        <div class="stack">
            if let (Some(best), false) = (&known, is_best) {
                <p class="my-list__best">
                    if length > 0 { { "The best list for your answers: " } }
                    { sentence(&best.figures, best.ranges.as_ref(), best.programs.len(), costs::in_words(&world, &props.loaded, best.programs.keys())) }
                </p>
            }
            if is_best { <p class="my-list__best">{ "This is the best list for your answers and limits." }</p> }
            <div class="cluster">
                if !is_best {
                    <button type="button" class={if length == 0 { "button button--large" } else { "button button--quiet" }}
                        disabled={is_working} onclick={run(None, known.clone())}>
                        { if length == 0 { "Make my list" } else { "Replace my list by the best one" } }
                    </button>
                }
                if length > 0 && !is_working && !is_best {
                    <button type="button" class="button button--quiet" onclick={run(Some(length), None)}>
                        { format!("Improve it: the best {}", super::programs(length)) }
                    </button>
                }
                if is_working {
                    <button type="button" class="button button--quiet" onclick={stop}>{ "Stop" }</button>
                }
            </div>
            <div role="status">{ said(&standing, &world.dispatch) }</div>
            { by_what(&world, props) }
        </div>
    }
}

/// The number of applications, and the other limits.
fn by_what(world: &World, props: &OptimiseProps) -> Html {
    let draw = {
        let (world, loaded) = (world.clone(), props.loaded.clone());
        Callback::from(move |()| {
            html! {
                <>
                    if world.derived.ranking.aim.has_turned() {
                        <p>{ "You will very likely match, so this list looks for the places that are worth most to you. For this it gives up at most about one point of your chance to match." }</p>
                    }
                    <Number loaded={loaded.clone()} />
                    { settings(&world, &loaded) }
                </>
            }
        })
    };
    let typed = world
        .state
        .work
        .list_settings
        .number(state::ListSetting::Number);
    let inside = match typed {
        Ok(Some(number)) => super::programs(number as usize),
        _ => "our number".into(),
    };
    html! { <Door id="list-making" title="How many, and the budget" inside={inside}
    open={world.state.browse.unfolded} {draw} /> }
}

fn said(standing: &UseStateHandle<Standing>, dispatch: &Callback<Action>) -> Html {
    match &**standing {
        Standing::Idle => html! {},
        Standing::Working(stage) => html! { <p class="muted">{ stage }</p> },
        Standing::Found {
            count,
            new,
            proof,
            before,
        } => {
            let proof = proof_words(*proof);
            html! {
                <>
                    <p class="small muted">{ format!("{} chosen{}. {proof}", super::programs(*count), news(*new, before.len())) }</p>
                    if !before.is_empty() { { bring_back(before, standing, dispatch) } }
                </>
            }
        }
        Standing::Refused(why) => Notice::new(NoticeKind::Failure).view(html! { <p>{ why }</p> }),
    }
}

/// What is shown. Up to the second question the solver was asked for the list that is worth most;
/// after it, places and signals counted less, and what is shown is of that.
fn proof_words(Proof { share, questions }: Proof) -> String {
    let Some(gap) = share.map(gap) else {
        return "We could not check how near it is to the best possible list.".to_owned();
    };
    if questions <= 2 {
        return format!(
            "Checked: within these limits, the best possible list is worth at most {gap} of this one. This takes the chances and your wishes as they are."
        );
    }
    format!(
        "Checked for the last step. In this step, places count less where they cost too much of your chance to match, and no signal goes to a place that is worth less to you. The best possible list is worth at most {gap} of this one."
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

/// How much better the best possible list can be, rounded up to what two decimals can say: "100.01 %".
fn gap(share: f64) -> String {
    const STEPS: f64 = 10_000.0;
    let most = if share > 0.0 {
        1.0 / share
    } else {
        f64::INFINITY
    };
    let whole = (most * STEPS).ceil();
    format!("{} %", Decimal::fixed(whole * 100.0 / STEPS, 2))
}

fn words_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Building => "building lists.",
        Stage::Improving => "improving the best of them.",
        Stage::Proving => "proving how close it is to the best possible.",
        Stage::Accounting | Stage::Done => "working out what each program adds.",
    }
}

/// What is done now, at so many questions to the solver.
fn working(has_turned: bool, stage: Stage, questions: u32) -> Standing {
    let words = words_of(stage);
    let words = match (has_turned, questions) {
        (false, _) => sentence_case(words),
        (true, 0..=1) => format!("Whether you match: {words}"),
        (true, 2) => format!("Where you match: {words}"),
        (true, _) => format!("Where you match, step {questions}: {words}"),
    };
    Standing::Working(words.into())
}

fn posed(world: &World, loaded: &Rc<Loaded>, most: Option<usize>) -> Result<Posed, String> {
    let work = &world.state.work;
    let Some(question) = world.derived.question(loaded, &work.entries) else {
        return Err("The page does not know yet what day it is. Try again in a moment.".into());
    };
    Posed::of(&question, &world.derived.ranking, work, most)
}

/// Works until done or stopped, and puts what was found on the list.
async fn search(
    mut posed: Posed,
    standing: UseStateSetter<Standing>,
    (before, dispatch): (Applications, Callback<Action>),
    stop: Rc<Cell<bool>>,
) {
    let has_turned = posed.has_turned;
    let told = standing.clone();
    let on_stage = move |stage, questions| told.set(working(has_turned, stage, questions));
    let (programs, proof) = match find(&mut posed, on_stage, &stop).await {
        Ok(Some(found)) => found,
        Ok(None) => return,
        Err(fault) => return standing.set(Standing::Refused(refusal(&fault).into())),
    };
    // What was found is drawn in a task of its own.
    sleep(std::time::Duration::ZERO).await;
    standing.set(Standing::found(&programs, proof, before));
    dispatch.emit(Action::List(ListEdit::Fill(programs)));
}
