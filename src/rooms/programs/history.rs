//! Positions offered and filled from 2016 to 2020, as a picture with its table.

use yew::prelude::*;

use engine::decimal::Decimal;
use engine::program::{Program, YearFill};

/// The picture and the table; a sentence where no report has the program.
pub(super) fn chart(program: &Program) -> Html {
    if program.history.is_empty() {
        return html! {
            <p>{ "No NRMP report we have read lists categorical positions of this program for 2016 to 2020." }</p>
        };
    }
    let most = program.history.iter().map(height_of).max();
    html! {
        <figure class="history">
            { bars(&program.history, most.unwrap_or(1)) }
            <figcaption>
                { "Categorical positions: outline offered, filled area matched. " }
                { summary(&program.history) }
            </figcaption>
            <details class="disclosure">
                <summary>{ "The same as a table" }</summary>
                <table class="plain-table">
                    <thead><tr><th scope="col">{ "Match" }</th><th scope="col">{ "Offered" }</th><th scope="col">{ "Filled" }</th></tr></thead>
                    <tbody>
                        { for program.history.iter().map(|year| html! {
                            <tr>
                                <th scope="row">{ year.year }</th>
                                <td>{ year.fill.quota.get() }</td>
                                <td>{ year.fill.filled }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </details>
        </figure>
    }
}

fn height_of(year: &YearFill) -> u16 {
    year.fill.quota.get().max(year.fill.filled)
}

fn summary(history: &[YearFill]) -> String {
    let offered: u32 = history.iter().map(|y| u32::from(y.fill.quota.get())).sum();
    let unfilled: u32 = history
        .iter()
        .map(|y| u32::from(y.fill.quota.get().saturating_sub(y.fill.filled)))
        .sum();
    if unfilled == 0 {
        format!("Every one of {offered} positions filled.")
    } else {
        format!("{unfilled} of {offered} positions stayed unfilled.")
    }
}

fn bars(history: &[YearFill], most: u16) -> Html {
    const HEIGHT: f64 = 80.0;
    const BAR: u16 = 36;
    const GAP: u16 = 20;
    let tall = |number: u16| HEIGHT * f64::from(number) / f64::from(most.max(1));
    let pixels = |length| Decimal::fixed(length, 1).to_string();
    let width = (BAR + GAP) * 5;
    html! {
        <svg class="history__picture" viewBox={format!("0 0 {width} 116")} width={width.to_string()}
            height="116" role="img" aria-label={summary(history)}>
            { for history.iter().map(|year| {
                let left = year.year.saturating_sub(2016).min(4) * (BAR + GAP) + GAP / 2;
                let (offered, filled) = (year.fill.quota.get(), year.fill.filled);
                let middle = (left + BAR / 2).to_string();
                html! {
                    <g key={year.year}>
                        <rect class="history__filled" x={left.to_string()} width={BAR.to_string()}
                            y={pixels(96.0 - tall(filled))} height={pixels(tall(filled))} />
                        <rect class="history__offered" x={left.to_string()} width={BAR.to_string()}
                            y={pixels(96.0 - tall(offered))} height={pixels(tall(offered))} />
                        <text class="history__label" x={middle.clone()} text-anchor="middle"
                            y={pixels(92.0 - tall(offered.max(filled)))}>{ format!("{filled}/{offered}") }</text>
                        <text class="history__label" x={middle} y="112" text-anchor="middle">{ year.year }</text>
                    </g>
                }
            }) }
        </svg>
    }
}
