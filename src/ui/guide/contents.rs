//! The table of contents, with what a profile lacks at its head.

use yew::prelude::*;

use crate::engine::applicant::Applicant;
use crate::engine::vocabulary::VisaNeed;
use crate::interchange::guide::{ArticleEntry, GuideIndex};
use crate::ui::link::link;
use crate::ui::route::{Route, Slug};

/// Articles that are shown for the visitor's own gaps.
const FOR_YOU: usize = 4;

/// The articles by part, and first those that the visitor's own answers call for.
pub(super) fn contents(index: &GuideIndex, applicant: &Applicant) -> Html {
    let mut sections: Vec<&str> = index.articles.iter().map(|entry| &*entry.section).collect();
    sections.dedup();
    let gaps = gaps(applicant);
    let wanted = index.articles.iter();
    let for_you: Vec<&ArticleEntry> = wanted
        .filter(|entry| entry.gaps.iter().any(|gap| gaps.contains(&gap.as_str())))
        .take(FOR_YOU)
        .collect();
    html! {
        <>
            if !for_you.is_empty() {
                <section class="stack" aria-labelledby="guide-for-you">
                    <h2 id="guide-for-you">{ "For you, by your answers" }</h2>
                    { list(for_you.into_iter()) }
                </section>
            }
            { for sections.iter().enumerate().map(|(place, section)| {
                let id = format!("guide-{place}");
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

fn list<'a>(entries: impl Iterator<Item = &'a ArticleEntry>) -> Html {
    html! {
        <ul class="article__list">
            { for entries.filter_map(|entry| {
                let slug = Slug::parse(&entry.slug)?;
                Some(html! {
                    <li key={entry.slug.clone()}>
                        { link(&Route::Article { slug }, "", &entry.title) }
                        <span class="muted small">{ format!(" {} min", entry.minutes) }</span>
                        <p class="muted">{ &entry.summary }</p>
                    </li>
                })
            }) }
        </ul>
    }
}

/// What the answers lack or ask for, by the codes that articles use.
fn gaps(applicant: &Applicant) -> Vec<&'static str> {
    let is_img = applicant.kind.is_some_and(|kind| kind.is_img());
    let mut gaps = Vec::new();
    if is_img && applicant.hands_on_months() == Some(0) {
        gaps.push("usce");
    }
    if applicant.visa.is_some_and(|visa| visa != VisaNeed::None) {
        gaps.push("visa");
    }
    if is_img && applicant.kind.is_some() && applicant.step2.score.is_none() {
        gaps.push("step2");
    }
    gaps
}
