//! The cost planner.

use yew::prelude::*;

use super::{dollars, id_of, written};
use crate::kit::{TextInput, Tick, Width};
use crate::rooms::my_list::season_bill;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::World;
use engine::calendar::Date;
use engine::season::SeasonEvent;
use state::NotebookEdit;
use state::content::tools::ToolBook;
use state::lists::report::{figures, most_people};
use state::notebook::Key;
use state::questions::days::month_of;
use state::tools::costs::{Currency, Known, Line, Span, Totals, amount, lines, rate, totals};
use state::tools::timeline::season_day;

/// The lines with the visitor's amounts, and what they come to.
pub(super) fn costs(world: &World, book: &ToolBook) -> Html {
    let currency = currency(world);
    let notebook = &world.state.work.notebook;
    let lines = lines(
        &book.costs,
        world.derived.applicant(),
        submit(world),
        |id| amount(world.typed(&key(id)), &currency),
        |id| notebook.is_ticked(&key(id)),
    );
    let sums = totals(&lines, world.state.today);
    let mut groups: Vec<&str> = lines.iter().map(|line| line.cost.group.as_str()).collect();
    groups.dedup();
    html! {
        <>
            { own_currency(world, &currency) }
            { summary(world, &sums, &currency) }
            { for groups.iter().enumerate().map(|(at, group)| {
                let heading = format!("costs-{at}");
                html! {
                    <section class="stack tool__part" key={*group} aria-labelledby={heading.clone()}>
                        <h2 id={heading}>{ *group }</h2>
                        { for lines.iter().filter(|line| line.cost.group == *group).map(|line| row(world, line)) }
                    </section>
                }
            }) }
            { by_month(&sums, &currency) }
        </>
    }
}

fn key(name: &str) -> Key {
    Key::of(&["costs", name])
}

fn currency(world: &World) -> Currency {
    Currency {
        name: world.typed(&key("currency")).trim().to_owned(),
        rate: rate(world.typed(&key("rate"))),
    }
}

/// The first day to submit in the visitor's season, by which months are counted.
fn submit(world: &World) -> Option<Date> {
    let season = world.derived.reading.moment?.season;
    let loaded = world.state.pack.ready()?;
    Some(season_day(&loaded.catalog, season, SeasonEvent::ErasSubmit)?.day)
}

fn own_currency(world: &World, currency: &Currency) -> Html {
    let name = world.line(
        &key("currency"),
        "Your currency, if it is not the US dollar",
        Some("Three letters, such as INR."),
        Width::Short,
    );
    let rate = world.line(
        &key("rate"),
        "What one US dollar costs in it",
        Some("Look it up; this page asks no other site."),
        Width::Short,
    );
    let is_wrong = !world.typed(&key("rate")).trim().is_empty() && currency.rate.is_none();
    let error = is_wrong.then(|| "Enter a number such as 88.5.".into());
    html! {
        <section class="field-grid tool__part" aria-label="Currency">
            { name.view() }
            { TextInput { error, ..rate }.view() }
        </section>
    }
}

fn row(world: &World, line: &Line<'_>) -> Html {
    let cost = line.cost;
    let key = key(&cost.id);
    let usual = match cost.usual {
        Some((low, high)) => format!(
            "Usual: {}",
            span(Span {
                low: low.into(),
                high: high.into()
            })
        ),
        None => "No usual amount was published.".to_owned(),
    };
    let error = match line.known {
        Known::Wrong(error) => Some(error.words().into()),
        _ => None,
    };
    let input = TextInput {
        error,
        ..world.line(&key, &cost.label, Some(&usual), Width::Short)
    };
    let paid = if cost.income {
        "Received already"
    } else {
        "Paid already"
    };
    html! {
        <div key={cost.id.clone()} class="cost">
            { input.view() }
            <p class="muted small">{ written(&cost.html) }</p>
            if line.is_done {
                <p class="small">{ "Counted as paid: your profile says that it is done." }</p>
            } else {
                { paid_tick(world, key, paid, &cost.label) }
            }
        </div>
    }
}

/// The box stands apart from the amount of the same name.
fn paid_tick(world: &World, key: Key, words: &'static str, label: &str) -> Html {
    let tick = Tick {
        id: format!("{}-paid", id_of(&key)).into(),
        label: html! { <>{ words }<span class="visually-hidden">{ format!(": {label}") }</span></> },
        checked: world.state.work.notebook.is_ticked(&key),
        on_toggle: world.note(move |on| NotebookEdit::Tick(key.clone(), on)),
    };
    tick.view()
}

