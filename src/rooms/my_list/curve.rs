//! How the chance grows along the list, and what the next applications would buy.

use yew::prelude::*;

use super::programs;
use crate::kit::percent;
use crate::rooms::words;
use crate::store::World;
use engine::decimal::Decimal;
use engine::fees::Usd;
use engine::program::SpecialtyCode;
use state::lists::pricing::Pricing;
use state::lists::report::Report;
use state::{ListSetting, Loaded};

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 220.0;
/// Room for the words of the axis, larger on phones.
const LEFT: f64 = 72.0;
const BOTTOM: f64 = 28.0;
const TOP: f64 = 12.0;

/// The curve, what it says in words, and its table.
pub(super) fn curve(report: &Report, loaded: &Loaded, world: &World) -> Html {
    let count = report.members.len();
    if count == 0 {
        return html! {};
    }
    html! {
        <div class="stack">
            { picture(report, count) }
            <p>{ sentence(report, count) }</p>
            <p>{ worth_it(report, loaded, world) }</p>
            <details>
                <summary>{ "The same as a table" }</summary>
                { table(report, count) }
            </details>
        </div>
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
                "without its last {fewer} programs, your chance to match would be {} points lower",
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

/// Where along the list an application first buys less than the visitor would pay for it.
fn worth_it(report: &Report, loaded: &Loaded, world: &World) -> String {
    let settings = &world.state.work.list_settings;
    let Some(worth) = settings.read(ListSetting::PointWorth) else {
        return "Say above what one more point is worth to you, under \u{201c}Budget\u{201d}, to see where an application buys less than it costs.".into();
    };
    match first_too_dear(report, loaded, world, worth) {
        Dear::NoPrice => "No price is stated for this season, so this cannot be set against the cost. Enter one above, under \u{201c}Budget\u{201d}.".into(),
        Dear::None => format!(
            "At ${worth} a point, each of these {} is worth its price.",
            programs(report.order.len())
        ),
        Dear::At { number, gain, price } => format!(
            "At ${worth} a point, application {number} is the first that buys less than it costs: {} points for ${price}.",
            Decimal::fixed(gain * 100.0, 2)
        ),
    }
}

/// What comes of setting gains against prices.
enum Dear {
    /// A price is missing.
    NoPrice,
    /// Every application is worth its price.
    None,
    /// The first that is not.
    At {
        number: usize,
        gain: f64,
        price: u64,
    },
}

fn first_too_dear(report: &Report, loaded: &Loaded, world: &World, worth: u32) -> Dear {
    let catalog = &loaded.catalog;
    let season = world.derived.reading.moment.map(|moment| moment.season);
    let (Some(book), Some(season)) = (catalog.fees(), season) else {
        return Dear::NoPrice;
    };
    let codes: Vec<SpecialtyCode> = report
        .order
        .iter()
        .filter_map(|index| Some(catalog.get(*index)?.specialty()))
        .collect();
    let chosen = world
        .derived
        .preferences()
        .specialties
        .iter()
        .map(|c| c.code);
    let pricing = Pricing::of(book, season, &world.state.work.list_settings, chosen);
    for (at, code) in codes.iter().enumerate() {
        let sent = codes.iter().take(at).filter(|other| *other == code).count();
        let sent = u16::try_from(sent).unwrap_or(u16::MAX);
        let Some(price) = book.next(season, *code, sent, &pricing.own) else {
            return Dear::NoPrice;
        };
        let gain = report.with_first(at + 1) - report.with_first(at);
        // The first of a flat tier pays for the rest of it, so it is never the one to stop at.
        let is_flat = book.next(season, *code, sent + 1, &pricing.own) == Some(Usd::ZERO);
        if !is_flat && gain * 100.0 * f64::from(worth) < price.dollars() as f64 {
            return Dear::At {
                number: at + 1,
                gain,
                price: price.dollars(),
            };
        }
    }
    Dear::None
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
    let x = |first: usize| LEFT + (WIDTH - LEFT - 8.0) * first as f64 / last;
    let y = |share: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - share / top);
    let line = |from: usize, to: usize| {
        let points = (from..=to).map(|first| {
            let share = report.with_first(first);
            format!(
                "{},{}",
                Decimal::fixed(x(first), 1),
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
        (1..=report.along.len()).filter(|first| *first == 1 || first % 5 == 0 || *first == count);
    html! {
        <table class="table">
            <caption class="visually-hidden">{ "Chance to match by number of applications" }</caption>
            <thead><tr><th scope="col">{ "Applications" }</th><th scope="col" class="number">{ "Chance to match" }</th><th scope="col" class="number">{ "The last one adds, in points" }</th></tr></thead>
            <tbody>
                { for steps.map(|first| {
                    let share = report.with_first(first);
                    html! {
                        <tr key={first}>
                            <th scope="row">{ format!("{first}{}", if first == count { " (your list)" } else { "" }) }</th>
                            <td class="number">{ words::precise(share) }</td>
                            <td class="number">{ Decimal::fixed((share - report.with_first(first - 1)) * 100.0, 2).to_string() }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}
