//! A button that takes something away for good, and so asks once more.

use web_sys::HtmlElement;
use yew::prelude::*;

/// Properties of [`ConfirmButton`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ConfirmButtonProps {
    /// What the button says, such as "Delete".
    pub label: &'static str,
    /// What goes, for those who do not see the row: "the entry of 2 November".
    pub what: AttrValue,
    /// The second press.
    pub on_press: Callback<()>,
}

/// The button; after a first press, the question.
#[component]
pub fn ConfirmButton(props: &ConfirmButtonProps) -> Html {
    let asking = use_state_eq(|| false);
    let (button, is_first) = (use_node_ref(), use_mut_ref(|| true));
    {
        // The button that was pressed has made way for another.
        let button = button.clone();
        use_effect_with(*asking, move |_| {
            let is_first = std::mem::replace(&mut *is_first.borrow_mut(), false);
            if let Some(button) = button.cast::<HtmlElement>().filter(|_| !is_first) {
                // A browser that refuses the focus leaves it where it was.
                let _ = button.focus();
            }
        });
    }
    let set = |to: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(to))
    };
    if !*asking {
        return html! {
            <button ref={button} key="ask" type="button" class="button button--plain small" onclick={set(true)}>
                { props.label }<span class="visually-hidden">{ format!(" {}", props.what) }</span>
            </button>
        };
    }
    let press = {
        let (asking, on_press) = (asking.clone(), props.on_press.clone());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            on_press.emit(());
        })
    };
    html! {
        <span key="asked" class="cluster" role="group" aria-label={format!("{} {}?", props.label, props.what)}>
            <button ref={button} type="button" class="button button--quiet small" onclick={press}>{ format!("{} for good", props.label) }</button>
            <button type="button" class="button button--plain small" onclick={set(false)}>{ "Keep" }</button>
        </span>
    }
}
