//! The addresses of the app, their titles and the links between them.

use std::fmt;
use std::str::FromStr;

use yew::prelude::*;
use yew_router::prelude::*;

use crate::engine::program::ProgramId;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    /// One sentence, three questions.
    #[at("/")]
    Start,
    /// Everything that programs ask.
    #[at("/profile")]
    Profile,
    /// What the applicant wants.
    #[at("/preferences")]
    Preferences,
    /// Check your answers.
    #[at("/answers")]
    Answers,
    /// The ranking.
    #[at("/programs")]
    Programs,
    /// One program.
    #[at("/programs/:id")]
    Program {
        /// Its ACGME id.
        id: ProgramId,
    },
    /// Programs side by side.
    #[at("/compare/:ids")]
    Compare {
        /// Which.
        ids: Comparison,
    },
    /// How the number is made.
    #[at("/trust")]
    Trust,
    /// Where the data come from.
    #[at("/trust/sources")]
    Sources,
    /// No such page.
    #[not_found]
    #[at("/404")]
    NotFound,
}

impl Route {
    /// What the page is called in the window's title.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Route::Start => "Find the residency programs that fit you",
            Route::Profile => "Your profile",
            Route::Preferences => "Your preferences",
            Route::Answers => "Check your answers",
            Route::Programs => "Your programs",
            Route::Program { .. } => "Program",
            Route::Compare { .. } => "Compare programs",
            Route::Trust => "How the number is made",
            Route::Sources => "Data sources",
            Route::NotFound => "Page not found",
        }
    }
}

/// The programs of a comparison, as its address spells them: ids joined by `+`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison(pub Vec<ProgramId>);

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, id) in self.0.iter().enumerate() {
            let join = if at == 0 { "" } else { "+" };
            write!(f, "{join}{id}")?;
        }
        Ok(())
    }
}

impl FromStr for Comparison {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ids: Option<Vec<_>> = text.split('+').map(ProgramId::parse).collect();
        ids.map(Comparison).ok_or(())
    }
}

/// Properties of [`RouteLink`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RouteLinkProps {
    /// Where to.
    pub to: Route,
    /// The id of a control on that page to go to.
    #[prop_or_default]
    pub anchor: Option<AttrValue>,
    /// Classes of the link.
    #[prop_or_default]
    pub class: Classes,
    /// Whether the link leads to the page on show.
    #[prop_or_default]
    pub current: bool,
    /// What the link says.
    pub children: Html,
}

/// A link to a page of the app: followed without loading the document again.
#[component]
pub fn RouteLink(props: &RouteLinkProps) -> Html {
    let navigator = use_navigator();
    let base = navigator.as_ref().and_then(|n| n.basename()).unwrap_or("");
    let anchor = props.anchor.as_ref().map(|id| format!("#{id}"));
    let href = format!("{base}{}{}", props.to.to_path(), anchor.unwrap_or_default());
    let onclick = {
        let (to, anchor) = (props.to.clone(), props.anchor.clone());
        Callback::from(move |event: MouseEvent| {
            let modified =
                event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key();
            if let (Some(navigator), false) = (&navigator, modified) {
                event.prevent_default();
                navigator.push_with_state(&to, Target(anchor.clone()));
            }
        })
    };
    html! {
        <a {href} {onclick} class={props.class.clone()} aria-current={props.current.then_some("page")}>
            { props.children.clone() }
        </a>
    }
}

/// The control that a link leads to, kept with the history entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target(pub Option<AttrValue>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_own_address() {
        let id = ProgramId::parse("1400500001").unwrap();
        for route in [
            Route::Start,
            Route::Profile,
            Route::Preferences,
            Route::Answers,
            Route::Programs,
            Route::Program { id },
            Route::Compare {
                ids: Comparison(vec![id, id]),
            },
            Route::Trust,
            Route::Sources,
        ] {
            assert_eq!(Route::recognize(&route.to_path()), Some(route));
        }
    }

    #[test]
    fn an_address_that_names_no_program_is_not_found() {
        for path in ["/programs/12", "/compare/1400500001+x", "/nowhere"] {
            assert_eq!(Route::recognize(path), Some(Route::NotFound), "{path}");
        }
    }
}
