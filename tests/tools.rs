//! Every tool of the guide, rendered without a browser on the real data, and what the guide's pages
//! lead to.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod screen;

use std::collections::BTreeSet;
use std::rc::Rc;

use engine::calendar::Stage;
use engine::program::ProgramId;
use guide::page::{self as pages, Reference};
use guide::{Guide, passages};
use smart_pick::loading::file;
use smart_pick::rooms::glossary_terms;
use smart_pick::routing::route::Route;
use state::content::tools::Tool;
use state::notebook::{Contact, EntryKind, Impression, JournalEntry, Key};
use state::questions::STAGE;
use state::{Action, ListEdit, NotebookEdit, State};

use self::screen::{html, page, ready, three_answers};

fn guide() -> Guide {
    Guide::read(&data::folder().join("guide")).unwrap()
}

/// A tool's page, the tool book at hand.
fn tool(tool: Tool, state: State) -> html::Page {
    file::keep(Rc::new(guide().tools));
    let address: &'static str = Box::leak(tool.path().into_boxed_str());
    let page = page(address, state);
    assert_eq!(page.faults(), Vec::<String>::new(), "{tool:?}");
    page
}

/// Somebody with a list, a notebook and a season to prepare for.
fn with_work() -> State {
    let mut state = three_answers();
    state.apply(Action::Answer(STAGE.answer(Some(Stage::Preparing))));
    let program = ProgramId::parse("1400500001").unwrap();
    let listed = state
        .pack
        .ready()
        .and_then(|loaded| {
            loaded
                .catalog
                .programs()
                .iter()
                .find(|p| p.id.specialty() == program.specialty())
                .map(|p| p.id)
        })
        .unwrap();
    state.apply(Action::List(ListEdit::Add(listed)));
    let key = |text| Key::parse(text).unwrap();
    let entry = JournalEntry {
        day: "2026-10-02".into(),
        kind: EntryKind::Interview,
        text: "Two residents laughed together.".into(),
        witness: "The program director".into(),
        program: Some(listed),
        impression: Some(Impression::Good),
        ..JournalEntry::default()
    };
    let contact = Contact {
        name: "A resident".into(),
        next_day: "2026-09-01".into(),
        ..Contact::default()
    };
    for edit in [
        NotebookEdit::Type(key("costs/living"), "2400".into()),
        NotebookEdit::Type(key("costs/scholarship"), "1000".into()),
        NotebookEdit::Tick(key("costs/step1"), true),
        NotebookEdit::Type(key("practice/conflict/situation"), "On nights.".into()),
        NotebookEdit::Tick(key("check/step-1-research/kind"), true),
        NotebookEdit::Write(0, entry),
        NotebookEdit::Meet(0, contact),
    ] {
        state.apply(Action::Notebook(edit));
    }
    state
}

#[test]
fn every_tool_draws_with_nothing_and_with_everything() {
    for each in Tool::ALL {
        for state in [ready(), three_answers(), with_work()] {
            let words = tool(*each, state).words();
            assert!(words.contains(each.label()), "{each:?}");
        }
    }
}

#[test]
fn the_chooser_says_what_is_open() {
    let mut state = three_answers();
    for (name, said) in [("status", "graduate"), ("stay", "visitor")] {
        let key = Key::of(&["experience", name]);
        state.apply(Action::Notebook(NotebookEdit::Type(key, said.into())));
    }
    html::check_words("tool_experience", &tool(Tool::Experience, state));
}

#[test]
fn the_planner_adds_up_what_is_known() {
    html::check_words("tool_costs", &tool(Tool::Costs, with_work()));
}

#[test]
fn the_timeline_counts_from_today() {
    html::check_words("tool_timeline", &tool(Tool::Timeline, with_work()));
}

#[test]
fn the_journal_gives_to_letters_and_to_the_rank_list() {
    let words = tool(Tool::Journal, with_work()).words();
    assert!(words.contains("For letters") && words.contains("The program director"));
    assert!(words.contains("For your rank order list"));
}

#[test]
fn questions_have_answers_of_the_visitors_own() {
    file::keep(Rc::new(guide().tools));
    let page = page("/guide/faq", with_work());
    assert_eq!(page.faults(), Vec::<String>::new());
    assert!(page.words().contains("For you: you typed 245"));
}

