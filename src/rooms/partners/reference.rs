//! What a partner's engineer looks up, and what a partner's lawyer asks.

use cli::facts::{LONGEST_NAME, LONGEST_NOTE, MOST_BYTES};
use engine::decimal::grouped;
use yew::prelude::*;

use crate::routing::link::link;
use crate::routing::location::Location;
use crate::routing::route::Route;
use state::embed::PROTOCOL;
use state::embed::inbox::{MOST_WAITING, PAUSE};
use state::embed::shape::LONGEST_TEXT;

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
        "A colour as #rrggbb. Where it could not be read on a light or a dark page it is made darker or paler there.",
    ),
    ("lang", "en. Other languages are not there yet."),
    ("compact", "Short rows."),
    (
        "facts",
        "The address of a facts file on your own origin: what you know of programs, below.",
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
            <h3>{ "What you know of programs: a facts file" }</h3>
            { facts() }
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

/// A file that says all that one can.
const SAMPLE: &str = r#"{
  "format": "smart-pick-facts/1",
  "name": "Your school",
  "day": "2026-11-20",
  "facts": [
    {"program": "1400500001", "j1": true, "h1b": "no", "step2_minimum": 230, "img_percent": 40}
  ],
  "notes": [
    {"program": "1400500001", "note": "Two of our graduates train here."}
  ]
}
"#;

/// The format that visitors exchange, and what a frame makes of it.
fn facts() -> Html {
    html! {
        <>
            <p>{ "It is the file that visitors save and open on their page of answers, so an adviser can keep one for a whole class. Whoever opens Smart Pick itself opens it there; your page gives it to its frame." }</p>
            <pre class="letter">{ SAMPLE }</pre>
            <p>{ format!("A program is an ACGME id of ten digits. The whole has at most {} bytes, a name {} characters, a note {}, and a day is not in the future. The command ", grouped(MOST_BYTES), LONGEST_NAME, LONGEST_NOTE) }<code>{ "smart-pick schema facts" }</code>{ " prints all fields. A file with anything else in it is left out as a whole, and the console of your page names the field." }</p>
            <p>{ "Such facts change requirements and chances in your frame. Each program that they touch is marked as from your file with its day, what the visitor entered goes first, and the visitor removes the file at one press. It is never mixed with our record, not kept on the device, and gone with your page. Figures of Residency Explorer are not taken: their terms keep them with the person." }</p>
        </>
    }
}

/// The protocol of the messages.
fn messages() -> Html {
    html! {
        <>
            <p>{ format!("Plain objects, as postMessage copies them, with protocol “{PROTOCOL}” and a type. Check the origin and the source of each; the frame does the same and listens only to the first origin that spoke.") }</p>
            <p>{ "Into the frame: configure {settings}. In settings each attribute above is a text of its name, but compact, which is true or false; facts is the text of the file and not its address. Whatever is absent or null is as if never set; every configure stands for all settings." }</p>
            <p>{ "Out of the frame: ready; resize {height} in CSS pixels; counts {ranked, listed}; facts-refused {why}, which names the field of your file that does not read; shared {programs}." }</p>
            <p>{ format!("A text has at most {LONGEST_TEXT} characters, but that of a facts file, which has its own bounds. Facts that do not keep them are left out and the rest stands; a message that is not so, of another type or protocol, or text instead of an object, is ignored. Properties that are not named here are not read.") }</p>
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

#[cfg(test)]
mod tests {
    use super::SAMPLE;

    #[test]
    fn the_sample_is_a_facts_file() {
        let file = cli::facts::open(SAMPLE, None).unwrap();
        assert_eq!((file.iter().count(), file.notes().count()), (1, 1));
    }
}
