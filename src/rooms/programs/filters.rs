//! Filters: groups of check boxes with the number each would show, and chips for what is set.

use engine::ordering;
use yew::prelude::*;

use crate::rooms::words;
use engine::catalog::Catalog;
use engine::eligibility::GateState;
use engine::preference::Size;
use engine::vocabulary::Setting;
use state::browse::{
    Browse, BrowseEdit, ChanceClass, EvidenceKind, Facet, FacetGroup, Tally, VisaWord,
};

/// Every group but states, which have the map.
pub(super) fn panel(
    catalog: &Catalog,
    browse: &Browse,
    tally: &Tally,
    edit: &Callback<BrowseEdit>,
) -> Html {
    html! {
        <div class="filter-panel">
            { for FacetGroup::ALL.iter().filter(|group| **group != FacetGroup::State).map(|group| {
                boxes(catalog, *group, browse, tally, edit)
            }) }
        </div>
    }
}

/// The boxes of one group; nothing where there is no choice to make.
fn boxes(
    catalog: &Catalog,
    group: FacetGroup,
    browse: &Browse,
    tally: &Tally,
    edit: &Callback<BrowseEdit>,
) -> Html {
    let facets: Vec<Facet> = choices(group, catalog)
        .into_iter()
        .filter(|facet| tally.of(*facet) > 0 || browse.filters.has(*facet))
        .collect();
    if facets.len() < 2 && browse.filters.count(group) == 0 {
        return html! {};
    }
    html! {
        <fieldset class="filter-group" key={group.code()}>
            <legend>{ group.label() }</legend>
            { for facets.into_iter().map(|facet| {
                let count = tally.of(facet);
                let id = format!("filter-{}", facet.key());
                html! {
                    <div class="filter-group__choice" key={facet.key()}>
                        <input type="checkbox" id={id.clone()} checked={browse.filters.has(facet)}
                            onchange={edit.reform(move |_: Event| BrowseEdit::Toggle(facet))} />
                        <label for={id}>
                            { facet.label(catalog) }{ " " }
                            <span class="filter-group__count">{ words::count(count as usize) }</span>
                        </label>
                    </div>
                }
            }) }
        </fieldset>
    }
}

/// Every choice of a group in the order of the screen.
fn choices(group: FacetGroup, catalog: &Catalog) -> Vec<Facet> {
    fn of<T: Copy>(all: &[T], facet: impl Fn(T) -> Facet) -> Vec<Facet> {
        all.iter().map(|value| facet(*value)).collect()
    }
    match group {
        FacetGroup::Chance => of(ChanceClass::ALL, Facet::Chance),
        FacetGroup::Gate => of(GateState::ALL, Facet::Gate),
        FacetGroup::Visa => of(VisaWord::ALL, Facet::Visa),
        FacetGroup::Specialty => {
            let mut all: Vec<_> = catalog.specialties().iter().collect();
            ordering::sort_by(&mut all, |a, b| a.name.cmp(&b.name));
            all.into_iter().map(|s| Facet::Specialty(s.code)).collect()
        }
        FacetGroup::State => Vec::new(),
        FacetGroup::Setting => of(Setting::ALL, Facet::Setting),
        FacetGroup::Size => {
            let mut sizes = of(Size::ALL, |size| Facet::Size(Some(size)));
            sizes.push(Facet::Size(None));
            sizes
        }
        FacetGroup::Evidence => of(EvidenceKind::ALL, Facet::Evidence),
    }
}

/// The filters that are set, each with a way to take it away.
pub(super) fn chips(catalog: &Catalog, browse: &Browse, edit: &Callback<BrowseEdit>) -> Html {
    if !browse.is_narrowed() {
        return html! {};
    }
    html! {
        <ul class="filter-chips" role="list" aria-label="Filters that are set">
            if !browse.query.trim().is_empty() {
                { chip(format!("\u{201c}{}\u{201d}", browse.query.trim()), edit.reform(|()| BrowseEdit::Query(String::new()))) }
            }
            { for browse.filters.iter().map(|facet| {
                chip(facet.label(catalog), edit.reform(move |()| BrowseEdit::Toggle(facet)))
            }) }
            <li>
                <button type="button" class="button button--plain small" onclick={edit.reform(|_| BrowseEdit::ClearAll)}>
                    { "Clear all" }
                </button>
            </li>
        </ul>
    }
}

fn chip(label: String, remove: Callback<()>) -> Html {
    html! {
        <li key={label.clone()}>
            <button type="button" class="filter-chip" aria-label={format!("Remove filter: {label}")}
                onclick={remove.reform(|_: MouseEvent| ())}>
                { label }
                <span aria-hidden="true">{ "\u{d7}" }</span>
            </button>
        </li>
    }
}
