//! Rooms that are not in the first download, as they are drawn: at once where their piece is here,
//! else the words for one that is on its way or did not arrive.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::keep::Keep;
use super::kit::{Notice, NoticeKind, page_title};
use super::overlay::Overlay;
use super::pieces::{Piece, Place};
use super::route::Route;
use super::store::use_world;
use super::visit::Visit;
use crate::browser::page;

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
    let close = props.on_close.clone();
    match use_rooms(move || close.emit(())) {
        Some(piece) => (piece.overlay)(&props.which, props.open, &world, props.on_close.clone()),
        None => html! {},
    }
}

/// The piece of most rooms, once it is here.
#[hook]
fn use_rooms(on_absent: impl FnOnce() + 'static) -> Option<Piece> {
    let is_here = use_state_eq(|| Place::Rooms.here().is_some());
    let now = is_here.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            if Place::Rooms.here().is_some() || Place::Rooms.load().await {
                now.set(true);
            } else {
                on_absent();
            }
        });
    });
    Place::Rooms.here().filter(|_| *is_here)
}

/// Properties of [`Notices`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct NoticesProps {
    /// How the keeping stands.
    pub(super) keep: Keep,
}

/// The notices over a page, as soon as their piece is here. Where it does not come, that nothing is kept
/// is still said.
#[component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    let world = use_world();
    let is_absent = use_state_eq(|| false);
    let absent = is_absent.setter();
    match use_rooms(move || absent.set(true)) {
        Some(piece) => (piece.notices)(&props.keep, &world),
        None if *is_absent && props.keep.standing.keeping.is_trouble() => {
            Notice::new(NoticeKind::Warning).announced().view(
                html! { <p>{ "Your answers are not kept just now. Load the page again." }</p> },
            )
        }
        None => html! {},
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
