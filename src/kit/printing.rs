//! Whether the page is being put on paper.

use gloo::events::EventListener;
use yew::prelude::*;

/// True from the moment the browser begins to print until it is done.
#[hook]
pub fn use_printing() -> bool {
    let printing = use_state_eq(|| false);
    let setter = printing.setter();
    use_effect_with((), move |()| {
        let window = gloo::utils::window();
        let begins = setter.clone();
        let before = EventListener::new(&window, "beforeprint", move |_| begins.set(true));
        let after = EventListener::new(&window, "afterprint", move |_| setter.set(false));
        move || drop((before, after))
    });
    *printing
}
