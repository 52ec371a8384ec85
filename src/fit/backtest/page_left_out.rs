//! What was hidden from the model and predicted, as tables of the Accuracy page.

use maud::{Markup, html};

use super::left_out::LeftOut;
use super::page::{PLOT, compared, ledger, marks, part};
use super::percent;
use crate::engine::vocabulary::ApplicantType;

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

fn kind_label(code: &str) -> &'static str {
    ApplicantType::from_code(code).map_or("", ApplicantType::label)
}
