//! Text in one line, and in many.

use web_sys::{HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::field::{Described, field_class};

/// How wide a box is, which says how much belongs in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// As wide as the column.
    #[default]
    Full,
    /// Some words.
    Medium,
    /// A year, a score.
    Short,
}

impl Width {
    fn class(self) -> Option<&'static str> {
        match self {
            Width::Full => None,
            Width::Medium => Some("input--medium"),
            Width::Short => Some("input--short"),
        }
    }
}

/// Properties of [`TextInput`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextInputProps {
    /// Id of the box.
    pub id: AttrValue,
    /// What to type.
    pub label: AttrValue,
    /// Below the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What was typed.
    pub value: AttrValue,
    /// How wide.
    #[prop_or_default]
    pub width: Width,
    /// Whether only digits are expected, so that a phone shows its number pad.
    #[prop_or_default]
    pub digits: bool,
    /// A unit shown behind the box.
    #[prop_or_default]
    pub unit: Option<AttrValue>,
    /// Every change, as typed.
    pub on_type: Callback<String>,
}

/// A box for one line of text.
#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let described = Described {
        id: props.id.clone(),
        hint: props.hint.clone(),
        error: props.error.clone(),
    };
    let oninput = props
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <div class={field_class(props.error.as_ref())}>
            <label class="field__label" for={props.id.clone()}>{ &props.label }</label>
            { described.view() }
            <div class="input-row">
                <input
                    id={props.id.clone()}
                    class={classes!("input", props.width.class())}
                    type="text"
                    value={props.value.clone()}
                    {oninput}
                    inputmode={props.digits.then_some("numeric")}
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby={described.by()}
                    aria-invalid={described.invalid()}
                />
                if let Some(unit) = &props.unit {
                    <span class="input-row__unit">{ unit }</span>
                }
            </div>
        </div>
    }
}

/// Properties of [`TextBox`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TextBoxProps {
    /// Id of the box.
    pub id: AttrValue,
    /// What to type.
    pub label: AttrValue,
    /// Below the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What was typed.
    pub value: AttrValue,
    /// Every change, as typed.
    pub on_type: Callback<String>,
}

/// A box for many lines of text.
#[component]
pub fn TextBox(props: &TextBoxProps) -> Html {
    let described = Described {
        id: props.id.clone(),
        hint: props.hint.clone(),
        error: None,
    };
    let oninput = props
        .on_type
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <div class="field">
            <label class="field__label" for={props.id.clone()}>{ &props.label }</label>
            { described.view() }
            <textarea
                id={props.id.clone()}
                class="input"
                rows="4"
                value={props.value.clone()}
                {oninput}
                aria-describedby={described.by()}
            />
        </div>
    }
}
