//! The formula with the visitor's own values in it, for a program that they choose.

use std::rc::Rc;

use yew::prelude::*;

use super::formula_steps::{PartRow, Step, part_rows, steps};
use super::{NO_MODEL, part};
use crate::kit::{Combobox, Suggestion};
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::explain::{Explanation, explain};
use engine::program::{Program, ProgramId};
use engine::ranking::Ranked;
use state::Loaded;

/// Properties of [`WorkedExample`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct WorkedExampleProps {
    /// The data.
    pub(super) loaded: Rc<Loaded>,
}

/// The formula, in general or with the visitor's values.
#[component]
pub(super) fn WorkedExample(props: &WorkedExampleProps) -> Html {
    let World { state, derived, .. } = use_world();
    let chosen = use_state_eq(|| None::<ProgramId>);
    let typed = use_state_eq(|| None::<String>);
    let programs = use_memo(
        (props.loaded.clone(), derived.clone()),
        |(loaded, derived)| ranked_programs(loaded, &derived.ranking.ranked),
    );
    let suggestions = use_memo(programs.clone(), |programs| -> Rc<[Suggestion]> {
        programs.iter().map(suggestion).collect()
    });

    let shown = chosen
        .filter(|id| programs.iter().any(|program| program.id == *id))
        .or_else(|| programs.first().map(|program| program.id));
    let worked = shown.and_then(|id| {
        let question = derived.question(&props.loaded, &state.work.entries)?;
        let (index, program) = props.loaded.catalog.find(id)?;
        let explanation = explain(&question, &derived.ranking.aim, index)?;
        let kind = question.applicant.kind?;
        let cell = question
            .model
            .and_then(|m| m.cell(program.specialty(), kind));
        let steps = steps(&question, cell, &explanation);
        Some(view(program, &explanation, &steps))
    });
    let Some(worked) = worked else {
        return part(
            "worked",
            "The formula",
            general(props.loaded.model.is_some()),
        );
    };

    let label = |program: &Entry| program.label.clone();
    let value = typed.as_ref().map(|text| AttrValue::from(text.clone()));
    let of_shown = programs.iter().find(|program| Some(program.id) == shown);
    let value = value.or_else(|| of_shown.map(label)).unwrap_or_default();
    let on_type = {
        let typed = typed.setter();
        Callback::from(move |text: String| typed.set(Some(text)))
    };
    let on_choose = {
        let (programs, typed, chosen) = (programs.clone(), typed.setter(), chosen.setter());
        Callback::from(move |index: usize| {
            if let Some(program) = programs.get(index) {
                typed.set(None);
                chosen.set(Some(program.id));
            }
        })
    };
    part(
        "worked",
        "With your values",
        html! {
            <>
                <Combobox
                    id="worked-program"
                    label="Program"
                    hint="Your first-ranked program, until you choose another."
                    {value}
                    suggestions={(*suggestions).clone()}
                    {on_type}
                    {on_choose}
                />
                { worked }
            </>
        },
    )
}

/// A program that can be chosen.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    id: ProgramId,
    label: AttrValue,
    detail: AttrValue,
}

fn ranked_programs(loaded: &Loaded, ranked: &[Ranked]) -> Vec<Entry> {
    let programs = ranked.iter().filter_map(|r| loaded.catalog.get(r.program));
    programs
        .map(|program| Entry {
            id: program.id,
            label: program.name.to_string().into(),
            detail: format!("{}, {}", program.city, program.state.label()).into(),
        })
        .collect()
}

fn suggestion(program: &Entry) -> Suggestion {
    Suggestion {
        label: program.label.clone(),
        also: program.detail.clone(),
        detail: Some(program.detail.clone()),
    }
}

fn view(program: &Program, explanation: &Explanation, steps: &[Step]) -> Html {
    let rows = explanation
        .chance
        .as_ref()
        .map_or_else(|_| Vec::new(), part_rows);
    html! {
        <>
            <p>
                { link(&Route::Program { id: program.id }, "", &program.name) }
                { format!(", {}, {}", program.city, program.state.label()) }
            </p>
            <ol class="working">{ for steps.iter().map(step) }</ol>
            if !rows.is_empty() { { parts_table(&rows) } }
        </>
    }
}

fn step(step: &Step) -> Html {
    html! {
        <li key={step.name} class="working__step">
            <h3 class="working__name">{ step.name }</h3>
            <p class="working__words">{ step.words }</p>
            <p><code>{ step.formula }</code></p>
            <p class="working__values"><code>{ format!("= {}", step.with_values) }</code></p>
            <p class="working__result">{ format!("= {}", step.result) }</p>
        </li>
    }
}

fn parts_table(rows: &[PartRow]) -> Html {
    html! {
        <div class="ledger" role="region" aria-label="From the average to your chance" tabindex="0">
            <table>
                <caption>{ "From the average to your chance of an interview. The parts add up to the whole." }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Influence" }</th>
                        <th scope="col">{ "Effect" }</th>
                        <th scope="col">{ "Adds" }</th>
                        <th scope="col">{ "Chance so far" }</th>
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr key={row.name}>
                            <th scope="row">{ row.name }</th>
                            <td class="ledger__number">{ &row.odds }</td>
                            <td class="ledger__number">{ &row.adds }</td>
                            <td class="ledger__number">{ &row.reached }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            <p class="ledger__note">
                { "A score does two things: it moves the middle, and it narrows the spread. So even a score at the mean of the group moves the chance a little." }
            </p>
        </div>
    }
}

/// The formula without values, and what to answer to see them.
fn general(has_model: bool) -> Html {
    const FORMULAS: [(&str, &str); 5] = [
        (
            "Strength",
            "theta ~ Normal(slope × (score − mean) ÷ 10 + attempts + years, tau² − (slope × sd ÷ 10)²)",
        ),
        (
            "Chance of an interview",
            "P(interview) = read × pi × mean over theta of 1 ÷ (1 + e^−(level + h + theta))",
        ),
        (
            "Chance of matching there after an interview",
            "P(match | interview) = mean over theta, given the interview, of r ÷ (1 + e^−(d + rho × theta))",
        ),
        ("Worth to you", "t = 1 − lambda × (1 − w × (0.2 + 0.8 × u))"),
        (
            "Value, which makes the order",
            "value = P(interview and match) × t",
        ),
    ];
    html! {
        <>
            if has_model {
                <p class="prose">
                    { "Answer four questions to see the formula with your own values: specialty, applicant type and visa, and Step 2 CK. " }
                    { link(&Route::Start, "", "Answer them now") }
                </p>
            } else {
                <p class="prose">{ NO_MODEL }</p>
            }
            <dl class="trust__list">
                { for FORMULAS.iter().map(|(name, formula)| html! {
                    <div key={*name}>
                        <dt>{ *name }</dt>
                        <dd><code>{ *formula }</code></dd>
                    </div>
                }) }
            </dl>
            <p class="prose">
                { "read is the share of such applications that any program reads, pi the belief that the requirements are met, h what sets a program apart, level, tau, d and rho come from the published tables, and r is the share of interviews that end in a rank." }
            </p>
        </>
    }
}
