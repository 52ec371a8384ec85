//! The Start room: one sentence, four questions, the first list at once.

mod check;
mod first_questions;
mod welcome;

pub(super) use first_questions::FirstQuestions;

use yew::prelude::*;

use super::questions::form::{Form, use_form};
use crate::kit::{Notice, NoticeKind, page_title};
use crate::rooms::headline::headline;
use crate::routing::link::link;
use crate::routing::location::Location;
use crate::routing::route::Route;
use engine::decimal::grouped;
use state::questions::KIND;
use state::{Action, Load};

/// The room.
#[component]
pub fn StartRoom() -> Html {
    let form = use_form();
    let (is_back, touched) = use_is_back(form.answers().get(KIND).is_some());
    let (pressed, typed) = (
        touched.reform(|_: PointerEvent| ()),
        touched.reform(|_: KeyboardEvent| ()),
    );
    let loaded = form.state.pack.ready().filter(|_| is_back).cloned();
    let on_done = Callback::from(|()| Location::to(Route::Programs).go());
    html! {
        <div class="columns">
            <div class="stack">
                { page_title(Route::Start.title()) }
                if let Some(loaded) = loaded { { welcome::welcome(&form.world(), &loaded) } }
                <p class="lead">
                    { "Answer four questions and see where to apply first, whom to ask, and what your chance is, with the reason for each program." }
                </p>
                { pack_notice(&form) }
                <div onpointerdown={pressed} onkeydown={typed}>
                    <FirstQuestions of={Route::Start} {on_done} />
                </div>
            </div>
            { beside(&form, is_back) }
        </div>
    }
}

/// Whether somebody comes back, whose answers were here before they answered anything on this page, and what is
/// told of their first press or key. What is kept on the device is opened a moment after the page is drawn.
#[hook]
fn use_is_back(is_answered: bool) -> (bool, Callback<()>) {
    let is_back = use_state_eq(|| None::<bool>);
    {
        let is_back = is_back.clone();
        use_effect_with(is_answered, move |is_answered| {
            if *is_answered && is_back.is_none() {
                is_back.set(Some(true));
            }
        });
    }
    let touched = {
        let is_back = is_back.clone();
        Callback::from(move |()| {
            if is_back.is_none() {
                is_back.set(Some(false));
            }
        })
    };
    (*is_back == Some(true), touched)
}

/// The answer as far as it is known, else what one gets.
fn beside(form: &Form, is_back: bool) -> Html {
    let loaded = form.state.pack.ready();
    // Who comes back has it above the questions.
    if is_back {
        return html! {};
    }
    match loaded.filter(|_| !form.derived.ranking.ranked.is_empty()) {
        Some(loaded) => html! {
            <aside class="promise stack columns__aside" aria-labelledby="promise-title">
                <h2 id="promise-title" class="promise__title">{ "As you answer" }</h2>
                { headline(&form.world(), loaded) }
                { link(&Route::Programs, "button button--quiet", "See my programs") }
            </aside>
        },
        None => promise(form),
    }
}

/// What one gets, and what happens to the answers.
fn promise(form: &Form) -> Html {
    let programs = form.catalog().map(|catalog| catalog.programs().len());
    let programs = match programs {
        Some(count) => format!("{} programs", grouped(count)),
        None => "US residency programs".into(),
    };
    html! {
        <aside class="promise stack columns__aside" aria-labelledby="promise-title">
            <h2 id="promise-title" class="promise__title">{ "What you get" }</h2>
            <dl class="promise__list">
                <dt>{ programs }</dt>
                <dd>{ "From public records and the programs' own pages. Each fact shows its source and its year." }</dd>
                <dt>{ "Chances with a range" }</dt>
                <dd>{ "Fitted to published match results, and left out where nothing is published." }</dd>
                <dt>{ "Every reason" }</dt>
                <dd>{ "Which requirements you meet, which you do not meet, what is not stated, and what would change your chance." }</dd>
            </dl>
            <p class="promise__privacy">
                { "What you type stays on this device. No account, no cookie, no request to any other site." }
            </p>
            <p class="small">{ link(&Route::Trust, "", "How the number is made") }</p>
        </aside>
    }
}

/// A word on data that did not come, which the questions do not need but the list does.
fn pack_notice(form: &Form) -> Html {
    let retry = form.dispatch.reform(|_: MouseEvent| Action::PackRequested);
    match &form.state.pack {
        Load::Failed(_) => Notice::new(NoticeKind::Failure)
            .titled("The program data did not arrive")
            .announced()
            .view(html! {
                <>
                    <p>{ "You can answer the questions now. The list needs the data." }</p>
                    <button type="button" class="button button--quiet" onclick={retry}>{ "Try again" }</button>
                </>
            }),
        Load::Loading | Load::Ready(_) => Html::default(),
    }
}
