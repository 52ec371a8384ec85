//! The data pack: how it is read, and the designed pages for when it is not here.

use std::rc::Rc;
use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use crate::browser::page;
use crate::kit::page_title;
use crate::routing::route::Route;
use crate::store::World;
use pack::{Opened, PackError};
use state::{Action, Load, LoadFailure, Loaded};

/// Decodes the bytes of a pack, then tells the state.
pub(crate) fn read(bytes: Vec<u8>, dispatch: Callback<Action>) {
    spawn_local(async move {
        let arrived = decode(&bytes).await.map(Rc::new);
        dispatch.emit(Action::PackArrived(arrived));
    });
}

/// Decodes the bytes of a pack, and lets the page answer on the way.
async fn decode(bytes: &[u8]) -> Result<Loaded, LoadFailure> {
    let unread = |error: PackError| unread(&error);
    let opened = Opened::of(bytes).map_err(unread)?;
    sleep(Duration::ZERO).await;
    let unpacked = opened.unpack().map_err(unread)?;
    sleep(Duration::ZERO).await;
    let (catalog, model) = unpacked.catalog().map_err(unread)?;
    sleep(Duration::ZERO).await;
    let identity = pack::identity(bytes).unwrap_or_default();
    Ok(Loaded::new(catalog, model, &identity))
}

/// Why the bytes of a pack are no data.
pub(crate) fn unread(error: &PackError) -> LoadFailure {
    match error {
        PackError::TooNew { .. } | PackError::OtherPack => LoadFailure::Newer,
        other => LoadFailure::Damaged(other.to_string().into()),
    }
}

/// A room's content once the data are here; before that, the page that says where they are.
pub(crate) fn with_pack(
    world: &World,
    route: &Route,
    room: impl FnOnce(&Rc<Loaded>) -> Html,
) -> Html {
    match &world.state.pack {
        Load::Ready(loaded) => room(loaded),
        Load::Loading => waiting(route.title()),
        Load::Failed(failure) => unavailable(failure, &world.dispatch),
    }
}

/// The shape of a list that is on its way.
fn waiting(title: &'static str) -> Html {
    html! {
        <div class="center stack">
            { page_title(title) }
            <p role="status">{ "Loading the program data. This takes a few seconds on a slow connection." }</p>
            <div class="skeleton" aria-hidden="true">
                { for (0..6).map(|row| html! { <div class="skeleton__row" key={row} /> }) }
            </div>
        </div>
    }
}

/// Why the data are not here, and the way out.
fn unavailable(failure: &LoadFailure, dispatch: &Callback<Action>) -> Html {
    let retry = dispatch.reform(|_: MouseEvent| Action::PackRequested);
    let reload = Callback::from(|_: MouseEvent| page::reload());
    let (title, text, detail) = match failure {
        LoadFailure::Unreachable(detail) => (
            "The program data did not arrive",
            "The page could not fetch its data file. Your connection may be down, or the server may be. Your answers are safe on this device.",
            detail.clone(),
        ),
        LoadFailure::Damaged(detail) => (
            "The program data are damaged",
            "The data file arrived, but it is incomplete or changed. Loading it again usually helps. Your answers are safe on this device.",
            detail.clone(),
        ),
        LoadFailure::Newer => (
            "There is a newer version",
            "The data were made for a newer version of this page. Reload the page to get it. Your answers stay on this device.",
            "".into(),
        ),
    };
    let newer = *failure == LoadFailure::Newer;
    html! {
        <div class="center stack">
            { page_title(title) }
            <p class="lead">{ text }</p>
            <div class="cluster">
                if newer {
                    <button type="button" class="button" onclick={reload}>{ "Reload the page" }</button>
                } else {
                    <button type="button" class="button" onclick={retry}>{ "Try again" }</button>
                    <button type="button" class="button button--quiet" onclick={reload}>{ "Reload the page" }</button>
                }
            </div>
            if !detail.is_empty() {
                <details class="disclosure">
                    <summary>{ "What the browser said" }</summary>
                    <p><code>{ &*detail }</code></p>
                </details>
            }
        </div>
    }
}
