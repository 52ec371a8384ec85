//! An article as a page: what stands round its text.

use maud::{Markup, PreEscaped, html};

use super::fact::{Confidence, Kind};
use super::related::related;
use super::words::{escaped, whole_names};
use super::{Article, Guide};
use state::content::tools::Tool;
use state::questions::days::day_words;

/// What the guide is called.
pub const TITLE: &str = "Guide";
/// What it is about, in a sentence.
pub const ABOUT: &str = "US clinical experience, certification, visas, the application, interviews and the Match, explained plainly for international medical graduates, with sources and dates.";

/// The table of contents as a page.
#[must_use]
pub fn contents_page(guide: &Guide) -> String {
    let mut sections: Vec<_> = guide
        .articles
        .iter()
        .map(|article| article.section)
        .collect();
    sections.dedup();
    let content = html! {
        header.stack { h1.page-title { (TITLE) } p.lead { (ABOUT) } }
        @for section in sections {
            section.stack {
                h2 { (section.label()) }
                ul.article__list {
                    @for article in guide.articles.iter().filter(|article| article.section == section) {
                        li { a href={"/guide/" (article.slug)} { (article.title) } p.muted { (article.summary) } }
                    }
                }
            }
        }
        section.stack {
            h2 { (LOOK_UP) }
            ul.article__list {
                @for page in Reference::ALL {
                    li { a href={"/guide/" (page.slug())} { (page.title()) } p.muted { (page.about()) } }
                }
            }
        }
        section.stack {
            h2 { "Tools" }
            ul.article__list {
                @for tool in Tool::ALL { li { a href=(tool.path()) { (tool.label()) } p.muted { (tool.about()) } } }
            }
        }
    };
    content.into_string()
}

/// The pages that are made of files of `tools/` rather than of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// Questions that people ask.
    Faq,
    /// The terms of the field.
    Glossary,
}

impl Reference {
    /// Both, in the order of the contents.
    pub const ALL: [Reference; 2] = [Reference::Faq, Reference::Glossary];

    /// Its place in addresses.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Reference::Faq => "faq",
            Reference::Glossary => "glossary",
        }
    }

    /// Title.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Reference::Faq => "Questions that applicants ask",
            Reference::Glossary => "Glossary of the residency Match",
        }
    }

    /// What it holds, in a sentence.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Reference::Faq => {
                "Short answers to what international medical graduates ask first, with sources, and in the app with your own figures beside them."
            }
            Reference::Glossary => {
                "The terms of the residency application and the Match in plain words, from ACGME to year of graduation, each with the article that says more."
            }
        }
    }

    /// The content of its page, from its title on.
    #[must_use]
    pub fn page(self, guide: &Guide) -> String {
        let body = match self {
            Reference::Faq => faq(guide),
            Reference::Glossary => glossary(guide),
        };
        let content = html! {
            header.stack.article__head {
                p.article__section { a href="/guide" { "Guide" } ": " (LOOK_UP) }
                h1 id="page-title" class="page-title" tabindex="-1" { (self.title()) }
                p.lead { (self.about()) }
            }
            (body)
        };
        content.into_string()
    }
}

/// The part of the contents with pages to look things up in.
pub const LOOK_UP: &str = "To look things up";

fn faq(guide: &Guide) -> Markup {
    html! {
        div.prose.article__text.faq-page {
            @for faq in &guide.tools.faq {
                h2 id=(faq.id) tabindex="-1" { (faq.question) }
                p { (PreEscaped(&faq.html)) }
            }
        }
    }
}

fn glossary(guide: &Guide) -> Markup {
    html! {
        dl.prose.article__text.glossary {
            @for term in &guide.glossary.terms {
                dt id=(term.id) tabindex="-1" { (term.term) @if !term.also.is_empty() { span.muted.small { " also: " (term.also.join(", ")) } } }
                dd {
                    (PreEscaped(&term.html))
                    @if let Some(article) = guide.article(&term.article) { " " a href={"/guide/" (article.slug)} { (article.title) } }
                }
            }
        }
    }
}

/// The content of an article's page, from its title on.
#[must_use]
pub fn article(guide: &Guide, article: &Article) -> String {
    let minutes = article.minutes();
    let read = if minutes == 1 {
        "1 minute".to_owned()
    } else {
        format!("{minutes} minutes")
    };
    let content = html! {
        header.stack.article__head {
            p.article__section { a href="/guide" { "Guide" } ": " (article.section.label()) }
            h1 id="page-title" class="page-title" tabindex="-1" { (in_a_line(&article.title)) }
            p.lead { (in_a_line(&article.summary)) }
            p.muted.small { (read) " to read. As of " (day_words(article.as_of)) "." }
        }
        (contents(article))
        div.prose.article__text { (PreEscaped(&article.body.html)) }
        (sources(guide, article))
        (onward(guide, article))
    };
    content.into_string()
}

/// Plain text with its names kept whole.
fn in_a_line(text: &str) -> PreEscaped<String> {
    PreEscaped(whole_names(&escaped(text)))
}

/// What the page answers, and its parts.
fn contents(article: &Article) -> Markup {
    html! {
        nav.article__contents aria-label="On this page" {
            ul { @for part in article.parts() { li { a href={"/guide/" (article.slug) "#" (part.id)} { (part.text) } } } }
        }
        details.disclosure.article__questions {
            summary { "What this page answers" }
            ul { @for question in &article.questions { li { (question) } } }
        }
    }
}

fn sources(guide: &Guide, article: &Article) -> Markup {
    let facts = article
        .body
        .sources
        .iter()
        .filter_map(|id| guide.facts.get(id));
    let listed: Vec<_> = facts
        .filter_map(|fact| Some((fact, guide.facts.source(fact)?)))
        .collect();
    html! {
        @if !listed.is_empty() {
            section.stack.article__sources aria-labelledby="sources" {
                h2 id="sources" { "Sources" }
                ol {
                    @for (index, (fact, source)) in (1..).zip(&listed) {
                        li id={"source-" (index)} tabindex="-1" {
                            @if let Some(url) = &source.url { a href=(url) rel="noreferrer" { (source.title) } } @else { (source.title) }
                            ". " (source.publisher)
                            @if let Some(year) = &source.year { ", " (year) }
                            @if let Some(by) = &source.quoted_by { ". As quoted by " (by) }
                            ". " span.muted { (standing(source.kind, fact.confidence)) " Speaks of: " (fact.as_of) "." }
                        }
                    }
                }
            }
        }
    }
}

fn standing(kind: Kind, confidence: Confidence) -> &'static str {
    match (kind, confidence) {
        (Kind::Official, _) => "Official.",
        (Kind::Derived, _) => "Worked out here.",
        (Kind::ThirdParty, Confidence::High) => "A third party; check the official page.",
        (Kind::ThirdParty, _) => "One third party; check the official page.",
    }
}

fn onward(guide: &Guide, article: &Article) -> Markup {
    let (before, after) = guide.beside(&article.slug);
    let related = related(guide, article);
    html! {
        nav.article__onward aria-label="More of the guide" {
            h2 { "Related" }
            ul { @for other in related { li { a href={"/guide/" (other.slug)} { (other.title) } } } }
            p.article__beside {
                @if let Some(before) = before { a rel="prev" href={"/guide/" (before.slug)} { "Before: " (before.title) } }
                @if let Some(after) = after { a rel="next" href={"/guide/" (after.slug)} { "Next: " (after.title) } }
            }
        }
    }
}
