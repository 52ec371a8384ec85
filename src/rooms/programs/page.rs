//! One program: its chance, its gates, its facts, and what the visitor knows of it.

use std::rc::Rc;

use yew::prelude::*;

use super::chance::Standing;
use super::controls::{Controls, use_controls};
use super::directories;
use super::entries::OwnEntries;
use super::explorer::ExplorerFigures;
use super::short::short;
use super::subject::Subject;
use super::unchosen::unchosen;
use super::{ask, chance, changes, facts, gates, history, summary};
use crate::kit::{Notice, NoticeKind, TextBox, page_title};
use crate::loading::pack::with_pack;
use crate::rooms::glossary_terms::{self, result_terms};
use crate::rooms::published_scores::PublishedScores;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::applicant::Applicant;
use engine::catalog::ProgramIndex;
use engine::eligibility::{Band, GateState};
use engine::explain::{Explanation, explain};
use engine::list::bucket::Placed;
use engine::program::ProgramId;
use engine::what_if::{WhatIf, what_if};
use state::browse::{BrowseEdit, Place};
use state::persist::bounds::TEXT;
use state::questions::preliminary::published;
use state::{Action, Loaded, State};

/// One program.
pub(crate) fn program_room(world: &World, id: ProgramId) -> Html {
    with_pack(world, &Route::Program { id }, |loaded| {
        match loaded.catalog.find(id) {
            Some((index, _)) => {
                html! { <Page loaded={loaded.clone()} index={index.0} key={id.number()} /> }
            }
            None => html! {
                <div class="center stack">
                    { page_title("No such program") }
                    <p class="lead">{ format!("No program of this data has the ACGME id {id}. It may have closed or changed its number.") }</p>
                    <p>{ link(&Route::Programs, "button", "See your programs") }</p>
                </div>
            },
        }
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct PageProps {
    loaded: Rc<Loaded>,
    index: u32,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let World {
        state,
        derived,
        dispatch,
    } = use_world();
    let hidden = use_state(|| None::<ProgramId>);
    let controls = use_controls(&state, hidden.setter());
    let loaded = &props.loaded;
    let index = ProgramIndex(props.index);
    let opened = loaded.catalog.get(index).map(|program| program.id);
    {
        let dispatch = dispatch.clone();
        use_effect_with(opened, move |opened| {
            if let Some(id) = *opened {
                dispatch.emit(Action::Browse(BrowseEdit::Opened(id)));
            }
        });
    }
    let entries = state.work.entries.clone();
    let explanation = use_memo(
        (loaded.clone(), derived.clone(), entries, index),
        |(loaded, derived, entries, index)| {
            let question = derived.question(loaded, entries)?;
            let others = what_if(&question, *index)?.unwrap_or_default();
            let aim = &derived.ranking.aim;
            Some((explain(&question, aim, *index)?, others))
        },
    );
    let Some(program) = loaded.catalog.get(index) else {
        return html! {};
    };
    let subject = Subject::new(
        &loaded.catalog,
        (index, program),
        &state.work.entries,
        state.today,
    );
    let update = (*explanation)
        .as_ref()
        .and_then(|(why, _)| why.chance.as_ref().ok())
        .and_then(|chance| Some((chance.update?, chance.p_interview.mid)));
    let bands = derived.bands(loaded, &state.work.entries);
    let standing = Standing {
        place: Place::find(&derived.ranking, bands, index),
        of: derived.ranking.ranked.len(),
        left_out: summary::left_out(derived.notices()),
        preliminary: loaded
            .catalog
            .specialty(program.specialty())
            .and_then(|specialty| published(specialty, derived.applicant().kind)),
    };
    let best = state.best(&derived).and_then(|best| best.found());
    let placed = best.and_then(|best| best.buckets.find(index));
    let sent = best.and_then(|best| best.interview(index));
    html! {
        <article class="program">
            { head(&subject, &state, &controls) }
            { route_note(&subject) }
            if let Some(why) = unchosen(derived.preferences(), program, &subject.specialty()) {
                { Notice::default().view(html! {
                    <p>{ format!("{why} What follows reads as if it were your next choice.") }</p>
                }) }
            }
            if let Some((explanation, _)) = &*explanation {
                { chance_section(&subject, explanation, &standing, (placed, sent, derived.applicant())) }
                <section class="program__section">
                    <h2>{ "What it asks of you" }</h2>
                    { gates::list(&subject, &explanation.gates) }
                </section>
            }
            <section class="program__section">
                <h2>{ "What is known, and who says so" }</h2>
                { facts::table(&subject) }
                { result_terms(glossary_terms::Result::Program) }
            </section>
            if let Some((explanation, others)) = &*explanation {
                if let Some(moment) = derived.reading.moment {
                    <section class="program__section">
                        <h2>{ "What to ask" }</h2>
                        { ask::ask(&subject, &explanation.gates, moment.season) }
                        <p>{ "Look it up yourself: " }</p>
                        { directories::links(&subject) }
                    </section>
                }
                { change_section(&subject, explanation, others) }
            }
            <section class="program__section">
                <h2>{ "Positions, 2016 to 2020" }</h2>
                { history::chart(program) }
            </section>
            <section class="program__section no-print">
                <h2>{ "What you found out" }</h2>
                <p class="prose">
                    { "Programs change their rules. What you enter here stays on this device, overrides what we read, and is marked as your own entry." }
                </p>
                <OwnEntries id={program.id} entry={subject.entry()} />
                <ExplorerFigures id={program.id} entry={subject.entry()} {update} />
                { note(&state, dispatch, program.id) }
            </section>
        </article>
    }
}

fn note(state: &State, dispatch: Callback<Action>, id: ProgramId) -> Html {
    let note = state.work.notes.get(&id);
    TextBox {
        id: "program-note".into(),
        label: "Your note".into(),
        hint: Some("For you alone. It goes into your saved file and the CSV.".into()),
        value: note.cloned().unwrap_or_default().into(),
        most: TEXT,
        on_type: dispatch.reform(move |text| Action::Note(id, text)),
        ..TextBox::default()
    }
    .view()
}

fn head(subject: &Subject<'_>, state: &State, controls: &Controls) -> Html {
    let program = subject.program();
    let id = program.id;
    let listed = state.work.lists.programs().contains_key(&id);
    let (pinned, hidden) = (
        state.work.pinned.contains(&id),
        state.work.hidden.contains(&id),
    );
    let compared = state.browse.compare.contains(&id);
    html! {
        <header class="program__head">
            <p class="program__back no-print">{ link(&Route::Programs, "", "\u{2190} Your programs") }</p>
            { page_title(&program.name) }
            <p class="lead">{ format!("{} in {}, {}", subject.specialty(), program.city, program.state.label()) }</p>
            <p class="muted">
                if let Some(institution) = &program.institution { { format!("Sponsor: {institution}. ") } }
                { format!("ACGME id {id}.") }
            </p>
            { for subject.notes().map(|(file, note)| html! {
                <p key={file.name.to_string()} class="small embed__note">{ format!("{} says: {note}", file.name) }</p>
            }) }
            <div class="cluster no-print">
                <button type="button" class="button button--quiet" onclick={controls.list.reform(move |_| id)}>
                    { if listed { "Take off my list" } else { "Add to my list" } }
                </button>
                <button type="button" class="button button--quiet" aria-pressed={pinned.to_string()}
                    onclick={controls.pin.reform(move |_| id)}>{ if pinned { "Pinned" } else { "Pin" } }</button>
                <button type="button" class="button button--quiet" aria-pressed={hidden.to_string()}
                    onclick={controls.hide.reform(move |_| id)}>{ if hidden { "Hidden" } else { "Hide" } }</button>
                <button type="button" class="button button--quiet" aria-pressed={compared.to_string()}
                    onclick={controls.compare.reform(move |_| id)}>{ if compared { "In comparison" } else { "Compare" } }</button>
            </div>
        </header>
    }
}

/// How the specialty is entered, where it is not the Main Match.
fn route_note(subject: &Subject<'_>) -> Html {
    let specialty = subject.catalog().specialty(subject.program().specialty());
    match specialty.filter(|specialty| !specialty.route_note.is_empty()) {
        Some(specialty) => Notice::default()
            .titled(specialty.route.label())
            .view(html! { <p>{ &*specialty.route_note }</p> }),
        None => html! {},
    }
}

/// The chance in three sentences and two pictures; how it is made stands behind a door.
fn chance_section(
    subject: &Subject<'_>,
    explanation: &Explanation,
    standing: &Standing,
    of: (Option<&Placed>, Option<Band>, &Applicant),
) -> Html {
    if let Some(gate) = explanation
        .gates
        .iter()
        .find(|gate| gate.state == GateState::Shut)
    {
        return html! {
            <section class="program__section">
                <h2>{ "Your chance" }</h2>
                { Notice::new(NoticeKind::Warning).titled("It does not consider you").view(html! {
                    <p>{ format!("{} While that stands, there is no chance here to speak of.", subject.reason(gate.reason)) }</p>
                }) }
            </section>
        };
    }
    let (placed, sent, applicant) = of;
    html! {
        <section class="program__section">
            <h2>{ "Your chance" }</h2>
            if let Ok(chance) = &explanation.chance { { short(subject, chance, standing, (placed, sent, applicant.kind)) } }
            { chance::block(explanation, standing) }
            if let Ok(parts) = &explanation.chance {
                <details class="disclosure">
                    <summary>{ "How this chance is made" }</summary>
                    { chance::waterfall(parts) }
                    { chance::value_card(explanation, parts) }
                    <details class="disclosure">
                        <summary>{ "The formula with your numbers" }</summary>
                        { chance::formula(parts, &explanation.worth) }
                    </details>
                </details>
            }
            if let Some((kind, score)) = applicant.kind.zip(applicant.step2.score) {
                <details class="disclosure">
                    <summary>{ format!("Where your Step 2 CK of {} stands", score.value()) }</summary>
                    <PublishedScores specialty={subject.program().specialty()} {kind} {score} />
                </details>
            }
        </section>
    }
}

fn change_section(subject: &Subject<'_>, explanation: &Explanation, others: &[WhatIf]) -> Html {
    let now = explanation.chance.as_ref().ok().map(|c| c.p_interview.mid);
    html! {
        <section class="program__section">
            <h2>{ "What would change your chance" }</h2>
            { changes::list(subject, &explanation.changes, now) }
            <details class="disclosure">
                <summary>{ "Applicants who differ from you in one thing" }</summary>
                { changes::others(others, now) }
            </details>
        </section>
    }
}
