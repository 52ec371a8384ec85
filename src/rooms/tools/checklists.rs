//! Checklists: things to tick, with progress.

use yew::prelude::*;

use super::written;
use crate::kit::progress;
use crate::routing::link::link;
use crate::routing::route::{Route, Slug};
use crate::store::World;
use state::content::tools::{Checklist, ToolBook};
use state::notebook::Key;

/// Every checklist.
pub(super) fn checklists(world: &World, book: &ToolBook) -> Html {
    let all: usize = book.checklists.iter().map(|list| list.items.len()).sum();
    let done: usize = book.checklists.iter().map(|list| done(world, list)).sum();
    html! {
        <>
            { progress("All checklists", done, all) }
            { for book.checklists.iter().map(|list| checklist(world, list)) }
        </>
    }
}

fn key(list: &Checklist, item: &str) -> Key {
    Key::of(&["check", &list.id, item])
}

fn done(world: &World, list: &Checklist) -> usize {
    let notebook = &world.state.work.notebook;
    let ticked = list
        .items
        .iter()
        .filter(|item| notebook.is_ticked(&key(list, &item.id)));
    ticked.count()
}

fn checklist(world: &World, list: &Checklist) -> Html {
    let done = done(world, list);
    let heading = format!("list-{}", list.id);
    html! {
        <section key={list.id.clone()} class="stack tool__part" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ &list.title }</h2>
            { progress(&list.title, done, list.items.len()) }
            <div class="choices">
                { for list.items.iter().map(|item| world.tick(key(list, &item.id), written(&item.html))) }
            </div>
            if let Some(slug) = Slug::parse(&list.article) {
                <p>{ link(&Route::Article { slug }, "", "Why, when, and what goes wrong") }</p>
            }
        </section>
    }
}
