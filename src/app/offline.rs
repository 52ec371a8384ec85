//! Whether the site is on the device, and when a newer release is: said once, used on a press.

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::offline::{self, News};
use crate::browser::page;
use crate::kit::{Notice, NoticeKind};

/// Milliseconds after the start from which the site is kept: the page on show comes first.
const LATER: u32 = 2_500;

/// What there is to say of releases.
pub(crate) struct Said {
    /// A newer one, over the foot of the page: it waits for an answer.
    pub(crate) news: Html,
    /// That the site is on the device: a quiet line that covers nothing.
    pub(crate) ready: Html,
}

/// What there is to say, once there is something.
#[hook]
pub(crate) fn use_offline() -> Said {
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
    let is_ready = *news == Some(News::Ready);
    let news = match *news {
        None | Some(News::Ready) => html! {},
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
    };
    Said {
        news,
        // A live line is there before it says anything.
        ready: html! {
            <p class="colophon__offline" role="status">
                if is_ready { { "Ready to work offline: programs, list and guide open without a network now." } }
            </p>
        },
    }
}
