//! What a list comes to, in one sentence beside the press that made it.

use yew::prelude::*;

use super::costs;
use crate::kit::{dots, in_words};
use crate::rooms::words;
use crate::store::World;
use engine::list::{Figures, Ranges};
use state::Loaded;
use state::lists::report::{Report, seen};

/// "60 programs: about 5 in 10 to match, 2 to 11 interviews for most people like you, $1,200".
pub(super) fn sentence(
    figures: &Figures,
    ranges: Option<&Ranges>,
    count: usize,
    cost: Option<String>,
) -> String {
    let interviews = ranges.map_or_else(String::new, |ranges| {
        format!(", {} for most people like you", seen(ranges.seen))
    });
    let cost = cost.map_or_else(String::new, |cost| format!(", {cost}"));
    format!(
        "{}: {} to match{interviews}{cost}.",
        super::programs(count),
        in_words(figures.p_match),
    )
}

/// The open list in one sentence, with its chance in dots.
pub(super) fn result(report: &Report, loaded: &Loaded, world: &World) -> Html {
    if report.members.is_empty() {
        return html! { <p>{ "No program on this list has a chance that can be shown." }</p> };
    }
    let programs = world.state.work.lists.programs();
    let figures = &report.outcome.figures;
    let cost = costs::in_words(world, loaded, programs.keys());
    let range = report.ranges.map(|ranges| words::range(ranges.p_match));
    html! {
        <div class="my-list__result" role="status">
            <p class="my-list__sentence">{ sentence(figures, report.ranges.as_ref(), programs.len(), cost) }</p>
            { dots(figures.p_match) }
            if let Some(range) = range {
                <p class="muted small">{ format!("How sure we are of the chance: {range}.") }</p>
            }
        </div>
    }
}
