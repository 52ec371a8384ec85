//! One thing to tick, whose words may hold links.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A checkbox by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Id of the box.
    pub id: AttrValue,
    /// What it says.
    pub label: Html,
    /// Whether it is ticked.
    pub checked: bool,
    /// Whether it is now ticked.
    pub on_toggle: Callback<bool>,
}

impl Tick {
    /// Draws it.
    pub fn view(&self) -> Html {
        let onchange = self
            .on_toggle
            .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().checked());
        html! {
            <div class="choice">
                <input id={self.id.clone()} class="choice__mark" type="checkbox" checked={self.checked} {onchange} />
                <label class="choice__label" for={self.id.clone()}>{ self.label.clone() }</label>
            </div>
        }
    }
}
