//! Ways to a program's own site and to its page in the official directories.

use yew::prelude::*;

use super::subject::Subject;
use engine::catalog::details::Website;

/// The links, with what each is good for.
pub(super) fn links(subject: &Subject<'_>) -> Html {
    let id = subject.program().id;
    html! {
        <ul class="way-list" role="list">
            { websites(subject) }
            <li>
                { outside(format!("https://freida.ama-assn.org/program/{id}"), "FREIDA (American Medical Association)") }
                <span class="muted">{ ", the page of this program" }</span>
            </li>
            <li>
                { outside("https://apps.acgme.org/ads/Public/Programs/Search".to_owned(), "ACGME public program search") }
                <span class="muted">{ format!(", search for {id}") }</span>
            </li>
            <li>
                { outside("https://www.residencyexplorer.org/".to_owned(), "Residency Explorer (AAMC)") }
                <span class="muted">{ ", with an ERAS account" }</span>
            </li>
        </ul>
    }
}

/// The program's own sites, newest first; one line even where there is none, so that the others
/// keep their place when they arrive.
fn websites(subject: &Subject<'_>) -> Html {
    let Some(details) = subject.details() else {
        return html! { <li class="muted">{ "The program\u{2019}s website is among the details, which are not here yet." }</li> };
    };
    if details.websites.is_empty() {
        return html! { <li>{ "No website of the program is on record." }</li> };
    }
    html! { { for details.websites.iter().rev().map(website) } }
}

fn website(site: &Website) -> Html {
    let listed = match site.year {
        2021 => ", as listed in ERAS in 2021".to_owned(),
        year => format!(", as listed on ACGME\u{2019}s page in {year}"),
    };
    html! {
        <li>
            { outside(site.url.to_string(), "The program\u{2019}s website") }
            <span class="muted">{ listed }</span>
        </li>
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
