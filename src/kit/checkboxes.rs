//! Any of several, all in sight.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::Group;

/// One answer to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckOption {
    /// What it says.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub checked: bool,
}

/// Checkboxes under one legend.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checkboxes {
    /// The question; its id is the first answer's.
    pub group: Group,
    /// The answers.
    pub options: Rc<[CheckOption]>,
    /// Whether many short answers stand in columns.
    pub columns: bool,
    /// The place of an answer and whether it is now ticked.
    pub on_toggle: Callback<(usize, bool)>,
}

impl Checkboxes {
    /// Draws it.
    pub fn view(&self) -> Html {
        let content = html! {
                <div class={classes!("choices", self.columns.then_some("choices--columns"))}>
                    { for self.options.iter().enumerate().map(|(at, option)| self.checkbox(at, option)) }
                </div>
        };
        self.group.view(content)
    }

    fn checkbox(&self, at: usize, option: &CheckOption) -> Html {
        let id = self.group.id_of(at);
        let onchange = self.on_toggle.reform(move |event: Event| {
            let ticked = event.target_unchecked_into::<HtmlInputElement>().checked();
            (at, ticked)
        });
        html! {
            <div class="choice" key={at}>
                <input id={id.clone()} class="choice__mark" type="checkbox" checked={option.checked} {onchange} />
                <label class="choice__label" for={id}>{ &option.label }</label>
            </div>
        }
    }
}
