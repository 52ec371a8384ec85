//! Where the list's programs are, and which geographic preferences fit it.

use yew::prelude::*;

use super::programs;
use crate::rooms::tile_map::tile_picture;
use crate::routing::link::link;
use crate::routing::route::{Route, Slug};
use engine::catalog::Catalog;
use engine::geography::{Division, UsState};
use engine::ordering;
use engine::program::Program;
use state::lists::report::Report;

/// Divisions that are named.
const NAMED: usize = 3;

/// The map of the list, and the divisions where most of it is.
pub(super) fn geography(report: &Report, catalog: &Catalog) -> Html {
    let members = report.members.iter();
    let listed: Vec<&Program> = members
        .filter_map(|member| catalog.get(member.ranked.program))
        .collect();
    if listed.is_empty() {
        return html! {};
    }
    let count = |state: UsState| {
        let there = listed.iter().filter(|program| program.state == state);
        u32::try_from(there.count()).unwrap_or(u32::MAX)
    };
    let label = format!(
        "A map of the states with the {} of your list; the numbers are in the table below.",
        programs(listed.len())
    );
    html! {
        <div class="stack">
            { tile_picture(label, count) }
            <h3>{ "Geographic preferences" }</h3>
            <p>
                { format!(
                    "ERAS asks which parts of the country you prefer, by census division, up to three. To fit this list they are: {}. ",
                    divisions(&listed)
                ) }
                { signals_article() }
            </p>
        </div>
    }
}

/// Where the limit has its source.
fn signals_article() -> Html {
    let Some(slug) = Slug::parse("signals") else {
        return html! {};
    };
    link(
        &Route::Article { slug },
        "",
        "The guide on signals and preferences",
    )
}

fn divisions(listed: &[&Program]) -> String {
    let mut counts: Vec<(Division, usize)> = Vec::new();
    for program in listed {
        let division = program.state.division();
        match counts.iter_mut().find(|(of, _)| *of == division) {
            Some((_, count)) => *count += 1,
            None => counts.push((division, 1)),
        }
    }
    ordering::sort_by(&mut counts, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let named = counts.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|(division, count)| format!("{} ({})", division.label(), programs(*count)))
        .collect();
    named.join(", ")
}
