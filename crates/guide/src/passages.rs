//! What the search over the guide knows: a passage for each part of an article, each term, each
//! question and each tool.

use std::collections::BTreeSet;

use super::page::Reference;
use super::{Article, Guide};
use state::content::fragment::plain;
use state::content::guide::{Passage, PassageGroup, Passages};
use state::content::tools::Tool;

/// Pages of the app that are found by name.
const PAGES: [(&str, &str, &str); 7] = [
    (
        "Your programs",
        "/programs",
        "ranking list filter specialty states chance",
    ),
    (
        "My list",
        "/list",
        "applications signals budget cost portfolio",
    ),
    (
        "Profile",
        "/profile",
        "scores visa graduation experience letters",
    ),
    ("Preferences", "/preferences", "states setting size weights"),
    ("How the number is made", "/trust", "method model formula"),
    (
        "How accurate it is",
        "/trust/accuracy",
        "backtest calibration error",
    ),
    ("Data sources", "/trust/sources", "data origin terms"),
];

/// Every passage of the guide, the pages of the app first.
#[must_use]
pub fn passages(guide: &Guide) -> Passages {
    let mut all: Vec<Passage> = PAGES
        .iter()
        .map(|(title, href, words)| passage(PassageGroup::Pages, title, "", href, words))
        .collect();
    for tool in Tool::ALL {
        let group = PassageGroup::Tools;
        let words = format!("{} {}", tool.about(), asked_of(*tool));
        all.push(passage(group, tool.label(), "", &tool.path(), &words));
    }
    for article in &guide.articles {
        all.extend(of_article(article));
    }
    for page in Reference::ALL {
        let href = format!("/guide/{}", page.slug());
        all.push(passage(
            PassageGroup::Guide,
            page.title(),
            "",
            &href,
            page.about(),
        ));
    }
    for faq in &guide.tools.faq {
        let href = format!("/guide/faq#{}", faq.id);
        let group = PassageGroup::Questions;
        all.push(passage(group, &faq.question, "", &href, &plain(&faq.html)));
    }
    for term in &guide.glossary.terms {
        let href = format!("/guide/glossary#{}", term.id);
        let also = term.also.join(", ");
        let group = PassageGroup::Glossary;
        all.push(passage(group, &term.term, &also, &href, &plain(&term.html)));
    }
    Passages { all }
}

/// What people look for who want a tool, beside what it says of itself.
fn asked_of(tool: Tool) -> &'static str {
    match tool {
        Tool::Timeline => "dates deadlines match day rank list eras opens season calendar",
        Tool::Costs => "fees price money budget pay spend",
        Tool::Experience => "observership externship elective usce",
        Tool::Checklists => "documents ready steps",
        Tool::Contacts => "networking letter writers attendings email",
        Tool::Pack => "documents upload eras photo transcript mspe",
        Tool::Scenes => "rounds presentation patient english",
        Tool::Practice => "mock interview questions record camera",
        Tool::Journal => "log cases diary impressions",
    }
}

/// An article as a whole, then each of its parts.
fn of_article(article: &Article) -> Vec<Passage> {
    let href = format!("/guide/{}", article.slug);
    let (intro, parts) = article.body.parts();
    let words = [&article.summary, intro, &article.questions.join(" ")]
        .map(|s| s.to_owned())
        .join(" ");
    let mut all = vec![passage(
        PassageGroup::Guide,
        &article.title,
        "",
        &href,
        &words,
    )];
    for (heading, text) in parts {
        let href = format!("{href}#{}", heading.id);
        all.push(passage(
            PassageGroup::Guide,
            &article.title,
            &heading.text,
            &href,
            text,
        ));
    }
    all
}

fn passage(group: PassageGroup, title: &str, part: &str, href: &str, text: &str) -> Passage {
    let known: BTreeSet<String> = words(title).chain(words(part)).collect();
    let mut distinct: Vec<String> = Vec::new();
    for word in words(text) {
        if !known.contains(&word) && !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    Passage {
        group,
        title: title.to_owned(),
        part: part.to_owned(),
        href: href.to_owned(),
        words: distinct.join(" "),
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| word.len() > 1)
        .map(str::to_lowercase)
}
