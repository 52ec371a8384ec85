//! Links between the pages of the app. They are plain anchors; one listener on the document
//! follows them without loading the document again.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;
use yew_router::prelude::*;

use super::route::Route;

thread_local! {
    /// What every address begins with: empty unless the site lies below its host's root. It is
    /// kept here since links are drawn by functions, which cannot ask the router.
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The control that a link leads to, kept with the history entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target(pub Option<AttrValue>);

/// A link to a page of the app.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link<'a> {
    /// Where to.
    pub to: &'a Route,
    /// The id of a control on that page to go to.
    pub anchor: Option<&'a str>,
    /// Class of the link; empty for none.
    pub class: &'static str,
    /// Whether the link leads to the page on show.
    pub current: bool,
}

impl Link<'_> {
    /// The link around what it says.
    #[must_use]
    pub fn view(self, content: Html) -> Html {
        let mut href = BASE.with_borrow(String::clone);
        href.push_str(&self.to.to_path());
        if let Some(id) = self.anchor {
            href.push('#');
            href.push_str(id);
        }
        let class = (!self.class.is_empty()).then_some(self.class);
        html! {
            <a {href} {class} aria-current={self.current.then_some("page")}>{ content }</a>
        }
    }
}

/// A link to a page; no class if it is empty.
#[must_use]
pub fn link(to: &Route, class: &'static str, words: &str) -> Html {
    let link = Link {
        to,
        anchor: None,
        class,
        current: false,
    };
    link.view(html! { words })
}

/// Follows the links of the app, wherever in the document they are.
#[hook]
pub(super) fn use_links() {
    let navigator = use_navigator();
    let base = navigator.as_ref().and_then(|n| n.basename()).unwrap_or("");
    BASE.set(base.to_owned());
    use_effect_with((), move |()| {
        let listener = navigator.map(|navigator| {
            EventListener::new_with_options(
                &gloo::utils::document(),
                "click",
                EventListenerOptions::enable_prevent_default(),
                move |event| follow(&navigator, event),
            )
        });
        move || drop(listener)
    });
}

/// Leaves to the browser what is no plain click on a link of the app: a key held down asks for
/// a new tab or a download.
fn follow(navigator: &Navigator, event: &Event) {
    let Some(event) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    let modified = event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
    if modified || event.default_prevented() {
        return;
    }
    let pressed = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let link = pressed.and_then(|e| e.closest("a[href]:not([target])").ok().flatten());
    let href = link.and_then(|link| link.get_attribute("href"));
    let base = navigator.basename().unwrap_or("");
    if let Some((route, target)) = href.and_then(|href| destination(&href, base)) {
        event.prevent_default();
        navigator.push_with_state(&route, target);
    }
}

/// The page and the control on it that an address names; none if it is not one of the app's.
fn destination(href: &str, base: &str) -> Option<(Route, Target)> {
    let path = href.strip_prefix(base)?;
    let (path, anchor) = match path.split_once('#') {
        Some((path, anchor)) => (path, Some(AttrValue::from(anchor.to_owned()))),
        None => (path, None),
    };
    let route = Route::recognize(path).filter(|route| *route != Route::NotFound);
    path.starts_with('/').then_some((route?, Target(anchor)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_app_names_its_page_and_its_control() {
        let target = |id: &'static str| Target(Some(id.into()));
        for (href, base, found) in [
            ("/", "", Some((Route::Start, Target(None)))),
            ("/profile#visa", "", Some((Route::Profile, target("visa")))),
            ("/pick/trust", "/pick", Some((Route::Trust, Target(None)))),
            ("/trust", "/pick", None),
        ] {
            assert_eq!(destination(href, base), found, "{href}");
        }
    }

    #[test]
    fn what_is_no_page_is_left_to_the_browser() {
        for href in ["#main", "https://www.nrmp.org/", "//host/", "/licence.txt"] {
            assert_eq!(destination(href, ""), None, "{href}");
        }
    }
}
