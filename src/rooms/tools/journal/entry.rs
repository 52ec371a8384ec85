//! One entry of the journal.

use yew::prelude::*;

use super::program_name;
use crate::kit::{ConfirmButton, Disclosure, Select, TextBox, TextInput, Width};
use crate::store::World;
use engine::calendar::Date;
use engine::program::ProgramId;
use state::NotebookEdit;
use state::content::tools::ToolBook;
use state::notebook::{EntryKind, Impression, JournalEntry};
use state::persist::bounds::TEXT;
use state::questions::days::day_words;

/// The entry, folded unless it is empty.
pub(super) fn entry(world: &World, book: &ToolBook, at: usize, entry: &JournalEntry) -> Html {
    let title = Date::parse(&entry.day).map_or_else(|| "No date".to_owned(), day_words);
    let first: String = entry
        .text
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(60)
        .collect();
    let about = if first.is_empty() {
        entry.kind.label().to_owned()
    } else {
        first
    };
    let erase = world.note(move |()| NotebookEdit::Erase(at));
    html! {
        <Disclosure key={at} title={format!("{title}: {}", entry.kind.label())} status={about} open={entry.text.is_empty()}>
                <div class="field-grid">
                    { day(world, at, entry) }
                    { kind(world, at, entry) }
                </div>
                { prompt(world, book, at, entry) }
                { text(world, at, entry) }
                <div class="field-grid">
                    { witness(world, at, entry) }
                    { program(world, at, entry) }
                    if entry.program.is_some() {
                        { impression(world, at, entry) }
                    }
                </div>
                <p><ConfirmButton label="Delete" what={format!("the entry of {title}")} on_press={erase} /></p>
        </Disclosure>
    }
}

/// A callback that changes one thing of the entry.
fn change<IN: 'static>(
    world: &World,
    at: usize,
    entry: &JournalEntry,
    set: impl Fn(&mut JournalEntry, IN) + 'static,
) -> Callback<IN> {
    let entry = entry.clone();
    world.note(move |value: IN| {
        let mut entry = entry.clone();
        set(&mut entry, value);
        NotebookEdit::Write(at, entry)
    })
}

fn day(world: &World, at: usize, entry: &JournalEntry) -> Html {
    let input = TextInput {
        id: format!("entry-{at}-day").into(),
        label: "Day".into(),
        value: entry.day.clone().into(),
        width: Width::Full,
        day: true,
        on_type: change(world, at, entry, |entry, day| entry.day = day),
        ..TextInput::default()
    };
    input.view()
}

fn kind(world: &World, at: usize, entry: &JournalEntry) -> Html {
    let select = Select {
        id: format!("entry-{at}-kind").into(),
        label: "What it is about".into(),
        empty: Some("Not said"),
        options: EntryKind::ALL
            .iter()
            .map(|kind| kind.label().into())
            .collect(),
        chosen: EntryKind::ALL.iter().position(|kind| *kind == entry.kind),
        on_choose: change(world, at, entry, |entry, index: Option<usize>| {
            let kind = index.and_then(|index| EntryKind::ALL.get(index)).copied();
            entry.kind = kind.unwrap_or(EntryKind::Other);
        }),
        ..Select::default()
    };
    select.view()
}

fn prompt(world: &World, book: &ToolBook, at: usize, entry: &JournalEntry) -> Html {
    let code = entry.kind.code();
    let prompts = book.prompts.iter().filter(|prompt| prompt.kind == code);
    let offered: Vec<String> = prompts.map(|prompt| prompt.text.clone()).collect();
    let select = Select {
        id: format!("entry-{at}-prompt").into(),
        label: "A question to write about".into(),
        empty: Some("None"),
        options: offered.iter().map(|text| text.clone().into()).collect(),
        chosen: offered.iter().position(|text| *text == entry.prompt),
        on_choose: change(world, at, entry, move |entry, index: Option<usize>| {
            let chosen = index.and_then(|index| offered.get(index));
            entry.prompt = chosen.cloned().unwrap_or_default();
        }),
        ..Select::default()
    };
    select.view()
}

fn text(world: &World, at: usize, entry: &JournalEntry) -> Html {
    let hint = (!entry.prompt.is_empty()).then(|| entry.prompt.clone().into());
    let text = TextBox {
        id: format!("entry-{at}-text").into(),
        label: "What you write".into(),
        hint,
        value: entry.text.clone().into(),
        rows: 7,
        most: TEXT,
        on_type: change(world, at, entry, |entry, text| entry.text = text),
    };
    text.view()
}

fn witness(world: &World, at: usize, entry: &JournalEntry) -> Html {
    let input = TextInput {
        id: format!("entry-{at}-witness").into(),
        label: "Physician who saw it".into(),
        hint: Some("If you may ask them for a letter.".into()),
        value: entry.witness.clone().into(),
        width: Width::Full,
        on_type: change(world, at, entry, |entry, name| entry.witness = name),
        ..TextInput::default()
    };
    input.view()
}

/// A program of the visitor's list, of the pinned ones, or the one that the entry has.
fn program(world: &World, at: usize, entry: &JournalEntry) -> Html {
    let work = &world.state.work;
    let mut known: Vec<ProgramId> = work.lists.programs().keys().copied().collect();
    for id in work.pinned.iter().copied().chain(entry.program) {
        if !known.contains(&id) {
            known.push(id);
        }
    }
    let select = Select {
        id: format!("entry-{at}-program").into(),
        label: "Program".into(),
        hint: Some("From your list and the programs that you pinned.".into()),
        empty: Some("None"),
        options: known
            .iter()
            .map(|id| program_name(world, *id).into())
            .collect(),
        chosen: known.iter().position(|id| Some(*id) == entry.program),
        on_choose: change(world, at, entry, move |entry, index: Option<usize>| {
            entry.program = index.and_then(|index| known.get(index)).copied();
        }),
        ..Select::default()
    };
    select.view()
}

fn impression(world: &World, at: usize, entry: &JournalEntry) -> Html {
    let select = Select {
        id: format!("entry-{at}-impression").into(),
        label: "How it felt that day".into(),
        empty: Some("Not said"),
        options: Impression::ALL
            .iter()
            .map(|felt| felt.label().into())
            .collect(),
        chosen: Impression::ALL
            .iter()
            .position(|felt| Some(*felt) == entry.impression),
        on_choose: change(world, at, entry, |entry, index: Option<usize>| {
            entry.impression = index.and_then(|index| Impression::ALL.get(index)).copied();
        }),
        ..Select::default()
    };
    select.view()
}
