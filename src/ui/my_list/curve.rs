//! How the chance grows along the list, and what the next applications would buy.

use yew::prelude::*;

use super::programs;
use crate::engine::decimal::Decimal;
use crate::state::report::Report;
use crate::ui::kit::percent;
use crate::ui::programs::words;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 48.0;
const BOTTOM: f64 = 28.0;
const TOP: f64 = 12.0;

/// The curve, what it says in words, and its table.
pub(super) fn curve(report: &Report) -> Html {
    let count = report.members.len();
    if count == 0 {
        return html! {};
    }
    html! {
        <section class="stack" aria-labelledby="list-curve">
            <h2 id="list-curve">{ "What each application buys" }</h2>
            { picture(report, count) }
            <p>{ sentence(report, count) }</p>
            <details>
                <summary>{ "The same as a table" }</summary>
                { table(report, count) }
            </details>
        </section>
    }
}

/// Dropping the last ten or twenty, and adding as many.
fn sentence(report: &Report, count: usize) -> String {
    let now = report.with_first(count);
    let mut parts = Vec::new();
    for fewer in [10, 20] {
        if count > fewer {
            let lost = now - report.with_first(count - fewer);
            parts.push(format!(
                "without its last {fewer}, your list would match {} points less often",
                points(lost)
            ));
        }
    }
    if report.along.len() >= count + 10 {
        let gained = report.with_first(count + 10) - now;
        parts.push(format!(
            "the ten best programs that are not on it would add {} points",
            points(gained)
        ));
    }
    let text = parts.join("; ");
    words::sentence_case(&format!("{text}."))
}

fn points(share: f64) -> Decimal {
    Decimal::fixed(share * 100.0, 1)
}

fn picture(report: &Report, count: usize) -> Html {
    let last = report.along.len().max(2) as f64;
    let highest = report.along.last().copied().unwrap_or(1.0);
    let top = [0.1, 0.25, 0.5, 1.0]
        .into_iter()
        .find(|end| highest <= *end)
        .unwrap_or(1.0);
    let x = |place: usize| LEFT + (WIDTH - LEFT - 8.0) * place as f64 / last;
    let y = |share: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - share / top);
    let line = |from: usize, to: usize| {
        let points = (from..=to).map(|place| {
            let share = report.with_first(place);
            format!(
                "{},{}",
                Decimal::fixed(x(place), 1),
                Decimal::fixed(y(share), 1)
            )
        });
        points.collect::<Vec<_>>().join(" ")
    };
    let at = |value: f64| Decimal::fixed(value, 1).to_string();
    let label = format!(
        "The chance to match grows along the list to {} with all {}; the numbers are in the table below.",
        percent(report.with_first(count)),
        programs(count)
    );
    html! {
        <svg class="list-curve" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={label}>
            { for [0.0, 0.5, 1.0].into_iter().enumerate().map(|(key, part)| html! {
                <g {key}>
                    <line class="list-curve__rule" x1={at(LEFT)} x2={at(WIDTH)} y1={at(y(part * top))} y2={at(y(part * top))} />
                    <text class="list-curve__word" x={at(LEFT - 6.0)} y={at(y(part * top) + 4.0)} text-anchor="end">{ format!("{} %", Decimal::fixed(part * top * 100.0, 0)) }</text>
                </g>
            }) }
            <polyline class="list-curve__beyond" points={line(count, report.along.len())} />
            <polyline class="list-curve__line" points={line(0, count)} />
            <line class="list-curve__rule" x1={at(x(count))} x2={at(x(count))} y1={at(TOP)} y2={at(HEIGHT - BOTTOM)} />
            <circle class="list-curve__here" cx={at(x(count))} cy={at(y(report.with_first(count)))} r="5" />
            <text class="list-curve__word" x={at(x(count))} y={at(HEIGHT - 8.0)} text-anchor="middle">{ programs(count) }</text>
        </svg>
    }
}

fn table(report: &Report, count: usize) -> Html {
    let steps =
        (1..=report.along.len()).filter(|place| *place == 1 || place % 5 == 0 || *place == count);
    html! {
        <table class="table">
            <caption class="visually-hidden">{ "Chance to match by number of applications" }</caption>
            <thead><tr><th scope="col">{ "Applications" }</th><th scope="col" class="number">{ "Chance to match" }</th><th scope="col" class="number">{ "The last one adds, in points" }</th></tr></thead>
            <tbody>
                { for steps.map(|place| {
                    let share = report.with_first(place);
                    html! {
                        <tr key={place}>
                            <th scope="row">{ format!("{place}{}", if place == count { " (your list)" } else { "" }) }</th>
                            <td class="number">{ words::precise(share) }</td>
                            <td class="number">{ Decimal::fixed((share - report.with_first(place - 1)) * 100.0, 2).to_string() }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}
