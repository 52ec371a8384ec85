//! The story bank: every draft, to print or to save.

use yew::prelude::*;

use super::{draft_key, parts};
use crate::browser::print;
use crate::rooms::tools::save_button;
use crate::store::World;
use state::content::tools::Question;

/// A question with what was written for it: the box's label and the text.
type Story<'a> = (&'a Question, Vec<(&'static str, &'a str)>);

/// All drafts; nothing before there is one.
pub(super) fn bank(world: &World, questions: &[Question]) -> Html {
    let stories: Vec<Story<'_>> = questions
        .iter()
        .filter_map(|question| story(world, question))
        .collect();
    if stories.is_empty() {
        return html! {};
    }
    let text = text(&stories);
    html! {
        <section class="stack tool__part" aria-labelledby="practice-stories">
            <h2 id="practice-stories">{ "Your story bank" }</h2>
            <p class="cluster no-print">
                <button type="button" class="button button--quiet" onclick={Callback::from(|_: MouseEvent| print::print())}>{ "Print this page" }</button>
                { save_button("Save as text", "story-bank.md", "text/markdown", move || text.clone()) }
            </p>
            { for stories.iter().map(|(question, parts)| html! {
                <div key={question.id.clone()} class="story">
                    <h3>{ &question.text }</h3>
                    { for parts.iter().map(|(label, text)| html! {
                        <p key={*label}><strong>{ format!("{}. ", head(label)) }</strong>{ *text }</p>
                    }) }
                </div>
            }) }
        </section>
    }
}

fn story<'a>(world: &'a World, question: &'a Question) -> Option<Story<'a>> {
    let written: Vec<(&'static str, &str)> = parts(question)
        .iter()
        .map(|(part, label)| (*label, world.typed(&draft_key(question, part)).trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    (!written.is_empty()).then_some((question, written))
}

/// "Situation: where and when" is headed "Situation".
fn head(label: &str) -> &str {
    label.split([':', ',']).next().unwrap_or(label)
}

fn text(stories: &[Story<'_>]) -> String {
    let mut out = String::from("# Story bank\n");
    for (question, parts) in stories {
        out.push_str(&format!("\n## {}\n", question.text));
        for (label, text) in parts {
            out.push_str(&format!("\n**{}.** {text}\n", head(label)));
        }
    }
    out
}
