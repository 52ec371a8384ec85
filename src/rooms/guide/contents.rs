//! The table of contents, with what a profile lacks at its head.

use yew::prelude::*;

use crate::routing::link::link;
use crate::routing::route::{Route, Slug};
use state::content::guide::{ArticleEntry, Gap, GuideIndex};
use state::content::tools::Tool;

/// Articles that are shown for the visitor's own gaps.
const FOR_YOU: usize = 4;

/// The articles by part, and first those that the visitor's own answers call for.
pub(super) fn contents(index: &GuideIndex, gaps: &[Gap]) -> Html {
    let mut sections: Vec<&str> = index.articles.iter().map(|entry| &*entry.section).collect();
    sections.dedup();
    html! {
        <>
            { for_you(index, gaps, "") }
            { tools() }
            { for sections.iter().enumerate().map(|(at, section)| {
                let id = format!("guide-{at}");
                html! {
                    <section class="stack" key={*section} aria-labelledby={id.clone()}>
                        <h2 {id}>{ *section }</h2>
                        { list(index.articles.iter().filter(|entry| entry.section == **section)) }
                    </section>
                }
            }) }
        </>
    }
}

/// The articles that the visitor's own answers call for, but the one on show.
pub(super) fn for_you(index: &GuideIndex, gaps: &[Gap], on_show: &str) -> Html {
    let wanted = index.articles.iter();
    let for_you: Vec<&ArticleEntry> = wanted
        .filter(|entry| {
            entry
                .gaps
                .iter()
                .any(|code| Gap::from_code(code).is_some_and(|gap| gaps.contains(&gap)))
        })
        .filter(|entry| entry.slug != on_show)
        .take(FOR_YOU)
        .collect();
    if for_you.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack no-print" aria-labelledby="guide-for-you">
            <h2 id="guide-for-you">{ "For you, by your answers" }</h2>
            { list(for_you.into_iter()) }
        </section>
    }
}

/// The tools, each with what it does.
fn tools() -> Html {
    html! {
        <section class="stack" aria-labelledby="guide-tools">
            <h2 id="guide-tools">{ "Tools" }</h2>
            <ul class="article__list article__list--pairs">
                { for Tool::ALL.iter().map(|tool| html! {
                    <li key={tool.code()}>
                        { link(&Route::Tool { tool: *tool }, "", tool.label()) }
                        <p class="muted">{ tool.about() }</p>
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn list<'a>(entries: impl Iterator<Item = &'a ArticleEntry>) -> Html {
    html! {
        <ul class="article__list">
            { for entries.filter_map(|entry| {
                let slug = Slug::parse(&entry.slug)?;
                Some(html! {
                    <li key={entry.slug.clone()}>
                        { link(&Route::Article { slug }, "", &entry.title) }
                        if entry.minutes > 0 {
                            <span class="muted small">{ format!(" {} min", entry.minutes) }</span>
                        }
                        <p class="muted">{ &entry.summary }</p>
                    </li>
                })
            }) }
        </ul>
    }
}
