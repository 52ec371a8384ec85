//! A list that the visitor brings: pasted or from a file, its doubtful lines confirmed one by one.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::programs;
use crate::browser::files;
use crate::engine::catalog::{Catalog, ProgramIndex};
use crate::engine::portfolio::Level;
use crate::engine::program::ProgramId;
use crate::state::bring::{Line, MOST_LINES, Taken, read};
use crate::state::{Action, Applications, ListEdit, Loaded};
use crate::ui::kit::{FileButton, Notice, NoticeKind, PickedFile, Select, TextBox};
use crate::ui::programs::words;
use crate::ui::store::{World, use_world};

/// Most bytes of a file.
const MOST_BYTES: usize = 500_000;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct BringingProps {
    pub(super) loaded: Rc<Loaded>,
}

/// A line with what the visitor chose for it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    line: Line,
    chosen: Option<ProgramIndex>,
}

/// The box, the file, and what was read.
#[component]
pub(super) fn Bringing(props: &BringingProps) -> Html {
    let world = use_world();
    let typed = use_state(String::new);
    let rows = use_state(|| None::<Rc<Vec<Row>>>);
    let said = use_state(|| AttrValue::from(""));
    let take = {
        let (world, loaded) = (world.clone(), props.loaded.clone());
        let (rows, said) = (rows.setter(), said.setter());
        Callback::from(move |text: String| {
            let found = rows_of(&world, &loaded, &text);
            said.set(
                if found.is_empty() {
                    "There is no line to read."
                } else {
                    ""
                }
                .into(),
            );
            rows.set((!found.is_empty()).then(|| Rc::new(found)));
        })
    };
    let on_pick = {
        let (take, typed, said) = (take.clone(), typed.setter(), said.setter());
        Callback::from(move |file: PickedFile| {
            let (take, typed, said) = (take.clone(), typed.clone(), said.clone());
            spawn_local(async move {
                match files::text(&file, MOST_BYTES).await {
                    Ok(Some(text)) => {
                        typed.set(text.clone());
                        take.emit(text);
                    }
                    Ok(None) => said.set(
                        "The file is larger than 500 kB, which is more than a list needs.".into(),
                    ),
                    Err(error) => said.set(format!("The browser {error}.").into()),
                }
            });
        })
    };
    let read_it = {
        let typed = typed.clone();
        take.reform(move |_: MouseEvent| (*typed).clone())
    };
    let text_box = TextBox {
        id: "bring-text".into(),
        label: "Your list".into(),
        hint: Some(
            "A program a line: its ten-digit ACGME id, or its name. A table is fine.".into(),
        ),
        value: (*typed).clone().into(),
        on_type: Callback::from(move |text: String| typed.set(text)),
        ..TextBox::default()
    };
    let file = FileButton {
        id: "bring-file",
        label: "From a file",
        accept: ".csv,.txt,text/csv,text/plain",
        on_pick,
    };
    html! {
        <details class="my-list__names">
            <summary>{ "Bring a list that you have" }</summary>
            <div class="stack">
                { text_box.view() }
                <div class="cluster">
                    <button type="button" class="button button--quiet" onclick={read_it}>{ "Read it" }</button>
                    { file.view() }
                </div>
                <div role="status">{ &*said }</div>
                if let Some(found) = &*rows {
                    { result(found, &rows, &world, &props.loaded.catalog) }
                }
            </div>
        </details>
    }
}

/// Names are sought in the chosen specialties, if there are any.
fn rows_of(world: &World, loaded: &Loaded, text: &str) -> Vec<Row> {
    let catalog = &loaded.catalog;
    let chosen = &world.derived.preferences().specialties;
    let within = |program: ProgramIndex| {
        let code = catalog.get(program).map(|program| program.specialty());
        chosen.is_empty() || chosen.iter().any(|choice| Some(choice.code) == code)
    };
    let lines = read(text, catalog, loaded.index(), within);
    lines
        .into_iter()
        .map(|line| Row {
            chosen: match &line.taken {
                Taken::Surely(program) => Some(*program),
                Taken::Perhaps(_) | Taken::Unknown => None,
            },
            line,
        })
        .collect()
}

fn result(
    found: &Rc<Vec<Row>>,
    rows: &UseStateHandle<Option<Rc<Vec<Row>>>>,
    world: &World,
    catalog: &Catalog,
) -> Html {
    let ids: Vec<ProgramId> = found
        .iter()
        .filter_map(|row| Some(catalog.get(row.chosen?)?.id))
        .collect();
    let unknown: Vec<&Line> = found
        .iter()
        .map(|row| &row.line)
        .filter(|line| line.taken == Taken::Unknown)
        .collect();
    let count = ids.len();
    let put = {
        let (rows, dispatch) = (rows.setter(), world.dispatch.clone());
        let mut all: Applications = world.state.work.lists.programs().clone();
        for id in ids {
            all.entry(id).or_insert(Level::Plain);
        }
        Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::List(ListEdit::Fill(all.clone())));
            rows.set(None);
        })
    };
    html! {
        <>
            <p>{ format!("{} of {} recognised.", words::count(count), words::counted(found.len(), "line", "lines")) }
               { if found.len() >= MOST_LINES { " Only the first thousand lines were read." } else { "" } }</p>
            { for found.iter().enumerate().filter_map(|(at, row)| doubtful(at, row, found, rows, catalog)) }
            if !unknown.is_empty() {
                { Notice::new(NoticeKind::Warning).view(html! {
                    <>
                        <p>{ "Not recognised, and left out:" }</p>
                        <ul>{ for unknown.into_iter().map(|line| html! {
                            <li key={line.number}>{ format!("line {}: {}", line.number, line.text) }</li>
                        }) }</ul>
                    </>
                }) }
            }
            <p><button type="button" class="button" disabled={count == 0} onclick={put}>
                { format!("Put {} on my list", programs(count)) }
            </button></p>
        </>
    }
}

/// The question about a line that may be several programs.
fn doubtful(
    at: usize,
    row: &Row,
    found: &Rc<Vec<Row>>,
    rows: &UseStateHandle<Option<Rc<Vec<Row>>>>,
    catalog: &Catalog,
) -> Option<Html> {
    let Taken::Perhaps(offered) = &row.line.taken else {
        return None;
    };
    let say = |program: &ProgramIndex| {
        let program = catalog.get(*program)?;
        let place = format!("{}, {}", program.city, program.state.code());
        Some(AttrValue::from(format!(
            "{}, {place} ({})",
            program.name, program.id
        )))
    };
    let on_choose = {
        let (found, rows, offered) = (found.clone(), rows.setter(), offered.clone());
        Callback::from(move |place: Option<usize>| {
            let mut all = (*found).clone();
            if let Some(row) = all.get_mut(at) {
                row.chosen = place.and_then(|place| offered.get(place).copied());
            }
            rows.set(Some(Rc::new(all)));
        })
    };
    let select = Select {
        id: format!("bring-line-{at}").into(),
        label: format!("Line {}: {}", row.line.number, row.line.text).into(),
        empty: Some("None of these"),
        options: offered.iter().filter_map(say).collect(),
        chosen: row
            .chosen
            .and_then(|chosen| offered.iter().position(|other| *other == chosen)),
        on_choose,
        ..Select::default()
    };
    Some(html! { <div key={at}>{ select.view() }</div> })
}
