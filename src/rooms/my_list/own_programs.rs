//! Programs that these data do not have, as the visitor keeps them.

use yew::prelude::*;

use crate::kit::TextBox;
use crate::store::World;
use state::lists::import::own_key;
use state::{Action, NotebookEdit};

/// The box with them; nothing while there is none.
pub(super) fn own_programs(world: &World) -> Html {
    let text = world.state.work.notebook.text(&own_key());
    if text.is_empty() {
        return html! {};
    }
    let on_type = world
        .dispatch
        .reform(|text: String| Action::Notebook(NotebookEdit::Type(own_key(), text)));
    let text_box = TextBox {
        id: "own-programs".into(),
        label: "Programs of your own".into(),
        hint: Some(
            "One a line. These data do not have them, so no figure on this page counts them."
                .into(),
        ),
        value: text.to_owned().into(),
        on_type,
        ..TextBox::default()
    };
    html! { <div class="stack">{ text_box.view() }</div> }
}
