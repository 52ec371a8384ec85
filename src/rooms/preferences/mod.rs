//! The Preferences room: what the applicant wants.

mod geography;
mod turned;
mod weights;

use std::rc::Rc;

use yew::prelude::*;

use self::geography::Near;
pub(crate) use self::turned::Turned;
use super::questions::form::{Asked, Form, Slide, offers, use_form};
use super::questions::sections;
use super::questions::shared::{specialty, use_specialties};
use crate::kit::{Suggestion, page_title};
use crate::routing::route::Route;
use engine::preference::{Property, Size};
use engine::vocabulary::Setting;
use state::questions::{MUST, NEVER, Percent, SETTING, SIZE, WORTH2, WORTH3};
use state::{Edit, Field, Section};

/// The room.
#[component]
pub fn PreferencesRoom() -> Html {
    let form = use_form();
    let suggestions = use_specialties(&form);
    let heading = html! {
        <>
            { page_title(Route::Preferences.title()) }
            <p class="lead">{ "Where you want to be, and how important that is compared with matching at all." }</p>
            <Turned />
        </>
    };
    let groups = [
        (Section::Specialties, specialties(&form, &suggestions)),
        (
            Section::Places,
            html! { <>{ geography::states(&form) }{ geography::divisions(&form) }<Near /></> },
        ),
        (Section::Programs, programs(&form)),
        (Section::Demands, demands(&form)),
        (Section::Balance, weights::balance(&form)),
    ];
    let next = (Route::Programs, "See my programs");
    sections::room(&form, heading, &groups, next)
}

/// Up to three specialties in order, with what the later ones are worth.
fn specialties(form: &Form, suggestions: &Rc<[Suggestion]>) -> Html {
    html! {
        <>
            { for Field::SPECIALTIES.iter().enumerate().map(|(index, field)| html! {
                <div key={field.code()} class="stack ranked-choice">
                    { specialty(form, index, Asked::plain(field.label()), suggestions, form.error(*field)) }
                    { worth(form, index) }
                    { raise(form, index) }
                </div>
            }) }
        </>
    }
}

fn worth(form: &Form, index: usize) -> Html {
    let questions = [(WORTH2, 85), (WORTH3, 70)];
    let answers = form.answers();
    let Some(at) = index.checked_sub(1) else {
        return Html::default();
    };
    let typed = answers
        .specialties
        .get(index)
        .is_some_and(|s| !s.typed.is_empty());
    let (Some((question, usual)), true) = (questions.get(at).copied(), typed) else {
        return Html::default();
    };
    let now = answers.get(question).map_or(usual, Percent::value);
    let asked = Asked::hinted(
        "What is matching here worth?",
        "Compared with matching in your first choice, which is worth 100",
    );
    let slide = Slide {
        most: 100,
        step: 5,
        usual,
        words: format!("{now} of 100").into(),
        ends: Some(("As bad as no match".into(), "As good as the first".into())),
    };
    form.slider(question, asked, slide)
}

fn raise(form: &Form, index: usize) -> Html {
    let typed = form
        .answers()
        .specialties
        .get(index)
        .is_some_and(|s| !s.typed.is_empty());
    if index == 0 || !typed {
        return Html::default();
    }
    let onclick = form.edit(move |_: MouseEvent| Edit::raise_specialty(index));
    html! {
        <button type="button" class="button button--plain" {onclick}>{ "Move up" }</button>
    }
}

/// Setting and size.
fn programs(form: &Form) -> Html {
    html! {
        <>
            { form.radios(SETTING, Asked::hinted("Setting", "Judged by how many specialties train at its hospital or, if the hospital is not known, by the name"), &offers(Setting::ALL, Setting::label)) }
            { form.radios(SIZE, Asked::hinted("Size", "By the positions offered in the 2020 Match, the latest that is published by program"), &offers(Size::ALL, Size::label)) }
        </>
    }
}

/// Must-haves and dealbreakers: a program known to break one is shut by the visitor's choice.
fn demands(form: &Form) -> Html {
    html! {
        <>
            { form.checkboxes(MUST, Asked::hinted("Must-haves", "If we know that a program lacks one of these, it is ruled out. If we do not know, the program stays and says so."), Property::ALL, Property::label) }
            { form.checkboxes(NEVER, Asked::hinted("Dealbreakers", "A program that is known to have one is ruled out."), Property::ALL, Property::label) }
        </>
    }
}
