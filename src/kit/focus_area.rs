//! Controls that belong together, and the moment when the focus leaves all of them.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, Node};
use yew::prelude::*;

/// Properties of [`FocusArea`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FocusAreaProps {
    /// The focus went to something outside.
    pub on_leave: Callback<()>,
    /// Classes of the area.
    #[prop_or_default]
    pub class: Classes,
    /// The controls.
    pub children: Html,
}

/// An area that knows when the focus leaves it. Moving between its own controls is no leaving.
#[component]
pub fn FocusArea(props: &FocusAreaProps) -> Html {
    let area = use_node_ref();
    let onfocusout = {
        let (area, on_leave) = (area.clone(), props.on_leave.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event
                .related_target()
                .and_then(|t| t.dyn_into::<Node>().ok());
            let stays = area
                .cast::<Element>()
                .is_some_and(|area| area.contains(next.as_ref()));
            if !stays {
                on_leave.emit(());
            }
        })
    };
    html! {
        <div ref={area} class={props.class.clone()} {onfocusout}>{ props.children.clone() }</div>
    }
}
