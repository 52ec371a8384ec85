//! One page for a mentor: the chance, where to apply first, signals, what to ask and what is missing, to
//! print or to send as text.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::print;
use crate::kit::{in_words, page_title, percent};
use crate::loading::pack::with_pack;
use crate::rooms::cells::signal_kind;
use crate::rooms::copying::copies;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::list::lever::Lever;
use engine::list::question;
use engine::portfolio::Level;
use state::lists::report::{Report, most_people};
use state::{ListEdit, Loaded, Work};

/// Questions that are told.
const QUESTIONS: usize = 5;
/// Programs that are named beside those with a signal.
const NAMED: usize = 15;

/// The page.
pub(crate) fn mentor_room(world: &World) -> Html {
    with_pack(world, &Route::Mentor, |loaded| {
        html! { <Mentor loaded={loaded.clone()} /> }
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct MentorProps {
    loaded: Rc<Loaded>,
}

#[component]
fn Mentor(props: &MentorProps) -> Html {
    let world = use_world();
    let said = use_state(|| AttrValue::from(""));
    let loaded = &props.loaded;
    // Once for the answers and the list, not for each word that is said below.
    let state = &world.state;
    let asked = (
        world.derived.clone(),
        state.work.clone(),
        state.best.clone(),
    );
    let report = use_memo(asked, |_| {
        let work = work_of(&world)?;
        let question = world.derived.question(loaded, &work.entries)?;
        Some(Report::of(&question, &world.derived.ranking, &work))
    });
    let Some(report) = &*report else {
        return html! {
            <div class="center stack">
                { page_title(Route::Mentor.title()) }
                <p class="lead">{ "Answer the questions first: then this page says your chance, where you apply and what is still open, for somebody who advises you." }</p>
                { link(&Route::Start, "button", "Answer four questions") }
            </div>
        };
    };
    let parts = parts(&world, loaded, report);
    let copy = copies(
        as_text(&parts),
        said.setter(),
        "The page is on the clipboard.",
        "",
    );
    html! {
        <div class="stack mentor">
            { page_title(Route::Mentor.title()) }
            <div class="cluster no-print">
                <button type="button" class="button" onclick={Callback::from(|_: MouseEvent| print::print())}>{ "Print" }</button>
                <button type="button" class="button button--quiet" onclick={copy}>{ "Copy as text" }</button>
                { link(&Route::MyList, "", "Back to my list") }
            </div>
            <p role="status" class="muted small no-print">{ &*said }</p>
            { for parts.iter().map(|part| html! {
                <section class="mentor__part" key={part.title}>
                    <h2>{ part.title }</h2>
                    if part.lines.len() == 1 {
                        { for part.lines.iter().map(|line| html! { <p>{ line }</p> }) }
                    } else {
                        <ul class="mentor__lines">{ for part.lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    }
                </section>
            }) }
        </div>
    }
}

/// The visitor's work with the open list, or the best one where that is empty; `None` without either.
fn work_of(world: &World) -> Option<Work> {
    let mut work = world.state.work.clone();
    if work.lists.programs().is_empty() {
        let best = world.state.best(&world.derived)?.found()?;
        Rc::make_mut(&mut work.lists).edit(ListEdit::Fill(best.programs.clone()));
    }
    (!world.derived.ranking.ranked.is_empty()).then_some(work)
}

/// One part of the page.
struct Part {
    title: &'static str,
    lines: Vec<String>,
}

fn parts(world: &World, loaded: &Loaded, report: &Report) -> Vec<Part> {
    let all = [
        Part {
            title: "Who",
            lines: vec![who(world, loaded)],
        },
        Part {
            title: "The chance",
            lines: vec![chance(report)],
        },
        Part {
            title: "Signals",
            lines: named(report, loaded, |level| level > Level::Plain, usize::MAX),
        },
        Part {
            title: "Then apply to",
            lines: named(report, loaded, |level| level == Level::Plain, NAMED),
        },
        Part {
            title: "Questions to send",
            lines: questions(loaded, report),
        },
        Part {
            title: "What is missing",
            lines: missing(world),
        },
    ];
    all.into_iter()
        .filter(|part| !part.lines.is_empty())
        .collect()
}

fn who(world: &World, loaded: &Loaded) -> String {
    let (applicant, wishes) = (world.derived.applicant(), world.derived.preferences());
    let specialties: Vec<String> = wishes
        .specialties
        .iter()
        .map(|choice| loaded.catalog.specialty_name(choice.code))
        .collect();
    let mut facts = vec![specialties.join(", ")];
    facts.extend(applicant.kind.map(|kind| kind.label().to_owned()));
    facts.extend(applicant.visa.map(|visa| visa.label().to_owned()));
    facts.extend(
        applicant
            .step2
            .score
            .map(|score| format!("Step 2 CK {}", score.value())),
    );
    facts.extend(
        applicant
            .graduation_year
            .map(|year| format!("graduation {year}")),
    );
    format!("{}.", facts.join(" \u{b7} "))
}

fn chance(report: &Report) -> String {
    let figures = &report.outcome.figures;
    let range = report.ranges.map_or_else(String::new, |ranges| {
        format!(" ({})", words::range(ranges.p_match))
    });
    let seen = report.ranges.map(|ranges| ranges.seen);
    format!(
        "{}: {} to match{range}; {}.",
        words::sentence_case(&words::counted(report.members.len(), "program", "programs")),
        in_words(figures.p_match),
        most_people(figures.interviews, seen),
    )
}

fn named(
    report: &Report,
    loaded: &Loaded,
    wanted: impl Fn(Level) -> bool,
    most: usize,
) -> Vec<String> {
    let members = report.members.iter().filter(|member| wanted(member.level));
    let all: Vec<String> = members
        .filter_map(|member| {
            let program = loaded.catalog.get(member.ranked.program)?;
            let mut uses = report.signals.iter();
            let uses = uses.find(|uses| uses.code == program.specialty());
            let signal = match member.level {
                Level::Plain => String::new(),
                level => format!(
                    ", {}",
                    signal_kind(level, uses.and_then(|uses| uses.allowance))
                ),
            };
            let chance = percent(member.p_interview.mid);
            Some(format!(
                "{}, {}, {}: interview {chance}{signal}",
                program.name,
                program.city,
                program.state.code()
            ))
        })
        .collect();
    let more = all.len().saturating_sub(most);
    let mut lines: Vec<String> = all.into_iter().take(most).collect();
    if more > 0 {
        lines.push(format!("and {} more", words::count(more)));
    }
    lines
}

/// The questions whose answers would help the list most, as they can be sent.
fn questions(loaded: &Loaded, report: &Report) -> Vec<String> {
    let asks = report.asks.iter().take(QUESTIONS);
    asks.filter_map(|ask| {
        let program = loaded.catalog.get(*ask.programs.first()?)?;
        Some(format!("{}: {}", program.name, question(&ask.reading)))
    })
    .collect()
}

/// Answers that are missing and would move the chance, and answers that cannot be read.
fn missing(world: &World) -> Vec<String> {
    let pulls = world
        .state
        .best(&world.derived)
        .and_then(|best| best.pulls.clone());
    let pulls = pulls.iter().flat_map(|pulls| pulls.all.iter());
    let mut lines: Vec<String> = pulls
        .filter_map(|pull| match pull.lever {
            Lever::Answer(missing) => Some(missing.label().to_owned()),
            Lever::Certificate | Lever::Step3 | Lever::Experience => None,
        })
        .collect();
    lines.extend(
        world
            .derived
            .problems()
            .iter()
            .map(|problem| problem.message.to_string()),
    );
    lines
}

fn as_text(parts: &[Part]) -> String {
    let parts = parts
        .iter()
        .map(|part| format!("{}\n{}", part.title, part.lines.join("\n")));
    parts.collect::<Vec<_>>().join("\n\n")
}

/// The way to the page.
pub(super) fn mentor_link(world: &World) -> Html {
    let is_empty = world.state.work.lists.programs().is_empty();
    html! {
        if !is_empty { <p class="no-print">{ link(&Route::Mentor, "", "One page for a mentor") }</p> }
    }
}
