//! The guide's tools: one page each, made of what the build wrote ([`ToolBook`]), the profile and
//! the notebook.
//!
//! What they work out is in [`state::tools`]; here are only the pages.

mod application_checklist;
mod checklists;
mod contacts;
mod costs;
mod experience;
mod faq;
mod journal;
mod practice;
mod scenes;
mod timeline;

use yew::prelude::*;

pub(crate) use self::faq::FaqRoom;
use crate::browser::files;
use crate::kit::{TextBox, TextInput, Tick, Width, page_title};
use crate::loading::file::{Arrival, use_file, with_file};
use crate::loading::pack::with_pack;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::decimal::grouped;
use state::content::tools::{Tool, ToolBook};
use state::notebook::Key;
use state::persist::bounds::TEXT;
use state::{Action, NotebookEdit};

/// The page of a tool that plans: experience, time, money, papers.
pub(crate) fn planning_room(tool: Tool) -> Html {
    html! { <ToolRoom key={tool.code()} {tool} of_book={planning as OfBook} /> }
}

/// The page of a tool that one writes and speaks in: people, conversations, interviews, journal.
pub(crate) fn practice_room(tool: Tool) -> Html {
    html! { <ToolRoom key={tool.code()} {tool} of_book={practising as OfBook} /> }
}

/// What draws a tool from the book, as far as it needs it.
type OfBook = fn(Tool, &World, Book, Page<'_>) -> Html;

/// The book, or where it is, and what asks for it again.
type Book = (Arrival<ToolBook>, Callback<MouseEvent>);

/// Puts a tool on its page, under its heading.
type Page<'a> = &'a dyn Fn(Html) -> Html;

#[derive(Clone, Debug, Properties)]
struct ToolProps {
    tool: Tool,
    of_book: OfBook,
}

/// A tool is always drawn by the same function.
impl PartialEq for ToolProps {
    fn eq(&self, other: &Self) -> bool {
        self.tool == other.tool
    }
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
    (props.of_book)(tool, &world, book, &page)
}

fn planning(tool: Tool, world: &World, book: Book, page: Page<'_>) -> Html {
    let route = Route::Tool { tool };
    match tool {
        Tool::Timeline => with_pack(world, &route, |loaded| {
            page(with_file(book, |book| {
                timeline::timeline(world, book, &loaded.catalog)
            }))
        }),
        Tool::Pack => with_pack(world, &route, |loaded| {
            page(application_checklist::pack(world, loaded))
        }),
        Tool::Experience => page(with_file(book, |book| experience::experience(world, book))),
        Tool::Checklists => page(with_file(book, |book| checklists::checklists(world, book))),
        Tool::Costs => page(with_file(book, |book| costs::costs(world, book))),
        Tool::Contacts | Tool::Scenes | Tool::Practice | Tool::Journal => html! {},
    }
}

fn practising(tool: Tool, _: &World, book: Book, page: Page<'_>) -> Html {
    page(match tool {
        Tool::Contacts => html! { <contacts::Contacts /> },
        Tool::Scenes => with_file(
            book,
            |book| html! { <scenes::Scenes book={book.clone()} /> },
        ),
        Tool::Practice => with_file(
            book,
            |book| html! { <practice::Practice book={book.clone()} /> },
        ),
        Tool::Journal => with_file(
            book,
            |book| html! { <journal::Journal book={book.clone()} /> },
        ),
        Tool::Timeline | Tool::Pack | Tool::Experience | Tool::Checklists | Tool::Costs => {
            return html! {};
        }
    })
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
