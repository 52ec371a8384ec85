//! A part that folds, with its standing beside its title.

use yew::prelude::*;

/// Properties of [`Disclosure`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DisclosureProps {
    /// Its title, a heading of the second level.
    pub title: AttrValue,
    /// How it stands, in a word or a line.
    pub status: AttrValue,
    /// Whether it is open when it is first drawn; from then on the visitor folds it.
    #[prop_or_default]
    pub open: bool,
    /// What is inside.
    pub children: Html,
}

/// The part.
#[component]
pub fn Disclosure(props: &DisclosureProps) -> Html {
    // What is inside changes while one types in it, and must not fold under the typing.
    let open = use_state_eq(|| props.open);
    html! {
        <details class="section" open={*open}>
            <summary class="section__summary">
                <h2 class="section__title">{ &props.title }</h2>
                <span class="section__status">{ &props.status }</span>
            </summary>
            <div class="section__body stack">{ props.children.clone() }</div>
        </details>
    }
}
