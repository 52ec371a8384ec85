//! Text once the typing rests: for what should not follow each key.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// The text as it was when it last rested for `rest` milliseconds, and `first` before that.
#[hook]
pub fn use_debounced(text: String, first: String, rest: u32) -> String {
    let rested = use_state_eq(move || first);
    let setter = rested.setter();
    use_effect_with(text, move |text| {
        let text = text.clone();
        let timer = Timeout::new(rest, move || setter.set(text));
        move || drop(timer)
    });
    (*rested).clone()
}
