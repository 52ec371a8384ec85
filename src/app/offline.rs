//! Whether the site is on the device, and when a newer release is: said once, used on a press.

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::offline::{self, News};
use crate::browser::page;
use crate::kit::{Notice, NoticeKind};

/// Milliseconds after the start from which the site is kept: the page on show comes first.
const LATER: u32 = 2_500;

/// What there is to say, once there is something.
#[hook]
pub(crate) fn use_offline() -> Html {
    let news = use_state_eq(|| None::<News>);
    let pressed = use_mut_ref(|| false);
    {
        let (news, pressed) = (news.setter(), pressed.clone());
        use_effect_with((), move |()| {
            let tell = move |said: News| {
                if said == News::Changed && *pressed.borrow() {
                    // What was typed is kept when the page goes.
                    page::reload();
                } else {
                    news.set(Some(said));
                }
            };
            let start = Timeout::new(LATER, move || spawn_local(offline::keep(tell)));
            move || drop(start)
        });
    }
    let dismiss = {
        let news = news.clone();
        Callback::from(move |_: MouseEvent| news.set(None))
    };
    let take_over = Callback::from(move |_: MouseEvent| {
        *pressed.borrow_mut() = true;
        spawn_local(offline::take_over());
    });
    let reload = Callback::from(|_: MouseEvent| page::reload());
    let close = |label: &'static str| html! { <button type="button" class="button button--quiet" onclick={dismiss.clone()}>{ label }</button> };
    match *news {
        None => html! {},
        Some(News::Ready) => Notice::new(NoticeKind::Done)
            .titled("Ready to work offline")
            .announced()
            .view(html! {
                <>
                    <p class="small">{ "Programs, list and guide open without a network now." }</p>
                    <div class="cluster">{ close("Good") }</div>
                </>
            }),
        Some(News::Waiting) => Notice::new(NoticeKind::Note)
            .titled("A newer version is ready")
            .announced()
            .view(html! {
                <>
                    <p>{ "Everything you typed is kept. The page loads again when you use it; until then this version goes on." }</p>
                    <div class="cluster">
                        <button type="button" class="button" onclick={take_over}>{ "Use it now" }</button>
                        { close("Later") }
                    </div>
                </>
            }),
        Some(News::Changed) => Notice::new(NoticeKind::Warning)
            .titled("Another tab uses a newer version")
            .announced()
            .view(html! {
                <>
                    <p>{ "Everything you typed is kept. Load this page again before you go on." }</p>
                    <div class="cluster"><button type="button" class="button" onclick={reload}>{ "Load again" }</button></div>
                </>
            }),
    }
}
