//! A link with profile and lists, made on a press, with what it holds shown first.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::{clipboard, compression};
use crate::kit::{Notice, NoticeKind, TextInput, Width};
use crate::routing::location::{Location, site};
use crate::routing::route::Route;
use crate::store::use_world;
use state::persist::save;
use state::persist::share::{MOST_CHARACTERS, fragment, holds, shared};

#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Nothing,
    Made(Rc<str>),
    Copied(Rc<str>),
    Failed(Rc<str>),
}

/// What would be shared, and the link.
#[component]
pub(super) fn ShareLink() -> Html {
    let world = use_world();
    let standing = use_state_eq(|| Standing::Nothing);
    let part = shared(&world.state.work);
    {
        // A link of what is no longer there is no link of it.
        let standing = standing.setter();
        use_effect_with(part.clone(), move |_| standing.set(Standing::Nothing));
    }
    let lines = holds(&part);
    let make = {
        let (standing, text) = (
            standing.setter(),
            save::write(&part, save::Stamp::default()),
        );
        Callback::from(move |_: MouseEvent| {
            let (standing, text) = (standing.clone(), text.clone());
            spawn_local(async move { standing.set(made(&text).await) });
        })
    };
    let copy = |link: &Rc<str>| {
        let (standing, link) = (standing.setter(), link.clone());
        Callback::from(move |_: MouseEvent| {
            let (standing, link) = (standing.clone(), link.clone());
            spawn_local(async move {
                standing.set(match clipboard::write(&link).await {
                    Ok(()) => Standing::Copied(link),
                    Err(error) => Standing::Failed(error.to_string().into()),
                });
            });
        })
    };
    if site().is_none() {
        return html! {
            <aside class="panel stack" aria-labelledby="share-title">
                <h2 id="share-title" class="panel__title">{ "Share as a link" }</h2>
                <p class="small">{ "This copy of Smart Pick is a file on your device, which a link cannot lead others to. Save your answers to a file and send that." }</p>
            </aside>
        };
    }
    html! {
        <details class="panel panel--folds">
            <summary><h2 id="share-title" class="panel__title">{ "Share as a link" }</h2></summary>
            <div class="stack">
            <p class="small">{ "The link itself carries the data, behind the sign #, which browsers never send to a server. Whoever has the link can read it. It would hold:" }</p>
            <ul class="notice__list small">{ for lines.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
            <p class="small">{ "Not your notes, what you found out about programs, your journal or your drafts." }</p>
            { match &*standing {
                Standing::Nothing => html! { <button type="button" class="button button--quiet" onclick={make}>{ "Make the link" }</button> },
                Standing::Made(link) => html! {
                    <>
                        { shown(link) }
                        <button type="button" class="button" onclick={copy(link)}>{ "Copy the link" }</button>
                    </>
                },
                Standing::Copied(link) => html! {
                    <>
                        { shown(link) }
                        <p role="status">{ "Copied." }</p>
                    </>
                },
                Standing::Failed(why) => Notice::new(NoticeKind::Failure).announced().view(html! { <p>{ &**why }</p> }),
            } }
            </div>
        </details>
    }
}

fn shown(link: &Rc<str>) -> Html {
    let input = TextInput {
        id: "share-link".into(),
        label: "The link".into(),
        hint: Some(format!("{} characters", link.len()).into()),
        value: (**link).to_owned().into(),
        width: Width::Full,
        ..TextInput::default()
    };
    input.view()
}

async fn made(text: &str) -> Standing {
    match compression::small(text).await {
        Ok(data) if data.len() > MOST_CHARACTERS => Standing::Failed(
            "There is more in your lists than a link can carry. Save a file instead.".into(),
        ),
        Ok(data) => {
            let start = Location {
                target: Some(fragment(&data).into()),
                ..Location::to(Route::Start)
            };
            let origin = site().unwrap_or_default();
            Standing::Made(format!("{origin}{}", start.address()).into())
        }
        Err(error) => Standing::Failed(format!("{error}. Save a file instead.").into()),
    }
}
