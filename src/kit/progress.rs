//! How much is done.

use yew::prelude::*;

/// A bar with its words: "3 of 12 done".
pub fn progress(name: &str, done: usize, all: usize) -> Html {
    html! {
        <p class="progress-line">
            <progress class="progress-bar" value={done.to_string()} max={all.max(1).to_string()} aria-label={name.to_owned()} />
            <span>{ format!("{done} of {all} done") }</span>
        </p>
    }
}
