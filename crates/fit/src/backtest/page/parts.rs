//! What the sections of the page are made of: a section, its table, its sources.

use maud::{Markup, html};

use super::plot::{self, Dots};
use crate::backtest::{Compared, percent};
use engine::catalog::Catalog;
use engine::vocabulary::ApplicantType;

pub(super) fn part(id: &str, title: &str, content: &Markup) -> Markup {
    html! {
        section.stack.trust__part aria-labelledby=(id) {
            h2 id=(id) tabindex="-1" { (title) }
            (content)
        }
    }
}

/// Links to the sources with these keys, or the word for a pure assumption.
pub(super) fn titles(keys: &[String], sources: &Catalog) -> Markup {
    html! {
        @if keys.is_empty() { "Assumption" }
        @for key in keys { (link(key, sources)) " " }
    }
}

fn link(key: &str, sources: &Catalog) -> Markup {
    let known = sources.source_named(key);
    let known = known.and_then(|index| sources.source_details(index));
    let title = known.map_or(key, |source| &*source.title);
    html! { a href={"/trust/sources#" (key)} { (title) } }
}

pub(super) fn source(key: &str, sources: &Catalog) -> Markup {
    html! { p.accuracy__source { "Source: " (link(key, sources)) } }
}

/// The heading of the column that holds marks.
pub(super) const PLOT: &str = "0 to 100 %";

/// A table that scrolls by itself where it is wider than the window.
pub(super) fn ledger(about: &str, heads: &[&str], rows: &Markup) -> Markup {
    html! {
        div.ledger tabindex="0" role="region" aria-label={"Table: " (about)} {
            table {
                thead { tr {
                    @for head in heads { th scope="col" { (head) } }
                } }
                tbody { (rows) }
            }
        }
    }
}

pub(super) fn compared(rate: Compared) -> Markup {
    html! {
        td.ledger__number { (percent(rate.published)) }
        td.ledger__number { (percent(rate.predicted)) }
    }
}

pub(super) fn marks(published: f64, predicted: f64, range: Option<(f64, f64)>) -> Markup {
    let dots = Dots {
        published,
        predicted,
        range,
    };
    html! { td.accuracy__plot { (plot::dots(dots)) } }
}

pub(super) fn kind_label(code: &str) -> &'static str {
    ApplicantType::from_code(code).map_or("", ApplicantType::label)
}
