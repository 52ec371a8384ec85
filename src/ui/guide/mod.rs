//! The Guide room: its table of contents, and one article at a time.
//!
//! The words are HTML that the build wrote ([`super::fragment`]); the table of contents is fetched once.

mod contents;

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use self::contents::contents;
use super::fragment::{Failed, Fragment, Origin};
use super::frame::window_title;
use super::kit::page_title;
use super::link::link;
use super::route::{Route, Slug};
use super::store::use_world;
use crate::browser::{fetch, page};
use crate::interchange::guide::GuideIndex;

/// How the table of contents stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Standing {
    /// On its way.
    Coming,
    /// Here.
    Here(Rc<GuideIndex>),
    /// Did not arrive, and why.
    Absent(Rc<str>),
}

thread_local! {
    static INDEX: RefCell<Option<Rc<GuideIndex>>> = const { RefCell::new(None) };
}

/// The table of contents, fetched when it is first asked for, and what asks again.
#[hook]
fn use_index() -> (Standing, Callback<MouseEvent>) {
    let standing = use_state_eq(|| match INDEX.with_borrow(Clone::clone) {
        Some(index) => Standing::Here(index),
        None => Standing::Coming,
    });
    let attempt = use_state_eq(|| 0_u32);
    {
        let standing = standing.clone();
        use_effect_with(*attempt, move |_| {
            if *standing == Standing::Coming {
                spawn_local(async move {
                    standing.set(arrived(fetch::fragment("guide").await));
                });
            }
        });
    }
    let again = {
        let standing = standing.clone();
        Callback::from(move |_: MouseEvent| {
            standing.set(Standing::Coming);
            attempt.set(*attempt + 1);
        })
    };
    ((*standing).clone(), again)
}

fn arrived(text: Result<String, crate::browser::Error>) -> Standing {
    match text {
        Ok(text) => match GuideIndex::read(&text) {
            Some(index) => {
                let index = Rc::new(index);
                INDEX.set(Some(index.clone()));
                Standing::Here(index)
            }
            None => Standing::Absent("the file is incomplete".into()),
        },
        Err(error) => Standing::Absent(error.to_string().into()),
    }
}

/// The table of contents.
#[component]
pub(super) fn GuideRoom() -> Html {
    let world = use_world();
    let (standing, again) = use_index();
    html! {
        <div class="center stack guide">
            { page_title(Route::Guide.title()) }
            <p class="lead">{ "US clinical experience and the road to residency, in plain words. Every figure has its source and its date." }</p>
            { match standing {
                Standing::Coming => html! { <p role="status">{ "Loading the table of contents." }</p> },
                Standing::Here(index) => contents(&index, world.derived.applicant()),
                Standing::Absent(detail) => html! { <Failed {detail} {again} /> },
            } }
        </div>
    }
}

/// Properties of [`ArticleRoom`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ArticleProps {
    /// Which article.
    pub(super) slug: Slug,
}

/// One article.
#[component]
pub(super) fn ArticleRoom(props: &ArticleProps) -> Html {
    let (standing, again) = use_index();
    let slug = props.slug.as_str();
    let painted = use_memo(props.slug.clone(), |slug| page::painted(slug.as_str()));
    let title = match &standing {
        Standing::Here(index) => index.find(slug).map(|entry| entry.title.clone()),
        _ => None,
    };
    use_effect_with(title.clone(), |title| {
        if let Some(title) = title {
            page::set_title(&window_title(title));
        }
    });
    // What the document came with needs nothing from the network.
    if let Some(content) = &*painted {
        let content = AttrValue::from(content.clone());
        return article(html! { <Fragment of={Origin::Painted(content)} /> });
    }
    match standing {
        Standing::Coming => waiting(html! { <p role="status">{ "Loading the article." }</p> }),
        Standing::Absent(detail) => waiting(html! { <Failed {detail} {again} /> }),
        Standing::Here(index) => match index.find(slug) {
            Some(entry) => {
                let file = AttrValue::from(entry.file.clone());
                article(
                    html! { <Fragment key={entry.slug.clone()} of={Origin::File(file)} heading={Some(Route::Guide.title())} /> },
                )
            }
            None => waiting(html! {
                <p>{ "The guide has no such article. " }{ link(&Route::Guide, "", "See the table of contents") }</p>
            }),
        },
    }
}

fn article(content: Html) -> Html {
    html! { <div class="article">{ content }</div> }
}

fn waiting(what: Html) -> Html {
    html! { <div class="center stack">{ page_title(Route::Guide.title()) }{ what }</div> }
}
