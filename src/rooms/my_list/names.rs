//! Several lists, by name.

use yew::prelude::*;

use super::programs;
use crate::kit::{Select, TextInput, Width};
use state::lists::MOST_LISTS;
use state::{ListEdit, Lists};

/// Which list is open, its name, and a copy of it.
pub(super) fn names(lists: &Lists, edit: &Callback<ListEdit>) -> Html {
    let open = lists.open_index();
    let all = lists.all();
    let options = (0..all.len()).map(|index| {
        let count = all.get(index).map_or(0, |list| list.programs.len());
        AttrValue::from(format!("{}, {}", lists.title(index), programs(count)))
    });
    let copy = {
        let name = format!("List {}", all.len() + 1);
        edit.reform(move |_: MouseEvent| ListEdit::Copy(name.clone()))
    };
    let select = Select {
        id: "list-open".into(),
        label: "Open list".into(),
        empty: Some("Choose a list"),
        options: options.collect(),
        chosen: Some(open),
        on_choose: edit.reform(move |index: Option<usize>| ListEdit::Open(index.unwrap_or(open))),
        ..Select::default()
    };
    let name = TextInput {
        id: "list-name".into(),
        label: "Name of this list".into(),
        value: lists.title(open).into(),
        width: Width::Medium,
        on_type: edit.reform(ListEdit::Rename),
        ..TextInput::default()
    };
    html! {
            <div class="stack">
                if all.len() > 1 { { select.view() } }
                { name.view() }
                <div class="cluster">
                    <button type="button" class="button button--quiet" disabled={all.len() >= MOST_LISTS} onclick={copy}>{ "Copy it as a new list" }</button>
                    <button type="button" class="button button--quiet" onclick={edit.reform(|_: MouseEvent| ListEdit::Delete)}>
                        { if all.len() > 1 { "Delete this list" } else { "Empty this list" } }
                    </button>
                </div>
            </div>
    }
}
