//! Links between the pages of the app. They are plain anchors; one listener on the document
//! follows them without loading the document again.

use yew::prelude::*;

use super::location::Location;
use super::route::Route;
use crate::browser::address;

/// A link to a page of the app; no class if it is empty.
pub fn link(to: &Route, class: &'static str, words: &str) -> Html {
    anchor(&Location::to(to.clone()), class, html! { words })
}

/// A link around what it says.
pub(crate) fn anchor(to: &Location, class: &'static str, content: Html) -> Html {
    current(to, class, false, content)
}

/// The same, marked where it leads to the page on show.
pub(crate) fn current(to: &Location, class: &'static str, is_current: bool, content: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! {
        <a href={to.address()} {class} aria-current={is_current.then_some("page")}>{ content }</a>
    }
}

/// Follows the links of the app, wherever in the document they are.
#[hook]
pub(crate) fn use_links() {
    use_effect_with((), |()| {
        let listener = address::on_link(follow);
        move || drop(listener)
    });
}

/// Whether the address is a page; what is none, such as a file, is left to the browser.
fn follow(href: &str) -> bool {
    match Location::of(href).filter(|location| location.route != Route::NotFound) {
        Some(location) => {
            location.go();
            true
        }
        None => false,
    }
}
