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

/// A box for one line of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextInput {
    /// Id of the box.
    pub id: AttrValue,
    /// What to type.
    pub label: AttrValue,
    /// Below the label.
    pub hint: Option<AttrValue>,
    /// What is wrong.
    pub error: Option<AttrValue>,
    /// What was typed.
    pub value: AttrValue,
    /// How wide.
    pub width: Width,
    /// Whether only digits are expected, so that a phone shows its number pad.
    pub digits: bool,
    /// Whether it holds a day, `YYYY-MM-DD`, which browsers offer a calendar for.
    pub day: bool,
    /// A unit shown behind the box.
    pub unit: Option<AttrValue>,
    /// Every change, as typed.
    pub on_type: Callback<String>,
}

impl TextInput {
    /// Draws it.
    pub fn view(&self) -> Html {
        let described = Described {
            id: self.id.clone(),
            hint: self.hint.clone(),
            error: self.error.clone(),
        };
        let oninput = self
            .on_type
            .reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <div class={field_class(self.error.as_ref())}>
                <label class="field__label" for={self.id.clone()}>{ &self.label }</label>
                { described.view() }
                <div class="input-row">
                    <input
                        id={self.id.clone()}
                        class={classes!("input", self.width.class())}
                        type={if self.day { "date" } else { "text" }}
                        value={self.value.clone()}
                        {oninput}
                        inputmode={self.digits.then_some("numeric")}
                        autocomplete="off"
                        spellcheck="false"
                        // No answer in one line is longer: `state::persist::bounds`.
                        maxlength="1000"
                        aria-describedby={described.by()}
                        aria-invalid={described.invalid()}
                    />
                    if let Some(unit) = &self.unit {
                        <span class="input-row__unit">{ unit }</span>
                    }
                </div>
            </div>
        }
    }
}

/// A box for many lines of text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextBox {
    /// Id of the box.
    pub id: AttrValue,
    /// What to type.
    pub label: AttrValue,
    /// Below the label.
    pub hint: Option<AttrValue>,
    /// What was typed.
    pub value: AttrValue,
    /// Lines in sight; four if it is 0.
    pub rows: u8,
    /// Most characters that it takes; as many as one likes if it is 0.
    pub most: usize,
    /// Every change, as typed.
    pub on_type: Callback<String>,
}

impl TextBox {
    /// Draws it.
    pub fn view(&self) -> Html {
        let described = Described {
            id: self.id.clone(),
            hint: self.hint.clone(),
            error: None,
        };
        let oninput = self.on_type.reform(|event: InputEvent| {
            event.target_unchecked_into::<HtmlTextAreaElement>().value()
        });
        html! {
            <div class="field">
                <label class="field__label" for={self.id.clone()}>{ &self.label }</label>
                { described.view() }
                <textarea
                    id={self.id.clone()}
                    class="input"
                    rows={if self.rows == 0 { 4 } else { self.rows }.to_string()}
                    maxlength={(self.most > 0).then(|| self.most.to_string())}
                    value={self.value.clone()}
                    {oninput}
                    aria-describedby={described.by()}
                />
            </div>
        }
    }
}
