//! The layout of every page: skip link, header, main, footer.

use yew::prelude::*;

use super::autosave::Autosave;
use super::early_pieces::{use_details, use_early_pieces};
use super::lazy::{Lazy, Notices, Over};
use super::offline::use_offline;
use super::pieces::{Later, Piece};
use crate::browser::{address, keyboard, page};
use crate::kit::page_title;
use crate::rooms::overlay::Overlay;
use crate::rooms::start::StartRoom;
use crate::routing::link::{current, link, use_links};
use crate::routing::location::Location;
use crate::routing::route::{Route, window_title};
use crate::store::use_world;
use state::State;
use state::persist::share;
use state::persist::sync::Keeping;

/// Properties of [`Layout`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct LayoutProps {
    /// The page on show.
    pub location: Location,
    /// How the keeping of the work stands.
    pub autosave: Autosave,
}

/// The layout around the room on show.
#[component]
pub fn Layout(props: &LayoutProps) -> Html {
    let route = &props.location.route;
    let world = use_world();
    use_arrival(&props.location, title_of(route, &world.state));
    use_links();
    let list_is_here = *route == Route::Programs && world.state.best(&world.derived).is_some();
    use_early_pieces(list_is_here, &world.dispatch);
    use_details(&world.state, &world.dispatch);
    let offline = use_offline();
    let (over, search) = use_over(&props.location);
    if *route == Route::Embed {
        // Until the visitor has chosen between two works nothing is kept, so that has to be said here too.
        let is_asking = props.autosave.status.keeping == Keeping::Asking;
        return html! {
            <main id="main" class="embed" tabindex="-1" aria-label={route.title()}>
                if is_asking { <Notices autosave={props.autosave.clone()} on_show={route.clone()} /> }
                { room(&props.location) }
            </main>
        };
    }
    let has_notices = props.autosave.status.is_news() || world.state.before.is_some();
    html! {
        <>
            <a class="skip-link" href="#main" onclick={Callback::from(skip)}>{ "Skip to content" }</a>
            <header class="masthead">
                <div class="masthead__inner">
                    { link(&Route::Start, "masthead__name", "Smart Pick") }
                    <nav aria-label="Main">
                        <ul class="masthead__links">
                            { for links().iter().map(|(to, name)| main_link(to, name, route)) }
                        </ul>
                    </nav>
                    <button type="button" class="masthead__search" onclick={search} aria-keyshortcuts="/ Control+K">{ "Search" }</button>
                </div>
            </header>
            <main id="main" class="page" tabindex="-1">
                // Keys, so that no room takes over what another has drawn.
                <div class="page__notices" key="notices">
                    if has_notices { <Notices autosave={props.autosave.clone()} on_show={route.clone()} /> }
                </div>
                <key={route.title()}>{ room(&props.location) }</>
                // Over the foot of the page, so that nothing moves under the visitor's hand.
                <div class="page__news" key="news">{ offline.news }</div>
            </main>
            <footer class="colophon">
                <div class="colophon__inner stack">
                    <p class="colophon__privacy">
                        { "What you type stays on this device. The page makes no request to any other site, sets no cookie and has no account." }
                    </p>
                    { offline.ready }
                    <ul class="cluster colophon__links">
                        <li>{ link(&Route::Answers, "", "Check, save or open your answers") }</li>
                        <li>{ link(&Route::Trust, "", "How the number is made") }</li>
                        <li>{ link(&Route::Accuracy, "", "How accurate it is") }</li>
                        <li>{ link(&Route::Sources, "", "Data sources") }</li>
                        <li>{ link(&Route::Partners, "", "For partner sites") }</li>
                    </ul>
                </div>
            </footer>
            { over }
        </>
    }
}

