//! States, Census divisions, and nearness to a city.

use std::rc::Rc;

use yew::prelude::*;

use crate::kit::{Combobox, Slider, Suggestion};
use crate::rooms::questions::form::{Asked, Form, use_form};
use crate::rooms::questions::sections::chosen as in_words;
use engine::geography::{Division, UsState};
use state::questions::naming::{City, cities, near_answer};
use state::questions::read::USUAL_MILES;
use state::questions::{DIVISIONS, Miles, NEAR_MILES, NearAnswer, STATES};
use state::{Edit, Field};

/// Preferred states, folded until one is chosen.
pub(super) fn states(form: &Form) -> Html {
    let chosen = form.answers().members(STATES).count();
    html! {
        <details class="disclosure">
            <summary>{ "Choose states" }{ in_words(chosen) }</summary>
            <div class="disclosure__body">
                { form.checkboxes(STATES, Asked::plain("States").inline(), UsState::ALL, UsState::label) }
            </div>
        </details>
    }
}

/// Preferred divisions.
pub(super) fn divisions(form: &Form) -> Html {
    let asked = Asked::hinted(
        "Census divisions",
        "ERAS asks for geographic preferences by the first nine of these.",
    );
    form.checkboxes(DIVISIONS, asked.inline(), Division::ALL, Division::label)
}

/// A city to be near, and how near.
#[component]
pub(super) fn Near() -> Html {
    let form = use_form();
    let cities = use_memo(form.state.pack.clone(), |pack| {
        pack.ready()
            .map(|loaded| cities(&loaded.catalog))
            .unwrap_or_default()
    });
    let suggestions = use_memo(cities.clone(), |cities| suggestions(cities));
    let near = &form.answers().near;
    let on_type = {
        let cities = cities.clone();
        form.edit(move |typed| Edit::near(near_answer(&cities, typed)))
    };
    let on_choose = form.edit(move |at: usize| {
        Edit::near(
            cities
                .get(at)
                .map_or_else(NearAnswer::default, |city| NearAnswer {
                    typed: city.name.clone(),
                    point: Some(city.point),
                }),
        )
    });
    let miles = form
        .answers()
        .get(NEAR_MILES)
        .map_or(USUAL_MILES, Miles::value);
    let on_slide = form.edit(|miles: u16| NEAR_MILES.answer(Miles::new(miles.max(1))));
    html! {
        <>
            <Combobox
                id={Field::Near.code()}
                label="Near a city"
                hint="A city that has a program. Distances are between city centres."
                error={form.error(Field::Near)}
                value={near.typed.clone()}
                suggestions={(*suggestions).clone()}
                {on_type} {on_choose}
            />
            if !near.typed.is_empty() {
                { how_near(miles, on_slide) }
            }
        </>
    }
}

fn how_near(miles: u16, on_slide: Callback<u16>) -> Html {
    let hint =
        "A program at this distance meets the wish half; a nearer one more, a farther one less.";
    Slider {
        id: Field::NearMiles.code().into(),
        label: "How near?".into(),
        hint: Some(hint.into()),
        least: 10,
        most: 1000,
        step: 10,
        value: miles,
        words: format!("{miles} miles").into(),
        ends: None,
        on_slide,
    }
    .view()
}

fn suggestions(cities: &[City]) -> Rc<[Suggestion]> {
    cities
        .iter()
        .map(|city| Suggestion {
            label: city.name.clone().into(),
            also: city.state.code().into(),
            detail: None,
        })
        .collect()
}
