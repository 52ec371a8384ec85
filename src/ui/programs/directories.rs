//! Ways to a program's own site and to its page in the official directories.

use yew::prelude::*;

use crate::engine::program::Program;

/// The links, with what each is good for.
pub(super) fn links(program: &Program) -> Html {
    html! {
        <ul class="way-list" role="list">
            if let Some(website) = &program.website {
                <li>
                    { outside(website.to_string(), "The program\u{2019}s website") }
                    <span class="muted">{ ", as listed in ERAS in 2021" }</span>
                </li>
            } else {
                <li>{ "No website of the program is on record." }</li>
            }
            <li>
                { outside(format!("https://freida.ama-assn.org/program/{}", program.id), "FREIDA (American Medical Association)") }
                <span class="muted">{ ", the page of this program" }</span>
            </li>
            <li>
                { outside("https://apps.acgme.org/ads/Public/Programs/Search".to_owned(), "ACGME public program search") }
                <span class="muted">{ format!(", search for {}", program.id) }</span>
            </li>
            <li>
                { outside("https://www.residencyexplorer.org/".to_owned(), "Residency Explorer (AAMC)") }
                <span class="muted">{ ", with an ERAS account" }</span>
            </li>
        </ul>
    }
}

/// A link that leaves the app, in a tab of its own.
pub(super) fn outside(href: String, words: &'static str) -> Html {
    html! {
        <a {href} target="_blank" rel="noopener noreferrer external">
            { words }<span class="visually-hidden">{ " (opens in a new tab)" }</span>
        </a>
    }
}
