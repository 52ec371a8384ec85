//! Content that was written as HTML at build time and is fetched when its page is opened.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::{Error, fetch, page};
use crate::kit::{Notice, NoticeKind, page_title};
use state::content::fragment;

/// Where content comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The file that the document's `<link>` with this id names.
    Link(&'static str),
    /// A file of the site, from its base on.
    File(AttrValue),
    /// The document came with it.
    Painted(AttrValue),
}

/// Properties of [`Fragment`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FragmentProps {
    /// Where the content comes from.
    pub of: Origin,
    /// The heading until the content comes with its own; `None` if the content has none.
    #[prop_or_default]
    pub heading: Option<&'static str>,
    /// The part of the content that takes the focus when it comes.
    #[prop_or_default]
    pub target: Option<AttrValue>,
}

#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Coming,
    /// Here, and whether the heading that it replaces had the focus.
    Here(AttrValue, bool),
    Absent(Rc<str>),
}

/// The content, or where it is.
#[component]
pub fn Fragment(props: &FragmentProps) -> Html {
    let standing = use_state(|| match &props.of {
        Origin::Painted(content) => Standing::Here(content.clone(), false),
        Origin::Link(_) | Origin::File(_) => Standing::Coming,
    });
    let attempt = use_state(|| 0_u32);
    {
        let standing = standing.clone();
        use_effect_with((props.of.clone(), *attempt), move |(of, _)| {
            let of = of.clone();
            spawn_local(async move {
                let arrived = match of {
                    Origin::Link(id) => fetch::fragment(id).await,
                    Origin::File(path) => fetch::file(&path).await,
                    Origin::Painted(_) => return,
                };
                standing.set(read(arrived));
            });
        });
    }
    let target = props.target.clone();
    use_effect_with((*standing).clone(), move |standing| {
        match (standing, target) {
            (Standing::Here(..), Some(id)) => page::focus(&id),
            (Standing::Here(_, true), None) => page::focus_heading(),
            _ => {}
        }
    });
    match &*standing {
        Standing::Coming => html! {
            <>
                { props.heading.map(page_title) }
                <p role="status">{ "Loading this page's content." }</p>
            </>
        },
        // Written by our own build from our own words and numbers, and served from our origin.
        Standing::Here(text, _) => Html::from_html_unchecked(text.clone()),
        Standing::Absent(detail) => {
            let again = {
                let standing = standing.clone();
                Callback::from(move |_: MouseEvent| {
                    standing.set(Standing::Coming);
                    attempt.set(*attempt + 1);
                })
            };
            html! { <Failed detail={detail.clone()} {again} /> }
        }
    }
}

fn read(arrived: Result<String, Error>) -> Standing {
    match arrived {
        Ok(text) => match fragment::open(&text) {
            Some(content) => Standing::Here(content.to_owned().into(), page::heading_has_focus()),
            None => Standing::Absent("the file is incomplete".into()),
        },
        Err(error) => Standing::Absent(error.to_string().into()),
    }
}

/// Properties of [`Failed`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FailedProps {
    /// The browser's word for it.
    pub detail: Rc<str>,
    /// Fetches again.
    pub again: Callback<MouseEvent>,
}

/// Says that content did not arrive, and offers to try again.
#[component]
pub fn Failed(props: &FailedProps) -> Html {
    Notice::new(NoticeKind::Failure)
        .titled("This page's content did not arrive")
        .announced()
        .view(html! {
            <>
                <p>{ "Your connection may be down. Everything you typed is safe on this device." }</p>
                <p><code>{ &*props.detail }</code></p>
                <button type="button" class="button" onclick={props.again.clone()}>{ "Try again" }</button>
            </>
        })
}
