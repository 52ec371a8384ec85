//! A recording of an answer, which lives in the page's memory alone.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::recorder::{Recorded, Recording};

#[derive(Clone, Debug, PartialEq)]
enum Standing {
    Idle,
    Asking,
    Running,
    Here(Rc<Recorded>),
    Refused(Rc<str>),
}

/// Records, plays, forgets.
#[component]
pub(super) fn Recorder() -> Html {
    let standing = use_state(|| Standing::Idle);
    let running = use_mut_ref(|| None::<Recording>);
    {
        let running = running.clone();
        // Leaving the question lets the microphone go.
        use_effect_with((), move |()| move || drop(running.borrow_mut().take()));
    }
    let begin = {
        let (standing, running) = (standing.setter(), running.clone());
        Callback::from(move |_: MouseEvent| {
            let (standing, running) = (standing.clone(), running.clone());
            standing.set(Standing::Asking);
            spawn_local(async move {
                let done = {
                    let standing = standing.clone();
                    move |recorded| standing.set(Standing::Here(Rc::new(recorded)))
                };
                match Recording::begin(done).await {
                    Ok(recording) => {
                        *running.borrow_mut() = Some(recording);
                        standing.set(Standing::Running);
                    }
                    Err(error) => standing.set(Standing::Refused(error.to_string().into())),
                }
            });
        })
    };
    let stop = Callback::from(move |_: MouseEvent| {
        if let Some(recording) = running.borrow().as_ref() {
            recording.stop();
        }
    });
    // One button, so that the keyboard stays on it.
    let (label, press) = match &*standing {
        Standing::Idle => ("Record yourself", begin),
        Standing::Asking => ("Record yourself", Callback::noop()),
        Standing::Running => ("Stop recording", stop),
        Standing::Here(_) => ("Record again", begin),
        Standing::Refused(_) => ("Try again", begin),
    };
    html! {
        <div class="stack">
            <p><button type="button" class="button button--quiet" onclick={press}>{ label }</button></p>
            { match &*standing {
                Standing::Idle | Standing::Running => html! {},
                Standing::Asking => html! { <p role="status">{ "Your browser asks whether this page may use the microphone." }</p> },
                Standing::Here(recorded) => html! {
                    <audio class="practice__audio" controls=true src={recorded.address().to_owned()} aria-label="Your answer" />
                },
                Standing::Refused(why) => html! {
                    <p role="status">{ "No recording: " }<code>{ &**why }</code>{ ". Practice works without one." }</p>
                },
            } }
            <p class="muted small">{ "A recording stays in this page’s memory. It is gone when you go to another question, and is never sent or saved." }</p>
        </div>
    }
}
