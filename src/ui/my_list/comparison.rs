//! The visitor's lists side by side.

use yew::prelude::*;

use super::costs::{money, season_bill};
use crate::engine::decimal::Decimal;
use crate::engine::list::{Prospects, outcome};
use crate::state::Loaded;
use crate::state::report::applications;
use crate::ui::programs::words;
use crate::ui::store::World;

/// What each list comes to; nothing where there is one.
pub(super) fn comparison(world: &World, loaded: &Loaded) -> Html {
    let lists = &world.state.work.lists;
    let question = world.derived.question(loaded, &world.state.work.entries);
    let Some(question) = question.filter(|_| lists.all().len() > 1) else {
        return html! {};
    };
    let prospects = Prospects::of(&question, &world.derived.ranking);
    let rows = lists.all().iter().enumerate().map(|(place, list)| {
        let sent = applications(&prospects, &loaded.catalog, &list.programs);
        let figures = outcome(&prospects, &sent).figures;
        let bill = season_bill(world, loaded, list.programs.keys());
        let cost = bill.and_then(|(amount, is_whole)| Some((amount?, is_whole)));
        html! {
            <tr key={place}>
                <th scope="row">{ lists.title(place) }{ if place == lists.place() { " (open)" } else { "" } }</th>
                <td class="number">{ words::count(list.programs.len()) }</td>
                <td class="number">{ words::precise(figures.p_match) }</td>
                <td class="number">{ words::precise(figures.any_interview) }</td>
                <td class="number">{ Decimal::fixed(figures.interviews, 1).to_string() }</td>
                <td class="number">{ match cost {
                    Some((amount, true)) => money(amount),
                    Some((amount, false)) => format!("{} and more", money(amount)),
                    None => "not stated".to_owned(),
                } }</td>
            </tr>
        }
    });
    html! {
        <section class="stack" aria-labelledby="list-comparison">
            <h2 id="list-comparison">{ "Your lists side by side" }</h2>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Lists side by side">
            <table class="table">
                <thead><tr>
                    <th scope="col">{ "List" }</th>
                    <th scope="col" class="number">{ "Programs" }</th>
                    <th scope="col" class="number">{ "To match" }</th>
                    <th scope="col" class="number">{ "An interview" }</th>
                    <th scope="col" class="number">{ "Interviews" }</th>
                    <th scope="col" class="number">{ "Applications cost" }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            </div>
        </section>
    }
}
