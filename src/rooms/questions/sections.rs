//! Groups of questions that fold, with their progress: the shape of Profile and Preferences.

use yew::prelude::*;

use super::form::Form;
use super::ranking_status::RankingStatus;
use crate::rooms::glossary_terms::section_terms;
use crate::routing::link::link;
use crate::routing::route::Route;
use state::Section;

/// The room: heading, progress, folding groups, and beside them the live line.
pub(crate) fn room(
    form: &Form,
    heading: Html,
    groups: &[(Section, Html)],
    next: (Route, &'static str),
) -> Html {
    let today = form.state.today;
    let asked: Vec<_> = groups
        .iter()
        .map(|(section, body)| (*section, section.progress(form.answers(), today), body))
        .filter(|(_, (_, all), _)| *all > 0)
        .collect();
    let complete = asked
        .iter()
        .filter(|(_, (done, all), _)| done == all)
        .count();
    let (to, name) = next;
    html! {
        <div class="columns">
            <div class="stack">
                { heading }
                <p class="progress">
                    <strong>{ format!("Completed {complete} of {}", asked.len()) }</strong>
                    { ". Everything is optional. Each answer changes the ranking at once." }
                </p>
                <div class="sections">
                    { for asked.iter().enumerate().map(|(at, (section, progress, body))| {
                        group(*section, *progress, at == 0, body)
                    }) }
                </div>
                <p class="cluster">
                    { link(&to, "button", name) }
                    { link(&Route::Answers, "button button--quiet", "Check your answers") }
                </p>
            </div>
            <RankingStatus />
        </div>
    }
}

fn group(section: Section, (done, all): (usize, usize), first: bool, body: &Html) -> Html {
    let status = match done {
        0 => "Not started".to_string(),
        _ if done == all => "Completed".to_string(),
        _ => format!("{done} of {all} answered"),
    };
    let class = match done {
        0 => None,
        _ if done == all => Some("section__status--complete"),
        _ => Some("section__status--begun"),
    };
    html! {
        <details key={section.code()} id={section.code()} class="section" open={first}>
            <summary class="section__summary">
                <h2 class="section__title">{ section.label() }</h2>
                <span class={classes!("section__status", class)}>{ status }</span>
            </summary>
            <div class="section__body stack">{ body.clone() }{ section_terms(section) }</div>
        </details>
    }
}

/// How many of a folded set are chosen, behind its name; nothing while none is.
pub(crate) fn chosen(count: usize) -> String {
    match count {
        0 => String::new(),
        _ => format!(" ({count} chosen)"),
    }
}
