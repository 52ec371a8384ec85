//! The Programs room: the sentence, the plan, and the way to the whole ranking.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{Controls, use_controls};
use super::hidden::undo_hide;
use super::plan::plan;
use super::quick::QuickAnswers;
use super::{summary, toolbar};
use crate::browser::page;
use crate::kit::{page_title, use_return_to_control};
use crate::loading::pack::with_pack;
use crate::rooms::headline::headline;
use crate::rooms::preferences::Turned;
use crate::rooms::start::FirstQuestions;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::distinction::Distinctions;
use engine::program::ProgramId;
use engine::search::SearchIndex;
use state::browse::{Browse, BrowseEdit, Row, Show, TableInput};
use state::questions::KIND;
use state::{Action, Loaded};

/// Draws the whole ranking, which may come later than the room.
pub(crate) type DrawTable = fn(Rc<Loaded>) -> Html;

/// The room; `table` draws the ranking with its filters, or what stands there meanwhile.
pub(crate) fn programs_room(world: &World, table: DrawTable) -> Html {
    with_pack(world, &Route::Programs, |loaded| {
        html! { <Room loaded={loaded.clone()} {table} /> }
    })
}

#[derive(Clone, Debug, Properties)]
struct RoomProps {
    loaded: Rc<Loaded>,
    table: DrawTable,
}

/// The table is always the same.
impl PartialEq for RoomProps {
    fn eq(&self, other: &Self) -> bool {
        self.loaded == other.loaded
    }
}

#[component]
fn Room(props: &RoomProps) -> Html {
    let loaded = &props.loaded;
    let world = use_world();
    let derived = &world.derived;
    // Somebody who comes here first; the questions stay until they are done with, not until they could be.
    let is_asked = use_state_eq(|| is_unasked(&world));
    if *is_asked && asks_for_plan(&world.state.browse) {
        let on_done = {
            let is_asked = is_asked.setter();
            Callback::from(move |()| {
                is_asked.set(false);
                page::focus_heading();
            })
        };
        return questions_first(&world, on_done);
    }
    html! {
        <div>
            <header class="programs__head">
                { page_title(Route::Programs.title()) }
                { headline(&world, loaded) }
                { summary::left_out(derived.notices()) }
                { summary::preliminary(derived, &loaded.catalog) }
                <Turned />
            </header>
            if wants_plan(&world) {
                <Plan loaded={loaded.clone()} />
            } else {
                { (props.table)(loaded.clone()) }
            }
        </div>
    }
}

/// Whether there can be no ranking since nothing was asked yet.
fn is_unasked(world: &World) -> bool {
    world.state.work.answers.get(KIND).is_none()
        || world.derived.preferences().specialties.is_empty()
}

/// The questions where the programs will stand.
fn questions_first(world: &World, on_done: Callback<()>) -> Html {
    let look_around = world
        .dispatch
        .reform(|_: MouseEvent| Action::Browse(BrowseEdit::Show(Show::Elsewhere)));
    html! {
        <div class="stack">
            { page_title(Route::Programs.title()) }
            <p class="lead">{ "Four answers, and your programs stand here: where to apply first, whom to ask, and why." }</p>
            <FirstQuestions of={Route::Programs} {on_done} />
            <p>
                <button type="button" class="button button--quiet" onclick={look_around}>{ "Browse every program" }</button>
            </p>
        </div>
    }
}

/// Searched and filtered is the ranking.
fn asks_for_plan(browse: &Browse) -> bool {
    browse.show == Show::Plan
        && browse.filters.is_empty()
        && !SearchIndex::says_something(&browse.query)
}

/// Whether the plan is asked for and can be: without chances, or within limits that no list keeps, there is none.
fn wants_plan(world: &World) -> bool {
    let best = world.state.best(&world.derived);
    let is_refused = best.is_some_and(|best| best.list.is_err());
    asks_for_plan(&world.state.browse) && !is_refused && !world.derived.ranking.ranked.is_empty()
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PlanProps {
    loaded: Rc<Loaded>,
}

/// The plan beside the answers; the one before while a newer one is worked out.
#[component]
fn Plan(props: &PlanProps) -> Html {
    let world = use_world();
    let loaded = &props.loaded;
    let last_hidden = use_state(|| None::<ProgramId>);
    let controls = use_controls(&world.state, last_hidden.setter());
    let distinctions = use_distinctions(&world, loaded);
    let browse = &world.state.browse;
    let back_to = browse
        .opened
        .map(|id| format!(".plan-row__name a[href$=\"/{id}\"]"));
    use_return_to_control(back_to.map(AttrValue::from));
    let best = world.state.best(&world.derived).cloned();
    let shown = RowsProps {
        loaded: loaded.clone(),
        world: world.clone(),
        rows: Rc::default(),
        controls: controls.clone(),
        distinctions,
    };
    html! {
        <>
            <div class="programs__columns">
                <aside class="programs__answers" aria-label="Your answers">
                    <QuickAnswers on_leave={Callback::noop()} />
                    { toolbar::whole_ranking(world.derived.ranking.ranked.len(), &controls.edit) }
                </aside>
                <section class="programs__list" aria-label="Programs">
                    { undo_hide(loaded, &last_hidden, &world.dispatch) }
                    if let Some(best) = best.as_ref().and_then(|best| best.found()) {
                        { plan(&shown, best) }
                    } else {
                        <div class="plan plan--coming" aria-hidden="true"></div>
                    }
                </section>
            </div>
            { toolbar::compare_bar(&loaded.catalog, browse, &controls) }
        </>
    }
}

/// What sets each ranked program apart, worked out once a ranking.
#[hook]
pub(super) fn use_distinctions(world: &World, loaded: &Rc<Loaded>) -> Rc<Distinctions> {
    let question = (
        loaded.clone(),
        world.derived.clone(),
        world.state.work.entries.clone(),
    );
    use_memo(question, |(loaded, derived, entries)| {
        let ranking = &derived.ranking;
        let question = derived.question(loaded, entries);
        question.map_or_else(Distinctions::default, |question| {
            Distinctions::of(&question, ranking, &ranking.aim)
        })
    })
}

/// What each part of the room needs to draw rows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The data.
    pub(super) loaded: Rc<Loaded>,
    /// The state, and what follows from it.
    pub(super) world: World,
    /// The rows in the order of the screen.
    pub(super) rows: Rc<Vec<Row>>,
    /// What the buttons do.
    pub(super) controls: Controls,
    /// What sets each program apart.
    pub(super) distinctions: Rc<Distinctions>,
}

impl RowsProps {
    /// What the rows are made of.
    pub(super) fn input(&self) -> TableInput<'_> {
        TableInput::of(&self.loaded, &self.world.state, &self.world.derived, None)
    }
}
