//! One of many, folded.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::{Described, field_class};

/// A native select with a line for "not answered".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Select {
    /// Id of the control.
    pub id: AttrValue,
    /// What to choose.
    pub label: AttrValue,
    /// Below the label.
    pub hint: Option<AttrValue>,
    /// What is wrong.
    pub error: Option<AttrValue>,
    /// What stands for "not answered", if not these words.
    pub empty: Option<&'static str>,
    /// The answers.
    pub options: Rc<[AttrValue]>,
    /// Which is chosen, by its place.
    pub chosen: Option<usize>,
    /// The place of the answer chosen, or `None` for "not answered".
    pub on_choose: Callback<Option<usize>>,
}

impl Select {
    /// Draws it.
    pub fn view(&self) -> Html {
        let described = Described {
            id: self.id.clone(),
            hint: self.hint.clone(),
            error: self.error.clone(),
        };
        let onchange = self.on_choose.reform(|event: Event| {
            let index = event
                .target_unchecked_into::<HtmlSelectElement>()
                .selected_index();
            usize::try_from(index).ok()?.checked_sub(1)
        });
        html! {
            <div class={field_class(self.error.as_ref())}>
                <label class="field__label" for={self.id.clone()}>{ &self.label }</label>
                { described.view() }
                <select
                    id={self.id.clone()}
                    class="input input--select"
                    {onchange}
                    aria-describedby={described.by()}
                    aria-invalid={described.invalid()}
                >
                    <option selected={self.chosen.is_none()}>{ self.empty.unwrap_or("Not answered") }</option>
                    { for self.options.iter().enumerate().map(|(at, label)| html! {
                        <option key={at} selected={self.chosen == Some(at)}>{ label }</option>
                    }) }
                </select>
            </div>
        }
    }
}

/// One of a few in the cell of a table: always one of them, named by the row that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct CellSelect {
    /// What it is for, for those who do not see the row.
    pub name: AttrValue,
    /// The answers.
    pub options: Rc<[AttrValue]>,
    /// Which is chosen, by its place.
    pub chosen: usize,
    /// The place of the answer chosen.
    pub on_choose: Callback<usize>,
}

impl CellSelect {
    /// Draws it.
    pub fn view(&self) -> Html {
        let on_choose = self.on_choose.clone();
        let onchange = Callback::from(move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            if let Ok(index) = usize::try_from(select.selected_index()) {
                on_choose.emit(index);
            }
        });
        html! {
            <select class="input input--select input--cell" {onchange} aria-label={self.name.clone()}>
                { for self.options.iter().enumerate().map(|(at, label)| html! {
                    <option key={at} selected={self.chosen == at}>{ label }</option>
                }) }
            </select>
        }
    }
}
