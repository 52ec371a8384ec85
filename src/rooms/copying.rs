//! A press that puts text on the clipboard, and what came of it.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::clipboard;

/// Copies a text and says so: `done`, or the browser's word and then the `way_out`.
pub(crate) fn copies(
    text: impl Into<AttrValue>,
    said: UseStateSetter<AttrValue>,
    done: &'static str,
    way_out: &'static str,
) -> Callback<MouseEvent> {
    let text = text.into();
    Callback::from(move |_: MouseEvent| {
        let (text, said) = (text.clone(), said.clone());
        spawn_local(async move {
            said.set(match clipboard::write(&text).await {
                Ok(()) => done.into(),
                Err(error) => format!("The browser {error}.{way_out}").into(),
            });
        });
    })
}