#[test]
fn every_word_that_is_explained_stands_in_the_glossary() {
    let glossary = guide().glossary;
    for name in glossary_terms::names() {
        assert!(glossary.find(name).is_some(), "{name}");
    }
}

/// Addresses and ids of everything that the build writes.
#[test]
fn every_link_of_the_guide_leads_somewhere() {
    let guide = guide();
    let mut written: Vec<(String, String)> = guide
        .articles
        .iter()
        .map(|article| (article.slug.clone(), pages::article(&guide, article)))
        .collect();
    written.extend(Reference::ALL.map(|page| (page.slug().to_owned(), page.page(&guide))));
    let contents = pages::contents_page(&guide);
    let anchors: BTreeSet<String> = written
        .iter()
        .flat_map(|(slug, html)| values(html, "id").map(move |id| format!("/guide/{slug}#{id}")))
        .collect();
    let books = serde_json::to_string(&(&guide.tools, &guide.glossary))
        .unwrap()
        .replace("\\\"", "\"");
    let mut links: Vec<String> = written
        .iter()
        .flat_map(|(_, html)| values(html, "href"))
        .map(str::to_owned)
        .collect();
    links.extend(values(&contents, "href").map(str::to_owned));
    links.extend(values(&books, "href").map(str::to_owned));
    links.extend(passages(&guide).all.into_iter().map(|passage| passage.href));
    assert!(links.len() > 1_000, "{}", links.len());
    for link in links {
        if let Some(rest) = link
            .strip_prefix("https://")
            .or_else(|| link.strip_prefix("http://"))
        {
            assert!(rest.contains('.'), "{link}");
            continue;
        }
        let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
        assert_ne!(Route::of_path(path), Route::NotFound, "{link}");
        if let Some(slug) = path.strip_prefix("/guide/") {
            assert!(written.iter().any(|(known, _)| known == slug), "{link}");
            assert!(anchor.is_empty() || anchors.contains(&link), "{link}");
        }
    }
}

/// The values of an attribute in HTML of our own.
fn values<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let mark = format!(" {name}=\"");
    let pieces: Vec<&str> = html.split(mark.as_str()).skip(1).collect();
    pieces.into_iter().filter_map(|rest| rest.split('"').next())
}

#[test]
fn every_requirement_names_an_article_by_its_title() {
    let guide = guide();
    for (slug, title) in smart_pick::rooms::programs::articles() {
        let found = guide.articles.iter().find(|article| article.slug == slug);
        assert_eq!(
            found.map(|article| article.title.as_str()),
            Some(title),
            "{slug}"
        );
    }
}

/// What people ask in their own words, and a page that must be among the first that are found.
#[test]
fn the_search_takes_questions_as_they_are_meant() {
    let guide = guide();
    let passages = passages(&guide);
    let index = passages.index();
    for (question, page) in [
        ("how much does it cost", "/tools/costs"),
        ("what does the road cost", "/guide/money"),
        ("what visa do I need", "/guide/visas"),
        ("can I work on a J-1", "/guide/visas"),
        ("how do I get a letter of recommendation", "/guide/letters"),
        (
            "do I need US clinical experience",
            "/guide/why-experience-matters",
        ),
        ("how many signals do I have", "/guide/signals"),
        ("when is match day", "/tools/timeline"),
        ("what if I do not match", "/guide/soap-and-after"),
        (
            "how do I write a personal statement",
            "/guide/personal-statement-and-cv",
        ),
        (
            "which interview questions will they ask",
            "/guide/interviews",
        ),
        ("how long should my rank list be", "/guide/rank-list"),
    ] {
        let hits = index.passages(question);
        let mut pages: Vec<&str> = Vec::new();
        for (at, _) in &hits {
            let href = passages.all[*at].href.as_str();
            let found = href.split('#').next().unwrap_or(href);
            if !pages.contains(&found) {
                pages.push(found);
            }
        }
        let place = pages.iter().position(|found| *found == page);
        assert!(
            place.is_some_and(|place| place < 6),
            "{question:?}: {pages:?}"
        );
    }
}
