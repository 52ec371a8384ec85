//! What was just hidden, with the way back.

use yew::prelude::*;

use crate::kit::Notice;
use engine::program::ProgramId;
use state::browse::Show;
use state::{Action, Loaded};

/// Says what was just hidden and offers to take it back.
pub(super) fn undo_hide(
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
pub(super) fn with_button(
    words: String,
    button: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    Notice::default().announced().view(html! {
        <p class="cluster">
            { words }
            <button type="button" class="button button--quiet" {onclick}>{ button }</button>
        </p>
    })
}
