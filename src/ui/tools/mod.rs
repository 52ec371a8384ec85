//! The guide's tools: one page each, made of what the build wrote ([`ToolBook`]), the profile and
//! the notebook.
//!
//! What they work out is in [`state::tools`]; here are only the pages.

mod checklists;
mod contacts;
mod costs;
mod experience;
mod faq;
mod journal;
mod pack;
mod practice;
mod scenes;
mod timeline;

use std::rc::Rc;

use yew::prelude::*;

pub(super) use self::faq::FaqRoom;
use super::file::{use_file, with_file};
use super::kit::{TextBox, TextInput, Tick, Width, page_title};
use super::link::link;
use super::pack::with_pack;
use super::route::Route;
use super::store::{World, use_world};
use crate::browser::files;
use engine::decimal::grouped;
use state::bounds::TEXT;
use state::content::tools::{Tool, ToolBook};
use state::notebook::Key;
use state::{Action, NotebookEdit};

/// The page of a tool.
pub(super) fn tool_room(tool: Tool) -> Html {
    html! { <ToolRoom key={tool.code()} {tool} /> }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct ToolProps {
    tool: Tool,
}

#[component]
fn ToolRoom(props: &ToolProps) -> Html {
    let world = use_world();
    let book = use_file::<ToolBook>(true);
    let tool = props.tool;
    let page = |content: Html| {
        html! {
            <div class="stack tool">
                <p class="article__section">{ link(&Route::Guide, "", "Guide") }{ ": tools" }</p>
                { page_title(tool.label()) }
                <p class="lead">{ tool.about() }</p>
                { content }
                <p class="muted small">{ "What you write here stays on this device. Save it to a file from “Check, save or open your answers” below." }</p>
            </div>
        }
    };
    match tool {
        Tool::Timeline => with_pack(&world, &Route::Tool { tool }, |loaded| {
            page(with_file(book, |book| {
                timeline::timeline(&world, book, &loaded.catalog)
            }))
        }),
        Tool::Pack => with_pack(&world, &Route::Tool { tool }, |loaded| {
            page(pack::pack(&world, loaded))
        }),
        tool => page(with_file(book, |book| of_book(tool, &world, book))),
    }
}

/// A tool that needs nothing of the data, or goes without.
fn of_book(tool: Tool, world: &World, book: &Rc<ToolBook>) -> Html {
    let book = book.clone();
    match tool {
        Tool::Experience => experience::experience(world, &book),
        Tool::Checklists => checklists::checklists(world, &book),
        Tool::Costs => costs::costs(world, &book),
        Tool::Contacts => html! { <contacts::Contacts /> },
        Tool::Scenes => html! { <scenes::Scenes {book} /> },
        Tool::Practice => html! { <practice::Practice {book} /> },
        Tool::Journal => html! { <journal::Journal {book} /> },
        Tool::Timeline | Tool::Pack => html! {},
    }
}

/// The notebook as tools write to it.
impl World {
    /// A change of the notebook made of an event.
    fn note<IN: 'static>(&self, edit: impl Fn(IN) -> NotebookEdit + 'static) -> Callback<IN> {
        self.dispatch
            .reform(move |event| Action::Notebook(edit(event)))
    }

    /// What was typed under a name.
    fn typed(&self, key: &Key) -> &str {
        self.state.work.notebook.text(key)
    }

    /// What to do with text typed under a name.
    fn typing(&self, key: Key) -> Callback<String> {
        self.note(move |text| NotebookEdit::Type(key.clone(), text))
    }

    /// Something to tick, by its name.
    fn tick(&self, key: Key, label: Html) -> Html {
        let tick = Tick {
            id: id_of(&key).into(),
            label,
            checked: self.state.work.notebook.is_ticked(&key),
            on_toggle: self.note(move |ticked| NotebookEdit::Tick(key.clone(), ticked)),
        };
        tick.view()
    }

    /// A box for a line of text, by its name.
    fn line(&self, key: &Key, label: &str, hint: Option<&str>, width: Width) -> TextInput {
        TextInput {
            id: id_of(key).into(),
            label: label.to_owned().into(),
            hint: hint.map(|hint| hint.to_owned().into()),
            value: self.typed(key).to_owned().into(),
            width,
            on_type: self.typing(key.clone()),
            ..TextInput::default()
        }
    }

    /// A box for several lines, by its name.
    fn lines(&self, key: &Key, label: &str, rows: u8) -> TextBox {
        TextBox {
            id: id_of(key).into(),
            label: label.to_owned().into(),
            hint: None,
            value: self.typed(key).to_owned().into(),
            rows,
            most: TEXT,
            on_type: self.typing(key.clone()),
        }
    }
}

/// A name as an id of the document.
fn id_of(key: &Key) -> String {
    key.as_str().replace('/', "-")
}

/// HTML that our own build wrote from checked Markdown.
fn written(html: &str) -> Html {
    Html::from_html_unchecked(AttrValue::from(html.to_owned()))
}

/// A button that saves text to a file.
fn save_button(
    label: &'static str,
    name: &'static str,
    media_type: &'static str,
    text: impl Fn() -> String + 'static,
) -> Html {
    // A browser that refuses a download says so itself.
    let save =
        Callback::from(move |_: MouseEvent| drop(files::download(name, media_type, &text())));
    html! { <button type="button" class="button button--quiet" onclick={save}>{ label }</button> }
}

/// Dollars, with a sign before the mark where money comes in.
fn dollars(amount: i64) -> String {
    let whole = grouped(usize::try_from(amount.unsigned_abs()).unwrap_or(usize::MAX));
    if amount < 0 {
        format!("-${whole}")
    } else {
        format!("${whole}")
    }
}