fn summary(world: &World, sums: &Totals, currency: &Currency) -> Html {
    html! {
        <section class="stack tool__part" aria-labelledby="costs-sum">
            <h2 id="costs-sum">{ "What it comes to" }</h2>
            <dl class="facts-line">
                <div><dt>{ "Paid out in all" }</dt><dd>{ both(sums.out, currency) }</dd></div>
                <div><dt>{ "Coming in" }</dt><dd>{ both(sums.income, currency) }</dd></div>
                <div><dt>{ "Still to pay, after the money that comes in" }</dt><dd>{ both(sums.to_pay, currency) }</dd></div>
            </dl>
            if !sums.unknown.is_empty() {
                <p>{ format!("Not in these sums, because nobody published a usual amount and you have not typed one: {}.", sums.unknown.join("; ")) }</p>
            }
            { applications(world, sums, currency) }
        </section>
    }
}

/// The bill of the list, and what an expected interview costs.
fn applications(world: &World, sums: &Totals, currency: &Currency) -> Html {
    let (ready, programs) = (world.state.pack.ready(), world.state.work.lists.programs());
    let Some(loaded) = ready.filter(|_| !programs.is_empty()) else {
        return html! { <p>{ "Application fees are not in these sums: they come with " }{ link(&Route::MyList, "", "your list") }{ "." }</p> };
    };
    let Some((Some(fees), is_whole)) = season_bill(world, loaded, programs.keys()) else {
        return html! { <p>{ "The application fees of your list are not in these sums: nobody has published this season’s prices. " }{ link(&Route::MyList, "", "Your list") }{ " can use the last published prices instead." }</p> };
    };
    let question = world.derived.question(loaded, &world.state.work.entries);
    let found = question.map(|question| figures(&question, &world.derived.ranking, programs));
    let expected = found.map(|(figures, ranges)| (figures.interviews, ranges.map(|r| r.seen)));
    let fees = i64::try_from(fees.dollars()).unwrap_or(i64::MAX);
    let all = sums.out.plus(Span::exact(fees));
    html! {
        <>
            <p>
                { format!("The applications of your list cost {}{}. With them the road costs {}.",
                    both(Span::exact(fees), currency),
                    if is_whole { "" } else { ", as far as this season's prices are published" },
                    both(all, currency)) }
            </p>
            if let Some((expected, most)) = expected.filter(|(expected, _)| *expected > 0.0) {
                <p>
                    { format!("With your list {}. On that average, each interview costs {} in application fees, and {} in all.",
                        most_people(expected, most),
                        both(per(Span::exact(fees), expected), currency),
                        both(per(all, expected), currency)) }
                </p>
            }
        </>
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "dollars for people, far below 2^52"
)]
fn per(span: Span, count: f64) -> Span {
    let each = |amount: i64| libm::round(amount as f64 / count) as i64;
    Span {
        low: each(span.low),
        high: each(span.high),
    }
}

fn by_month(sums: &Totals, currency: &Currency) -> Html {
    if sums.months.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack tool__part" aria-labelledby="costs-months">
            <h2 id="costs-months">{ "By month" }</h2>
            <p>{ "Counted back from the first day to submit in your season, by when most people pay. Costs that were due earlier and are not ticked are shown in the first month." }</p>
            <table class="plain-table">
                <thead><tr><th scope="col">{ "Month" }</th><th scope="col">{ "Falls due" }</th></tr></thead>
                <tbody>
                    { for sums.months.iter().map(|(month, due)| html! {
                        <tr key={month.to_string()}><th scope="row">{ month_of(*month) }</th><td>{ both(*due, currency) }</td></tr>
                    }) }
                </tbody>
            </table>
        </section>
    }
}

fn span(span: Span) -> String {
    if span.low == span.high {
        dollars(span.low)
    } else {
        format!("{} to {}", dollars(span.low), dollars(span.high))
    }
}

/// Dollars, and the visitor's own currency behind them.
fn both(amount: Span, currency: &Currency) -> String {
    let usd = span(amount);
    match currency
        .rate
        .filter(|rate| *rate > 0.0 && !currency.name.is_empty())
    {
        Some(rate) => {
            let own = |amount: i64| own_words(amount, rate);
            let (low, high) = (own(amount.low), own(amount.high));
            let range = if low == high {
                low
            } else {
                format!("{low} to {high}")
            };
            format!("{usd} ({range} {})", currency.name)
        }
        None => usd,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "amounts for people, far below 2^52"
)]
fn own_words(amount: i64, rate: f64) -> String {
    let own = libm::round(amount as f64 * rate) as i64;
    dollars(own).replace('$', "")
}