/// What is open over the page, and what opens the search: a button, a key. A term is explained at
/// its word, except in the glossary itself.
#[hook]
fn use_over(location: &Location) -> (Html, Callback<MouseEvent>) {
    let route = &location.route;
    let over = use_state_eq(|| None::<Overlay>);
    let open = use_state_eq(|| false);
    let show = {
        let (over, open) = (over.setter(), open.setter());
        Callback::from(move |which: Overlay| {
            over.set(Some(which));
            open.set(true);
        })
    };
    {
        let show = show.clone();
        let is_glossary = matches!(route, Route::Article { slug } if slug.as_str() == "glossary");
        use_effect_with(is_glossary, move |is_glossary| {
            let search = show.clone();
            let key = keyboard::on_search(move || search.emit(Overlay::Search));
            let word = (!is_glossary).then(|| {
                address::on_term(move |term| {
                    show.emit(Overlay::Term(term));
                    true
                })
            });
            move || drop((key, word))
        });
    }
    {
        let show = show.clone();
        let shared = location
            .target
            .clone()
            .filter(|id| share::data(id).is_some());
        use_effect_with(shared, move |shared| {
            if let Some(fragment) = shared.clone() {
                // The data is taken out of the address, so that a reload does not ask again.
                address::forget_fragment();
                show.emit(Overlay::Shared(fragment));
            }
        });
    }
    let on_close = {
        let open = open.setter();
        Callback::from(move |()| open.set(false))
    };
    let search = show.reform(|_: MouseEvent| Overlay::Search);
    let drawn = match &*over {
        // A key, so that a term does not take over what another has drawn.
        Some(which) => {
            html! { <Over key={format!("{which:?}")} which={which.clone()} open={*open} {on_close} /> }
        }
        None => html! {},
    };
    (drawn, search)
}

fn links() -> [(Route, &'static str); 6] {
    [
        (Route::Programs, "Programs"),
        (Route::MyList, "My list"),
        (Route::Profile, "Profile"),
        (Route::Preferences, "Preferences"),
        (Route::Guide, "Guide"),
        (Route::Trust, "How it works"),
    ]
}

fn main_link(to: &Route, name: &'static str, on_show: &Route) -> Html {
    let location = Location::to(to.clone());
    html! {
        <li key={name}>{ current(&location, "masthead__link", to == on_show, html! { name }) }</li>
    }
}

fn room(location: &Location) -> Html {
    match (&location.route, Piece::of(&location.route)) {
        // A key: each piece comes by itself.
        (_, Some(piece)) => {
            let what = Later::Room(piece, location.clone());
            html! { <Lazy key={format!("{piece:?}")} {what} /> }
        }
        (Route::Start, _) => html! { <StartRoom /> },
        _ => not_found(),
    }
}

fn not_found() -> Html {
    html! {
        <div class="center stack">
            { page_title("There is no page here") }
            <p class="lead">{ "The address may be mistyped, or the program may have left the data." }</p>
            <p class="cluster">
                { link(&Route::Programs, "button", "See your programs") }
                { link(&Route::Start, "button button--quiet", "Start") }
            </p>
        </div>
    }
}

/// What stands in a frame of another site's page where a room was to be: nobody could tell the visitor
/// whose page it is. Hosts that send our headers do not even show this.
#[component]
pub(crate) fn Framed() -> Html {
    html! {
        <main class="page stack">
            { page_title("Smart Pick") }
            <p>{ "This page opens on its own, not within another site." }</p>
            <p><a class="button" href={Location::now().address()} target="_blank" rel="noopener">{ "Open Smart Pick" }</a></p>
        </main>
    }
}

fn skip(event: MouseEvent) {
    event.prevent_default();
    page::focus("main");
}

/// What the window is called: a program's page by its name, once it is known.
fn title_of(route: &Route, state: &State) -> String {
    let program = match route {
        Route::Program { id } => state.pack.ready().and_then(|l| l.catalog.find(*id)),
        _ => None,
    };
    program.map_or_else(
        || route.title().into(),
        |(_, program)| program.name.to_string(),
    )
}

/// Sets the window's title; after the first page, moves focus to the heading or to the control
/// that the link named, as a document load would.
#[hook]
fn use_arrival(location: &Location, title: String) {
    let first = use_mut_ref(|| true);
    use_effect_with(title, |title| {
        page::set_title(&window_title(title));
    });
    use_effect_with(location.clone(), move |location| {
        let arrived = !std::mem::replace(&mut *first.borrow_mut(), false);
        match &location.target {
            Some(id) => page::focus(id),
            None if arrived => page::arrive(),
            None => {}
        }
    });
}
