//! What is asked once a match is all but sure: not whether, but where.

use yew::prelude::*;

use crate::kit::Tick;
use crate::rooms::questions::form::{Form, use_form};
use crate::routing::link::anchor;
use crate::routing::location::Location;
use crate::routing::route::Route;
use engine::geography::Division;
use engine::preference::Size;
use engine::vocabulary::Setting;
use state::questions::{DIVISIONS, SETTING, SIZE, SOUGHT_AFTER, STATES, SoughtAfter};
use state::{Action, Edit, Field};

/// What may matter about where.
#[derive(Clone, Copy, PartialEq)]
enum Asks {
    Setting,
    Place,
    Size,
}

impl Asks {
    const ALL: [Asks; 3] = [Asks::Setting, Asks::Place, Asks::Size];

    fn label(self) -> &'static str {
        match self {
            Asks::Setting => "Academic or community",
            Asks::Place => "Place",
            Asks::Size => "Size",
        }
    }
}

/// Three presses and the switch of being sought after; nothing while it is open whether the
/// applicant matches.
#[component]
pub(crate) fn Turned() -> Html {
    let form = use_form();
    let unfolded = use_state_eq(|| None::<Asks>);
    if !form.derived.ranking.aim.has_turned() {
        return Html::default();
    }
    html! {
        <section class="turned no-print" aria-labelledby="turned-title">
            <h2 id="turned-title" class="turned__title">{ "You will very likely match. What matters where?" }</h2>
            <div class="segments">
                { for Asks::ALL.into_iter().map(|asks| press(&form, &unfolded, asks)) }
            </div>
            if let Some(asks) = *unfolded {
                <div id="turned-answers" class="segments" role="group" aria-label={asks.label()}>
                    { answers(&form, asks) }
                </div>
            }
            { sought_after(&form, "turned-sought-after", html! {
                <>
                    { "Count how sought after a program is: a measure of our own, not a ranking of quality. " }
                    { at(Field::SoughtAfter, "What it is made of") }
                </>
            }) }
        </section>
    }
}

/// A press that shows its answers, or puts them away; it says what was answered.
fn press(form: &Form, unfolded: &UseStateHandle<Option<Asks>>, asks: Asks) -> Html {
    let is_open = **unfolded == Some(asks);
    let onclick = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set((!is_open).then_some(asks)))
    };
    html! {
        <button type="button" class="segment" key={asks.label()} {onclick}
            aria-expanded={is_open.to_string()} aria-controls={is_open.then_some("turned-answers")}>
            { asks.label() }
            if let Some(said) = said(form, asks) {
                <span class="segment__count">{ said }</span>
            }
        </button>
    }
}

/// What was answered, in few words.
fn said(form: &Form, asks: Asks) -> Option<String> {
    let answers = form.answers();
    match asks {
        Asks::Setting => answers
            .get(SETTING)
            .map(|setting| setting.label().to_owned()),
        Asks::Size => answers.get(SIZE).map(|size| size.label().to_owned()),
        Asks::Place => {
            let regions = answers
                .members(DIVISIONS)
                .map(|division| -> &str { division.label() });
            let states = answers
                .members(STATES)
                .map(|state| -> &str { state.label() });
            let near = Some(answers.near.typed.as_str()).filter(|typed| !typed.is_empty());
            let mut all = regions.chain(states).chain(near);
            let first = all.next()?;
            Some(match all.count() {
                0 => first.to_owned(),
                more => format!("{first} and {more} more"),
            })
        }
    }
}

fn answers(form: &Form, asks: Asks) -> Html {
    let answers = form.answers();
    match asks {
        Asks::Setting => html! {
            { for Setting::ALL.iter().map(|setting| {
                let pressed = answers.get(SETTING) == Some(*setting);
                let edit = SETTING.answer((!pressed).then_some(*setting));
                answer(form, setting.label(), pressed, edit)
            }) }
        },
        Asks::Size => html! {
            { for Size::ALL.iter().map(|size| {
                let pressed = answers.get(SIZE) == Some(*size);
                let edit = SIZE.answer((!pressed).then_some(*size));
                answer(form, size.label(), pressed, edit)
            }) }
        },
        Asks::Place => html! {
            <>
                { for Division::ALL.iter().map(|division| {
                    let pressed = answers.has(DIVISIONS, *division);
                    let edit = if pressed { DIVISIONS.without(*division) } else { DIVISIONS.with(*division) };
                    answer(form, division.label(), pressed, edit)
                }) }
                { at(Field::Near, "A city, or single states") }
            </>
        },
    }
}

/// One answer, which a second press takes back.
fn answer(form: &Form, label: &'static str, pressed: bool, edit: Edit) -> Html {
    let onclick = form.edit(move |_: MouseEvent| edit.clone());
    html! {
        <button type="button" class="segment" key={label} aria-pressed={pressed.to_string()} {onclick}>
            { label }
        </button>
    }
}

/// A link to a question of the preferences.
fn at(field: Field, words: &'static str) -> Html {
    let to = Location {
        route: Route::Preferences,
        target: Some(field.code().into()),
    };
    anchor(&to, "", html! { words })
}

/// Whether being sought after counts.
pub(super) fn sought_after(form: &Form, id: &'static str, label: Html) -> Html {
    Tick {
        id: id.into(),
        label,
        checked: form.answers().get(SOUGHT_AFTER) != Some(SoughtAfter::Ignored),
        on_toggle: form.dispatch.reform(|counts: bool| {
            let set = (!counts).then_some(SoughtAfter::Ignored);
            Action::Answer(SOUGHT_AFTER.answer(set))
        }),
    }
    .view()
}
