//! Ties to states and to programs.

use std::rc::Rc;

use yew::prelude::*;

use super::suggestion;
use crate::kit::{Combobox, Select, Suggestion};
use crate::rooms::questions::form::{Asked, Form, use_form};
use crate::rooms::questions::sections::chosen;
use engine::applicant::ConnectionKind;
use engine::catalog::Catalog;
use engine::geography::UsState;
use engine::program::{ProgramId, SpecialtyCode};
use state::persist::bounds::ROWS;
use state::questions::{ConnectionAnswer, TIES};
use state::{Edit, Field};

/// States with a tie.
pub(super) fn states(form: &Form) -> Html {
    let ties = form.answers().members(TIES).count();
    html! {
        <details class="disclosure">
            <summary>{ "States where you lived, studied or have family" }{ chosen(ties) }</summary>
            <div class="disclosure__body">
                { form.checkboxes(TIES, Asked::hinted("Ties to states", "Ties in the same state raise the odds a little; how much is an assumption, shown on the Trust page.").inline(), UsState::ALL, UsState::label) }
            </div>
        </details>
    }
}

/// Programs one can be tied to.
struct Choices {
    ids: Vec<ProgramId>,
    suggestions: Rc<[Suggestion]>,
}

fn choices(catalog: &Catalog, specialties: &[SpecialtyCode]) -> Choices {
    let programs = catalog
        .programs()
        .iter()
        .filter(|p| specialties.is_empty() || specialties.contains(&p.specialty()));
    let (ids, suggestions): (Vec<_>, Vec<_>) = programs
        .map(|program| {
            let (city, state) = (&program.city, program.state);
            let also = format!("{city};{};{}", state.code(), program.id);
            let detail = format!("{city}, {} · {}", state.code(), program.id);
            (
                program.id,
                suggestion(program.name.to_string(), also, detail),
            )
        })
        .unzip();
    Choices {
        ids,
        suggestions: suggestions.into(),
    }
}

/// Ties to programs: a box to find one, and the list of those found.
#[component]
pub(super) fn Connections() -> Html {
    let form = use_form();
    let typed = use_state(String::new);
    let specialties: Vec<_> = form
        .derived
        .preferences()
        .specialties
        .iter()
        .map(|s| s.code)
        .collect();
    let choices = use_memo(
        (form.state.pack.clone(), specialties),
        |(pack, specialties)| {
            pack.ready()
                .map(|loaded| choices(&loaded.catalog, specialties))
        },
    );
    let suggestions = choices.as_ref().as_ref().map(|c| c.suggestions.clone());
    let on_type = Callback::from({
        let typed = typed.setter();
        move |text| typed.set(text)
    });
    let on_choose = {
        let (choices, typed) = (choices.clone(), typed.setter());
        let connect = form.edit(|id: ProgramId| Edit::connect(id, Some(ConnectionKind::Rotation)));
        Callback::from(move |at: usize| {
            let id = choices
                .as_ref()
                .as_ref()
                .and_then(|c| c.ids.get(at).copied());
            if let Some(id) = id {
                typed.set(String::new());
                connect.emit(id);
            }
        })
    };
    html! {
        <>
            <Combobox
                id={Field::Connections.code()}
                label="Programs that know you"
                hint="A rotation there and your home program raise the chance. Someone you know or a graduate of your school is recorded and changes no number. Type a name or a city, then choose."
                value={(*typed).clone()} suggestions={suggestions.unwrap_or_default()} {on_type} {on_choose}
            />
            if form.answers().connections.len() >= ROWS {
                <p class="small muted" role="status">{ format!("{ROWS} is the most that can be kept here. Remove one to add another.") }</p>
            }
            { for form.answers().connections.iter().map(|connection| row(&form, *connection)) }
        </>
    }
}

fn row(form: &Form, connection: ConnectionAnswer) -> Html {
    let id = connection.program;
    let found = form.catalog().and_then(|catalog| catalog.find(id));
    let name = found.map_or_else(|| id.to_string(), |(_, program)| program.name.to_string());
    let kinds: Rc<[AttrValue]> = ConnectionKind::ALL
        .iter()
        .map(|k| k.label().into())
        .collect();
    let chosen = connection
        .kind
        .and_then(|kind| ConnectionKind::ALL.iter().position(|k| *k == kind));
    let on_choose = form.edit(move |at: Option<usize>| {
        Edit::connect(id, at.and_then(|at| ConnectionKind::ALL.get(at).copied()))
    });
    let remove = form.edit(move |_: MouseEvent| Edit::disconnect(id));
    let kind = Select {
        id: format!("connection-{id}").into(),
        label: "What ties you to it?".into(),
        options: kinds,
        chosen,
        on_choose,
        ..Select::default()
    };
    html! {
        <fieldset class="card" key={id.number()}>
            <legend class="card__title">{ &name }</legend>
            { kind.view() }
            <button type="button" class="button button--plain" onclick={remove}>
                { "Remove" }<span class="visually-hidden">{ format!(" {name}") }</span>
            </button>
        </fieldset>
    }
}
