//! What is not in the first download: each piece of the app arrives when a page of it is opened, or
//! soon after the list is on the screen, and with it what only pages tell of programs.
//!
//! A piece is a function marked with `wasm_split`: the build cuts the app there, and what only
//! that function leads to moves to a file of its own (`cargo xtask dist`). All that a piece gives
//! out is the function that draws its rooms, so that once it is here its pages are drawn like any
//! other. Without the feature `split`, natively and under trunk, nothing is cut and every room is drawn
//! at once.
//!
//! To add a room: a variant of [`Route`], a line in a piece's function here, and in [`Place::of`] where
//! it is not in the piece of most.

#[cfg(feature = "split")]
use std::cell::Cell;
use std::rc::Rc;

#[cfg(feature = "split")]
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::answers::AnswersRoom;
use super::details;
use super::embed::EmbedRoom;
use super::kept::{DrawNotices, notices};
use super::my_list::my_list_room;
use super::overlay::{DrawOverlay, overlay};
use super::partners::PartnersRoom;
use super::preferences::PreferencesRoom;
use super::profile::ProfileRoom;
use super::programs::{compare_room, program_room};
use super::route::Route;
use super::store::World;
use super::tools::{FaqRoom, tool_room};
use super::trust::{accuracy_room, sources_room, trust_room};
use super::visit::Visit;
use state::{Action, Load, LoadFailure, Loaded, State};

/// What a piece gives out.
#[derive(Clone, Copy)]
pub(super) struct Piece {
    /// Draws a room.
    pub(super) room: fn(&Visit, &World) -> Html,
    /// Draws what opens over a page.
    pub(super) overlay: DrawOverlay,
    /// Draws the notices over a page.
    pub(super) notices: DrawNotices,
    /// Fetches and reads what only pages tell.
    details: fn(Rc<Loaded>, Callback<Action>),
}

const PIECE: Piece = Piece {
    room: rooms,
    overlay,
    notices,
    details: details::fetch,
};

#[cfg(feature = "split")]
#[wasm_split(rooms, fallible)]
fn load_rooms() -> Result<Piece, SplitLoaderError> {
    Ok(PIECE)
}

/// What is read rather than worked with: the guide's tools, and how the numbers are made.
const FOR_READING: Piece = Piece {
    room: reading_rooms,
    overlay: |_, _, _, _| Html::default(),
    notices: |_, _| Html::default(),
    details: |_, _| {},
};

#[cfg(feature = "split")]
#[wasm_split(reading, fallible)]
fn load_reading() -> Result<Piece, SplitLoaderError> {
    Ok(FOR_READING)
}

/// The view for partner sites and the page about it: apart, so that a frame loads little and no
/// other visitor loads it.
const FOR_PARTNERS: Piece = Piece {
    room: partner_rooms,
    overlay: |_, _, _, _| Html::default(),
    notices: |_, _| Html::default(),
    details: |_, _| {},
};

#[cfg(feature = "split")]
#[wasm_split(partners, fallible)]
fn load_partners() -> Result<Piece, SplitLoaderError> {
    Ok(FOR_PARTNERS)
}

fn partner_rooms(visit: &Visit, _: &World) -> Html {
    match &visit.route {
        Route::Embed => html! { <EmbedRoom fragment={visit.target.clone()} /> },
        Route::Partners => html! { <PartnersRoom /> },
        _ => Html::default(),
    }
}

/// Which piece a page is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Rooms,
    Reading,
    Partners,
}

impl Place {
    /// The piece of a page.
    pub(super) fn of(route: &Route) -> Place {
        match route {
            Route::Embed | Route::Partners => Place::Partners,
            Route::Tool { .. }
            | Route::Article { .. }
            | Route::Trust
            | Route::Accuracy
            | Route::Sources => Place::Reading,
            _ => Place::Rooms,
        }
    }

