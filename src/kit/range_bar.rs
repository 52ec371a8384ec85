//! A range from 0 to 1 with its middle, as a bar.

use yew::prelude::*;

use engine::decimal::Decimal;

/// The bar from the low to the high end of a range, each 0 to 1. It stretches to the width of
/// its place, and is decoration beside words.
pub fn range_bar(lo: f64, mid: f64, hi: f64) -> Html {
    let at = |share: f64| format!("{}%", Decimal::fixed(share.clamp(0.0, 1.0) * 100.0, 2));
    let width = at((hi - lo).max(0.004));
    html! {
        <svg class="range-bar" width="100%" height="10" aria-hidden="true">
            <line class="range-bar__track" x1="0" x2="100%" y1="5" y2="5" />
            <rect class="range-bar__range" x={at(lo)} y="2" {width} height="6" rx="3" />
            <line class="range-bar__middle" x1={at(mid)} x2={at(mid)} y1="0" y2="10" />
        </svg>
    }
}
