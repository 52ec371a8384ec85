//! The Trust room: how the number is made, what is assumed and not known, where the data come
//! from, and how to check that nothing leaves the device.

mod accuracy;
mod assumptions;
mod borrowed;
mod formula_steps;
mod numbers;
mod plain;
mod privacy;
mod sources;
mod worked_example;

pub use accuracy::accuracy_room;

use std::rc::Rc;

use yew::prelude::*;

use crate::kit::page_title;
use crate::loading::pack::with_pack;
use crate::routing::link::{anchor, link};
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::World;
use state::Loaded;

/// How the number is made.
pub(crate) fn trust_room(world: &World) -> Html {
    with_pack(world, &Route::Trust, |loaded| {
        html! {
            <div class="center stack">
                { page_title(Route::Trust.title()) }
                <p class="lead">
                    { "For each program we work out your chance of an interview, your chance of a match after an interview, and what the program is worth to you. The ranking combines these and puts the best overall first. This page shows every step with your own values in it." }
                </p>
                <p>{ link(&Route::Accuracy, "", "How accurate it is: the model against published outcomes") }</p>
                { contents() }
                { plain::in_plain_words() }
                <worked_example::WorkedExample loaded={loaded.clone()} />
                { assumed(loaded) }
                { borrowed::borrowed(loaded, &world.derived) }
                { plain::not_known() }
                <p>
                    { link(&Route::Sources, "", "Where the data come from, and how to check that nothing you type leaves this device") }
                </p>
            </div>
        }
    })
}

/// Where the data come from.
pub(crate) fn sources_room(world: &World) -> Html {
    with_pack(world, &Route::Sources, |loaded| {
        html! {
            <div class="center stack">
                { page_title(Route::Sources.title()) }
                <p class="lead">
                    { "Every fact has a source and a year. We carry facts and figures, never sentences, and link to the page where we read them." }
                </p>
                { sources::as_of(&loaded.catalog) }
                { sources::caveats() }
                { sources::all(&loaded.catalog) }
                { privacy::proof() }
                <p>{ link(&Route::Trust, "", Route::Trust.title()) }</p>
            </div>
        }
    })
}

/// The parts of the page, each a place that the link moves to.
const PARTS: [(&str, &str); 5] = [
    ("plain-words", "In plain words"),
    ("worked", "With your values"),
    ("assumed", "What is assumed"),
    ("borrowed", "What is borrowed"),
    ("not-known", "What is not known"),
];

fn contents() -> Html {
    html! {
        <nav aria-label="On this page">
            <ul class="cluster trust__contents">
                { for PARTS.iter().map(|(id, name)| {
                    let to = Location { route: Route::Trust, target: Some(AttrValue::Static(id)) };
                    html! { <li key={*id}>{ anchor(&to, "", html! { *name }) }</li> }
                }) }
            </ul>
        </nav>
    }
}

/// A part of the page with its heading, which takes the focus when a link leads to it.
fn part(id: &'static str, title: &'static str, content: Html) -> Html {
    let heading = format!("{id}-title");
    html! {
        <section class="stack trust__part" aria-labelledby={heading.clone()}>
            <h2 id={id} tabindex="-1"><span id={heading}>{ title }</span></h2>
            { content }
        </section>
    }
}

fn assumed(loaded: &Rc<Loaded>) -> Html {
    let content = match &loaded.model {
        Some(model) => assumptions::table(&loaded.catalog, model),
        None => html! { <p>{ NO_MODEL }</p> },
    };
    part("assumed", "What is assumed", content)
}

/// What the room says in a copy whose pack has no model.
const NO_MODEL: &str = "This copy was made without the data that chances need. Facts, requirements and wishes still work; chances are not available.";
