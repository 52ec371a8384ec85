//! The plan: every bucket with its rule, its number and its first programs, and the way to all of
//! them.

use yew::prelude::*;

use super::gates::guide;
use super::list::scale_up_to;
use super::reasons::{Reasons, coverage};
use super::room::RowsProps;
use super::row::actions;
use crate::rooms::cells;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::decimal::Decimal;
use engine::distinction::Distinctions;
use engine::list::bucket::{Bucket, Buckets, Placed, Why};
use engine::program::Program;
use state::browse::{BrowseEdit, Show, TableInput};
use state::lists::best::BestList;

/// Programs of a bucket that are shown before somebody asks for all.
const FIRST: usize = 5;
/// Of what is skipped.
const FIRST_SKIPPED: usize = 3;

/// The plan.
pub(super) fn plan(props: &RowsProps, list: &BestList) -> Html {
    let buckets = &list.buckets;
    let scale = scale_up_to(list.interviews.iter().map(|(_, band)| band.hi));
    html! {
        <div class="plan">
            { bar(buckets) }
            { for Bucket::ALL.iter().map(|bucket| section(props, list, *bucket, scale)) }
            if let Some(coverage) = coverage(&props.input()) { <p class="plan__coverage">{ coverage }</p> }
        </div>
    }
}

/// How the programs fall into buckets, as a bar; its words are the headings with their numbers.
fn bar(buckets: &Buckets) -> Html {
    let all = buckets.all().len().max(1) as f64;
    let mut from = 0.0;
    let parts = Bucket::ALL.iter().map(|bucket| {
        let width = buckets.programs(*bucket).len() as f64 / all * 100.0;
        let part = html! {
            <rect key={bucket.code()} class="plan__part" data-bucket={bucket.code()} y="0" height="10"
                x={Decimal::fixed(from, 2).to_string()} width={Decimal::fixed(width, 2).to_string()} />
        };
        from += width;
        part
    });
    html! {
        <svg class="plan__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"
            focusable="false">{ for parts }</svg>
    }
}

fn section(props: &RowsProps, list: &BestList, bucket: Bucket, scale: f64) -> Html {
    let buckets = &list.buckets;
    let programs = buckets.programs(bucket);
    if programs.is_empty() {
        return html! {};
    }
    let first = if bucket == Bucket::Skip || bucket == Bucket::NotCompared {
        FIRST_SKIPPED
    } else {
        FIRST
    };
    let id = format!("plan-{}", bucket.code());
    let show = Show::all_of(bucket);
    let all = props
        .controls
        .edit
        .reform(move |_: MouseEvent| BrowseEdit::Show(show));
    let input = props.input();
    html! {
        <section class="plan__bucket" data-bucket={bucket.code()} aria-labelledby={id.clone()} key={bucket.code()}>
            <header class="plan__head">
                <h2 class="plan__title" {id}>
                    <span class="plan__mark" aria-hidden="true" />
                    { bucket.label() }{ " " }<span class="plan__count">{ words::count(programs.len()) }</span>
                </h2>
                <p class="plan__rule">{ bucket.rule() }{ cut(buckets, bucket) }{ " " }{ explained(bucket) }</p>
            </header>
            <ol class="plan__rows" role="list">
                { for programs.iter().take(first).filter_map(|placed| row((&input, props), list, placed, scale)) }
            </ol>
            if programs.len() > first {
                <button type="button" class="button button--quiet plan__all" onclick={all}>
                    { format!("Show all {} under \u{201c}{}\u{201d}", words::count(programs.len()), bucket.label()) }
                </button>
            }
        </section>
    }
}

/// The article that explains a bucket.
fn explained(bucket: Bucket) -> Html {
    match bucket {
        Bucket::ApplyFirst => guide("signals", "How signals work"),
        Bucket::AskFirst => guide("programs-that-will-read-you", "How to ask"),
        Bucket::Apply => guide("programs-that-will-read-you", "How many to send"),
        Bucket::Skip => guide("programs-that-will-read-you", "What programs filter by"),
        Bucket::NotCompared => guide("early-matches", "How early matches go"),
    }
}

/// Said where the list takes a part of programs between which there is no difference.
fn cut(buckets: &Buckets, bucket: Bucket) -> String {
    match buckets.cut.filter(|_| bucket == Bucket::Apply) {
        Some(cut) => format!(
            " The last {} from a group of {} programs between which we see no difference. Any of them will do, so choose by what you know.",
            if cut.listed == 1 {
                "one comes".into()
            } else {
                format!("{} come", words::count(cut.listed))
            },
            words::count(cut.of),
        ),
        None => String::new(),
    }
}

fn row(
    (input, props): (&TableInput<'_>, &RowsProps),
    list: &BestList,
    placed: &Placed,
    scale: f64,
) -> Option<Html> {
    let program = input.catalog.get(placed.program)?;
    let ranked = input.ranking.ranked.iter();
    let ranked = ranked.into_iter().find(|row| row.program == placed.program);
    // As it is sent: a signal counts.
    let sent = list.interview(placed.program);
    let band = sent.or(ranked.map(|ranked| input.ranking.chance(ranked).p_interview));
    let signal = match placed.why {
        Why::Listed(level) => cells::signal_chip(level, list.allowance(program.specialty())),
        _ => Html::default(),
    };
    Some(html! {
        <li class="plan-row" key={program.id.number()}>
            <div class="plan-row__what">
                <p class="plan-row__name">{ link(&Route::Program { id: program.id }, "", &program.name) }</p>
                <p class="plan-row__where">{ whereabouts(input, program) }{ signal }</p>
                <p class="plan-row__why">{ why(input, &props.distinctions, placed, program) }</p>
            </div>
            if let Some(band) = band {
                <div class="plan-row__chance">{ cells::interview(band, scale, false) }</div>
            }
            { actions(input, &props.controls, program) }
        </li>
    })
}

/// City and state, and the specialty where there are several.
fn whereabouts(input: &TableInput<'_>, program: &Program) -> String {
    let whereabouts = format!("{}, {}", program.city, program.state.code());
    if input.preferences.specialties.len() < 2 {
        return whereabouts;
    }
    format!(
        "{whereabouts} \u{b7} {}",
        input.catalog.specialty_name(program.specialty())
    )
}

fn why(
    input: &TableInput<'_>,
    distinctions: &Distinctions,
    placed: &Placed,
    program: &Program,
) -> String {
    match &placed.why {
        Why::Shut(reading) => reading.reason.sentence(input.catalog),
        Why::NoChance(why) => format!("{}.", why.label()),
        Why::PutAside => "You put it aside.".into(),
        Why::Kept => "You pinned it, so it stays on the list.".into(),
        Why::Listed(_) | Why::Open { .. } | Why::AddsLess => {
            Reasons::of_table(input, distinctions).at(placed.program, program)
        }
    }
}
