//! A number between two ends, with the number in sight.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::field::Described;

/// A native range input with its value in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slider {
    /// Id of the control.
    pub id: AttrValue,
    /// What the number is.
    pub label: AttrValue,
    /// Below the label.
    pub hint: Option<AttrValue>,
    /// Least.
    pub least: u16,
    /// Most.
    pub most: u16,
    /// Step.
    pub step: u16,
    /// The number now.
    pub value: u16,
    /// The number in words, beside the slider and for a screen reader.
    pub words: AttrValue,
    /// What the two ends mean.
    pub ends: Option<(AttrValue, AttrValue)>,
    /// Every change.
    pub on_slide: Callback<u16>,
}

impl Slider {
    /// Draws it.
    pub fn view(&self) -> Html {
        let described = Described {
            id: self.id.clone(),
            hint: self.hint.clone(),
            error: None,
        };
        let before = self.value;
        let oninput = self.on_slide.reform(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            typed.parse().unwrap_or(before)
        });
        html! {
            <div class="field">
                <div class="slider__head">
                    <label class="field__label" for={self.id.clone()}>{ &self.label }</label>
                    <output class="slider__words" for={self.id.clone()}>{ &self.words }</output>
                </div>
                { described.view() }
                <input
                    id={self.id.clone()}
                    class="slider"
                    type="range"
                    min={self.least.to_string()}
                    max={self.most.to_string()}
                    step={self.step.to_string()}
                    value={self.value.to_string()}
                    {oninput}
                    aria-valuetext={self.words.clone()}
                    aria-describedby={described.by()}
                />
                if let Some((low, high)) = &self.ends {
                    <div class="slider__ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></div>
                }
            </div>
        }
    }
}
