//! Interview practice: one question at a time, a clock, drafts, a recording that stays here.

mod clock;
mod recording;
mod stories;

use std::rc::Rc;

use yew::prelude::*;

use self::clock::Clock;
use self::recording::Recorder;
use crate::browser::page;
use crate::kit::{Select, progress};
use crate::store::{World, use_world};
use state::content::tools::{Question, ToolBook};
use state::notebook::Key;
use state::tools::practice::{Flag, QuestionKind, flags, questions};

/// Properties of [`Practice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct PracticeProps {
    /// What the tools say.
    pub(super) book: Rc<ToolBook>,
}

/// The parts of a story, in their order: name of the box, label.
const STAR: [(&str, &str); 4] = [
    ("situation", "Situation: where and when, in a sentence"),
    ("task", "Task: what was yours to do"),
    ("action", "Action: what you did, step by step"),
    ("result", "Result: what came of it, and what you learned"),
];
/// The box of an answer that is no story.
const DRAFT: (&str, &str) = ("draft", "Your draft, in words that you would say");

/// The question on show and all that belongs to it.
#[component]
pub(super) fn Practice(props: &PracticeProps) -> Html {
    let world = use_world();
    let kind = use_state_eq(|| None::<QuestionKind>);
    let index = use_state_eq(|| 0_usize);
    let flags = flags(world.derived.applicant(), world.state.today);
    let found = questions(&props.book.questions, *kind, &flags);
    let at = (*index).min(found.len().saturating_sub(1));
    let choose = {
        let (kind, index) = (kind.clone(), index.clone());
        Callback::from(move |chosen: Option<usize>| {
            kind.set(chosen.and_then(|at| QuestionKind::ALL.get(at)).copied());
            index.set(0);
        })
    };
    let step = |to: usize| {
        let index = index.clone();
        Callback::from(move |_: MouseEvent| index.set(to))
    };
    // The button that was pressed has gone with its question.
    let on_show = found.get(at).map(|(question, _)| question.id.clone());
    let is_first = use_mut_ref(|| true);
    use_effect_with(on_show, move |_| {
        if !std::mem::replace(&mut *is_first.borrow_mut(), false) {
            page::focus("practice-question");
        }
    });
    let notebook = &world.state.work.notebook;
    let done = props
        .book
        .questions
        .iter()
        .filter(|q| notebook.is_ticked(&done_key(q)))
        .count();
    let Some((question, flag)) = found.get(at).copied() else {
        return html! {};
    };
    let (last, count) = (found.len() - 1, found.len());
    html! {
        <>
            { progress("Questions answered aloud", done, props.book.questions.len()) }
            { raised(&flags) }
            { kinds(*kind, choose) }
            <section class="stack tool__part" aria-labelledby="practice-question" key={question.id.clone()}>
                <p class="muted small">{ format!("Question {} of {count}", at + 1) }{ because(flag) }</p>
                <h2 id="practice-question" tabindex="-1">{ &question.text }</h2>
                <Clock />
                <Recorder />
                <details class="disclosure">
                    <summary>{ "What is behind it" }</summary>
                    <p>{ &question.hint }</p>
                </details>
                { drafts(&world, question) }
                { world.tick(done_key(question), html! { "I have answered this aloud" }) }
                <p class="cluster">
                    <button type="button" class="button button--quiet" disabled={at == 0} onclick={step(at.saturating_sub(1))}>{ "Previous" }</button>
                    <button type="button" class="button" disabled={at >= last} onclick={step(at + 1)}>{ "Next question" }</button>
                </p>
            </section>
            { stories::bank(&world, &props.book.questions) }
        </>
    }
}

fn done_key(question: &Question) -> Key {
    Key::of(&["practice", &question.id])
}

fn draft_key(question: &Question, part: &str) -> Key {
    Key::of(&["practice", &question.id, part])
}

/// The boxes of an answer.
fn parts(question: &Question) -> &'static [(&'static str, &'static str)] {
    const STORY: &[(&str, &str)] = &STAR;
    const PLAIN: &[(&str, &str)] = &[DRAFT];
    if question.kind == QuestionKind::Behavioural.code() {
        STORY
    } else {
        PLAIN
    }
}

fn drafts(world: &World, question: &Question) -> Html {
    let parts = parts(question);
    let rows = if parts.len() > 1 { 2 } else { 5 };
    html! {
        <div class="stack">
            { for parts.iter().map(|(part, label)| world.lines(&draft_key(question, part), label, rows).view()) }
        </div>
    }
}

fn because(flag: Option<Flag>) -> String {
    flag.map_or_else(String::new, |flag| {
        format!(", likely for you: {}", flag.label())
    })
}

/// What in the profile brings questions up.
fn raised(flags: &[Flag]) -> Html {
    if flags.is_empty() {
        return html! { <p>{ "Nothing in your profile raises a doubt so far. The more you answer there, the better this room knows what you will be asked." }</p> };
    }
    let words: Vec<&str> = flags.iter().map(|flag| flag.label()).collect();
    html! { <p>{ format!("Your profile makes these likely, so their questions come first: {}.", words.join("; ")) }</p> }
}

fn kinds(chosen: Option<QuestionKind>, on_choose: Callback<Option<usize>>) -> Html {
    let select = Select {
        id: "practice-kind".into(),
        label: "Kind of question".into(),
        empty: Some("All kinds"),
        options: QuestionKind::ALL
            .iter()
            .map(|kind| kind.label().into())
            .collect(),
        chosen: QuestionKind::ALL
            .iter()
            .position(|kind| Some(*kind) == chosen),
        on_choose,
        ..Select::default()
    };
    select.view()
}
