//! Small drawings of chances. Each stands beside the same in words.

use yew::prelude::*;

use super::words;
use crate::engine::eligibility::Band;

/// A band on a scale from 0 to `most`, with its middle.
pub(crate) fn range_bar(band: Band, most: f64) -> Html {
    let at = |value: f64| (value / most).clamp(0.0, 1.0) * 100.0;
    let (low, high) = (at(band.lo), at(band.hi));
    html! {
        <svg class="range-bar" viewBox="0 0 100 8" preserveAspectRatio="none"
            aria-hidden="true" focusable="false">
            <rect class="range-bar__track" x="0" y="3" width="100" height="2" />
            <rect class="range-bar__range" x={format!("{low:.2}")} y="1" height="6"
                width={format!("{:.2}", (high - low).max(0.8))} />
            <rect class="range-bar__middle" y="0" width="1.2" height="8"
                x={format!("{:.2}", (at(band.mid) - 0.6).clamp(0.0, 98.8))} />
        </svg>
    }
}

/// The end of the scale that fits the highest of these chances: 10, 25, 50 or 100 %.
pub(crate) fn scale_for(highest: f64) -> f64 {
    [0.1, 0.25, 0.5]
        .into_iter()
        .find(|end| highest <= *end)
        .unwrap_or(1.0)
}

/// As many dots as the words say, the hits filled: 3 of 10, 1 of 9.
pub(crate) fn frequency_dots(chance: f64) -> Html {
    const STEP: u32 = 12;
    const A_ROW: u32 = 20;
    let (filled, all) = words::frequency(chance);
    let (columns, rows) = (all.min(A_ROW), all.div_ceil(A_ROW));
    let view = format!("0 0 {} {}", columns * STEP, rows * STEP);
    html! {
        <svg class="dots" viewBox={view} width={(columns * STEP).to_string()}
            height={(rows * STEP).to_string()} aria-hidden="true" focusable="false">
            { for (0..all).map(|at| html! {
                <circle class={if at < filled { "dots__hit" } else { "dots__miss" }} r="4"
                    cx={(at % A_ROW * STEP + STEP / 2).to_string()}
                    cy={(at / A_ROW * STEP + STEP / 2).to_string()} />
            }) }
        </svg>
    }
}
