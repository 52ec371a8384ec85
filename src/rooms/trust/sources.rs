//! The data sources with year and terms, and the caveats that belong beside the facts.

use yew::prelude::*;

use super::part;
use crate::loading::details::DetailsNotice;
use engine::catalog::details::SourceDetails;
use engine::catalog::{Catalog, Source};
use engine::fact::SourceIndex;

const CAVEATS: [(&str, &str); 8] = [
    (
        "H-1B filings",
        "They are filed by an employer, not by a program. They show an intent, not a visa, and most are from before the fee proclamation of September 2025. An employer that filed none has not said no.",
    ),
    (
        "A program's own page",
        "It shows the year in which it was written, as far as that can be seen. Older pages count for less, and two pages that contradict each other are shown as conflicting.",
    ),
    (
        "Academic centre or community hospital",
        "We count the specialties that train at the program's main hospital: up to 8 count as a community hospital, 15 or more as an academic centre, and large hospitals a little more so. Where no hospital is known, and at hospitals for one kind of patient, we read the name, with a wide range. These two labels are ours; no official source gives them.",
    ),
    (
        "Hospitals",
        "The main hospital was found by its name, its city and the sponsor. A program may train at others too. Beds and residents are those of the year shown.",
    ),
    (
        "Positions and fill",
        "They are from the Matches of 2016 to 2020. For 2026 we have only the codes that did not fill. A code that is not on that list filled all its positions, or was not in the Match. A missing NRMP code does not rule out a program.",
    ),
    (
        "ERAS in 2021",
        "\"No longer accepting applications\" means that the deadline of that season had passed, not that the program is closed.",
    ),
    (
        "The 2025 directory",
        "It lacks transitional and combined programs. That a program is missing there does not mean that it closed.",
    ),
    (
        "Rules of state boards",
        "Only rules that we read are used, each with its date. A state without one is not stated.",
    ),
];

/// How old the facts are and whether any were left out.
pub(super) fn as_of(catalog: &Catalog) -> Html {
    let day = catalog.as_of().map(|day| day.to_string());
    html! {
        <p>
            if let Some(day) = day {
                { format!("The facts were last put together on {day}. ") }
            }
            { format!(
                "They cover {} programs, with {} statements from programs' own pages and {} rules of state boards.",
                catalog.programs().len(),
                catalog.statements().len(),
                catalog.licence_rules().len(),
            ) }
            if !catalog.has_nrmp() {
                { " This copy was made without the columns from NRMP program reports." }
            }
        </p>
    }
}

/// What to keep in mind beside a fact.
pub(super) fn caveats() -> Html {
    part(
        "caveats",
        "What to keep in mind",
        html! {
            <dl class="trust__list">
                { for CAVEATS.iter().map(|(what, words)| html! {
                    <div key={*what}>
                        <dt>{ *what }</dt>
                        <dd>{ *words }</dd>
                    </div>
                }) }
            </dl>
        },
    )
}

/// Every source.
pub(super) fn all(catalog: &Catalog) -> Html {
    part(
        "all-sources",
        "All sources",
        html! {
            <>
                <DetailsNotice />
                <ul class="trust__sources">
                    { for (0u16..).map(SourceIndex).zip(catalog.sources()).map(|(index, source)| {
                        one(source, catalog.source_details(index))
                    }) }
                </ul>
            </>
        },
    )
}

/// One source; its bare place until its words are here, so that a link to it arrives.
fn one(source: &Source, words: Option<&SourceDetails>) -> Html {
    html! {
        <li key={source.key.to_string()} id={source.key.to_string()} class="source" tabindex="-1">
            { words.map_or_else(|| html! { <p class="muted">{ &*source.key }</p> }, described) }
        </li>
    }
}

fn described(source: &SourceDetails) -> Html {
    html! {
        <>
            <h3>{ &*source.title }</h3>
            <p class="source__publisher">{ format!("{}, {}", source.publisher, source.year) }</p>
            <dl class="source__facts">
                if let Some(by) = &source.quoted_by { { fact("As quoted by", html! { &**by }) } }
                { fact("We use", html! { &*source.used_for }) }
                { fact("Read at", read_at(&source.location)) }
                { fact("Terms", html! { &*source.terms }) }
            </dl>
        </>
    }
}

fn fact(name: &'static str, words: Html) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            <dd>{ words }</dd>
        </div>
    }
}

/// A link where the place is an address, else words.
fn read_at(location: &str) -> Html {
    let is_address = location.starts_with("https://") || location.starts_with("http://");
    if is_address && !location.contains(char::is_whitespace) {
        html! { <a href={location.to_owned()} rel="noreferrer noopener external">{ location }</a> }
    } else {
        html! { { location } }
    }
}
