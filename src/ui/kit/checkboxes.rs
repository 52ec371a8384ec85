//! Any of several, all in sight.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::{Group, Legend};

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
    /// Id of the first box.
    pub id: AttrValue,
    /// The question.
    pub legend: AttrValue,
    /// How large the question is set.
    pub size: Legend,
    /// Below the question.
    pub hint: Option<AttrValue>,
    /// What is wrong.
    pub error: Option<AttrValue>,
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
        Group {
            id: self.id.clone(),
            legend: self.legend.clone(),
            size: self.size,
            hint: self.hint.clone(),
            error: self.error.clone(),
            content,
        }
        .view()
    }

    fn checkbox(&self, at: usize, option: &CheckOption) -> Html {
        let id: AttrValue = match at {
            0 => self.id.clone(),
            _ => format!("{}-{}", self.id, at + 1).into(),
        };
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
