//! A term of the glossary, explained at the word.

use yew::prelude::*;

use crate::kit::Dialog;
use crate::loading::file::{Arrival, use_file, with_file};
use crate::routing::link::{anchor, link};
use crate::routing::location::Location;
use crate::routing::route::{Route, Slug};
use state::content::tools::Glossary;

/// Properties of [`Term`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct TermProps {
    /// Its name.
    pub(super) name: String,
    /// Whether it is open.
    pub(super) open: bool,
    /// Closes it.
    pub(super) on_close: Callback<()>,
}

/// The term.
#[component]
pub(super) fn Term(props: &TermProps) -> Html {
    let glossary = use_file::<Glossary>(true);
    let title = match &glossary.0 {
        Arrival::Here(glossary) => glossary.find(&props.name).map(|term| term.term.clone()),
        Arrival::Coming | Arrival::Absent(_) => None,
    };
    let close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="term-title" title={title.unwrap_or_else(|| "Glossary".to_owned())} open={props.open} on_close={props.on_close.clone()}>
            { with_file(glossary, |glossary| match glossary.find(&props.name) {
                Some(term) => html! {
                    <>
                        <p>{ Html::from_html_unchecked(term.html.clone().into()) }</p>
                        if !term.also.is_empty() {
                            <p class="muted small">{ format!("Also: {}.", term.also.join(", ")) }</p>
                        }
                        <p class="cluster" onclick={close.clone()}>
                            if let Some(slug) = Slug::parse(&term.article) {
                                { link(&Route::Article { slug }, "", "Read more") }
                            }
                            { whole(&props.name) }
                        </p>
                    </>
                },
                None => html! { <p>{ "The glossary has no such term." }</p> },
            }) }
            <button type="button" class="button" onclick={close.clone()}>{ "Close" }</button>
        </Dialog>
    }
}

fn whole(name: &str) -> Html {
    let Some(slug) = Slug::parse("glossary") else {
        return html! {};
    };
    let location = Location {
        target: Some(name.to_owned().into()),
        ..Location::to(Route::Article { slug })
    };
    anchor(&location, "", html! { "The whole glossary" })
}
