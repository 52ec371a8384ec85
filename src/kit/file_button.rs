//! A button that picks a file.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// A file that the visitor picked.
pub type PickedFile = File;

/// The browser's own file input under a label that looks like a button.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileButton {
    /// Id of the control.
    pub id: &'static str,
    /// What the button says.
    pub label: &'static str,
    /// The kinds of file to offer, as `accept` spells them.
    pub accept: &'static str,
    /// The file picked.
    pub on_pick: Callback<PickedFile>,
}

impl FileButton {
    /// Draws it.
    pub fn view(&self) -> Html {
        let on_pick = self.on_pick.clone();
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
                <input id={self.id} class="file-button__input" type="file" accept={self.accept} {onchange} />
                <label class="button button--quiet" for={self.id}>{ self.label }</label>
            </span>
        }
    }
}
