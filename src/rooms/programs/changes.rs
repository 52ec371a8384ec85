//! What would change a program's place, and whether it still can this season.

use yew::prelude::*;

use super::gates::chip;
use super::subject::Subject;
use crate::rooms::words;
use engine::explain::{Change, ChangeKind};
use engine::what_if::WhatIf;

/// The list, or a sentence that there is nothing to do.
pub(super) fn list(subject: &Subject<'_>, changes: &[Change], chance_now: Option<f64>) -> Html {
    if changes.is_empty() {
        return html! {
            <p>{ "Nothing here stands in your way. A stronger application changes every program at once: see your profile." }</p>
        };
    }
    html! {
        <ul class="change-list" role="list">
            { for changes.iter().map(|change| item(subject, change, chance_now)) }
        </ul>
    }
}

fn item(subject: &Subject<'_>, change: &Change, chance_now: Option<f64>) -> Html {
    html! {
        <li class="change-list__item">
            <p class="change-list__what">
                <strong>{ change.kind.label() }</strong>
                <span class="change-list__gate">{ change.gate.gate.label() }{ chip(change.gate.state) }</span>
            </p>
            <p>{ subject.reason(change.gate.reason) }</p>
            <p class="change-list__effect">
                { format!("{}. ", when(change)) }
                { effect(change.p_interview_if_open, chance_now) }
            </p>
        </li>
    }
}

/// Until when: a question can be asked in any season, whether or not what it is about can change.
fn when(change: &Change) -> &'static str {
    match change.kind {
        ChangeKind::AskProgram => "You can ask at any time",
        _ => change.when.label(),
    }
}

/// How applicants fared who differ in one thing: an association, never a promise.
pub(super) fn others(rows: &[WhatIf], chance_now: Option<f64>) -> Html {
    let Some(now) = chance_now.filter(|_| !rows.is_empty()) else {
        return html! {};
    };
    let now = words::precise(now);
    html! {
        <>
            <p class="muted">{ "These numbers come from published results of groups. They show how such applicants did, not what this one change would do for you. Applicants signal where they fit, so we count only part of the effect that studies measure for a signal." }</p>
            <dl class="trust__list">
                { for rows.iter().map(|row| {
                    let words = match row.p_interview {
                        Ok(then) => format!(
                            "For such applicants the chance of an interview is {} ({}). Your own is {now}.",
                            words::precise(then.mid),
                            words::range(then),
                        ),
                        Err(why) => why.label().to_owned(),
                    };
                    html! {
                        <div key={row.difference.code()}>
                            <dt>{ row.difference.label() }</dt>
                            <dd>{ words }</dd>
                        </div>
                    }
                }) }
            </dl>
        </>
    }
}

fn effect(if_open: Option<f64>, now: Option<f64>) -> String {
    match (if_open, now) {
        (Some(open), Some(now)) if (open - now).abs() >= 0.0005 => format!(
            "If it were certain that you meet this requirement, your chance of an interview would be {} instead of {}.",
            words::precise(open),
            words::precise(now),
        ),
        (Some(open), None) => format!(
            "If it were certain that you meet this requirement, your chance of an interview would be {}.",
            words::precise(open),
        ),
        (Some(_), Some(_)) => "It would change the chance by less than 0.05 points.".to_owned(),
        (None, _) => String::new(),
    }
}
