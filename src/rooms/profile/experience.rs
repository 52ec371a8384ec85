//! US clinical experience, stretch by stretch.

use engine::ordering;
use std::rc::Rc;

use yew::prelude::*;

use super::background::months;
use crate::kit::{Select, TextInput, Width};
use crate::rooms::questions::form::{Asked, Form, yes_or_no};
use engine::program::SpecialtyCode;
use engine::vocabulary::ExperienceKind;
use state::persist::bounds::ROWS;
use state::questions::{EXPERIENCE, ExperienceAnswer, Month};
use state::{Edit, Field};

/// Whether there is any, and each stretch of it.
pub(super) fn experience(form: &Form) -> Html {
    let asked = Asked::hinted(
        "Do you have US clinical experience?",
        "Clerkships, externships and clinical work are hands-on. Programs that ask for US clinical experience mostly mean hands-on; observerships and research are counted apart. Kind and months count; when and in which specialty is recorded and changes no number.",
    );
    form.radios_revealing(EXPERIENCE, asked, &yes_or_no(), |any| {
        any.then(|| rows(form))
    })
}

fn rows(form: &Form) -> Html {
    let answers = form.answers();
    // One empty row is always ready, and becomes real with its first answer.
    let mut all = answers.experience.clone();
    if all.is_empty() {
        all.push(ExperienceAnswer::default());
    }
    let next = all.len();
    let add = form.edit(move |_: MouseEvent| Edit::experience(next, ExperienceAnswer::default()));
    html! {
        <>
            { for all.iter().enumerate().map(|(at, row)| stretch(form, at, row)) }
            <button type="button" class="button button--quiet" onclick={add} disabled={next >= ROWS}>{ "Add another" }</button>
            if next >= ROWS { <p class="small muted">{ format!("{ROWS} is the most that can be kept here.") }</p> }
        </>
    }
}

/// A callback that changes one part of a row.
fn change<IN: 'static>(
    form: &Form,
    at: usize,
    row: &ExperienceAnswer,
    part: impl Fn(&mut ExperienceAnswer, IN) + 'static,
) -> Callback<IN> {
    let row = row.clone();
    form.edit(move |input| {
        let mut row = row.clone();
        part(&mut row, input);
        Edit::experience(at, row)
    })
}

fn stretch(form: &Form, at: usize, row: &ExperienceAnswer) -> Html {
    let id = |part: &str| AttrValue::from(format!("us-experience-row{}-{part}", at + 1));
    let error = form.derived.problem_in(Field::Experience, Some(at));
    let error = error.map(|message| AttrValue::from(message.to_string()));
    let on_months = change(form, at, row, |row, text| row.months = text);
    let on_year = change(form, at, row, |row, text| row.ended_year = text);
    let remove = form.edit(move |_: MouseEvent| Edit::remove_experience(at));
    html! {
        <fieldset class="card" key={at}>
            <legend class="card__title">{ format!("Experience {}", at + 1) }</legend>
            <div class="stack">
                { kind(form, at, row, id("kind")) }
                { number(id("months"), "How many months?", &row.months, error, on_months) }
                <div class="pair">
                    { month(form, at, row, id("ended-month")) }
                    { number(id("ended-year"), "Year", &row.ended_year, None, on_year) }
                </div>
                { specialty(form, at, row, id("specialty")) }
                <button type="button" class="button button--plain" onclick={remove}>
                    { "Remove" }<span class="visually-hidden">{ format!(" experience {}", at + 1) }</span>
                </button>
            </div>
        </fieldset>
    }
}

fn number(
    id: AttrValue,
    label: &'static str,
    value: &str,
    error: Option<AttrValue>,
    on_type: Callback<String>,
) -> Html {
    TextInput {
        id,
        label: label.into(),
        width: Width::Short,
        digits: true,
        value: value.to_owned().into(),
        error,
        on_type,
        ..TextInput::default()
    }
    .view()
}

fn kind(form: &Form, at: usize, row: &ExperienceAnswer, id: AttrValue) -> Html {
    let all = ExperienceKind::ALL;
    Select {
        id,
        label: "Kind".into(),
        options: all.iter().map(|k| k.label().into()).collect(),
        chosen: row
            .kind
            .and_then(|kind| all.iter().position(|k| *k == kind)),
        on_choose: change(form, at, row, |row, at: Option<usize>| {
            row.kind = at.and_then(|at| all.get(at).copied());
        }),
        ..Select::default()
    }
    .view()
}

fn month(form: &Form, at: usize, row: &ExperienceAnswer, id: AttrValue) -> Html {
    let months = months();
    let index = |wanted: Month| months.iter().position(|(month, _)| *month == wanted);
    Select {
        id,
        label: "Ended in (optional)".into(),
        options: months.iter().map(|(_, name)| (*name).into()).collect(),
        chosen: row.ended_month.and_then(index),
        empty: Some("Month"),
        on_choose: change(form, at, row, |row, at: Option<usize>| {
            row.ended_month = at.and_then(|at| Month::new(u8::try_from(at + 1).ok()?));
        }),
        ..Select::default()
    }
    .view()
}

fn specialty(form: &Form, at: usize, row: &ExperienceAnswer, id: AttrValue) -> Html {
    let Some(catalog) = form.catalog() else {
        return Html::default();
    };
    let mut all: Vec<_> = catalog.specialties().iter().collect();
    ordering::sort_by(&mut all, |a, b| a.name.cmp(&b.name));
    let codes: Rc<[SpecialtyCode]> = all.iter().map(|s| s.code).collect();
    let chosen = row
        .specialty
        .and_then(|code| codes.iter().position(|c| *c == code));
    Select {
        id,
        label: "Specialty (optional)".into(),
        options: all.iter().map(|s| s.name.to_string().into()).collect(),
        chosen,
        on_choose: change(form, at, row, move |row, at: Option<usize>| {
            row.specialty = at.and_then(|at| codes.get(at).copied());
        }),
        ..Select::default()
    }
    .view()
}
