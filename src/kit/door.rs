//! A part behind a door: its title and what is inside stand on it, and it is drawn once it is opened.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// Properties of [`Door`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DoorProps {
    /// The id of its heading.
    pub id: AttrValue,
    /// Its title, a heading of the second level.
    pub title: AttrValue,
    /// What is inside, in a word or a line.
    #[prop_or_default]
    pub inside: AttrValue,
    /// Whether it is to be open; from then on the visitor folds it.
    #[prop_or_default]
    pub open: bool,
    /// Draws what is inside.
    pub draw: Callback<(), Html>,
}

/// The door.
#[component]
pub fn Door(props: &DoorProps) -> Html {
    let open = use_state_eq(|| props.open);
    {
        let open = open.setter();
        use_effect_with(props.open, move |wanted| open.set(*wanted));
    }
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            if let Some(door) = event.target_dyn_into::<HtmlDetailsElement>() {
                open.set(door.open());
            }
        })
    };
    html! {
        <details class="section" open={*open} {ontoggle}>
            <summary class="section__summary">
                <h2 class="section__title" id={props.id.clone()}>{ &props.title }</h2>
                <span class="section__status">{ &props.inside }</span>
            </summary>
            if *open { <div class="section__body stack">{ props.draw.emit(()) }</div> }
        </details>
    }
}
