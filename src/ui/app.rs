//! The app: providers, effects, and the page that the address asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::{Frame, Framed};
use super::keep::use_keep;
use super::pack;
use super::route::Route;
use super::store::{Held, World};
use super::visit::{self, Visit, use_visit};
use crate::browser::{clock, page, panic};
use state::derived::{Derived, Reading, Remarks, ranking};
use state::{Action, Load, State};

/// The id of the element that holds the app, with what is painted before it arrives.
const ROOT: &str = "app";

/// Mounts the app in its element, and says so in plain words should it ever stop.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(|info| panic::apologise(&info.to_string())));
    let document = gloo::utils::document();
    let root = document
        .get_element_by_id(ROOT)
        .unwrap_or_else(|| gloo::utils::body().into());
    visit::find_site();
    page::keep_painted();
    page::own_scrolling();
    let initial = State::default();
    let visit = Visit::now();
    if page::is_framed() && visit.route != Route::Embed {
        yew::Renderer::<Framed>::with_root(root).render();
        return;
    }
    yew::Renderer::<Rooms>::with_root_and_props(root, RoomsProps { initial, visit }).render();
}

/// Properties of [`Rooms`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RoomsProps {
    /// The state to begin with.
    pub initial: State,
    /// The page to begin with.
    pub visit: Visit,
}

/// Every room.
#[component]
pub fn Rooms(props: &RoomsProps) -> Html {
    let initial = props.initial.clone();
    let held = use_reducer_eq(move || Held(Rc::new(initial)));
    let state: &Rc<State> = &held.0;
    let dispatcher = held.dispatcher();
    let dispatch = use_memo((), move |()| {
        Callback::from(move |action| dispatcher.dispatch(action))
    });
    let visit = use_visit(&props.visit);
    let derived = use_derivation(state);

    use_today((*dispatch).clone());
    use_pack(state, (*dispatch).clone());
    let keep = use_keep(&state.work, (*dispatch).clone());

    let world = World {
        state: Rc::clone(state),
        derived,
        dispatch: (*dispatch).clone(),
    };
    html! {
        <ContextProvider<World> context={world}>
            <Frame {visit} {keep} />
        </ContextProvider<World>>
    }
}

/// Reads the answers when they change, and ranks when the reading, the data or the visitor's
/// own entries do.
#[hook]
fn use_derivation(state: &State) -> Derived {
    let reading = use_memo(
        (state.work.answers.clone(), state.today),
        |(answers, today)| Reading::of(answers, *today),
    );
    let ranked = use_memo(
        (
            state.pack.clone(),
            reading.clone(),
            state.work.entries.clone(),
        ),
        |(pack, reading, entries)| {
            let ranking = Rc::new(ranking(pack, reading, entries));
            (ranking, Rc::new(Remarks::of(pack, reading, entries)))
        },
    );
    let (ranking, remarks) = (*ranked).clone();
    Derived {
        reading,
        ranking,
        remarks,
    }
}

#[hook]
fn use_today(dispatch: Callback<Action>) {
    use_effect_with((), move |()| {
        if let Some(today) = clock::today() {
            dispatch.emit(Action::Today(today));
        }
    });
}

/// Fetches the data pack whenever the state says that it is on its way.
#[hook]
fn use_pack(state: &State, dispatch: Callback<Action>) {
    let wanted = matches!(state.pack, Load::Loading);
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            pack::fetch(dispatch);
        }
    });
}
