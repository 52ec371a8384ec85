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
pub struct Location {
    /// The page.
    pub route: Route,
    /// The id of the control.
    pub target: Option<AttrValue>,
}

impl Location {
    /// A page from its beginning.
    #[must_use]
    pub fn to(route: Route) -> Self {
        let target = None;
        Location { route, target }
    }

    /// The page and the control that an address names; none if it is not one of the app's.
    pub(crate) fn of(address: &str) -> Option<Self> {
        let path = BASE.with_borrow(|base| address.strip_prefix(base.as_str()))?;
        // The base itself, without its slash.
        let is_bare = path.is_empty() && address.starts_with('/');
        let path = if is_bare { "/" } else { path };
        let (path, id) = path.split_once('#').unwrap_or((path, ""));
        path.starts_with('/').then(|| Location {
            route: Route::of_path(path),
            target: (!id.is_empty()).then(|| id.to_owned().into()),
        })
    }

    /// The page that a link of the build names, from the base of the site on.
    pub(crate) fn of_site(path: &str) -> Option<Self> {
        let base = BASE.with_borrow(String::clone);
        Location::of(&format!("{base}{path}"))
    }

    /// The address, with the base of the site.
    pub(crate) fn address(&self) -> String {
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
        let here = Location::of(&address::here()).unwrap_or_else(|| Location::to(Route::NotFound));
        let kept = address::kept().map(AttrValue::from);
        Location {
            target: kept.or(here.target),
            ..here
        }
    }

    /// Goes there. The address names the page alone: the control is kept beside it, so that the
    /// browser does not scroll to it before the page is drawn.
    pub(crate) fn go(self) {
        let path = Location::to(self.route).address();
        address::go(&path, self.target.as_deref());
    }
}

/// Learns from the document where the site lies.
pub(crate) fn find_site() {
    BASE.set(address::base());
    SITE.set(address::site());
}

/// The scheme and host of the site; `None` in a single file, which others cannot be sent to.
pub(crate) fn site() -> Option<String> {
    SITE.with_borrow(Option::clone)
}

/// The visit of this render, from the first one on.
#[hook]
pub(crate) fn use_location(first: &Location) -> Location {
    let location = use_state_eq(|| first.clone());
    let setter = location.setter();
    use_effect_with((), move |()| {
        let listener = address::on_change(move || setter.set(Location::now()));
        move || drop(listener)
    });
    (*location).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_app_names_its_page_and_its_control() {
        let location = |route, id: Option<&'static str>| Location {
            route,
            target: id.map(AttrValue::from),
        };
        for (base, address, found) in [
            ("", "/", location(Route::Start, None)),
            ("", "/profile#visa", location(Route::Profile, Some("visa"))),
            ("/pick", "/pick/trust", location(Route::Trust, None)),
            ("/pick", "/pick/nowhere", location(Route::NotFound, None)),
            ("/pick", "/pick", location(Route::Start, None)),
            // A single file, whose pages stand behind the sign.
            ("#", "#/trust", location(Route::Trust, None)),
            (
                "#",
                "#/profile#visa",
                location(Route::Profile, Some("visa")),
            ),
        ] {
            BASE.set(base.to_owned());
            assert_eq!(Location::of(address), Some(found.clone()), "{address}");
            assert_eq!(Location::of(&found.address()), Some(found), "{address}");
        }
        assert_eq!(Location::of("/trust"), None, "outside the base");
        BASE.set(String::new());
    }

    #[test]
    fn an_address_without_a_path_is_none_of_the_app() {
        for address in ["#main", "https://www.nrmp.org/", ""] {
            assert_eq!(Location::of(address), None, "{address}");
        }
    }
}
