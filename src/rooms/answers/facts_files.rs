//! What the visitor found out about programs, as a file for others; and the files of others.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::files;
use crate::kit::{FileButton, Notice, NoticeKind, PickedFile, TextInput, Width};
use crate::rooms::words;
use crate::store::{World, use_world};
use engine::applicant::{Entries, FactsFile};
use engine::calendar::Date;
use state::Action;
use state::questions::days::day_words;

/// How the last file went.
#[derive(Clone, Debug, Default, PartialEq)]
enum Outcome {
    #[default]
    Nothing,
    /// Opened; whose, and of how many programs it tells.
    Opened(Box<str>, usize),
    /// Not opened or not saved; why.
    Failed(AttrValue),
}

/// The files that are open, the way to open one, and the way to make one.
#[component]
pub(super) fn FactsFiles() -> Html {
    let world = use_world();
    let outcome = use_state_eq(Outcome::default);
    let name = use_state_eq(String::new);
    let entries = &world.state.work.entries;
    let own = entries
        .iter()
        .filter(|(_, entry)| entry.has_findings())
        .count();
    let on_pick = on_pick(&world, outcome.setter());
    let input = TextInput {
        id: "facts-name".into(),
        label: "Your name in it".into(),
        hint: Some("Or that of your school. It stands beside every fact.".into()),
        value: (*name).clone().into(),
        width: Width::Full,
        on_type: {
            let name = name.setter();
            Callback::from(move |typed: String| {
                name.set(typed.chars().take(cli::facts::LONGEST_NAME).collect());
            })
        },
        ..TextInput::default()
    };
    let save = save(&world, (*name).clone(), outcome.setter());
    html! {
        <details class="panel panel--folds">
            <summary><h2 class="panel__title">{ "Facts that you found out" }</h2></summary>
            <div class="stack">
                <p class="small">
                    { "What you were told about visas, cutoffs and the like can help others. A facts file holds only that, and nothing about you: no answers, no notes, no figures of Residency Explorer." }
                </p>
                { said(&outcome) }
                if !entries.files().is_empty() {
                    <ul class="notice__list">{ for entries.files().iter().map(|file| opened(file, &world)) }</ul>
                }
                { FileButton { id: "open-facts", label: "Open a facts file", accept: ".json,application/json", on_pick }.view() }
                if own == 0 {
                    <p class="small muted">{ "You have entered nothing about a program yet. Each program\u{2019}s page has a place for it." }</p>
                } else {
                    { input.view() }
                    <button type="button" class="button button--quiet" disabled={name.trim().is_empty()} onclick={save}>
                        { format!("Save facts about {}", words::counted(own, "program", "programs")) }
                    </button>
                }
            </div>
        </details>
    }
}

/// A file that is open, and the press that takes it away again.
fn opened(file: &Rc<FactsFile>, world: &World) -> Html {
    let name = file.name.clone();
    let close = world
        .dispatch
        .reform(move |_: MouseEvent| Action::CloseFacts(name.clone()));
    html! {
        <li key={file.name.to_string()}>
            { format!("From {}, {}: {}. ", file.name, day_words(file.day), words::counted(file.iter().count(), "program", "programs")) }
            <button type="button" class="button button--plain" onclick={close}>
                { "Remove" }<span class="visually-hidden">{ format!(" the file of {}", file.name) }</span>
            </button>
        </li>
    }
}

fn said(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Nothing => Html::default(),
        Outcome::Opened(name, count) => {
            let count = words::counted(*count, "program", "programs");
            Notice::new(NoticeKind::Done).announced().view(html! {
                <p>{ format!("The facts of {name} about {count} are used now. Each is marked. Where you entered something yourself, your own entry is used.") }</p>
            })
        }
        Outcome::Failed(why) => Notice::new(NoticeKind::Failure)
            .titled("The facts file was not opened or saved")
            .announced()
            .view(html! {
                <>
                    <p>{ why }</p>
                    <p>{ "Nothing was taken from it." }</p>
                </>
            }),
    }
}

fn on_pick(world: &World, outcome: UseStateSetter<Outcome>) -> Callback<PickedFile> {
    let (dispatch, today) = (world.dispatch.clone(), world.state.today);
    let entries = world.state.work.entries.clone();
    Callback::from(move |picked: PickedFile| {
        let (dispatch, outcome, entries) = (dispatch.clone(), outcome.clone(), entries.clone());
        spawn_local(async move {
            let read = match files::text(&picked, cli::facts::MOST_BYTES).await {
                Ok(Some(text)) => cli::facts::open(&text, today).map_err(|why| in_words(&why)),
                Ok(None) => Err("The file is larger than 2 MB, so it is no facts file.".into()),
                Err(error) => Err(error.to_string()),
            };
            outcome.set(match read {
                Ok(file) if !entries.has_room_for(&file.name) => Outcome::Failed(
                    format!(
                        "{} files are the most. Remove one first.",
                        Entries::MOST_FILES
                    )
                    .into(),
                ),
                Ok(file) => {
                    let opened = Outcome::Opened(file.name.clone(), file.iter().count());
                    dispatch.emit(Action::OpenFacts(Rc::new(file)));
                    opened
                }
                Err(why) => Outcome::Failed(why.into()),
            });
        });
    })
}

/// A refusal with its place.
fn in_words(why: &cli::InputError) -> String {
    if why.field == cli::InputError::WHOLE {
        format!("The file is damaged or no facts file: {}.", why.problem)
    } else {
        format!("{why}.")
    }
}

fn save(world: &World, name: String, outcome: UseStateSetter<Outcome>) -> Callback<MouseEvent> {
    let state = world.state.clone();
    Callback::from(move |_: MouseEvent| {
        let Some(today) = state.today else {
            return;
        };
        let text = cli::facts::write(&name, today, &state.work.entries);
        outcome.set(
            match files::download(&file_name(today), "application/json", &text) {
                Ok(()) => Outcome::Nothing,
                Err(error) => Outcome::Failed(error.to_string().into()),
            },
        );
    })
}

fn file_name(day: Date) -> String {
    format!("smart-pick-facts-{day}.json")
}
