//! The constants of the fit as a table of the Accuracy page: value, range, and what each end moves.

use maud::{Markup, html};

use super::parts::{ledger, part, titles};
use crate::backtest::percent;
use crate::backtest::sensitivity::{ConstantRow, End, Sensitivity};
use crate::constants::FitAssumption;
use engine::catalog::Catalog;

/// The part with the table; a constant whose effect is not at hand says so.
pub(super) fn constants(all: &[FitAssumption], moved: &Sensitivity, sources: &Catalog) -> Markup {
    let about = "What the fit itself assumes";
    let heads = [
        "Constant",
        "Value",
        "Range",
        "Match rates move",
        "Levels of interviews move",
    ];
    let rows = html! {
        @for constant in all {
            @let row = moved.rows.iter().find(|row| row.key == constant.key.code());
            tr {
                th scope="row" {
                    (constant.key.label()) " "
                    span.ledger__note { (constant.sentence) }
                    @if !constant.sources.is_empty() {
                        span.ledger__note { (titles(&constant.sources, sources)) }
                    }
                }
                td.ledger__number { (constant.value) }
                td.ledger__number { (constant.low) " to " (constant.high) }
                (ends(row))
            }
        }
    };
    part(
        "fit-constants",
        about,
        &html! {
            p { "No table gives these numbers: they are set by hand. For each we fitted the whole model again with the low and with the high end of its range. Half of the cells move less than the first figure; the cell that moves most, by the second. Levels are in log odds of an interview: 0.1 changes the odds by a tenth." }
            (ledger(about, &heads, &rows))
        },
    )
}

fn ends(row: Option<&ConstantRow>) -> Markup {
    let Some(row) = row else {
        return html! { td { "not tried" } td { "not tried" } };
    };
    let rate = |end: &End| {
        let moved = &end.rate;
        let figures = format!("{}, {}", percent(moved.median), percent(moved.most));
        (figures, moved.by.clone())
    };
    let level = |end: &End| {
        let moved = &end.level;
        (
            format!("{:.2}, {:.2}", moved.median, moved.most),
            moved.by.clone(),
        )
    };
    html! {
        td.ledger__number { (one(rate(&row.low), "low")) (one(rate(&row.high), "high")) }
        td.ledger__number { (one(level(&row.low), "low")) (one(level(&row.high), "high")) }
    }
}

fn one((figures, by): (String, String), word: &str) -> Markup {
    html! {
        div {
            @if by.is_empty() {
                (word) ": none"
            } @else {
                (word) ": " (figures) span.ledger__note { (by) }
            }
        }
    }
}
