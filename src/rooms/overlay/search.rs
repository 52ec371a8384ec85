//! The search over programs, the guide, its tools and terms, as one types.

use std::rc::Rc;

use yew::prelude::*;

use crate::kit::{Dialog, TextInput, Width, move_focus, pressed_on};
use crate::loading::file::{Arrival, use_file};
use crate::loading::fragment::Failed;
use crate::rooms::words;
use crate::routing::link::anchor;
use crate::routing::location::Location;
use crate::routing::route::Route;
use engine::ordering;
use engine::program::SpecialtyCode;
use engine::search::{Hit, SearchIndex};
use state::content::guide::{Passage, PassageGroup, Passages};
use state::{Load, Loaded};

/// Most results of a group.
const MOST: usize = 5;

/// Properties of [`Search`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct SearchProps {
    /// Whether it is open.
    pub(super) open: bool,
    /// The programs, once they are here.
    pub(super) pack: Load<Rc<Loaded>>,
    /// The specialties that the visitor has chosen.
    pub(super) chosen: Rc<[SpecialtyCode]>,
    /// Closes it.
    pub(super) on_close: Callback<()>,
}

/// The box and what it found.
#[component]
pub(super) fn Search(props: &SearchProps) -> Html {
    let query = use_state_eq(String::new);
    {
        // Opened again, it begins anew.
        let query = query.setter();
        use_effect_with(props.open, move |_| query.set(String::new()));
    }
    let (passages, again) = use_file::<Passages>(true);
    let loaded = props.pack.ready().cloned();
    let here = match &passages {
        Arrival::Here(passages) => Some(passages.clone()),
        Arrival::Coming | Arrival::Absent(_) => None,
    };
    let guide = use_memo(here.clone(), |passages| {
        passages.as_ref().map(|passages| passages.index())
    });
    let programs = loaded
        .as_ref()
        .map(|loaded| found_programs(loaded, &query, &props.chosen))
        .unwrap_or_default();
    let passages_found = match (&*guide, &here) {
        (Some(index), Some(passages)) => found_passages(index, passages, &query),
        _ => Found::default(),
    };
    // Programs first, unless the guide says what was typed and their names only begin like it.
    let mut groups = programs.groups;
    if passages_found.best < programs.best {
        groups.splice(0..0, passages_found.groups);
    } else {
        groups.extend(passages_found.groups);
    }
    groups.retain(|(_, lines)| !lines.is_empty());
    let count: usize = groups.iter().map(|(_, lines)| lines.len()).sum();
    let first = groups
        .first()
        .and_then(|(_, lines)| lines.first())
        .map(|line| line.location.clone());
    let said = match (SearchIndex::says_something(&query), count) {
        (false, _) => "Type a program, a city, a term or a question.".to_owned(),
        (true, 0) => "Nothing found. Try fewer words, or another spelling.".to_owned(),
        (true, count) => format!(
            "{}. Arrow keys move through them.",
            words::counted(count, "result", "results")
        ),
    };
    let on_type = {
        let query = query.clone();
        Callback::from(move |typed: String| query.set(typed))
    };
    let input = TextInput {
        id: "search-box".into(),
        label: "Search programs and guide".into(),
        value: (*query).clone().into(),
        width: Width::Full,
        on_type,
        ..TextInput::default()
    };
    let on_key = keys(first, props.on_close.clone());
    let close = props.on_close.reform(|_: MouseEvent| ());
    html! {
        <Dialog id="search-title" title="Search" open={props.open} on_close={props.on_close.clone()}>
            <div class="search" onkeydown={on_key}>
                { input.view() }
                <p class="muted small" role="status">{ said }</p>
                if let Arrival::Absent(detail) = passages {
                    <Failed {detail} {again} />
                }
                <div class="search__results" onclick={close.clone()}>
                    { for groups.into_iter().map(|(name, lines)| group(name, lines)) }
                </div>
                <p><button type="button" class="button button--quiet" onclick={close}>{ "Close" }</button></p>
            </div>
        </Dialog>
    }
}

/// One result.
struct Line {
    location: Location,
    title: String,
    detail: String,
}

/// What one index found: groups of lines, and the rank of the best.
struct Found {
    best: u16,
    groups: Vec<(&'static str, Vec<Line>)>,
}

impl Default for Found {
    fn default() -> Self {
        Found {
            best: u16::MAX,
            groups: Vec::new(),
        }
    }
}

/// Of programs that fit alike those of the visitor's own specialties come first.
fn found_programs(loaded: &Loaded, query: &str, chosen: &[SpecialtyCode]) -> Found {
    let catalog = &loaded.catalog;
    loaded.search.forgive();
    let mut hits = loaded.search.search(catalog, query, |_| true).hits;
    let is_elsewhere = |hit: &Hit| {
        let code = catalog.get(hit.program).map(|program| program.specialty());
        !code.is_some_and(|code| chosen.contains(&code))
    };
    ordering::sort_by_key(&mut hits, |hit| (hit.rank, is_elsewhere(hit), hit.program));
    let best = hits.first().map_or(u16::MAX, |hit| hit.rank);
    let programs = hits.iter().filter_map(|hit| catalog.get(hit.program));
    let lines = programs
        .take(MOST)
        .map(|program| Line {
            location: Location::to(Route::Program { id: program.id }),
            title: program.name.to_string(),
            detail: format!(
                "{}, {}, {}",
                catalog.specialty_name(program.specialty()),
                program.city,
                program.state.label()
            ),
        })
        .collect();
    Found {
        best,
        groups: vec![("Programs", lines)],
    }
}

fn found_passages(index: &SearchIndex, passages: &Passages, query: &str) -> Found {
    let hits = index.passages(query);
    let best = hits.first().map_or(u16::MAX, |(_, rank)| *rank);
    let found: Vec<&Passage> = hits
        .into_iter()
        .filter_map(|(at, _)| passages.all.get(at))
        .collect();
    let of_group = |group: PassageGroup| {
        // One line a page: the part of it that fits best.
        let mut pages: Vec<&Passage> = Vec::new();
        for passage in found.iter().filter(|passage| passage.group == group) {
            if !pages.iter().any(|page| page.title == passage.title) {
                pages.push(passage);
            }
        }
        let lines = pages.into_iter().take(MOST).filter_map(|passage| {
            Some(Line {
                location: Location::of_site(&passage.href)?,
                title: passage.title.clone(),
                detail: passage.part.clone(),
            })
        });
        (group.label(), lines.collect())
    };
    Found {
        best,
        groups: PassageGroup::ALL.into_iter().map(of_group).collect(),
    }
}

fn group(name: &'static str, lines: Vec<Line>) -> Html {
    let id = format!("search-{}", name.to_ascii_lowercase());
    html! {
        <section key={name} aria-labelledby={id.clone()}>
            <h3 {id} class="search__group">{ name }</h3>
            <ul class="search__lines" role="list">
                { for lines.into_iter().enumerate().map(|(at, line)| html! {
                    <li key={at}>{ anchor(&line.location, "search__line", html! {
                        <><span>{ line.title }</span><span class="muted small">{ line.detail }</span></>
                    }) }</li>
                }) }
            </ul>
        </section>
    }
}

/// Arrows move through the results, round the end; Enter in the box goes to the first.
fn keys(first: Option<Location>, close: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" && pressed_on(&event) == "search-box" {
            event.prevent_default();
            if let Some(location) = first.clone() {
                close.emit(());
                location.go();
            }
        }
        move_focus(&event, ".search", "#search-box, .search__line");
    })
}
