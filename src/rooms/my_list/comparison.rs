//! The visitor's lists side by side.

use std::rc::Rc;

use yew::prelude::*;

use super::costs::{money, season_bill};
use crate::rooms::words;
use crate::store::{World, use_world};
use engine::decimal::Decimal;
use engine::eligibility::Band;
use engine::list::{Figures, Prospects, Ranges, outcome, ranges};
use state::Loaded;
use state::lists::report::{applications, seen};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ComparisonProps {
    pub(super) loaded: Rc<Loaded>,
}

/// What a list comes to.
#[derive(Clone, Debug, PartialEq)]
struct Sum {
    figures: Figures,
    ranges: Option<Ranges>,
}

/// What each list comes to; nothing where there is one.
#[component]
pub(super) fn Comparison(props: &ComparisonProps) -> Html {
    let world = use_world();
    let work = &world.state.work;
    // A key that is typed elsewhere on the page does not work out every list again.
    let sums = use_memo(
        (world.derived.clone(), work.lists.clone()),
        |(derived, lists)| -> Vec<Sum> {
            let question = derived.question(&props.loaded, &work.entries);
            let Some(question) = question.filter(|_| lists.all().len() > 1) else {
                return Vec::new();
            };
            let prospects = Prospects::of(&question, &derived.ranking);
            let each = lists.all().iter().map(|list| {
                let sent = applications(&prospects, &props.loaded.catalog, &list.programs);
                let figures = outcome(&prospects, &sent).figures;
                let ranges = ranges(&prospects, &sent, &figures);
                Sum { figures, ranges }
            });
            each.collect()
        },
    );
    if sums.is_empty() {
        return html! {};
    }
    html! {
        <div class="stack">
            <p class="muted small">{ "\u{201c}Most people like you\u{201d} is what one person may see. Below each chance and each average you see how sure we are of it." }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Lists side by side">
            <table class="table">
                <thead><tr>
                    <th scope="col">{ "List" }</th>
                    <th scope="col" class="number">{ "Programs" }</th>
                    <th scope="col" class="number">{ "To match" }</th>
                    <th scope="col" class="number">{ "An interview" }</th>
                    <th scope="col" class="number">{ "Most people like you" }</th>
                    <th scope="col" class="number">{ "Interviews, on average" }</th>
                    <th scope="col" class="number">{ "Applications cost" }</th>
                </tr></thead>
                <tbody>{ for sums.iter().enumerate().map(|(index, sum)| row(index, sum, &world, &props.loaded)) }</tbody>
            </table>
            </div>
        </div>
    }
}

fn row(index: usize, sum: &Sum, world: &World, loaded: &Loaded) -> Html {
    let lists = &world.state.work.lists;
    let Some(list) = lists.all().get(index) else {
        return html! {};
    };
    let bill = season_bill(world, loaded, list.programs.keys());
    let cost = bill.and_then(|(amount, is_whole)| Some((amount?, is_whole)));
    let Sum { figures, ranges } = sum;
    let one = |value: f64| Decimal::fixed(value, 1);
    let mean = ranges.map(|ranges| ranges.interviews);
    let mean = mean.map(|band| format!("{} to {}", one(band.lo), one(band.hi)));
    let share = |mid: f64, range: Option<Band>| {
        let sure = range.map(words::range);
        html! { <td class="number">{ words::precise(mid) }{ known(sure) }</td> }
    };
    html! {
        <tr key={index}>
            <th scope="row">{ lists.title(index) }{ if index == lists.open_index() { " (open)" } else { "" } }</th>
            <td class="number">{ words::count(list.programs.len()) }</td>
            { share(figures.p_match, ranges.map(|ranges| ranges.p_match)) }
            { share(figures.any_interview, ranges.map(|ranges| ranges.any_interview)) }
            <td class="number">{ ranges.map_or_else(|| "not known".to_owned(), |ranges| seen(ranges.seen)) }</td>
            <td class="number">{ one(figures.interviews).to_string() }{ known(mean) }</td>
            <td class="number">{ match cost {
                Some((amount, true)) => money(amount),
                Some((amount, false)) => format!("{} and more", money(amount)),
                None => "not stated".to_owned(),
            } }</td>
        </tr>
    }
}

/// How sure we are of the number above.
fn known(range: Option<String>) -> Html {
    html! {
        if let Some(range) = range { <span class="my-list__where">{ range }</span> }
    }
}
