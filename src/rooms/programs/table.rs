//! The whole ranking: search, filters, sorts, the list and what it says of itself.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::use_controls;
use super::hidden::{undo_hide, with_button};
use super::list::{nothing_here, program_list};
use super::print::PrintedList;
use super::quick::QuickAnswers;
use super::room::{RowsProps, use_distinctions};
use super::{export, filters, summary, toolbar};
use crate::kit::{Notice, NoticeKind, ReturnRow, TextInput, use_return_to};
use crate::rooms::tile_map::tile_map;
use crate::rooms::words;
use crate::store::{World, use_world};
use engine::program::ProgramId;
use engine::search::{SearchIndex, Spelling};
use state::Loaded;
use state::browse::{Browse, BrowseEdit, FrozenOrder, Row, TableInput, tally, view};

/// Properties of [`ProgramTable`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ProgramTableProps {
    /// The data.
    pub(crate) loaded: Rc<Loaded>,
}

/// The ranking.
#[component]
pub(crate) fn ProgramTable(props: &ProgramTableProps) -> Html {
    let loaded = &props.loaded;
    let world = use_world();
    let World {
        state,
        derived,
        dispatch,
    } = &world;
    let browse = &state.browse;
    // Made when the search box takes the focus, so that the first letter does not wait for it.
    let onfocusin = {
        let loaded = loaded.clone();
        Callback::from(move |_: FocusEvent| {
            let _ = loaded.search.text_index(&loaded.catalog);
        })
    };
    let searched = SearchIndex::says_something(&browse.query).then_some(&loaded.search);
    let reranked = use_state(|| 0_u32);
    let filters_open = use_state(|| false);
    let last_hidden = use_state(|| None::<ProgramId>);

    let input = TableInput::of(loaded, state, derived, searched);
    let fresh = view(&input, browse);
    let order = {
        let shown = Browse {
            compare: Vec::new(),
            opened: None,
            ..browse.clone()
        };
        let rows = &fresh.rows;
        // Wishes are pressed, not typed: the order follows them at once.
        let wishes = derived.preferences().clone();
        use_memo((shown, *reranked, wishes), |_| FrozenOrder::of(rows))
    };
    let arranged = order.arrange(&fresh.rows);
    let is_stale = arranged.is_stale;
    let rows = Rc::new(arranged.rows);
    let tally = tally(&input, browse);
    use_return_to(
        browse.opened.map(ProgramId::number),
        opened_row(loaded, browse, &rows),
    );

    let distinctions = use_distinctions(&world, loaded);
    let controls = use_controls(state, last_hidden.setter());
    let edit = &controls.edit;
    let rerank = {
        let reranked = reranked.clone();
        Callback::from(move |()| reranked.set(*reranked + 1))
    };
    let shown = RowsProps {
        loaded: loaded.clone(),
        world: world.clone(),
        rows: rows.clone(),
        controls: controls.clone(),
        distinctions,
    };
    let unsaved = use_state(|| None::<AttrValue>);
    let download = export::download(shown.clone(), unsaved.setter());
    let toggle_filters = {
        let open = filters_open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let narrowed = browse.filters.len();

    html! {
        <>
            <QuickAnswers on_leave={rerank.clone()} />
            <div class="programs__columns">
                <aside class="programs__filters" aria-label="Filters">
                    <button type="button" class="button button--quiet programs__fold"
                        aria-expanded={filters_open.to_string()} aria-controls="filter-panel"
                        onclick={toggle_filters}>
                        { if narrowed == 0 { "Filters".to_owned() } else { format!("Filters ({narrowed} set)") } }
                    </button>
                    <div id="filter-panel" class="programs__panel" data-open={filters_open.to_string()}>
                        { filters::panel(&loaded.catalog, browse, &tally, edit) }
                    </div>
                </aside>
                <section class="programs__list" aria-label="Programs">
                    <div class="programs__find" {onfocusin}>
                        { search(browse, edit) }
                        { toolbar::sorts(&input, browse, edit) }
                    </div>
                    { toolbar::segments(browse, &fresh.counts, edit) }
                    <div class="programs__tools no-print">
                        <details class="disclosure programs__map">
                            <summary>{ "Map of states" }</summary>
                            { tile_map(&tally, &browse.filters, edit) }
                        </details>
                        { toolbar::take_along(rows.len(), download) }
                    </div>
                    { filters::chips(&loaded.catalog, browse, edit) }
                    { undo_hide(loaded, &last_hidden, dispatch) }
                    if let Some(error) = &*unsaved {
                        { Notice::new(NoticeKind::Failure).announced().view(html! {
                            <p>{ format!("The file was not saved: {error}.") }</p>
                        }) }
                    }
                    if is_stale {
                        { with_button("Order is from before your last change.".into(), "Re-rank", rerank.reform(|_: MouseEvent| ())) }
                    }
                    <div class="programs__status">
                        <p role="status">{ status(rows.len(), fresh.counts.of(browse.table()), browse, fresh.spelling) }</p>
                        { summary::explanation(browse, derived, &fresh) }
                    </div>
                    if rows.is_empty() {
                        { nothing_here(&input, browse, &fresh.counts, edit) }
                    } else {
                        { program_list(&shown) }
                        <PrintedList ..shown />
                    }
                </section>
            </div>
            { toolbar::compare_bar(&loaded.catalog, browse, &controls) }
        </>
    }
}

/// The row of the program whose page was opened last.
fn opened_row(loaded: &Loaded, browse: &Browse, rows: &[Row]) -> Option<ReturnRow> {
    let id = browse.opened?;
    let (index, _) = loaded.catalog.find(id)?;
    Some(ReturnRow {
        at: rows.iter().position(|row| row.program == index)?,
        control: format!(".program-row__name a[href$=\"/{id}\"]").into(),
    })
}

fn status(shown: usize, of: usize, browse: &Browse, spelling: Spelling) -> String {
    let kind = browse.table().label();
    let count = if browse.is_narrowed() {
        format!(
            "{} of {} under \u{201c}{kind}\u{201d}.",
            words::count(shown),
            words::count(of)
        )
    } else {
        format!("{}.", words::counted(shown, "program", "programs"))
    };
    match spelling {
        Spelling::Near if shown > 0 => format!(
            "Nothing is spelled \u{201c}{}\u{201d}. These are close. {count}",
            browse.query.trim()
        ),
        Spelling::Near | Spelling::AsTyped => count,
    }
}

fn search(browse: &Browse, edit: &Callback<BrowseEdit>) -> Html {
    TextInput {
        id: "program-search".into(),
        label: "Search".into(),
        hint: Some("Name, institution, city, state or specialty".into()),
        value: browse.query.clone().into(),
        on_type: edit.reform(BrowseEdit::Query),
        ..TextInput::default()
    }
    .view()
}
