//! Rooms that are not in the first download, as they are drawn: at once where their piece is here,
//! else the words for one that is on its way or did not arrive.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::autosave::Autosave;
use super::pieces::{Beside, Overlays, PartPiece, RoomPiece};
use crate::browser::page;
use crate::kit::{Notice, NoticeKind, page_title};
use crate::loading::fragment::{Fragment, Origin};
use crate::rooms::my_list::ListPart;
use crate::rooms::overlay::Overlay;
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::use_world;

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
pub(crate) struct LazyProps {
    /// The piece that has it.
    pub(crate) piece: RoomPiece,
    /// The page.
    pub(crate) location: Location,
}

/// A room, as soon as its piece is here.
#[component]
pub(crate) fn Lazy(props: &LazyProps) -> Html {
    let world = use_world();
    let piece = props.piece;
    let standing = use_state_eq(|| match piece.here() {
        Some(_) => Standing::Here(false),
        None => Standing::Coming,
    });
    {
        let (standing, now) = (standing.clone(), *standing);
        use_effect_with(now, move |now| match now {
            Standing::Coming => spawn_local(async move {
                standing.set(if piece.load().await {
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
        let target = props.location.target.clone();
        let is_late = use_mut_ref(|| piece.here().is_none());
        use_effect_with(*standing, move |now| {
            if let (Standing::Here(_), Some(id), true) = (now, target, *is_late.borrow()) {
                page::focus(&id);
            }
        });
    }
    match (*standing, piece.here()) {
        (Standing::Here(_), Some(draw)) => draw(&props.location, &world),
        (Standing::Failed, _) => {
            let again = Callback::from(move |_: MouseEvent| standing.set(Standing::Coming));
            waiting(&props.location.route, failed(again))
        }
        _ => coming(&props.location.route),
    }
}

/// Properties of [`Part`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct PartProps {
    /// Which.
    pub(crate) which: PartPiece,
    /// What it is drawn from.
    pub(crate) part: ListPart,
}

/// A part of a room, as soon as its piece is here.
#[component]
pub(crate) fn Part(props: &PartProps) -> Html {
    let which = props.which;
    let arrived = use_state_eq(|| which.here().map(|_| true));
    let attempt = use_state_eq(|| 0_u32);
    {
        let arrived = arrived.setter();
        use_effect_with(*attempt, move |_| {
            spawn_local(async move {
                arrived.set(Some(which.load().await));
            });
        });
    }
    match (*arrived, which.here()) {
        (Some(_), Some(draw)) => draw(&props.part),
        (Some(false), None) => {
            let again = Callback::from(move |_: MouseEvent| attempt.set(*attempt + 1));
            Notice::new(NoticeKind::Failure).announced().view(html! {
                <p class="cluster">
                    { "This part of the page did not arrive." }
                    <button type="button" class="button button--quiet" onclick={again}>{ "Try again" }</button>
                </p>
            })
        }
        _ => html! { <p class="muted" role="status">{ "Loading this part." }</p> },
    }
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
    let close = props.on_close.clone();
    match use_overlays(move || close.emit(())) {
        Some(beside) => (beside.overlay)(&props.which, props.open, &world, props.on_close.clone()),
        None => html! {},
    }
}

/// The piece with what opens over pages, once it is here.
#[hook]
fn use_overlays(on_absent: impl FnOnce() + 'static) -> Option<Beside> {
    let is_here = use_state_eq(|| Overlays::here().is_some());
    let now = is_here.setter();
    use_effect_with((), move |()| {
        spawn_local(async move {
            if Overlays::load().await {
                now.set(true);
            } else {
                on_absent();
            }
        });
    });
    Overlays::here().filter(|_| *is_here)
}

/// Properties of [`Notices`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct NoticesProps {
    /// How the keeping stands.
    pub(crate) autosave: Autosave,
}

/// The notices over a page, as soon as their piece is here. Where it does not come, that nothing is kept
/// is still said.
#[component]
pub(crate) fn Notices(props: &NoticesProps) -> Html {
    let world = use_world();
    let is_absent = use_state_eq(|| false);
    let absent = is_absent.setter();
    match use_overlays(move || absent.set(true)) {
        Some(beside) => (beside.notices)(&props.autosave, &world),
        None if *is_absent && props.autosave.status.keeping.is_trouble() => {
            Notice::new(NoticeKind::Warning).announced().view(
                html! { <p>{ "Your answers are not kept just now. Load the page again." }</p> },
            )
        }
        None => html! {},
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
