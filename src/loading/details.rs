//! What only pages tell: how it is fetched, and the words for when it is not here.
//!
//! Whoever shows some of it asks for it by [`DetailsNotice`] or [`SourceLink`] and reads it off
//! the catalog, where it is once it has arrived. Nothing else waits for it.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::pack::unread;
use crate::browser::{fetch as bytes, page};
use crate::kit::{Notice, NoticeKind};
use crate::routing::link::anchor;
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::fact::SourceIndex;
use state::{Action, Load, LoadFailure, Loaded};

/// Fetches the second pack, adds it to the catalog, then tells the state. What is written that far
/// into the visit is also searched with typing errors: that reading comes with the same piece.
pub(crate) fn fetch(loaded: Rc<Loaded>, dispatch: Callback<Action>) {
    loaded.search.forgive();
    spawn_local(async move {
        let arrived = match bytes::details().await {
            Ok(bytes) => add(&bytes, &loaded),
            Err(error) => Err(LoadFailure::Unreachable(error.to_string().into())),
        };
        dispatch.emit(Action::DetailsArrived(arrived));
    });
}

/// Reads the bytes of the second pack for the first.
fn add(bytes: &[u8], loaded: &Loaded) -> Result<(), LoadFailure> {
    pack::decode_details(bytes, &loaded.catalog, &loaded.pack)
        .and_then(|details| Ok(loaded.catalog.add_details(details)?))
        .map_err(|error| unread(&error))
}

/// Asks for the details if nobody has yet.
#[hook]
fn use_asked(world: &World) {
    let wanted = world.state.details.is_none() && !are_here(world);
    let dispatch = world.dispatch.clone();
    use_effect_with(wanted, move |wanted| {
        if *wanted {
            dispatch.emit(Action::DetailsRequested);
        }
    });
}

fn are_here(world: &World) -> bool {
    let loaded = world.state.pack.ready();
    loaded.is_some_and(|loaded| loaded.catalog.details().is_some())
}

/// Asks for the details and says how they stand; nothing once they are here.
#[component]
pub(crate) fn DetailsNotice() -> Html {
    let world = use_world();
    use_asked(&world);
    if are_here(&world) {
        return html! {};
    }
    match &world.state.details {
        Some(Load::Failed(failure)) => failed(failure, &world.dispatch),
        _ => html! {
            <p class="details-coming" role="status">{ "Loading the details: websites, sponsors, names of hospitals and sources." }</p>
        },
    }
}

fn failed(failure: &LoadFailure, dispatch: &Callback<Action>) -> Html {
    let again = dispatch.reform(|_: MouseEvent| Action::DetailsRequested);
    let reload = Callback::from(|_: MouseEvent| page::reload());
    let (title, why) = match failure {
        LoadFailure::Unreachable(_) => (
            "The details did not arrive",
            "The page could not fetch its second data file. Your connection may be down, or the server may be.",
        ),
        LoadFailure::Damaged(_) => (
            "The details are damaged",
            "The second data file arrived, but it is incomplete or changed.",
        ),
        LoadFailure::Newer => (
            "The details are of another version",
            "The second data file belongs to another version of Smart Pick. Load Smart Pick again to have both of one version.",
        ),
    };
    Notice::new(NoticeKind::Failure)
        .titled(title)
        .announced()
        .view(html! {
            <>
                <p>{ why }{ " Websites, sponsors, names of hospitals and the titles of sources are missing until it is here. Everything else works." }</p>
                <div class="cluster no-print">
                    <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                    <button type="button" class="button button--quiet" onclick={reload}>{ "Load Smart Pick again" }</button>
                </div>
            </>
        })
}

/// Properties of [`SourceLink`].
#[derive(Clone, Copy, Debug, PartialEq, Properties)]
pub(crate) struct SourceLinkProps {
    /// The source.
    pub(crate) index: SourceIndex,
}

/// A source by its title, with the way to it; the bare word until the titles are here.
#[component]
pub(crate) fn SourceLink(props: &SourceLinkProps) -> Html {
    let world = use_world();
    use_asked(&world);
    let Some(loaded) = world.state.pack.ready() else {
        return html! {};
    };
    let Some(source) = loaded.catalog.source(props.index) else {
        return html! {};
    };
    let to = Location {
        route: Route::Sources,
        target: Some(source.key.to_string().into()),
    };
    let words = loaded.catalog.source_details(props.index);
    let title = words.map_or("Source", |words| &*words.title);
    anchor(&to, "", html! { title.to_owned() })
}