    /// The piece, which is part of this app.
    #[cfg(not(feature = "split"))]
    pub(super) fn here(self) -> Option<Piece> {
        Some(match self {
            Place::Rooms => PIECE,
            Place::Reading => FOR_READING,
            Place::Partners => FOR_PARTNERS,
        })
    }

    /// Whether it is here, as it always is.
    #[cfg(not(feature = "split"))]
    pub(super) async fn load(self) -> bool {
        self.here().is_some()
    }

    /// The piece, if it is here.
    #[cfg(feature = "split")]
    pub(super) fn here(self) -> Option<Piece> {
        match self {
            Place::Rooms => ROOMS.get(),
            Place::Reading => READING.get(),
            Place::Partners => PARTNERS.get(),
        }
    }

    /// Fetches it; whether it came.
    #[cfg(feature = "split")]
    pub(super) async fn load(self) -> bool {
        let (arrived, kept) = match self {
            Place::Rooms => (load_rooms().await, &ROOMS),
            Place::Reading => (load_reading().await, &READING),
            Place::Partners => (load_partners().await, &PARTNERS),
        };
        match arrived {
            Ok(piece) => kept.set(Some(piece)),
            Err(_) => return false,
        }
        true
    }
}

fn rooms(visit: &Visit, world: &World) -> Html {
    match &visit.route {
        Route::Profile => html! { <ProfileRoom /> },
        Route::Preferences => html! { <PreferencesRoom /> },
        Route::Answers => html! { <AnswersRoom /> },
        Route::MyList => my_list_room(world),
        Route::Program { id } => program_room(world, *id),
        Route::Compare { ids } => compare_room(world, ids),
        // In the first download, or in another piece.
        _ => Html::default(),
    }
}

fn reading_rooms(visit: &Visit, world: &World) -> Html {
    match &visit.route {
        Route::Tool { tool } => tool_room(*tool),
        Route::Article { .. } => html! { <FaqRoom target={visit.target.clone()} /> },
        Route::Trust => trust_room(world),
        Route::Accuracy => accuracy_room(),
        Route::Sources => sources_room(world),
        _ => Html::default(),
    }
}

#[cfg(feature = "split")]
thread_local! {
    static ROOMS: Cell<Option<Piece>> = const { Cell::new(None) };
    static READING: Cell<Option<Piece>> = const { Cell::new(None) };
    static PARTNERS: Cell<Option<Piece>> = const { Cell::new(None) };
}

/// Fetches the later pieces once the list has been painted, so that a room opens at once
/// and an app that is then offline is whole. A failure shows when a room is opened.
#[hook]
pub(super) fn use_early_pieces(list_is_here: bool, dispatch: &Callback<Action>) {
    /// Milliseconds after the list.
    const LATER: u32 = 1_000;
    let dispatch = dispatch.clone();
    use_effect_with(list_is_here, move |list_is_here| {
        if *list_is_here {
            gloo::timers::callback::Timeout::new(LATER, move || {
                dispatch.emit(Action::DetailsRequested);
                spawn_local(async {
                    Place::Reading.load().await;
                });
            })
            .forget();
        }
    });
}

/// Fetches what only pages tell whenever the state says that it is on its way. Reading it is not in
/// the first download, so the piece comes first.
#[hook]
pub(super) fn use_details(state: &State, dispatch: &Callback<Action>) {
    let wanted = matches!(state.details, Some(Load::Loading));
    let loaded = state.pack.ready().filter(|_| wanted).cloned();
    let dispatch = dispatch.clone();
    use_effect_with(loaded, move |loaded| {
        let Some(loaded) = loaded.clone() else {
            return;
        };
        spawn_local(async move {
            if Place::Rooms.here().is_none() {
                Place::Rooms.load().await;
            }
            match Place::Rooms.here() {
                Some(piece) => (piece.details)(loaded, dispatch),
                None => {
                    let failure =
                        LoadFailure::Unreachable("a part of the app did not arrive".into());
                    dispatch.emit(Action::DetailsArrived(Err(failure)));
                }
            }
        });
    });
}
