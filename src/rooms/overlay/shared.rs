//! A link that shares a profile and lists: what it holds, and the question whether to take it.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::compression;
use crate::kit::Dialog;
use crate::rooms::answers::left_out_words;
use crate::store::use_world;
use state::persist::save::{self, Opened};
use state::persist::share::{MOST_BYTES, ShareError, data, holds, taken};
use state::{Action, Work};

/// Properties of [`Shared`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SharedProps {
    /// What stands behind `#`.
    pub(super) fragment: AttrValue,
    /// Whether it is open.
    pub(super) open: bool,
    /// Closes it.
    pub(super) on_close: Callback<()>,
}

#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Reading,
    Here(Rc<Opened>),
    Refused(Rc<str>),
}

/// What the link holds.
#[component]
pub(super) fn Shared(props: &SharedProps) -> Html {
    let world = use_world();
    let standing = use_state_eq(|| Standing::Reading);
    {
        let standing = standing.setter();
        use_effect_with(props.fragment.clone(), move |fragment| {
            let fragment = fragment.clone();
            spawn_local(async move { standing.set(read(&fragment).await) });
        });
    }
    let close = props.on_close.reform(|_: MouseEvent| ());
    let cancel = |label: &'static str| html! { <button type="button" class="button button--quiet" onclick={close.clone()}>{ label }</button> };
    let take = |opened: &Rc<Opened>| {
        let work = taken(&world.state.work, &opened.work);
        let (dispatch, on_close) = (world.dispatch.clone(), props.on_close.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Open(Box::new(work.clone())));
            on_close.emit(());
        })
    };
    html! {
        <Dialog id="shared-title" title="A link with a profile" open={props.open} on_close={props.on_close.clone()}>
            { match &*standing {
                Standing::Reading => html! { <p role="status">{ "Reading the link." }</p> },
                Standing::Refused(why) => html! { <><p>{ &**why }</p><p>{ "Nothing of yours has changed." }</p>{ cancel("Close") }</> },
                Standing::Here(opened) => html! {
                    <>
                        <p>{ "It holds:" }</p>
                        { contents(&opened.work) }
                        if opened.left_out > 0 {
                            <p>{ left_out_words(opened.left_out, "would be left out") }</p>
                        }
                        <p>{ "It takes the place of your own answers and lists on this device; you can undo that. Your notes and your journal stay." }</p>
                        <div class="cluster">
                            <button type="button" class="button" onclick={take(opened)}>{ "Use it" }</button>
                            { cancel("Keep mine") }
                        </div>
                    </>
                },
            } }
        </Dialog>
    }
}

fn contents(work: &Work) -> Html {
    html! { <ul class="tool__list">{ for holds(work).into_iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul> }
}

async fn read(fragment: &str) -> Standing {
    let refused = |error: ShareError| Standing::Refused(error.to_string().into());
    let data = match data(fragment) {
        Some(Ok(data)) => data,
        Some(Err(error)) => return refused(error),
        None => return refused(ShareError::Damaged),
    };
    let Some(text) = compression::large(data, MOST_BYTES).await else {
        return refused(ShareError::Damaged);
    };
    match save::read(&text) {
        Ok(opened) => Standing::Here(Rc::new(opened)),
        Err(error) => refused(error.into()),
    }
}
