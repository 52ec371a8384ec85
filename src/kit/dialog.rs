//! A question that has to be answered before going on.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// Properties of [`Dialog`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DialogProps {
    /// Id of the heading.
    pub id: AttrValue,
    /// The question.
    pub title: AttrValue,
    /// Whether it is open.
    pub open: bool,
    /// Escape or a click on "Close".
    pub on_close: Callback<()>,
    /// Words and buttons.
    pub children: Html,
}

/// The browser's own modal dialog: it keeps the focus and gives it back.
///
/// Escape asks `on_close` rather than closing by itself, so that what is seen and what
/// [`DialogProps::open`] says do not differ, and a key pressed right after finds it closed.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    let shown = dialog.clone();
    use_effect_with(props.open, move |open| {
        if let Some(element) = shown.cast::<HtmlDialogElement>() {
            if *open && !element.open() {
                // A browser without modal dialogs shows it in place.
                let _ = element.show_modal();
            } else if !*open && element.open() {
                element.close();
            }
        }
    });
    let oncancel = props
        .on_close
        .reform(|asked: Event| asked.prevent_default());
    let closed = dialog.clone();
    let on_close = props.on_close.clone();
    let onclose = Callback::from(move |_: Event| {
        // The browser tells of it some time after: by then it may be open anew.
        if closed
            .cast::<HtmlDialogElement>()
            .is_some_and(|it| !it.open())
        {
            on_close.emit(());
        }
    });
    html! {
        <dialog ref={dialog} class="dialog" aria-labelledby={props.id.clone()} {oncancel} {onclose}>
            <h2 id={props.id.clone()} class="dialog__title">{ &props.title }</h2>
            { props.children.clone() }
        </dialog>
    }
}
