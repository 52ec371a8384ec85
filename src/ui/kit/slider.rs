//! A number between two ends, with the number in sight.

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::field::Described;

/// Properties of [`Slider`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SliderProps {
    /// Id of the control.
    pub id: AttrValue,
    /// What the number is.
    pub label: AttrValue,
    /// Below the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Least.
    #[prop_or(0)]
    pub least: u16,
    /// Most.
    pub most: u16,
    /// Step.
    #[prop_or(1)]
    pub step: u16,
    /// The number now.
    pub value: u16,
    /// The number in words, beside the slider and for a screen reader.
    pub words: AttrValue,
    /// What the two ends mean.
    #[prop_or_default]
    pub ends: Option<(AttrValue, AttrValue)>,
    /// Every change.
    pub on_slide: Callback<u16>,
}

/// A native range input with its value in words.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let described = Described {
        id: props.id.clone(),
        hint: props.hint.clone(),
        error: None,
    };
    let before = props.value;
    let oninput = props.on_slide.reform(move |event: InputEvent| {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value();
        typed.parse().unwrap_or(before)
    });
    html! {
        <div class="field">
            <div class="slider__head">
                <label class="field__label" for={props.id.clone()}>{ &props.label }</label>
                <output class="slider__words" for={props.id.clone()}>{ &props.words }</output>
            </div>
            { described.view() }
            <input
                id={props.id.clone()}
                class="slider"
                type="range"
                min={props.least.to_string()}
                max={props.most.to_string()}
                step={props.step.to_string()}
                value={props.value.to_string()}
                {oninput}
                aria-valuetext={props.words.clone()}
                aria-describedby={described.by()}
            />
            if let Some((low, high)) = &props.ends {
                <div class="slider__ends" aria-hidden="true"><span>{ low }</span><span>{ high }</span></div>
            }
        </div>
    }
}
