//! Content that was written as HTML at build time and is fetched when its page is opened.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::kit::{Notice, NoticeKind};
use crate::browser::fetch;
use crate::interchange::fragment;

/// Properties of [`Fragment`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FragmentProps {
    /// The id of the document's `<link>` that names the file.
    pub id: &'static str,
}

#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Coming,
    Here(AttrValue),
    Absent(Rc<str>),
}

/// The content, or where it is.
#[component]
pub fn Fragment(props: &FragmentProps) -> Html {
    let standing = use_state(|| Standing::Coming);
    let attempt = use_state(|| 0_u32);
    {
        let standing = standing.clone();
        use_effect_with((props.id, *attempt), move |(id, _)| {
            let id = *id;
            spawn_local(async move {
                standing.set(match fetch::fragment(id).await {
                    Ok(text) => match fragment::open(&text) {
                        Some(content) => Standing::Here(content.to_owned().into()),
                        None => Standing::Absent("the file is incomplete".into()),
                    },
                    Err(error) => Standing::Absent(error.to_string().into()),
                });
            });
        });
    }
    match &*standing {
        Standing::Coming => html! { <p role="status">{ "Loading this page's content." }</p> },
        // Written by our own build from our own words and numbers, and served from our origin.
        Standing::Here(text) => Html::from_html_unchecked(text.clone()),
        Standing::Absent(detail) => {
            let again = {
                let standing = standing.clone();
                Callback::from(move |_: MouseEvent| {
                    standing.set(Standing::Coming);
                    attempt.set(*attempt + 1);
                })
            };
            Notice::new(NoticeKind::Failure)
                .titled("This page's content did not arrive")
                .announced()
                .view(html! {
                    <>
                        <p>{ "Your connection may be down. Everything you typed is safe on this device." }</p>
                        <p><code>{ &**detail }</code></p>
                        <button type="button" class="button" onclick={again}>{ "Try again" }</button>
                    </>
                })
        }
    }
}
