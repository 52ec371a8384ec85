//! The table of assumptions and measured effects, each with its range and its source.

use yew::prelude::*;

use super::numbers::number;
use crate::kit::percent;
use crate::loading::details::DetailsNotice;
use crate::rooms::words::counted;
use engine::catalog::Catalog;
use engine::model::{Assumption, Model, Scale};

fn spelt(scale: Scale, value: f64) -> String {
    match scale {
        Scale::Odds => format!("odds × {}", number(value.exp(), 2)),
        Scale::Share => percent(value),
        Scale::People => number(value, 0),
        Scale::Years => format!("{} years", number(value, 1)),
        Scale::Plain => number(value, 2),
    }
}

/// The titles behind keys of sources.toml, or the word for a pure assumption. Until the titles are
/// here, how many sources there are.
pub(super) fn origin(catalog: &Catalog, keys: &[Box<str>]) -> String {
    if keys.is_empty() {
        return "Assumption".into();
    }
    if catalog.details().is_none() {
        return counted(keys.len(), "source", "sources");
    }
    let title = |key: &str| {
        let source = catalog.source_named(key);
        source
            .and_then(|index| catalog.source_details(index))
            .map_or_else(
                || key.to_owned(),
                |source| format!("{} ({})", source.title, source.year),
            )
    };
    let titles: Vec<String> = keys.iter().map(|key| title(key)).collect();
    titles.join("; ")
}

/// Every assumption.
pub(super) fn table(catalog: &Catalog, model: &Model) -> Html {
    html! {
        <>
            <p class="prose">
                { "Some effects are measured, some are assumed. Each has a low and a high end, and both ends go into the ranges that you see. \"Odds × 2\" doubles the odds: instead of 1 yes for every 9 no there are 2 yes for every 9 no. A chance of 10 % then becomes 18 %." }
            </p>
            <DetailsNotice />
            <div class="ledger" role="region" aria-label="Table: assumptions and measured effects" tabindex="0">
                <table>
                    <caption class="visually-hidden">{ "Assumptions and measured effects" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "What" }</th>
                            <th scope="col">{ "Value" }</th>
                            <th scope="col">{ "Range" }</th>
                            <th scope="col">{ "Where from" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for model.assumptions.iter().map(|one| row(catalog, one)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(catalog: &Catalog, assumption: &Assumption) -> Html {
    let scale = assumption.key.scale();
    let effect = assumption.effect;
    html! {
        <tr key={assumption.key.code()}>
            <th scope="row">
                { assumption.key.label() }
                { " " }<span class="ledger__note">{ &*assumption.sentence }</span>
            </th>
            <td class="ledger__number">{ spelt(scale, effect.mid) }</td>
            <td class="ledger__number">{ format!("{} to {}", spelt(scale, effect.low), spelt(scale, effect.high)) }</td>
            <td>{ origin(catalog, &assumption.sources) }</td>
        </tr>
    }
}
