//! Which program before which: states, and what one person's order looks like, for the Accuracy
//! page.

use maud::{Markup, html};

use super::parts::{kind_label, ledger, part, source};
use crate::backtest::{Backtest, percent};
use engine::catalog::Catalog;

/// How well one year's states foretell the other's.
pub(super) fn states(found: &Backtest, key: &str, sources: &Catalog) -> Markup {
    let about = "IMGs by state: one year from the other";
    let heads = [
        "Applicants",
        "Predicted",
        "Error",
        "If all states were alike",
        "Error that is gone",
    ];
    let rows = html! {
        @for row in &found.states {
            tr {
                th scope="row" { (kind_label(row.kind)) }
                td { (row.tested) " from " (row.fitted) }
                td.ledger__number { (format!("{:.2}", row.error)) }
                td.ledger__number { (format!("{:.2}", row.alike)) }
                td.ledger__number { (percent(row.gain)) }
            }
        }
    };
    part(
        "states",
        about,
        &html! {
            p { "Some states take many more IMGs than their programs alone would suggest, others far fewer. We learned this from one year, and asked what it says of the other year. The error is how far the real number is from the predicted one: 0.10 is about a tenth. Large states count more; states where we expect fewer than five people are left out." }
            p { "Only two years are published by state, and the programs are those of today. So this says that states differ in a lasting way; it does not say how a single program in a state decides." }
            (ledger(about, &heads, &rows))
            (source(key, sources))
        },
    )
}

/// What one person's order looks like.
pub(super) fn personas(found: &Backtest) -> Markup {
    let about = "How finely the order tells programs apart";
    let heads = [
        "Specialty",
        "Programs with a place",
        "Different chances",
        "Largest group with one chance",
        "Places told apart",
        "Chance of an interview: first, middle, last",
    ];
    let rows = html! {
        @for row in &found.personas {
            tr {
                th scope="row" { (row.name) span.ledger__note { (row.who) } }
                td.ledger__number { (row.ranked) }
                td.ledger__number { (row.different) }
                td.ledger__number {
                    (row.largest_tie)
                    span.ledger__note { "at " (percent(row.tied_at)) }
                }
                td.ledger__number {
                    (row.bands)
                    span.ledger__note { "the largest shared by " (row.largest_band) }
                }
                td.ledger__number {
                    (percent(row.first)) ", " (percent(row.middle)) ", " (percent(row.last))
                }
            }
        }
    };
    part(
        "order",
        about,
        &html! {
            p { "Where many programs share one chance, their places say nothing. This table counts the different chances for one person. Different does not mean certain: two chances that are close are still within each other’s range. So the last step is to ask how often the one would stand above the other if our assumptions were a little different; programs that change places often share one place." }
            (ledger(about, &heads, &rows))
        },
    )
}

/// Where whole lists send people.
pub(super) fn lists(found: &Backtest) -> Markup {
    let about = "Whole lists: where US seniors and IMGs are sent";
    let heads = [
        "Who",
        "Applications",
        "At hospitals that train 12 specialties or more",
        "Of the first 20, unfilled in 2026",
        "Chance to match",
        "The likeliest list of that length",
    ];
    let rows = html! {
        @for row in &found.lists {
            tr {
                th scope="row" {
                    (row.who)
                    span.ledger__note {
                        (row.name)
                        @if let Some(wish) = row.wish { ", prefers: " (wish) }
                    }
                }
                td.ledger__number { (row.sent) }
                td.ledger__number { (row.broad) }
                td.ledger__number { (row.unfilled) }
                td.ledger__number { (percent(row.p_match)) }
                td.ledger__number { (percent(row.likeliest)) }
            }
        }
    };
    part(
        "lists",
        about,
        &html! {
            p { "For a strong US senior the question is not whether but where. Then the list gives up at most one point of the chance to match for better places. This table shows what such lists look like, with nothing wished unless the row says so. The last rows are people about whom we know nothing but their type, with 88 applications in a field that takes few IMGs." }
            p { "A hospital that trains many specialties is a large teaching hospital. It says nothing about how good a program is." }
            (ledger(about, &heads, &rows))
        },
    )
}
