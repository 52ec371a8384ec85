//! The ranking: search, filters, the list and what it says of itself.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{Controls, use_controls};
use super::list::{nothing_here, program_list};
use super::print::PrintedList;
use super::quick::QuickAnswers;
use super::summary;
use super::{export, filters, toolbar};
use crate::kit::{Notice, NoticeKind, ReturnRow, TextInput, page_title, use_return_to};
use crate::loading::pack::with_pack;
use crate::rooms::preferences::Turned;
use crate::rooms::tile_map::tile_map;
use crate::rooms::words;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::program::ProgramId;
use engine::search::{SearchIndex, Spelling};
use state::browse::{Browse, BrowseEdit, FrozenOrder, Row, Show, TableInput, tally, view};
use state::{Action, Loaded};

/// The ranking.
pub(crate) fn programs_room(world: &World) -> Html {
    with_pack(world, &Route::Programs, |loaded| {
        html! { <Room loaded={loaded.clone()} /> }
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct RoomProps {
    loaded: Rc<Loaded>,
}

#[component]
fn Room(props: &RoomProps) -> Html {
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
    };
    let unsaved = use_state(|| None::<AttrValue>);
    let download = export::download(shown.clone(), unsaved.setter());
    let toggle_filters = {
        let open = filters_open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let narrowed = browse.filters.len();

    html! {
        <div>
            <header class="programs__head">
                { page_title(Route::Programs.title()) }
                { summary::counts(&fresh.counts) }
                { summary::left_out(derived.notices()) }
                { summary::preliminary(derived, &loaded.catalog) }
                { summary::reach(&derived.ranking) }
                <Turned />
                <QuickAnswers on_leave={rerank.clone()} />
            </header>
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
                        <p role="status">{ status(rows.len(), fresh.counts.of(browse.show), browse, fresh.spelling) }</p>
                        { summary::explanation(browse, derived) }
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
        </div>
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
    let kind = browse.show.label().to_ascii_lowercase();
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

/// Says what was just hidden and offers to take it back.
fn undo_hide(
    loaded: &Loaded,
    last_hidden: &UseStateHandle<Option<ProgramId>>,
    dispatch: &Callback<Action>,
) -> Html {
    let Some((id, program)) =
        (**last_hidden).and_then(|id| loaded.catalog.find(id).map(|(_, program)| (id, program)))
    else {
        return html! {};
    };
    let undo = {
        let (dispatch, last_hidden) = (dispatch.clone(), last_hidden.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Show(id));
            last_hidden.set(None);
        })
    };
    let words = format!(
        "Hidden: {}. You find it under \u{201c}{}\u{201d}.",
        program.name,
        Show::Hidden.label()
    );
    with_button(words, "Undo", undo)
}

/// A notice of one line with something to do about it.
fn with_button(words: String, button: &'static str, onclick: Callback<MouseEvent>) -> Html {
    Notice::default().announced().view(html! {
        <p class="cluster">
            { words }
            <button type="button" class="button button--quiet" {onclick}>{ button }</button>
        </p>
    })
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

/// What each part of the room needs to draw rows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The data.
    pub(super) loaded: Rc<Loaded>,
    /// The state, and what follows from it.
    pub(super) world: World,
    /// The rows in the order of the screen.
    pub(super) rows: Rc<Vec<Row>>,
    /// What the buttons do.
    pub(super) controls: Controls,
}

impl RowsProps {
    /// What the rows are made of.
    pub(super) fn input(&self) -> TableInput<'_> {
        TableInput::of(&self.loaded, &self.world.state, &self.world.derived, None)
    }
}
