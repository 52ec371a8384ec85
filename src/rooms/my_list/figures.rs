//! The list in figures: in words, in dots and as a range.

use yew::prelude::*;

use super::programs;
use crate::kit::{dots, in_words, percent, range_bar};
use crate::rooms::glossary_terms::{self, result_terms};
use crate::rooms::programs::summary;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::catalog::Catalog;
use engine::decimal::Decimal;
use engine::eligibility::Band;
use engine::preference::Preferences;
use state::browse::ChanceClass;
use state::lists::report::{Report, seen};

/// The figures of a list that has a program with a chance.
pub(super) fn figures(report: &Report, preferences: &Preferences, catalog: &Catalog) -> Html {
    let figures = &report.outcome.figures;
    if report.members.is_empty() {
        return html! { <p>{ "No program on this list has a chance that can be shown." }</p> };
    }
    let ranges = report.ranges;
    let matched = ranges.map_or(Band::exactly(figures.p_match), |ranges| ranges.p_match);
    let any = ranges.map_or(Band::exactly(figures.any_interview), |r| r.any_interview);
    html! {
        <div class="stack">
            { summary::left_out(&report.notices) }
            <div class="my-list__figures">
                { chance("To match", matched) }
                { chance("At least one interview", any) }
                { interviews(report) }
                { kinds(report) }
            </div>
            if report.ranges.is_some() {
                <p>{ "There are two different ranges. \u{201c}Most people like you\u{201d} is what one person may see: four in five people with your answers and this list get this number of interviews. They differ by luck, and by strength that nothing here shows. \u{201c}How sure we are\u{201d} is how well we know a chance or an average over all such people." }</p>
            }
            { by_specialty(report, preferences, catalog) }
            <p>{ hang_together(report) }{ " " }{ link(&Route::Trust, "", "How the number is made") }</p>
            { result_terms(glossary_terms::Result::List) }
        </div>
    }
}

fn chance(name: &'static str, band: Band) -> Html {
    html! {
        <div class="my-list__figure">
            <p class="my-list__name">{ name }</p>
            <p class="my-list__words">{ in_words(band.mid) }</p>
            { dots(band.mid) }
            { range_bar(band.lo, band.mid, band.hi) }
            <p class="muted small">{ percent(band.mid) }{ how_sure(&words::range(band)) }</p>
        </div>
    }
}

/// How well a chance or a mean is known; what one person may see is another range.
fn how_sure(range: &str) -> String {
    format!(". How sure we are: {range}")
}

/// First what one person may see, then the mean and how well it is known.
fn interviews(report: &Report) -> Html {
    let one = |value: f64| Decimal::fixed(value, 1);
    let mean = one(report.outcome.figures.interviews);
    let Some(ranges) = report.ranges else {
        return html! {
            <div class="my-list__figure">
                <p class="my-list__name">{ "Interviews, on average" }</p>
                <p class="my-list__words">{ mean.to_string() }</p>
            </div>
        };
    };
    let known = format!(
        "{} to {}",
        one(ranges.interviews.lo),
        one(ranges.interviews.hi)
    );
    html! {
        <div class="my-list__figure">
            <p class="my-list__name">{ "Most people like you" }</p>
            <p class="my-list__words">{ seen(ranges.seen) }</p>
            <p class="muted small">{ format!("{mean} on average. How sure we are of the average: {known}") }</p>
        </div>
    }
}

fn kinds(report: &Report) -> Html {
    let count = |class: ChanceClass| {
        let members = report.members.iter();
        members
            .filter(|member| ChanceClass::of(member.p_interview.mid) == class)
            .count()
    };
    html! {
        <div class="my-list__figure">
            <p class="my-list__name">{ programs(report.members.len()) }</p>
            <ul class="my-list__kinds">
                { for ChanceClass::ALL.iter().map(|class| html! {
                    <li key={class.word()}>{ format!("{} {}", words::count(count(*class)), class.word()) }</li>
                }) }
            </ul>
            <p class="muted small">{ "Likely: an interview in 30 of 100 or more. Reach: in fewer than 10." }</p>
        </div>
    }
}

fn by_specialty(report: &Report, preferences: &Preferences, catalog: &Catalog) -> Html {
    let parts = &report.outcome.figures.by_choice;
    if parts.len() < 2 {
        return html! {};
    }
    html! {
        <p>
            { "The chance to match is the sum of: " }
            { for preferences.specialties.iter().zip(parts).enumerate().map(|(index, (choice, part))| {
                let name = catalog.specialty_name(choice.code);
                let comma = if index > 0 { ", " } else { "" };
                html! { <span key={index}>{ format!("{comma}{name} {}", words::precise(*part)) }</span> }
            }) }
            { "." }
        </p>
    }
}

/// Said once: what it would be wrong to claim.
fn hang_together(report: &Report) -> String {
    let (shared, independent) = (report.outcome.figures.p_match, report.outcome.independent);
    if percent(shared) == percent(independent) {
        return "All programs see the same application: if one finds it weak, the others probably do too. On such a short list this makes almost no difference.".into();
    }
    format!(
        "All programs see the same application: if one finds it weak, the others probably do too. If each decided independently, your chance to match would seem to be {} instead of {}. But they do not.",
        percent(independent),
        percent(shared)
    )
}
