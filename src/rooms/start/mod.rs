//! The Start room: one sentence, three questions, the first list at once.

mod check;

use std::rc::Rc;

use yew::prelude::*;

use self::check::mistakes;
use super::questions::form::{Asked, Form, use_form};
use super::questions::shared::{kind, specialty, step2, use_specialties, visa};
use crate::browser::page;
use crate::kit::{ErrorSummary, Mistake, Notice, NoticeKind, page_title};
use crate::routing::link::link;
use crate::routing::location::Location;
use crate::routing::route::Route;
use engine::decimal::grouped;
use state::questions::KIND;
use state::{Action, Field, Load};

/// The room.
#[component]
pub fn StartRoom() -> Html {
    let attempt = use_state(|| 0u32);
    let form = use_form();
    let suggestions = use_specialties(&form);
    let mistakes: Rc<[Mistake]> = mistakes(&form).into();
    let asked = *attempt > 0;
    let form = form.showing(if asked { mistakes.clone() } else { Rc::new([]) });

    let onsubmit = {
        let (attempt, right) = (attempt.clone(), mistakes.is_empty());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if right {
                Location::to(Route::Programs).go();
            } else {
                attempt.set(*attempt + 1);
                page::set_title(&format!("Error: {} – Smart Pick", Route::Start.title()));
            }
        })
    };
    html! {
        <div class="columns">
            <div class="stack">
                { page_title(Route::Start.title()) }
                <p class="lead">
                    { "Answer three questions and see every US residency program in your specialty, ranked for you, with the reason for each place." }
                </p>
                { pack_notice(&form) }
                <ErrorSummary mistakes={mistakes.clone()} attempt={*attempt} />
                <form class="start" novalidate=true {onsubmit}>
                    { numbered("1", specialty(&form, 0, Asked::hinted("Which specialty do you apply in?", "Type a name such as Internal Medicine, or a short name such as IM"), &suggestions, form.error(Field::Specialty1))) }
                    { numbered("2", how(&form)) }
                    { numbered("3", step2(&form, Asked::plain("Do you have a Step 2 CK score?").large(), Html::default)) }
                    <div class="start__go">
                        <button type="submit" class="button button--large">{ "See my programs" }</button>
                        <p class="small muted">{ "You can change every answer later. Nothing is sent." }</p>
                    </div>
                </form>
            </div>
            { promise(&form) }
        </div>
    }
}

/// A question with its number in the margin.
fn numbered(number: &'static str, question: Html) -> Html {
    html! {
        <div class="numbered">
            <span class="numbered__number" aria-hidden="true">{ number }</span>
            <div class="stack">{ question }</div>
        </div>
    }
}

fn how(form: &Form) -> Html {
    html! {
        <>
            { kind(form, Asked::plain("How do you apply?").large().paired()) }
            // Who has not said how they apply is not asked the next thing yet.
            if form.answers().get(KIND).is_some() {
                { visa(form, Asked::plain("Which visa do you need for training?").large().paired()) }
            }
        </>
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
                <dd>{ "What opens a door, what shuts it, what is not stated, and what would change it." }</dd>
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
