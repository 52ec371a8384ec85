//! What is not in the first download, as it is drawn: at once where its piece is here, else the words for one
//! that is on its way or did not arrive.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::autosave::Autosave;
use super::pieces::{Later, Overlays, Piece};
use crate::browser::page;
use crate::kit::{Notice, NoticeKind, page_title};
use crate::loading::fragment::{Fragment, Origin};
use crate::rooms::overlay::Overlay;
use crate::routing::route::Route;
use crate::store::use_world;

/// How a piece stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Coming,
    Failed,
    /// Here, and whether the page's heading had the focus when it came.
    Here(bool),
}

/// How a piece stands, which is fetched if it is not here, and what tries again.
#[hook]
fn use_piece(piece: Piece) -> (Standing, Callback<MouseEvent>) {
    let standing = use_state_eq(|| match piece.is_here() {
        true => Standing::Here(false),
        false => Standing::Coming,
    });
    let now = standing.setter();
    use_effect_with((piece, *standing), move |(piece, standing)| {
        let piece = *piece;
        if *standing == Standing::Coming {
            spawn_local(async move {
                now.set(if piece.load().await {
                    Standing::Here(page::heading_has_focus())
                } else {
                    Standing::Failed
                });
            });
        }
    });
    let again = standing.setter();
    let again = Callback::from(move |_: MouseEvent| again.set(Standing::Coming));
    (*standing, again)
}

/// Properties of [`Lazy`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct LazyProps {
    /// What is drawn.
    pub(crate) what: Later,
}

/// A room or a part of one, as soon as its piece is here.
#[component]
pub(crate) fn Lazy(props: &LazyProps) -> Html {
    let world = use_world();
    let (standing, again) = use_piece(props.what.piece());
    let room = match &props.what {
        Later::Room(_, location) => Some(location),
        _ => None,
    };
    let is_late = use_mut_ref(|| !matches!(standing, Standing::Here(_)));
    let target = room.and_then(|location| location.target.clone());
    use_effect_with((standing, room.is_some()), move |(standing, is_room)| {
        let Standing::Here(had_focus) = *standing else {
            return;
        };
        if had_focus && *is_room {
            // The heading that had it has just been replaced.
            page::focus_heading();
        }
        if let (Some(id), true) = (target, *is_late.borrow()) {
            page::focus(&id);
        }
    });
    match (standing, props.what.draw(&world), room) {
        (Standing::Here(_), Some(drawn), _) => drawn,
        (Standing::Failed, _, Some(location)) => waiting(&location.route, failed(again)),
        (Standing::Failed, _, None) => part_failed(again),
        (_, _, Some(location)) => coming(&location.route),
        (_, _, None) => {
            html! { <p class="muted" role="status">{ "Loading this part." }</p> }
        }
    }
}

fn part_failed(again: Callback<MouseEvent>) -> Html {
    Notice::new(NoticeKind::Failure).announced().view(html! {
        <p class="cluster">
            { "This part of the page did not arrive." }
            <button type="button" class="button button--quiet" onclick={again}>{ "Try again" }</button>
        </p>
    })
}

/// Properties of [`Over`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct OverProps {
    /// What is open.
    pub(crate) which: Overlay,
    /// Whether it still is.
    pub(crate) open: bool,
    /// Closes it.
    pub(crate) on_close: Callback<()>,
}

/// What opens over a page, as soon as its piece is here; nothing where it does not come, since the
/// page below has all that was asked for.
#[component]
pub(crate) fn Over(props: &OverProps) -> Html {
    let world = use_world();
    let (standing, _) = use_piece(Piece::Overlays);
    let close = props.on_close.clone();
    use_effect_with(standing, move |standing| {
        if *standing == Standing::Failed {
            close.emit(());
        }
    });
    match Overlays::here() {
        Some(beside) => (beside.overlay)(&props.which, props.open, &world, props.on_close.clone()),
        None => Html::default(),
    }
}

/// Properties of [`Notices`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct NoticesProps {
    /// How the keeping stands.
    pub(crate) autosave: Autosave,
    /// The page that they stand over.
    pub(crate) on_show: Route,
}

/// The notices over a page, as soon as their piece is here. Where it does not come, that nothing is kept
/// is still said.
#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let world = use_world();
    let (standing, _) = use_piece(Piece::Overlays);
    match Overlays::here() {
        Some(beside) => (beside.notices)(&props.autosave, &props.on_show, &world),
        None if standing == Standing::Failed && props.autosave.status.keeping.is_trouble() => {
            Notice::new(NoticeKind::Warning).announced().view(
                html! { <p>{ "Your answers are not kept just now. Load the page again." }</p> },
            )
        }
        None => Html::default(),
    }
}

/// What stands there until the piece is here: an article that the document came with, or words.
fn coming(route: &Route) -> Html {
    let painted = match route {
        Route::Article { slug } => page::painted(slug.as_str()),
        _ => None,
    };
    match painted {
        Some(content) => html! {
            <div class="article"><Fragment of={Origin::Painted(content.into())} /></div>
        },
        None => waiting(
            route,
            html! { <p class="muted" role="status">{ "Loading this page." }</p> },
        ),
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
