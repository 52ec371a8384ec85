//! What a partner's engineer looks up, and what a partner's lawyer asks.

use yew::prelude::*;

use crate::routing::link::link;
use crate::routing::location::Location;
use crate::routing::route::Route;
use state::embed::PROTOCOL;
use state::embed::inbox::{MOST_WAITING, PAUSE};
use state::embed::shape::{LONGEST_NAME, LONGEST_NOTE, LONGEST_TEXT, MOST_NOTES};

/// The attributes, what each takes.
const ATTRIBUTES: [(&str, &str); 8] = [
    (
        "specialty",
        "A specialty by its name in small letters with hyphens: internal-medicine. It stands until the visitor chooses.",
    ),
    ("states", "State codes with commas: NY,NJ."),
    (
        "sections",
        "questions, programs, guide: in the order in which they are shown.",
    ),
    ("theme", "light, dark or auto."),
    (
        "accent",
        "A colour as #rrggbb. One that could not be read is not used.",
    ),
    ("lang", "en. Other languages are not there yet."),
    ("compact", "Short rows."),
    (
        "pack",
        "The address of a JSON file on your own origin, at most 200 kB: {\"name\": \"Your school\", \"notes\": {\"1400500001\": \"Two of our graduates train here.\"}}. Notes are shown as yours and change no number.",
    ),
];

/// The events, what each carries.
const EVENTS: [(&str, &str); 3] = [
    ("smart-pick-ready", "The view is here."),
    (
        "smart-pick-counts",
        "detail: {ranked, listed}. How many programs are ranked, as 0, 1, 10, 100 or 1,000, since the exact number would tell what was answered; and how many are on the list.",
    ),
    (
        "smart-pick-share",
        "detail: {programs}, ACGME ids. Only after the visitor pressed the button that names your site, and confirmed it.",
    ),
];

pub(super) fn reference(site: &str) -> Html {
    let list = |rows: &[(&'static str, &'static str)]| {
        html! { <dl class="glossary">{ for rows.iter().map(|(name, words)| html! { <><dt><code>{ *name }</code></dt><dd>{ *words }</dd></> }) }</dl> }
    };
    let origin = site.trim_end_matches('/');
    html! {
        <section class="stack tool__part" aria-labelledby="partners-protocol">
            <h2 id="partners-protocol">{ "Reference" }</h2>
            <h3>{ "Attributes, all optional, observed while the page lives" }</h3>
            { list(&ATTRIBUTES) }
            <h3>{ "Events, on the element, bubbling" }</h3>
            { list(&EVENTS) }
            <h3>{ "Messages, for who writes a host without the element" }</h3>
            { messages() }
            <h3>{ "A page with a strict content security policy" }</h3>
            <p><code>{ format!("script-src {origin}; frame-src {origin}") }</code></p>
            <h3>{ "Serving it yourself" }</h3>
            <p><a href={format!("{}smart-pick.zip", Location::to(Route::Start).address())} download="smart-pick.zip" target="_self">{ "smart-pick.zip" }</a>{ " is the whole site, with a hash of every file in INTEGRITY.txt: put it on any static host. The README of the source says how." }</p>
            <h3>{ "Where scripts or WebAssembly are blocked" }</h3>
            <p>{ "The frame says so in words and leads to this site." }</p>
        </section>
    }
}

/// The protocol of the messages.
fn messages() -> Html {
    html! {
        <>
            <p>{ format!("Plain objects, as postMessage copies them, with protocol “{PROTOCOL}” and a type. Check the origin and the source of each; the frame does the same and listens only to the first origin that spoke.") }</p>
            <p>{ "Into the frame: configure {settings}. In settings each attribute above is a text of its name, but compact, which is true or false, and pack, which is {name, notes: [{program, note}]} with an ACGME id of ten digits as program. Whatever is absent or null is as if never set; every configure stands for all settings." }</p>
            <p>{ "Out of the frame: ready; resize {height} in CSS pixels; counts {ranked, listed}; shared {programs}." }</p>
            <p>{ format!("A text has at most {LONGEST_TEXT} characters; a pack at most {MOST_NOTES} notes of {LONGEST_NOTE} characters, and a name of {LONGEST_NAME}. A pack that is not so is left out; a message that is not so, of another type or protocol, or text instead of an object, is ignored. Properties that are not named here are not read.") }</p>
            <p>{ format!("However often you write, the frame reads at most once in {PAUSE} milliseconds: of what came since, the newest configure counts, if it is among the newest {MOST_WAITING} messages. A message that takes long to read makes the frame rest for longer, up to two seconds.") }</p>
        </>
    }
}

pub(super) fn privacy() -> Html {
    html! {
        <section class="stack tool__part" aria-labelledby="partners-privacy">
            <h2 id="partners-privacy">{ "Privacy" }</h2>
            <p>{ "The frame loads its own files from this site and asks no other. It sets no cookie. What a visitor types is kept in the browser's storage for this site inside yours, where browsers allow it, and is lost with the tab where they do not. Your page receives the height of the frame, which grows as questions and rows appear, and two numbers: about how many programs are ranked, and how many are on the list." }</p>
            <p>{ "How this is kept is in " }{ link(&Route::Trust, "", "how it works") }{ ", and the tests of it are part of the source." }</p>
        </section>
    }
}
