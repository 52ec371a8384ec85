//! The table of facts: what is stated, by whom, where to read it, how old it is.

use yew::prelude::*;

use super::fact_words as say;
use super::origin::said_by;
use super::records;
use super::subject::Subject;
use crate::loading::details::DetailsNotice;
use engine::applicant::Told;
use engine::fact::{Evidence, Fact, Origin};

/// One line of the table.
pub(super) struct FactRow {
    /// What is asked.
    pub(super) label: &'static str,
    /// What is known.
    pub(super) value: Value,
}

/// What is known of one question.
pub(super) enum Value {
    /// Nobody says.
    NotStated,
    /// It is among the details, and they are not here.
    NotHere,
    /// One value with its origin, where one is named.
    Said(String, Option<Origin>),
    /// Both sides.
    Conflicting(Vec<(String, Origin)>),
    /// What the visitor or a facts file tells, who, and what it overrides.
    Told(String, Origin, Box<Value>),
}

impl Value {
    /// The value as one line of text, for the comparison.
    pub(super) fn text(&self) -> String {
        match self {
            Value::NotStated => "Not stated".to_owned(),
            Value::NotHere => "Not loaded".to_owned(),
            Value::Said(text, _) => text.clone(),
            Value::Conflicting(sides) => {
                let texts: Vec<&str> = sides.iter().map(|(text, _)| text.as_str()).collect();
                format!("Conflicting: {}", texts.join(" / "))
            }
            Value::Told(text, Origin::Visitor, _) => format!("{text} (your own entry)"),
            Value::Told(text, _, _) => format!("{text} (from a facts file)"),
        }
    }
}

/// Every fact about a program, policies first.
pub(super) fn all(subject: &Subject<'_>) -> Vec<FactRow> {
    let mut rows = policies(subject);
    rows.extend(records::all(subject));
    rows
}

fn policies(subject: &Subject<'_>) -> Vec<FactRow> {
    let policy = subject.program().policy();
    vec![
        row(
            "Accepts J-1",
            stated(&policy.j1, subject.told(|e| e.j1), say::yes_no),
        ),
        row(
            "Sponsors H-1B",
            stated(&policy.h1b, subject.told(|e| e.h1b), say::h1b),
        ),
        row(
            "ECFMG certificate needed",
            stated(&policy.ecfmg, subject.told(|e| e.ecfmg), |t| {
                t.label().to_owned()
            }),
        ),
        row(
            "US clinical experience",
            stated(
                &policy.experience,
                subject.told(|e| e.experience),
                say::experience,
            ),
        ),
        row(
            "Years since graduation",
            stated(
                &policy.graduation,
                subject.told(|e| e.graduation),
                say::graduation,
            ),
        ),
        row(
            "Step 2 CK minimum",
            stated(
                &policy.step2_minimum,
                subject.told(|e| e.step2_minimum),
                |n| n.to_string(),
            ),
        ),
        row(
            "Step 1 minimum (three-digit scale)",
            stated(&policy.step1_minimum, None, |n| n.to_string()),
        ),
        row(
            "Most attempts at any Step",
            stated(
                &policy.max_attempts,
                subject.told(|e| e.max_attempts),
                |n| n.to_string(),
            ),
        ),
        row(
            "Most attempts at Step 1",
            stated(&policy.max_attempts_step1, None, |n| n.to_string()),
        ),
        row(
            "Residents who are IMGs",
            stated(&policy.img_percent, subject.told(|e| e.img_percent), |n| {
                format!("{n} %")
            }),
        ),
    ]
}

pub(super) fn row(label: &'static str, value: Value) -> FactRow {
    FactRow { label, value }
}

fn stated<T: Copy>(fact: &Fact<T>, told: Option<Told<T>>, say: impl Fn(T) -> String) -> Value {
    let catalog = match fact {
        Fact::NotStated => Value::NotStated,
        Fact::Stated(Evidence { value, origin }) => Value::Said(say(*value), Some(*origin)),
        Fact::Conflicting(sides) => Value::Conflicting(
            sides
                .iter()
                .map(|side| (say(side.value), side.origin))
                .collect(),
        ),
    };
    match told {
        Some(told) => Value::Told(say(told.value), told.origin, Box::new(catalog)),
        None => catalog,
    }
}

/// The table. What nobody states is listed in one line below, so that silence is not a row each.
pub(super) fn table(subject: &Subject<'_>) -> Html {
    let (silent, known): (Vec<FactRow>, Vec<FactRow>) = all(subject)
        .into_iter()
        .partition(|row| matches!(row.value, Value::NotStated));
    html! {
        <>
            <table class="fact-table">
                <caption class="visually-hidden">{ "Facts with who says so and how old they are" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Fact" }</th>
                        <th scope="col">{ "What is known" }</th>
                        <th scope="col">{ "Who says so" }</th>
                    </tr>
                </thead>
                <tbody>{ for known.iter().map(|row| line(subject, row)) }</tbody>
            </table>
            <DetailsNotice />
            if !silent.is_empty() {
                <p class="fact-table__silent">
                    <strong>{ "Not stated in anything we have read: " }</strong>
                    { silent.iter().map(|row| row.label).collect::<Vec<_>>().join("; ") }
                    { ". Not stated is neither a yes nor a no." }
                </p>
            }
        </>
    }
}

fn line(subject: &Subject<'_>, row: &FactRow) -> Html {
    match &row.value {
        Value::NotStated | Value::NotHere => html! {},
        Value::Said(text, origin) => html! {
            <tr>
                <th scope="row">{ row.label }</th>
                <td>{ text }</td>
                <td class="source-line">{ for origin.map(|origin| said_by(subject, origin)) }</td>
            </tr>
        },
        Value::Conflicting(sides) => html! {
            <>{ for sides.iter().enumerate().map(|(at, (text, origin))| html! {
                <tr class="fact-table__conflict">
                    if at == 0 {
                        <th scope="row" rowspan={sides.len().to_string()}>
                            { row.label }
                            <span class="fact-table__mark">{ "Sources conflict" }</span>
                        </th>
                    }
                    <td>{ text }</td>
                    <td class="source-line">{ said_by(subject, *origin) }</td>
                </tr>
            }) }</>
        },
        Value::Told(text, origin, beneath) => html! {
            <tr>
                <th scope="row">{ row.label }</th>
                <td>{ text }</td>
                <td class="source-line">
                    { said_by(subject, *origin) }
                    { format!(". Before it: {}", beneath.text()) }
                </td>
            </tr>
        },
    }
}
