//! A clock for an answer.

use gloo::timers::callback::Interval;
use yew::prelude::*;

/// Seconds from which an answer is long.
const LONG: u32 = 120;
/// Seconds of a good answer.
const ENOUGH: u32 = 60;

/// Counts up while it runs. It says little, so that a screen reader does not count along.
#[component]
pub(super) fn Clock() -> Html {
    let running = use_state_eq(|| false);
    let seconds = use_state_eq(|| 0_u32);
    {
        let count = use_mut_ref(|| 0_u32);
        let seconds = seconds.setter();
        use_effect_with(*running, move |running| {
            *count.borrow_mut() = 0;
            let beat = running.then(|| {
                seconds.set(0);
                Interval::new(1_000, move || {
                    *count.borrow_mut() += 1;
                    seconds.set(*count.borrow());
                })
            });
            move || drop(beat)
        });
    }
    let press = {
        let running = running.clone();
        Callback::from(move |_: MouseEvent| running.set(!*running))
    };
    let word = match *seconds {
        0 => "Aim at one to two minutes.",
        n if n >= LONG => "Longer than most listeners follow. Find the end.",
        n if n >= ENOUGH => "A good length. Come to the end.",
        _ => "",
    };
    html! {
        <p class="cluster">
            <button type="button" class="button button--quiet" onclick={press}>{ if *running { "Stop the clock" } else { "Start the clock" } }</button>
            <span class="practice__time" role="timer">{ format!("{}:{:02}", *seconds / 60, *seconds % 60) }</span>
            <span class="muted small" role="status">{ word }</span>
        </p>
    }
}
