//! The four questions without which there is no list.

use std::rc::Rc;

use yew::prelude::*;

use super::check::mistakes;
use crate::browser::page;
use crate::kit::{ErrorSummary, Mistake};
use crate::rooms::questions::form::{Asked, Form, use_form};
use crate::rooms::questions::shared::{kind, specialty, step2, use_specialties, visa};
use crate::routing::route::{Route, window_title};
use state::Field;
use state::questions::{GRADUATION_YEAR, KIND};

/// Properties of [`FirstQuestions`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(in crate::rooms) struct FirstQuestionsProps {
    /// The page that they stand on, whose title says when an answer is missing.
    pub(in crate::rooms) of: Route,
    /// All are answered, and the visitor wants to go on.
    pub(in crate::rooms) on_done: Callback<()>,
}

/// The questions, and the press that leads on.
#[component]
pub(in crate::rooms) fn FirstQuestions(props: &FirstQuestionsProps) -> Html {
    let attempt = use_state(|| 0u32);
    let form = use_form();
    let suggestions = use_specialties(&form);
    let mistakes: Rc<[Mistake]> = mistakes(&form).into();
    let asked = *attempt > 0;
    let form = form.showing(if asked { mistakes.clone() } else { Rc::new([]) });
    let onsubmit = {
        let (attempt, right, props) = (attempt.clone(), mistakes.is_empty(), props.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if right {
                page::set_title(&window_title(props.of.title()));
                props.on_done.emit(());
            } else {
                attempt.set(*attempt + 1);
                page::set_title(&window_title(&format!("Error: {}", props.of.title())));
            }
        })
    };
    html! {
        <>
            <ErrorSummary {mistakes} attempt={*attempt} />
            <form class="start" novalidate=true {onsubmit}>
                { numbered("1", specialty(&form, 0, Asked::hinted("Which specialty do you apply in?", "Type a name such as Internal Medicine, or a short name such as IM"), &suggestions, form.error(Field::Specialty1))) }
                { numbered("2", how(&form)) }
                { numbered("3", step2(&form, Asked::plain("Do you have a Step 2 CK score?").large(), Html::default)) }
                { numbered("4", form.number(GRADUATION_YEAR, Asked::hinted("When do you graduate from medical school, or when did you?", "The year, such as 2021. Some programs ask for a recent one. You can leave it out."))) }
                <div class="start__go">
                    <button type="submit" class="button button--large">{ "See my programs" }</button>
                    <p class="small muted">{ "You can change every answer later. Nothing is sent." }</p>
                </div>
            </form>
        </>
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
