//! What opens over a page: the search, a term of the glossary at its word, what a link shares.

mod search;
mod shared;
mod term;

use std::rc::Rc;

use yew::prelude::*;

use crate::store::World;

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Overlay {
    /// The search over programs and guide.
    Search,
    /// A term, by its name.
    Term(String),
    /// What a link shares, by what stands behind `#`.
    Shared(AttrValue),
}

/// What draws an overlay: which, whether it is open, and what closes it.
pub(crate) type DrawOverlay = fn(&Overlay, bool, &World, Callback<()>) -> Html;

/// The overlay as a dialog.
pub(crate) fn overlay(which: &Overlay, open: bool, world: &World, on_close: Callback<()>) -> Html {
    match which {
        Overlay::Search => {
            let chosen = world.derived.preferences().specialties.iter();
            let chosen = chosen.map(|choice| choice.code).collect::<Rc<[_]>>();
            html! { <search::Search {open} {on_close} {chosen} pack={world.state.pack.clone()} /> }
        }
        Overlay::Shared(fragment) => {
            html! { <shared::Shared {open} {on_close} fragment={fragment.clone()} /> }
        }
        Overlay::Term(name) => html! { <term::Term name={name.clone()} {open} {on_close} /> },
    }
}
