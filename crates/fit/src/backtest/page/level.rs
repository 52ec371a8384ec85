//! How many interviews, and who has none: the level of the model, for the Accuracy page.

use maud::{Markup, html};

use super::parts::{kind_label, ledger, part, source};
use crate::backtest::any_rank::AnyRank;
use crate::backtest::sheet::SheetCheck;
use crate::backtest::{Backtest, percent};
use engine::catalog::Catalog;

/// A spread below this share of the sheet's is said to be too small.
const TOO_EVEN: f64 = 0.75;

/// Interviews of people in a public sheet.
pub(super) fn sheet(found: &Backtest, key: &str, sources: &Catalog) -> Markup {
    let about = "Number of interviews: people’s own figures";
    let heads = [
        "Group",
        "People",
        "Applications",
        "Step 2 CK",
        "Interviews",
        "Model",
        "Spread",
        "Model’s spread",
        "Without any",
        "Model",
    ];
    let rows = html! {
        @for row in &found.sheet {
            tr {
                th scope="row" { (group(row)) span.ledger__note { (kind(row)) } }
                td.ledger__number { (row.n) }
                td.ledger__number { (format!("{:.0}", row.applications)) }
                td.ledger__number { (format!("{:.0}", row.score)) }
                td.ledger__number { (format!("{:.1}", row.mean.published)) }
                td.ledger__number { (format!("{:.1}", row.mean.predicted)) }
                td.ledger__number { (format!("{:.1}", row.sd.published)) }
                td.ledger__number { (format!("{:.1}", row.sd.predicted)) }
                td.ledger__number { (percent(row.none.published)) }
                td.ledger__number { (percent(row.none.predicted)) }
            }
        }
    };
    let whole = found.sheet.iter().filter(|row| row.is_whole());
    let even = found.sheet.iter();
    let even = even.filter(|row| row.is_whole() && row.sd.predicted < TOO_EVEN * row.sd.published);
    part(
        "interviews",
        about,
        &html! {
            p.lead {
                @for row in whole {
                    (kind(row)) ": " (format!("{:.1}", row.mean.published)) " interviews, the model says "
                    (format!("{:.1}", row.mean.predicted)) ". "
                }
            }
            p { "In the Match of 2024, 172 people typed into a public sheet how many applications they sent in internal medicine and how many interviews they got. People chose to do this, so they are not like all applicants, and nearly all of them had an interview. The table therefore compares only those who had one, on both sides. IMGs are US and non-US together; the model’s figures are mixed in the same way." }
            p { "This is not a clean test. The number of applications behind the IMGs’ level, and the effect of years since graduation, were chosen with this sheet in view. The other rows, US seniors among them, were not. Many groups have fewer than ten people." }
            p { "People who send more applications are often weaker or more worried, so the rows by number of applications do not show what one more application brings." }
            @for row in even {
                p {
                    (kind(row)) ": the model makes people too much alike. The spread of interviews is "
                    (format!("{:.1}", row.sd.published)) " in the sheet and " (format!("{:.1}", row.sd.predicted))
                    " in the model, and " (percent(row.none.published)) " of the people had none, where the model says "
                    (percent(row.none.predicted)) ". Some of them may have left the field empty."
                }
            }
            (ledger(about, &heads, &rows))
            (source(key, sources))
        },
    )
}

fn kind(row: &SheetCheck) -> &'static str {
    if row.kind == "img" {
        "IMGs"
    } else {
        kind_label(row.kind)
    }
}

fn group(row: &SheetCheck) -> String {
    if row.is_whole() {
        return "All".to_owned();
    }
    row.group
        .replace("step2 1-", "Step 2 CK up to ")
        .replace("step2 261-300", "Step 2 CK 261 and more")
        .replace("step2", "Step 2 CK")
        .replace("applications 1-", "applications up to ")
        .replace("applications", "Applications")
        .replace("years since", "Years since")
        .replace("over -2 to", "up to")
        .replace("over 6 to 40", "over 6")
        .replace("-999", " and more")
        .replace('-', " to ")
}

/// Who has a rank at all.
pub(super) fn any_rank(found: &Backtest, key: &str, sources: &Catalog) -> Markup {
    let about = "Who has an interview and a rank at all";
    let heads = ["Who", "Applications", "Model", "To be", "Inside"];
    let rows = html! {
        @for row in &found.any_rank {
            tr {
                th scope="row" { (row.who) }
                td { (row.sent) }
                td.ledger__number { (percent(row.predicted)) }
                td.ledger__number { (bounds(row)) }
                td { @if row.is_inside() { "yes" } @else { "no" } }
            }
        }
    };
    let blank = found.any_rank.first();
    part(
        "any-rank",
        about,
        &html! {
            p { "Published match rates count only people who ranked a program. Many who apply never do. " }
            @if let Some(row) = blank {
                @if let (Some(low), Some(high)) = (row.low, row.high) {
                    p { "Of all IMGs who applied for 2025, in any specialty, " (percent(low)) " had a program to rank; of those registered for the Match, about " (percent(high)) " sent a list." }
                }
                p { "For a non-US IMG of whom we know nothing but the visa, the model says " strong { (percent(row.predicted)) } ". A match rate “of those who ranked a program” has to be made smaller by that share to become one “of those who applied”." }
            }
            p { "For a single specialty only a lower bound is published: who applies in two may rank one. How applications divide between specialties is assumed." }
            (ledger(about, &heads, &rows))
            (source(key, sources))
        },
    )
}

fn bounds(row: &AnyRank) -> String {
    match (row.low, row.high) {
        (Some(low), Some(high)) => format!("{} to {}", percent(low), percent(high)),
        (Some(low), None) => format!("at least {}", percent(low)),
        _ => String::new(),
    }
}
