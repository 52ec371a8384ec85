//! Counts by specialty beside the model, for the Accuracy page: IMGs, US seniors, people who
//! apply again.

use maud::{Markup, html};

use super::parts::{PLOT, compared, kind_label, ledger, marks, part, source};
use crate::backtest::counts::Counted;
use crate::backtest::{Backtest, percent};
use engine::catalog::Catalog;

/// IMGs by specialty beside their counts.
pub(super) fn imgs(found: &Backtest, keys: [&str; 2], sources: &Catalog) -> Markup {
    let about = "IMGs by specialty: what was counted, and the model";
    let heads = [
        "Specialty",
        "Counted",
        "Share",
        "Model",
        PLOT,
        "Range of the count",
    ];
    let rows = html! {
        @for row in &found.counts {
            tr {
                th scope="row" { (row.name) span.ledger__note { (kind_label(row.kind)) } }
                td.ledger__number { (row.matched) " of " (row.n) }
                (compared(row.rate))
                (marks(row.rate.published, row.rate.predicted, Some((row.low, row.high))))
                td.ledger__number {
                    (percent(row.low)) " to " (percent(row.high))
                    @if !row.is_inside() { span.ledger__note { "outside" } }
                }
            }
        }
    };
    let inside = |rough: bool| {
        let rows = || found.counts.iter().filter(move |row| row.rough == rough);
        let inside = rows().filter(|row| row.is_inside()).count();
        (inside, rows().count())
    };
    let ((in_table, table), (in_rough, rough)) = (inside(false), inside(true));
    let first: Vec<&Counted> = found.counts.iter().filter(|row| row.is_first()).collect();
    part(
        "img-counts",
        about,
        &html! {
            p {
                "In some specialties only a few IMGs apply, and a share of 5 in 22 can be chance. The bar is the range in which the true share lies nine times in ten (Wilson’s interval). For non-US IMGs the model is inside "
                (in_table) " times in " (table) "; the fit has seen these counts, but not on a list as people send it."
            }
            @for row in first.iter().filter(|row| !row.rough) {
                p { (row.name) ": " (row.matched) " of " (row.n) " non-US IMGs matched, " (percent(row.rate.published)) "; the model says " (percent(row.rate.predicted)) "." }
            }
            p {
                "For US IMGs no such count is published. Their rows show filled positions over all who ranked the specialty, first choice or not: a rough figure that is often lower than the true rate. The model is inside "
                (in_rough) " times in " (rough) "."
            }
            (ledger(about, &heads, &rows))
            @for key in keys { (source(key, sources)) }
        },
    )
}

/// US seniors: share matched and difference of scores.
pub(super) fn seniors(found: &Backtest, keys: [&str; 2], sources: &Catalog) -> Markup {
    let about = "US seniors: do scores part the matched from the unmatched as they should?";
    let heads = [
        "Specialty",
        "Matched, not matched",
        "Share",
        "Model",
        "Step 2 CK apart",
        "Model",
    ];
    let rows = html! {
        @for row in &found.seniors {
            tr {
                th scope="row" { (row.name) span.ledger__note { (kind_label(row.kind)) } }
                td.ledger__number { (row.matched) ", " (row.unmatched) }
                (compared(row.share))
                @match row.gap {
                    Some(gap) => {
                        td.ledger__number { (format!("{:.1}", gap.published)) }
                        td.ledger__number {
                            (format!("{:.1}", gap.predicted))
                            @if row.small { span.ledger__note { "few, drawn to others" } }
                        }
                    }
                    None => {
                        td { "not published" }
                        td.ledger__number { "" }
                    }
                }
            }
        }
    };
    part(
        "score-gaps",
        about,
        &html! {
            p { "If scores matter in a field, those who matched have a higher mean Step 2 CK than those who did not. The model has to give back both the share that matched and this difference. The fit has seen these figures. Where fewer than 40 matched or fewer than 40 did not, the difference is mostly chance, so the model draws it towards the other fields; those rows are marked and no goal is set for them." }
            (ledger(about, &heads, &rows))
            @for key in keys { (source(key, sources)) }
        },
    )
}

/// People who applied to the same field again.
pub(super) fn again(found: &Backtest, key: &str, sources: &Catalog) -> Markup {
    let about = "People who apply to the same field again";
    part(
        "again",
        about,
        &html! {
            @for row in &found.again {
                p {
                    (row.name) ": in a survey, " (percent(row.rate.published)) " of " (row.n)
                    " people who applied again matched (nine times in ten the true share of such people is "
                    (percent(row.low)) " to " (percent(row.high)) "). For a graduate of a US MD school the model says "
                    strong { (percent(row.rate.predicted)) } ", and " (percent(row.at_score))
                    " at their mean score of " (row.score) "."
                }
            }
            p { "The survey is too high: who matched answers more often. So the model stays below it on purpose, by a discount that is assumed." }
            (source(key, sources))
        },
    )
}
