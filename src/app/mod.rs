//! The app: providers, effects, and the page that the address asks for.

pub(crate) mod autosave;
mod best;
mod browse_address;
mod early_pieces;
pub mod layout;
pub(crate) mod lazy;
pub(crate) mod offline;
pub(crate) mod pieces;
pub(crate) mod work_notices;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use crate::browser::{clock, page, panic};
use crate::routing::location::{self, Location, use_location};
use crate::routing::route::Route;
use crate::store::{Held, World};
use autosave::use_autosave;
use layout::{Framed, Layout};
use state::derived::{Derived, Reading, Remarks, ranking};
use state::questions::KIND;
use state::{Action, Load, State};

/// The id of the element that holds the app, with what is painted before it arrives.
const ROOT: &str = "app";

/// Mounts the app in its element, and says so in plain words should it ever stop.
pub fn mount() {
    yew::set_custom_panic_hook(Box::new(|info| panic::apologise(&info.to_string())));
    location::find_site();
    page::keep_painted();
    page::own_scrolling();
    if page::is_framed() && Location::now().route != Route::Embed {
        yew::Renderer::<Framed>::with_root(page::root(ROOT)).render();
    } else {
        spawn_local(async {
            // To start the app and to draw its first page are two pieces of work.
            sleep(Duration::ZERO).await;
            if !autosave::is_readable() {
                // Who comes back sees their work at once, and never an empty form before it.
                pieces::Keeping::load().await;
            }
            begin();
        });
    }
}

fn begin() {
    let props = RoomsProps {
        initial: State::default(),
        location: Location::now(),
    };
    yew::Renderer::<Rooms>::with_root_and_props(page::root(ROOT), props).render();
}

/// Properties of [`Rooms`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RoomsProps {
    /// The state to begin with.
    pub initial: State,
    /// The page to begin with.
    pub location: Location,
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
    let location = use_location(&props.location);
    let derived = use_derivation(state);

    use_today((*dispatch).clone());
    let shows_best_list = location.route.shows_best_list();
    // Who only looks at the first page is not sent what finds a list.
    let is_begun = location.route != Route::Start || state.work.answers.get(KIND).is_some();
    let wants_list = use_mut_ref(|| false);
    wants_list.replace(shows_best_list && is_begun);
    use_pack(state, wants_list, (*dispatch).clone());
    let is_line_busy = matches!(state.pack, Load::Loading);
    let autosave = use_autosave(&state.work, is_line_busy, (*dispatch).clone());

    let world = World {
        state: Rc::clone(state),
        derived,
        dispatch: (*dispatch).clone(),
    };
    browse_address::use_browse_address(&world, &location);
    best::use_best(&world, shows_best_list);
    html! {
        <ContextProvider<World> context={world}>
            <Layout {location} {autosave} />
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

/// Fetches the data whenever the state says that they are on their way, and then what the page of the
/// moment needs next.
#[hook]
fn use_pack(state: &State, wants_list: Rc<RefCell<bool>>, dispatch: Callback<Action>) {
    let wanted = matches!(state.pack, Load::Loading);
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            early_pieces::fetch_data(dispatch, wants_list);
        }
    });
}
