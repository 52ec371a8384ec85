//! A button that picks a file.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// A file that the visitor picked.
pub type PickedFile = File;

/// Properties of [`FileButton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FileButtonProps {
    /// Id of the control.
    pub id: AttrValue,
    /// What the button says.
    pub label: AttrValue,
    /// The kinds of file to offer, as `accept` spells them.
    pub accept: AttrValue,
    /// The file picked.
    pub on_pick: Callback<PickedFile>,
}

/// The browser's own file input under a label that looks like a button.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let on_pick = props.on_pick.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(file) = input.files().and_then(|files| files.item(0)) {
            on_pick.emit(file);
        }
        // The same file can be picked again after it was mended.
        input.set_value("");
    });
    html! {
        <span class="file-button">
            <input id={props.id.clone()} class="file-button__input" type="file" accept={props.accept.clone()} {onchange} />
            <label class="button button--quiet" for={props.id.clone()}>{ &props.label }</label>
        </span>
    }
}
