//! The page on show: read from the address, and changed with it.

use std::cell::RefCell;

use yew::prelude::*;

use super::route::Route;
use crate::browser::address;

thread_local! {
    /// What every address begins with. It is kept here since links are drawn by functions, and
    /// the document cannot be asked where there is none, as in a native test.
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };
    /// What goes before an address that is sent to others.
    static SITE: RefCell<Option<String>> = const { RefCell::new(Some(String::new())) };
}

/// A page, and the control on it that the visitor asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The page.
    pub route: Route,
    /// The id of the control.
    pub target: Option<AttrValue>,
}

impl Visit {
    /// A page from its beginning.
    #[must_use]
    pub fn to(route: Route) -> Self {
        let target = None;
        Visit { route, target }
    }

    /// The page and the control that an address names; none if it is not one of the app's.
    pub(super) fn of(address: &str) -> Option<Self> {
        let path = BASE.with_borrow(|base| address.strip_prefix(base.as_str()))?;
        // The base itself, without its slash.
        let is_bare = path.is_empty() && address.starts_with('/');
        let path = if is_bare { "/" } else { path };
        let (path, id) = path.split_once('#').unwrap_or((path, ""));
        path.starts_with('/').then(|| Visit {
            route: Route::of_path(path),
            target: (!id.is_empty()).then(|| id.to_owned().into()),
        })
    }

    /// The page that a link of the build names, from the base of the site on.
    pub(super) fn of_site(path: &str) -> Option<Self> {
        let base = BASE.with_borrow(String::clone);
        Visit::of(&format!("{base}{path}"))
    }

    /// The address, with the base of the site.
    pub(super) fn address(&self) -> String {
        let mut address = BASE.with_borrow(String::clone);
        address.push_str(&self.route.to_path());
        if let Some(id) = &self.target {
            address.push('#');
            address.push_str(id);
        }
        address
    }

    /// What the browser shows now.
    #[must_use]
    pub fn now() -> Self {
        let here = Visit::of(&address::here()).unwrap_or_else(|| Visit::to(Route::NotFound));
        let kept = address::kept().map(AttrValue::from);
        Visit {
            target: kept.or(here.target),
            ..here
        }
    }

    /// Goes there. The address names the page alone: the control is kept beside it, so that the
    /// browser does not scroll to it before the page is drawn.
    pub(super) fn go(self) {
        let path = Visit::to(self.route).address();
        address::go(&path, self.target.as_deref());
    }
}

/// Learns from the document where the site lies.
pub(super) fn find_site() {
    BASE.set(address::base());
    SITE.set(address::site());
}

/// The scheme and host of the site; `None` in a single file, which others cannot be sent to.
pub(super) fn site() -> Option<String> {
    SITE.with_borrow(Option::clone)
}

/// The visit of this render, from the first one on.
#[hook]
pub(super) fn use_visit(first: &Visit) -> Visit {
    let visit = use_state_eq(|| first.clone());
    let setter = visit.setter();
    use_effect_with((), move |()| {
        let listener = address::on_change(move || setter.set(Visit::now()));
        move || drop(listener)
    });
    (*visit).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_app_names_its_page_and_its_control() {
        let visit = |route, id: Option<&'static str>| Visit {
            route,
            target: id.map(AttrValue::from),
        };
        for (base, address, found) in [
            ("", "/", visit(Route::Start, None)),
            ("", "/profile#visa", visit(Route::Profile, Some("visa"))),
            ("/pick", "/pick/trust", visit(Route::Trust, None)),
            ("/pick", "/pick/nowhere", visit(Route::NotFound, None)),
            ("/pick", "/pick", visit(Route::Start, None)),
            // A single file, whose pages stand behind the sign.
            ("#", "#/trust", visit(Route::Trust, None)),
            ("#", "#/profile#visa", visit(Route::Profile, Some("visa"))),
        ] {
            BASE.set(base.to_owned());
            assert_eq!(Visit::of(address), Some(found.clone()), "{address}");
            assert_eq!(Visit::of(&found.address()), Some(found), "{address}");
        }
        assert_eq!(Visit::of("/trust"), None, "outside the base");
        BASE.set(String::new());
    }

    #[test]
    fn an_address_without_a_path_is_none_of_the_app() {
        for address in ["#main", "https://www.nrmp.org/", ""] {
            assert_eq!(Visit::of(address), None, "{address}");
        }
    }
}
