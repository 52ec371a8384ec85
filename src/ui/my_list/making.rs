//! "Find the best list": the solver, in pieces short enough that the page stays alive.

use std::cell::Cell;
use std::rc::Rc;

use vecmap::VecSet;
use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use crate::engine::catalog::ProgramIndex;
use crate::engine::list::{Limits, Prospects, instance};
use crate::engine::portfolio::Instance;
use crate::engine::portfolio::mixture::{Portfolio, Search, Stage};
use crate::engine::program::ProgramId;
use crate::state::{Action, Derived, ListEdit, Loaded, State};
use crate::ui::kit::{Notice, NoticeKind, TextInput, Width};
use crate::ui::programs::words;
use crate::ui::store::{World, use_world};

/// Evaluations between two looks at the page: some milliseconds of work.
const AT_ONCE: usize = 3_000;
/// Most applications that can be asked for.
const MOST: usize = 400;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct MakingProps {
    pub(super) loaded: Rc<Loaded>,
}

/// How the search stands.
#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Idle,
    Working(&'static str),
    Found { count: usize, share: Option<f64> },
    Refused(AttrValue),
}

/// How many applications, the button, and what came of it.
#[component]
pub(super) fn Making(props: &MakingProps) -> Html {
    let world = use_world();
    let usual = usual_number(&world.derived, &props.loaded);
    let typed = use_state(|| None::<String>);
    let standing = use_state(|| Standing::Idle);
    let cancelled = use_mut_ref(|| Rc::new(Cell::new(false)));
    let number = typed.as_ref().map_or(Ok(usual), |text| read(text));
    let run = {
        let (standing, world, loaded) = (standing.clone(), world.clone(), props.loaded.clone());
        let (number, cancelled) = (number.ok(), cancelled.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(number) = number else { return };
            let stop = Rc::new(Cell::new(false));
            *cancelled.borrow_mut() = stop.clone();
            let (standing, world) = (standing.setter(), world.clone());
            standing.set(Standing::Working(words_of(Stage::Building)));
            match posed(&world, &loaded, number) {
                Ok(posed) => spawn_local(search(posed, standing, world.dispatch.clone(), stop)),
                Err(why) => standing.set(Standing::Refused(why.into())),
            }
        })
    };
    let stop = {
        let standing = standing.clone();
        Callback::from(move |_: MouseEvent| {
            cancelled.borrow().set(true);
            standing.set(Standing::Idle);
        })
    };
    let input = TextInput {
        id: "list-number".into(),
        label: "How many applications?".into(),
        hint: Some(format!("Applicants like you sent about {usual}, by the published figures. Pinned programs stay on the list, hidden ones stay off it.").into()),
        error: number.as_ref().err().map(|error| AttrValue::from(*error)),
        value: typed.as_ref().map_or_else(|| usual.to_string(), Clone::clone).into(),
        width: Width::Short,
        digits: true,
        on_type: Callback::from(move |text: String| typed.set(Some(text))),
        ..TextInput::default()
    };
    let is_working = matches!(*standing, Standing::Working(_));
    html! {
        <section class="stack my-list__making" aria-labelledby="list-making">
            <h2 id="list-making">{ "Find the best list" }</h2>
            { input.view() }
            <div class="cluster">
                <button type="button" class="button" disabled={is_working || number.is_err()} onclick={run}>
                    { if world.state.work.lists.programs().is_empty() { "Make my list" } else { "Replace my list by the best one" } }
                </button>
                if is_working {
                    <button type="button" class="button button--quiet" onclick={stop}>{ "Stop" }</button>
                }
            </div>
            <div role="status">{ said(&standing) }</div>
        </section>
    }
}

