//! One of many, folded.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::field::{Described, field_class};

/// Properties of [`Select`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SelectProps {
    /// Id of the control.
    pub id: AttrValue,
    /// What to choose.
    pub label: AttrValue,
    /// Below the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What stands for "not answered".
    #[prop_or(AttrValue::Static("Not answered"))]
    pub empty: AttrValue,
    /// The answers.
    pub options: Rc<[AttrValue]>,
    /// Which is chosen, by its place.
    pub chosen: Option<usize>,
    /// The place of the answer chosen, or `None` for "not answered".
    pub on_choose: Callback<Option<usize>>,
}

/// A native select with a line for "not answered".
#[component]
pub fn Select(props: &SelectProps) -> Html {
    let described = Described {
        id: props.id.clone(),
        hint: props.hint.clone(),
        error: props.error.clone(),
    };
    let onchange = props.on_choose.reform(|event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        usize::try_from(index).ok()?.checked_sub(1)
    });
    html! {
        <div class={field_class(props.error.as_ref())}>
            <label class="field__label" for={props.id.clone()}>{ &props.label }</label>
            { described.view() }
            <select
                id={props.id.clone()}
                class="input input--select"
                {onchange}
                aria-describedby={described.by()}
                aria-invalid={described.invalid()}
            >
                <option selected={props.chosen.is_none()}>{ &props.empty }</option>
                { for props.options.iter().enumerate().map(|(at, label)| html! {
                    <option key={at} selected={props.chosen == Some(at)}>{ label }</option>
                }) }
            </select>
        </div>
    }
}
