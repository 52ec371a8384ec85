//! What could not be read of the kept work and was put aside: told, saved to files, deleted.

use yew::prelude::*;

use super::left_out_words;
use crate::browser::files;
use crate::browser::storage::Device;
use crate::kit::Dialog;
use state::persist::save;
use state::persist::sync::aside;

/// What lies aside on the device, looked up again whenever `number` changes.
#[hook]
pub(crate) fn use_put_aside(number: u32) -> UseStateHandle<Vec<String>> {
    let texts = use_state_eq(Vec::new);
    let setter = texts.setter();
    use_effect_with(number, move |_| {
        setter.set(aside::all(&Device).unwrap_or_default());
    });
    texts
}

/// Each text that was put aside: why, and the way to a file.
pub(crate) fn files_of(texts: &[String]) -> Html {
    let text = |(at, text): (usize, &String)| {
        let why = match save::read(text) {
            Ok(opened) => left_out_words(opened.left_out, "were left out"),
            Err(error) => error.to_string(),
        };
        let name = format!("smart-pick-unreadable-{}.json", at + 1);
        let find = move || {
            let texts = aside::all(&Device).ok()?;
            texts.into_iter().nth(at)
        };
        html! {
            <li key={at}>
                <p class="small muted">{ why }</p>
                { download(&format!("Save number {} to a file", at + 1), name, find) }
            </li>
        }
    };
    html! { <ol>{ for texts.iter().enumerate().map(text) }</ol> }
}

/// A button that saves a text of the device to a file.
pub(crate) fn download(
    label: &str,
    name: String,
    find: impl Fn() -> Option<String> + 'static,
) -> Html {
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(text) = find() {
            // A browser that refuses the download leaves the text in its storage.
            let _ = files::download(&name, "application/json", &text);
        }
    });
    html! { <button type="button" class="button button--quiet" onclick={save}>{ label }</button> }
}

/// What was put aside and when to delete it, on the page where answers are kept; nothing where nothing
/// was.
#[component]
pub(crate) fn PutAside() -> Html {
    let texts = use_put_aside(0);
    let asking = use_state_eq(|| false);
    if texts.is_empty() {
        return Html::default();
    }
    let ask = |open: bool| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(open))
    };
    let on_close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let delete = {
        let (texts, asking) = (texts.setter(), asking.setter());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            // What a browser does not delete is found again.
            let _ = aside::delete(&Device);
            texts.set(aside::all(&Device).unwrap_or_default());
        })
    };
    html! {
        <aside class="panel stack" aria-labelledby="aside-title">
            <h2 id="aside-title" class="panel__title">{ "Answers put aside" }</h2>
            <p class="small">{ "They could not be read in full when this page found them on this device." }</p>
            { files_of(&texts) }
            <button type="button" class="button button--plain" onclick={ask(true)}>{ "Delete them" }</button>
            <Dialog id="delete-aside" title="Delete what was put aside?" open={*asking} {on_close}>
                <p>{ "You cannot undo this. Your answers of today stay." }</p>
                <div class="cluster">
                    <button type="button" class="button" onclick={delete}>{ "Delete" }</button>
                    <button type="button" class="button button--quiet" onclick={ask(false)}>{ "Cancel" }</button>
                </div>
            </Dialog>
        </aside>
    }
}
