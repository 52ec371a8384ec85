//! A list that the visitor brings: pasted or from a file, read in slices.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

use super::imported::Brought;
use crate::browser::{clock, files};
use crate::kit::{FileButton, PickedFile, TextBox};
use crate::rooms::words;
use crate::store::use_world;
use engine::linkage::list::ListReader;
use engine::program::SpecialtyCode;
use state::Loaded;
use state::lists::import::{Import, MOST_PROGRAMS};

/// Most bytes of a file.
const MOST_BYTES: usize = 500_000;
/// Milliseconds of reading between two looks at the page: less than a frame.
const A_FRAME: f64 = 12.0;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ImportProps {
    pub(crate) loaded: Rc<Loaded>,
}

/// The box, the file, and what was read.
#[component]
pub(crate) fn ImportList(props: &ImportProps) -> Html {
    let world = use_world();
    let typed = use_state(String::new);
    let import = use_state(|| None::<Rc<Import>>);
    let said = use_state(|| AttrValue::from(""));
    // Which reading is the newest: an older one stops.
    let newest = use_mut_ref(|| Rc::new(Cell::new(0_u32)));
    let take = {
        let loaded = props.loaded.clone();
        let chosen = &world.derived.preferences().specialties;
        let chosen: Rc<[SpecialtyCode]> = chosen.iter().map(|choice| choice.code).collect();
        let (import, said) = (import.setter(), said.setter());
        Callback::from(move |text: String| {
            let newest = newest.borrow().clone();
            newest.set(newest.get() + 1);
            import.set(None);
            let reading = Reading {
                loaded: loaded.clone(),
                chosen: chosen.clone(),
                turn: newest.get(),
                newest,
                said: said.clone(),
            };
            let import = import.clone();
            spawn_local(async move {
                if let Some(read) = reading.read(&text).await {
                    import.set((!read.rows.is_empty()).then(|| Rc::new(read)));
                }
            });
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
            "A program a line: its ACGME id, its NRMP code, or its name. A table is fine, with or without headings.".into(),
        ),
        value: (*typed).clone().into(),
        on_type: Callback::from(move |text: String| typed.set(text)),
        ..TextBox::default()
    };
    let file = FileButton {
        id: "bring-file",
        label: "From a file",
        accept: ".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values",
        on_pick,
    };
    let on_change = {
        let import = import.setter();
        Callback::from(move |changed: Option<Rc<Import>>| import.set(changed))
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
                if let Some(import) = &*import {
                    <Brought import={import.clone()} loaded={props.loaded.clone()} {on_change} />
                }
            </div>
        </details>
    }
}

/// One reading of a text.
struct Reading {
    loaded: Rc<Loaded>,
    chosen: Rc<[SpecialtyCode]>,
    /// Its number, and that of the newest.
    turn: u32,
    newest: Rc<Cell<u32>>,
    said: UseStateSetter<AttrValue>,
}

impl Reading {
    /// Reads in slices, so that the page stays alive; `None` where a newer reading has begun.
    async fn read(self, text: &str) -> Option<Import> {
        let Loaded {
            catalog, search, ..
        } = &*self.loaded;
        self.said.set("Reading.".into());
        sleep(std::time::Duration::ZERO).await;
        let mut since = clock::millis();
        let mut preparing = search.preparing(catalog);
        while preparing.step() {
            if clock::millis() - since >= A_FRAME {
                sleep(std::time::Duration::ZERO).await;
                since = clock::millis();
            }
        }
        let linkage = search.linkage(catalog);
        let mut reader = ListReader::new(linkage, text, &self.chosen, MOST_PROGRAMS);
        while reader.step() {
            if clock::millis() - since >= A_FRAME {
                let left = words::counted(reader.left(), "line", "lines");
                self.said.set(format!("Reading: {left} left.").into());
                sleep(std::time::Duration::ZERO).await;
                if self.newest.get() != self.turn {
                    return None;
                }
                since = clock::millis();
            }
        }
        sleep(std::time::Duration::ZERO).await;
        let read = Import::of(reader.finish());
        let is_empty = read.rows.is_empty();
        self.said.set(
            if is_empty {
                "There is no program to read."
            } else {
                ""
            }
            .into(),
        );
        (self.newest.get() == self.turn).then_some(read)
    }
}
