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

/// Properties of [`Checkboxes`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CheckboxesProps {
    /// Id of the first box.
    pub id: AttrValue,
    /// The question.
    pub legend: AttrValue,
    /// How large the question is set.
    #[prop_or_default]
    pub size: Legend,
    /// Below the question.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// The answers.
    pub options: Rc<[CheckOption]>,
    /// Whether many short answers stand in columns.
    #[prop_or_default]
    pub columns: bool,
    /// The place of an answer and whether it is now ticked.
    pub on_toggle: Callback<(usize, bool)>,
}

/// Checkboxes under one legend.
#[component]
pub fn Checkboxes(props: &CheckboxesProps) -> Html {
    html! {
        <Group
            id={props.id.clone()}
            legend={props.legend.clone()}
            size={props.size}
            hint={props.hint.clone()}
            error={props.error.clone()}
        >
            <div class={classes!("choices", props.columns.then_some("choices--columns"))}>
                { for props.options.iter().enumerate().map(|(at, option)| checkbox(props, at, option)) }
            </div>
        </Group>
    }
}

fn checkbox(props: &CheckboxesProps, at: usize, option: &CheckOption) -> Html {
    let id: AttrValue = match at {
        0 => props.id.clone(),
        _ => format!("{}-{}", props.id, at + 1).into(),
    };
    let onchange = props.on_toggle.reform(move |event: Event| {
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
