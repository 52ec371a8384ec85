//! Rooms that are not in the first download: each piece of the app arrives when a page of it is
//! opened, or soon after the list is on the screen.
//!
//! A piece is a function marked with `wasm_split`: the build cuts the app there, and what only
//! that function leads to moves to a file of its own (`cargo xtask dist`). All that a piece gives
//! out is the function that draws its rooms, so that once it is here its pages are drawn like any
//! other. Natively nothing is cut and every room is drawn at once.
//!
//! To add a room: a variant of [`Route`], a line in a piece's function here.

use std::cell::Cell;

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::answers::AnswersRoom;
use super::embed::EmbedRoom;
use super::kit::{Notice, NoticeKind, page_title};
use super::my_list::my_list_room;
use super::overlay::{DrawOverlay, Overlay, overlay};
use super::partners::PartnersRoom;
use super::preferences::PreferencesRoom;
use super::profile::ProfileRoom;
use super::programs::{compare_room, program_room};
use super::route::Route;
use super::store::{World, use_world};
use super::tools::{FaqRoom, tool_room};
use super::trust::{accuracy_room, sources_room, trust_room};
use super::visit::Visit;
use crate::browser::page;

/// What a piece gives out.
#[derive(Clone, Copy)]
struct Piece {
    /// Draws a room.
    room: fn(&Visit, &World) -> Html,
    /// Draws what opens over a page.
    overlay: DrawOverlay,
}

const PIECE: Piece = Piece {
    room: rooms,
    overlay,
};

#[wasm_split(rooms, fallible)]
fn load_rooms() -> Result<Piece, SplitLoaderError> {
    Ok(PIECE)
}

/// The view for partner sites and the page about it: apart, so that a frame loads little and no
/// other visitor loads it.
const FOR_PARTNERS: Piece = Piece {
    room: partner_rooms,
    overlay: |_, _, _, _| Html::default(),
};

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
enum Place {
    Rooms,
    Partners,
}

impl Place {
    fn of(route: &Route) -> Place {
        match route {
            Route::Embed | Route::Partners => Place::Partners,
            _ => Place::Rooms,
        }
    }

    /// The piece, if it is here.
    fn here(self) -> Option<Piece> {
        match self {
            _ if !cfg!(target_family = "wasm") => Some(match self {
                Place::Rooms => PIECE,
                Place::Partners => FOR_PARTNERS,
            }),
            Place::Rooms => ROOMS.get(),
            Place::Partners => PARTNERS.get(),
        }
    }

    async fn load(self) -> bool {
        let (arrived, kept) = match self {
            Place::Rooms => (load_rooms().await, &ROOMS),
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
        Route::Tool { tool } => tool_room(*tool),
        Route::Article { .. } => html! { <FaqRoom target={visit.target.clone()} /> },
        Route::Trust => trust_room(world),
        Route::Accuracy => accuracy_room(),
        Route::Sources => sources_room(world),
        // In the first download, or in the other piece.
        Route::Embed
        | Route::Partners
        | Route::Start
        | Route::Programs
        | Route::Guide
        | Route::NotFound => Html::default(),
    }
}

thread_local! {
    static ROOMS: Cell<Option<Piece>> = const { Cell::new(None) };
    static PARTNERS: Cell<Option<Piece>> = const { Cell::new(None) };
}

/// Fetches the later pieces once the list has been painted, so that a room opens at once
/// and an app that is then offline is whole. A failure shows when a room is opened.
#[hook]
pub(super) fn use_early_pieces(list_is_here: bool) {
    /// Milliseconds after the list.
    const LATER: u32 = 1_000;
    use_effect_with(list_is_here, |list_is_here| {
        if *list_is_here && Place::Rooms.here().is_none() {
            gloo::timers::callback::Timeout::new(LATER, || {
                spawn_local(async {
                    Place::Rooms.load().await;
                });
            })
            .forget();
        }
    });
}

/// How a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Coming,
    Failed,
    /// Here, and whether the heading had the focus when it came.
    Here(bool),
}

/// Properties of [`Lazy`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct LazyProps {
    /// The page.
    pub(super) visit: Visit,
}

/// A room, as soon as its piece is here.
#[component]
pub(super) fn Lazy(props: &LazyProps) -> Html {
    let world = use_world();
    let place = Place::of(&props.visit.route);
    let standing = use_state_eq(|| match place.here() {
        Some(_) => Standing::Here(false),
        None => Standing::Coming,
    });
    {
        let (standing, now) = (standing.clone(), *standing);
        use_effect_with(now, move |now| match now {
            Standing::Coming => spawn_local(async move {
                standing.set(if place.load().await {
                    Standing::Here(page::heading_has_focus())
                } else {
                    Standing::Failed
                });
            }),
            // The heading that had the focus has just been replaced.
            Standing::Here(true) => page::focus_heading(),
            Standing::Here(false) | Standing::Failed => {}
        });
    }
    {
        let target = props.visit.target.clone();
        let is_late = use_mut_ref(|| place.here().is_none());
        use_effect_with(*standing, move |now| {
            if let (Standing::Here(_), Some(id), true) = (now, target, *is_late.borrow()) {
                page::focus(&id);
            }
        });
    }
    match (*standing, place.here()) {
        (Standing::Here(_), Some(piece)) => (piece.room)(&props.visit, &world),
        (Standing::Failed, _) => {
            let again = Callback::from(move |_: MouseEvent| standing.set(Standing::Coming));
            waiting(&props.visit.route, failed(again))
        }
        _ => waiting(
            &props.visit.route,
            html! { <p class="muted" role="status">{ "Loading this page." }</p> },
        ),
    }
}

/// Properties of [`Over`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct OverProps {
    /// What is open.
    pub(super) which: Overlay,
    /// Whether it still is.
    pub(super) open: bool,
    /// Closes it.
    pub(super) on_close: Callback<()>,
}

/// What opens over a page, as soon as its piece is here; nothing where it does not come, since the
/// page below has all that was asked for.
#[component]
pub(super) fn Over(props: &OverProps) -> Html {
    let world = use_world();
    let is_here = use_state_eq(|| Place::Rooms.here().is_some());
    {
        let (is_here, close) = (is_here.setter(), props.on_close.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                if Place::Rooms.here().is_some() || Place::Rooms.load().await {
                    is_here.set(true);
                } else {
                    close.emit(());
                }
            });
        });
    }
    match Place::Rooms.here() {
        Some(piece) if *is_here => {
            (piece.overlay)(&props.which, props.open, &world, props.on_close.clone())
        }
        _ => html! {},
    }
}

fn waiting(route: &Route, what: Html) -> Html {
    html! {
        <div class="center stack">
            { page_title(route.title()) }
            { what }
        </div>
    }
}

fn failed(again: Callback<MouseEvent>) -> Html {
    let reload = Callback::from(|_: MouseEvent| page::reload());
    Notice::new(NoticeKind::Failure)
        .titled("This page did not arrive")
        .announced()
        .view(html! {
            <>
                <p>{ "Your connection may be down, or a newer version of Smart Pick may have just been published. What you typed is safe on this device." }</p>
                <div class="cluster">
                    <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                    <button type="button" class="button button--quiet" onclick={reload}>{ "Load Smart Pick again" }</button>
                </div>
            </>
        })
}
