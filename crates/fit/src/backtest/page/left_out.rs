//! What was hidden from the model and predicted, as tables of the Accuracy page.

use maud::{Markup, html};

use super::parts::{PLOT, compared, kind_label, ledger, marks, part};
use crate::backtest::left_out::LeftOut;
use crate::backtest::left_out_years::{LeftOutYear, YearCoverage};
use crate::backtest::{Backtest, percent};

/// Specialties, each hidden and predicted from the others.
pub(super) fn left_out(all: &[LeftOut]) -> Markup {
    let about = "A specialty hidden from the model and predicted from the others";
    let heads = [
        "Specialty",
        "Applicants",
        "Published",
        "Predicted",
        PLOT,
        "Range",
    ];
    let rows = html! {
        @for row in all {
            tr {
                th scope="row" { (row.name) span.ledger__note { (kind_label(row.kind)) } }
                td.ledger__number { (row.n) }
                (compared(row.rate))
                (marks(row.rate.published, row.rate.predicted, Some((row.low, row.high))))
                td.ledger__number {
                    (percent(row.low)) " to " (percent(row.high))
                    @if !row.is_inside() { span.ledger__note { "outside" } }
                }
            }
        }
    };
    let content = html! {
        p { "The bar is the range that is to hold the published rate four times in five." }
        (ledger(about, &heads, &rows))
    };
    part("left-out", about, &content)
}

/// Figures of later years, each predicted from an earlier one.
pub(super) fn years(found: &Backtest) -> Markup {
    let about = "A later year predicted from an earlier one";
    let heads = ["Applicants", "Figures", "In their range", "Mean difference"];
    let rows = html! {
        @for group in &found.year_coverage {
            tr {
                th scope="row" { (kind_label(group.kind)) span.ledger__note { (years_of(group)) } }
                td.ledger__number { (group.all) }
                td.ledger__number { (group.inside) }
                td.ledger__number { (percent(group.mean_off)) }
            }
        }
    };
    let outside = found.left_out_years.iter().filter(|row| !row.is_inside());
    let content = html! {
        p { "We hid each figure of a later year, let the model say what it would have said without it, and looked whether the figure lies in its range. A range is to hold four in five." }
        (ledger(about, &heads, &rows))
        p { "From one table to the next, two years on, the ranges of US MD seniors by specialty hold. Over seventeen years they do not, and for non-US IMGs over nineteen they hardly ever do: specialties became easier or harder to enter, and the applicants of 2007 are not the same kind of people (independent applicants stand in for them). Rates over all specialties are known to a fraction of a point, and moved by more than that in a single year for three groups of four." }
        p { "So a range here says how well this year's tables are known. It does not say how a coming season may differ from them: the model has no term for that, and none was added after this test." }
        h3 { "Where the model was wrong" }
        ul.accuracy__goals {
            @for row in outside { li { (missed(row)) } }
        }
        details.disclosure {
            summary { "All " (found.left_out_years.len()) " figures as a table" }
            (every_year(&found.left_out_years, "Every later year, group by group"))
        }
    };
    part("left-out-years", about, &content)
}

fn years_of(group: &YearCoverage) -> String {
    format!("{} from {}", group.year, group.from)
}

fn missed(row: &LeftOutYear) -> Markup {
    let word = if row.rate.off() > 0.0 {
        "too much"
    } else {
        "too little"
    };
    html! {
        (row.name) ", " (kind_label(row.kind)) ", " (row.year) " from " (row.from) ": "
        (percent(row.rate.predicted)) " foretold, " (percent(row.rate.published)) " published; " (word) "."
    }
}

fn every_year(all: &[LeftOutYear], about: &str) -> Markup {
    let heads = [
        "Specialty",
        "Years",
        "Applicants",
        "Published",
        "Predicted",
        PLOT,
        "Range",
    ];
    let rows = html! {
        @for row in all {
            tr {
                th scope="row" { (row.name) span.ledger__note { (kind_label(row.kind)) } }
                td { (row.from) " to " (row.year) }
                td.ledger__number { (row.n) }
                (compared(row.rate))
                (marks(row.rate.published, row.rate.predicted, Some((row.low, row.high))))
                td.ledger__number {
                    (percent(row.low)) " to " (percent(row.high))
                    @if !row.is_inside() { span.ledger__note { "outside" } }
                }
            }
        }
    };
    ledger(about, &heads, &rows)
}