fn said(standing: &Standing) -> Html {
    match standing {
        Standing::Idle => html! {},
        Standing::Working(stage) => html! { <p class="muted">{ *stage }</p> },
        Standing::Found { count, share } => {
            let proof = match share {
                Some(share) => format!(
                    "Proved: no list of so many is worth more to you by {} or more, with the chances and wishes as they are.",
                    words::precise(above(*share))
                ),
                None => "How close it is to the best possible list could not be proved.".to_owned(),
            };
            Notice::new(NoticeKind::Done).view(html! {
                <p>{ format!("{} chosen. {proof}", super::programs(*count)) }</p>
            })
        }
        Standing::Refused(why) => Notice::new(NoticeKind::Failure).view(html! { <p>{ why }</p> }),
    }
}

/// By what share a list could be better at most, rounded up to what two decimals can say.
fn above(share: f64) -> f64 {
    const STEP: f64 = 0.0001;
    ((1.0 / share - 1.0) / STEP).floor().max(0.0) * STEP + STEP
}

fn words_of(stage: Stage) -> &'static str {
    match stage {
        Stage::Building => "Building lists.",
        Stage::Improving => "Improving the best of them.",
        Stage::Proving => "Proving how close it is to the best possible.",
        Stage::Accounting | Stage::Done => "Working out what each program brings.",
    }
}

fn read(text: &str) -> Result<usize, &'static str> {
    match text.trim().parse() {
        Ok(number) if (1..=MOST).contains(&number) => Ok(number),
        _ => Err("Type a whole number from 1 to 400"),
    }
}

/// What applicants of the visitor's type sent in their first specialty.
fn usual_number(derived: &Derived, loaded: &Loaded) -> usize {
    const ELSE: usize = 60;
    let cell = derived
        .preferences()
        .specialties
        .first()
        .and_then(|choice| {
            let model = loaded.model.as_ref()?;
            model.cell(choice.code, derived.applicant().kind?)
        });
    cell.map_or(ELSE, |cell| cell.reference_applications as usize)
}

/// The question with the names of its programs.
struct Posed {
    instance: Instance,
    ids: Vec<ProgramId>,
}

fn posed(world: &World, loaded: &Rc<Loaded>, most: usize) -> Result<Posed, String> {
    let State { work, .. } = &*world.state;
    let catalog = &loaded.catalog;
    let Some(question) = world.derived.question(loaded, &work.entries) else {
        return Err("The page does not know yet what day it is. Try again in a moment.".into());
    };
    let prospects = Prospects::of(&question, &world.derived.ranking);
    let known = |set: &VecSet<ProgramId>| -> Vec<ProgramIndex> {
        let found = set.iter().filter_map(|id| catalog.find(*id));
        found.map(|(index, _)| index).collect()
    };
    if prospects.places(&known(&work.pinned)).len() > most {
        return Err(format!(
            "You pinned {}, which is more than the {most} that you ask for. Unpin some, or ask for more.",
            super::programs(work.pinned.len())
        ));
    }
    let limits = Limits {
        most,
        pinned: known(&work.pinned),
        excluded: known(&work.hidden),
    };
    let rows = prospects.rows().iter();
    let ids = rows.filter_map(|row| catalog.get(row.program).map(|program| program.id));
    Ok(Posed {
        instance: instance(&prospects, &limits).map_err(|fault| fault.to_string())?,
        ids: ids.collect(),
    })
}

/// Works until done or stopped, and lets the page breathe in between.
async fn search(
    posed: Posed,
    standing: UseStateSetter<Standing>,
    dispatch: Callback<Action>,
    stop: Rc<Cell<bool>>,
) {
    let mut search = Search::new(&posed.instance);
    loop {
        let stage = search.step(AT_ONCE).stage;
        if stage == Stage::Done {
            break;
        }
        standing.set(Standing::Working(words_of(stage)));
        sleep(std::time::Duration::ZERO).await;
        if stop.get() {
            return;
        }
    }
    let found: Portfolio = search.finish();
    let mut programs = VecSet::new();
    programs.extend(
        found
            .picks
            .iter()
            .filter_map(|pick| posed.ids.get(pick.program).copied()),
    );
    standing.set(Standing::Found {
        count: programs.len(),
        share: found.share_of_best(),
    });
    dispatch.emit(Action::List(ListEdit::Fill(programs)));
}
