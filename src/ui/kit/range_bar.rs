//! A range from 0 to 1 with its middle, as a bar.

use yew::prelude::*;

/// Properties of [`RangeBar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RangeBarProps {
    /// Low end, 0 to 1.
    pub lo: f64,
    /// Middle, 0 to 1.
    pub mid: f64,
    /// High end, 0 to 1.
    pub hi: f64,
    /// What the bar shows, in words; without them it is decoration beside words.
    #[prop_or_default]
    pub label: Option<AttrValue>,
}

/// The bar. It stretches to the width of its place.
#[component]
pub fn RangeBar(props: &RangeBarProps) -> Html {
    let at = |share: f64| format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0);
    let width = at((props.hi - props.lo).max(0.004));
    html! {
        <svg
            class="range-bar"
            width="100%"
            height="10"
            role={props.label.as_ref().map(|_| "img")}
            aria-label={props.label.clone()}
            aria-hidden={props.label.is_none().then_some("true")}
        >
            <line class="range-bar__track" x1="0" x2="100%" y1="5" y2="5" />
            <rect class="range-bar__range" x={at(props.lo)} y="2" {width} height="6" rx="3" />
            <line class="range-bar__middle" x1={at(props.mid)} x2={at(props.mid)} y1="0" y2="10" />
        </svg>
    }
}
