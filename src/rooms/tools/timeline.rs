//! The timeline.

use yew::prelude::*;

use super::{save_button, written};
use crate::kit::{Notice, NoticeKind};
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::World;
use engine::calendar::{Date, Season};
use engine::catalog::Catalog;
use engine::season::SeasonEvent;
use state::content::fragment::plain;
use state::content::tools::ToolBook;
use state::questions::STAGE;
use state::questions::days::{day_words, month_name, month_of};
use state::season::asks_stage;
use state::tools::ics::{self, Entry};
use state::tools::timeline::{SeasonDay, Standing, Step, season_day, steps};

/// What is due first.
const IN_ORDER: [Standing; 4] = [
    Standing::Late,
    Standing::Now,
    Standing::Later,
    Standing::Done,
];

/// What to do, and the days of the season.
pub(super) fn timeline(world: &World, book: &ToolBook, catalog: &Catalog) -> Html {
    let (Some(moment), Some(today)) = (world.derived.reading.moment, world.state.today) else {
        return html! { <p>{ "Your browser has not said what day it is." }</p> };
    };
    let season = moment.season;
    let steps = steps(&book.milestones, catalog, moment, world.derived.applicant());
    let days = days(catalog, season);
    html! {
        <>
            { whose(world, season, today) }
            { now(&steps) }
            { for IN_ORDER.iter().map(|standing| group(&steps, *standing)) }
            { season_days(&days, catalog, season) }
            <p>{ save(&steps, &days, season, today) }</p>
        </>
    }
}

/// For which season, and why.
fn whose(world: &World, season: Season, today: Date) -> Html {
    let starts = season.0;
    let words = format!(
        "Counted for the season that matches in March {starts} and starts training in summer {starts}."
    );
    let is_unsaid = asks_stage(today) && world.state.work.answers.get(STAGE).is_none();
    html! {
        <p>
            { words }
            if is_unsaid {
                { " If you prepare for a later season, say so in " }{ link(&Route::Profile, "", "your profile") }{ "." }
            }
        </p>
    }
}

fn now(steps: &[Step<'_>]) -> Html {
    let late = steps
        .iter()
        .filter(|step| step.standing == Standing::Late)
        .count();
    if late == 0 {
        return html! {};
    }
    Notice::new(NoticeKind::Warning).view(html! {
        <p>{ format!("{late} of {} steps have passed their usual last moment. Each says below what to do now.", steps.len()) }</p>
    })
}

fn group(steps: &[Step<'_>], standing: Standing) -> Html {
    let these: Vec<&Step<'_>> = steps
        .iter()
        .filter(|step| step.standing == standing)
        .collect();
    if these.is_empty() {
        return html! {};
    }
    let title = match standing {
        Standing::Done => "Done, by your profile",
        Standing::Late => "Late: what to do now",
        Standing::Now => "Now",
        Standing::Later => "Later",
    };
    let id = format!("timeline-{}", standing.code());
    html! {
        <section key={id.clone()} class="stack tool__part" aria-labelledby={id.clone()}>
            <h2 {id}>{ title }</h2>
            <ol class="timeline" role="list">
                { for these.into_iter().map(line) }
            </ol>
        </section>
    }
}

fn line(step: &Step<'_>) -> Html {
    let milestone = step.milestone;
    let from = month_of(step.begin);
    let to = month_of(step.last);
    let when = if from == to {
        from
    } else {
        format!("{from} to {to}")
    };
    html! {
        <li key={milestone.id.clone()} class="timeline__step">
            <h3>{ &milestone.title }</h3>
            <p class="muted small">{ when }{ if step.is_pattern { ", by the pattern of last season" } else { "" } }</p>
            if step.standing == Standing::Late {
                <p>{ written(&milestone.late_html) }</p>
            } else if step.standing != Standing::Done {
                <p>{ written(&milestone.html) }</p>
            }
        </li>
    }
}

type Days = Vec<(SeasonEvent, SeasonDay)>;

fn days(catalog: &Catalog, season: Season) -> Days {
    let each = SeasonEvent::ALL.iter();
    let each = each.filter_map(|event| Some((*event, season_day(catalog, season, *event)?)));
    each.collect()
}

fn season_days(days: &Days, catalog: &Catalog, season: Season) -> Html {
    html! {
        <section class="stack tool__part" aria-labelledby="timeline-days">
            <h2 id="timeline-days">{ "Days of the season" }</h2>
            <ul class="tool__list">
                { for days.iter().map(|(event, found)| {
                    let when = match found.pattern_of {
                        None => day_words(found.day),
                        Some(of) => format!("about {} (not published; it was so in {})", month_name(found.day.month()).unwrap_or_default(), of.0),
                    };
                    let known = catalog.season_date(season, *event);
                    let source = known.and_then(|known| catalog.source_details(known.source));
                    html! {
                        <li key={event.code()}>
                            <strong>{ event.label() }</strong>{ format!(": {when}. ") }
                            if let Some(known) = known {
                                <span class="muted small">
                                    { known.confidence.label() }{ ". " }
                                    if let Some(source) = source { { &*source.publisher }{ ". " } }
                                    { &*known.note }
                                </span>
                            }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

/// The file for a calendar: the begin and the last day of what is to be done, and the days of the
/// season that are published. A day by a pattern says so in its title.
fn save(steps: &[Step<'_>], days: &Days, season: Season, today: Date) -> Html {
    let mut entries: Vec<Entry> = Vec::new();
    let guess = |is_pattern: bool| if is_pattern { " (about)" } else { "" };
    for step in steps.iter().filter(|step| step.standing != Standing::Done) {
        let (milestone, about) = (step.milestone, guess(step.is_pattern));
        let note = plain(&milestone.html);
        if step.begin >= today {
            entries.push(Entry {
                id: format!("{}-begin-{}", milestone.id, season.0),
                day: step.begin,
                title: format!("Begin: {}{about}", milestone.title),
                note: note.clone(),
            });
        }
        if step.last >= today && step.last != step.begin {
            entries.push(Entry {
                id: format!("{}-last-{}", milestone.id, season.0),
                day: step.last,
                title: format!("Last moment: {}{about}", milestone.title),
                note,
            });
        }
    }
    for (event, found) in days.iter().filter(|(_, found)| found.day >= today) {
        entries.push(Entry {
            id: format!("{}-{}", event.code(), season.0),
            day: found.day,
            title: format!("{}{}", event.label(), guess(found.pattern_of.is_some())),
            note: String::new(),
        });
    }
    save_button(
        "Save for your calendar (.ics)",
        "residency-timeline.ics",
        "text/calendar",
        move || ics::file(&entries, today),
    )
}
