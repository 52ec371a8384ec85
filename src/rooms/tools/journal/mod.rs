//! The journal: written, found again, gathered for letters and for the rank order list.

mod entry;
mod gathered;

use std::rc::Rc;

use yew::prelude::*;

use self::entry::entry;
use super::save_button;
use crate::kit::{Notice, NoticeKind, Select, TextInput, Width};
use crate::rooms::words;
use crate::store::{World, use_world};
use engine::program::ProgramId;
use state::NotebookEdit;
use state::content::tools::ToolBook;
use state::notebook::{EntryKind, JournalEntry, MOST_ROWS};
use state::tools::journal::{Placed, found, text};

/// Properties of [`Journal`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct JournalProps {
    /// What the tools say.
    pub(super) book: Rc<ToolBook>,
}

/// The whole room.
#[component]
pub(super) fn Journal(props: &JournalProps) -> Html {
    let world = use_world();
    let query = use_state_eq(String::new);
    let kind = use_state_eq(|| None::<EntryKind>);
    let journal = world.state.work.notebook.journal();
    let count = journal.len();
    // Kept while one types: an entry that moved or went under its own words would lose the keyboard.
    let order = use_memo((count, (*query).clone(), *kind), |(_, query, kind)| {
        let found = found(journal, query, *kind);
        found.into_iter().map(|(at, _)| at).collect::<Vec<usize>>()
    });
    let found: Vec<Placed<'_>> = order
        .iter()
        .filter_map(|at| Some((*at, journal.get(*at)?)))
        .collect();
    let add = {
        let day = world
            .state
            .today
            .map(|day| day.to_string())
            .unwrap_or_default();
        let (kind, query) = (kind.unwrap_or(EntryKind::Clinic), query.setter());
        world.note(move |_: MouseEvent| {
            // An empty entry has none of the words that were sought.
            query.set(String::new());
            let fresh = JournalEntry {
                day: day.clone(),
                kind,
                ..JournalEntry::default()
            };
            NotebookEdit::Write(count, fresh)
        })
    };
    let choose = {
        let kind = kind.clone();
        Callback::from(move |index: Option<usize>| {
            kind.set(index.and_then(|index| EntryKind::ALL.get(index)).copied());
        })
    };
    let seek = {
        let query = query.clone();
        Callback::from(move |typed: String| query.set(typed))
    };
    let whole = text(&found, |id| Some(program_name(&world, id)));
    html! {
        <>
            { Notice::new(NoticeKind::Note).view(html! {
                <p>{ "Write no patient’s name, date of birth, record number or photograph, also not here." }</p>
            }) }
            <p class="cluster">
                <button type="button" class="button" onclick={add} disabled={count >= MOST_ROWS}>{ "New entry" }</button>
                if count > 0 {
                    { save_button("Save what is shown as text", "journal.md", "text/markdown", move || whole.clone()) }
                }
            </p>
            if count > 0 {
                <div class="field-grid" role="search">
                    { search_box(&query, seek) }
                    { kind_box(*kind, choose) }
                </div>
                <p role="status">{ format!("{} of {}.", found.len(), words::counted(count, "entry", "entries")) }</p>
            } else {
                <p>{ "No entry yet. Five lines on the evening of a day in the clinic are enough; an interview is written down on its day." }</p>
            }
            { for found.iter().map(|(at, row)| entry(&world, &props.book, *at, row)) }
            { gathered::for_letters(journal) }
            { gathered::for_the_rank_list(&world, journal) }
        </>
    }
}

/// The name of a program, or its id where the data do not have it.
fn program_name(world: &World, id: ProgramId) -> String {
    let catalog = world.state.pack.ready().map(|loaded| &loaded.catalog);
    let found = catalog.and_then(|catalog| catalog.find(id));
    found.map_or_else(|| id.to_string(), |(_, program)| program.name.to_string())
}

fn search_box(query: &str, on_type: Callback<String>) -> Html {
    let input = TextInput {
        id: "journal-search".into(),
        label: "Search your journal".into(),
        value: query.to_owned().into(),
        width: Width::Full,
        on_type,
        ..TextInput::default()
    };
    input.view()
}

fn kind_box(kind: Option<EntryKind>, on_choose: Callback<Option<usize>>) -> Html {
    let select = Select {
        id: "journal-kind".into(),
        label: "Show".into(),
        empty: Some("All entries"),
        options: EntryKind::ALL
            .iter()
            .map(|kind| kind.label().into())
            .collect(),
        chosen: EntryKind::ALL.iter().position(|known| Some(*known) == kind),
        on_choose,
        ..Select::default()
    };
    select.view()
}
