//! Which program before which: states, and what one person's order looks like, for the Accuracy
//! page.

use maud::{Markup, html};

use super::page::{ledger, part, source};
use super::page_left_out::kind_label;
use super::{Backtest, percent};
use crate::engine::catalog::Catalog;

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
                    (percent(row.first)) ", " (percent(row.middle)) ", " (percent(row.last))
                }
            }
        }
    };
    part(
        "order",
        about,
        &html! {
            p { "Where many programs share one chance, their places say nothing. This table counts the different chances for one person. Different does not mean certain: two chances that are close are still within each other’s range." }
            (ledger(about, &heads, &rows))
        },
    )
}
