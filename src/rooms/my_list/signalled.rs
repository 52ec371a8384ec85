//! The programs that a signal goes to, and the runner-up of each kind.

use yew::prelude::*;

use super::bands::Bands;
use crate::rooms::cells::signal_kind;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use engine::catalog::Catalog;
use engine::decimal::Decimal;
use engine::list::NextSignal;
use engine::ordering;
use engine::portfolio::Level;
use state::lists::report::{Member, Report, SignalUse};

/// A signal that raises the chance to match by less buys nothing that a figure could show.
const NOTHING: f64 = 0.00005;

/// The programs of one specialty that a signal goes to, the dearest kind first.
pub(super) fn signalled<'a>(
    report: &'a Report,
    uses: &SignalUse,
    catalog: &Catalog,
) -> Vec<&'a Member> {
    let of_choice = |member: &&Member| {
        let program = catalog.get(member.ranked.program);
        let code = program.map(|program| program.specialty());
        member.level > Level::Plain && code == Some(uses.code)
    };
    let mut rows: Vec<&Member> = report.members.iter().filter(of_choice).collect();
    ordering::sort_by(&mut rows, |a, b| {
        let worth = b.signal_brings.total_cmp(&a.signal_brings);
        b.level.cmp(&a.level).then(worth)
    });
    rows
}

/// The table of them.
pub(super) fn table(rows: &[&Member], uses: &SignalUse, catalog: &Catalog, bands: &Bands) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <table class="table">
            <caption class="visually-hidden">{ "Programs that a signal goes to" }</caption>
            <thead><tr>
                <th scope="col">{ "Signalled" }</th>
                <th scope="col">{ "Kind" }</th>
                <th scope="col" class="number">{ "Adds, points" }</th>
            </tr></thead>
            <tbody>
                { for rows.iter().filter_map(|member| {
                    let program = catalog.get(member.ranked.program)?;
                    let is_within = next_of(uses, member.level)
                        .is_some_and(|next| bands.is_one(member.ranked.program, next.program));
                    Some(html! {
                        <tr key={program.id.number()}>
                            <th scope="row">
                                { link(&Route::Program { id: program.id }, "", &program.name) }
                                if is_within { <span class="my-list__where">{ "no difference from the next program" }</span> }
                            </th>
                            <td>{ signal_kind(member.level, uses.allowance) }</td>
                            <td class="number">{ worth(member.signal_brings) }</td>
                        </tr>
                    })
                }) }
            </tbody>
        </table>
    }
}

fn worth(gain: f64) -> String {
    if gain < NOTHING {
        "nothing: do not signal here".into()
    } else {
        Decimal::fixed(gain * 100.0, 2).to_string()
    }
}

/// Where one more signal of a level would go: the best program without one.
fn next_of(uses: &SignalUse, level: Level) -> Option<NextSignal> {
    uses.next[usize::from(level == Level::Gold)]
}

/// Where one more signal of each kind would go: the runner-up of the allocation.
pub(super) fn next(rows: &[&Member], uses: &SignalUse, catalog: &Catalog, bands: &Bands) -> Html {
    let levels = [Level::Gold, Level::Silver];
    let said = levels.into_iter().filter_map(|level| {
        let next = next_of(uses, level)?;
        let word = match signal_kind(level, uses.allowance) {
            "Signal" => String::new(),
            word => format!("{} ", word.to_lowercase()),
        };
        let with_it = rows.iter().filter(|member| member.level == level);
        let same = with_it.filter(|member| bands.is_one(member.ranked.program, next.program));
        Some(runner_up(&word, next, same.count(), catalog))
    });
    html! { <>{ for said }</> }
}

fn runner_up(word: &str, next: NextSignal, same: usize, catalog: &Catalog) -> Html {
    let Some(program) = catalog.get(next.program) else {
        return html! {};
    };
    if next.gain < NOTHING {
        return html! { <p>{ format!("One more {word}signal would add nothing.") }</p> };
    }
    html! {
        <p>{ format!("Next: one more {word}signal would go to ") }
            { link(&Route::Program { id: program.id }, "", &program.name) }
            { format!(" and add {} points.", Decimal::fixed(next.gain * 100.0, 2)) }
            { within(word, same) }</p>
    }
}

/// Said where the ranking cannot tell the runner-up from programs that have the signal.
fn within(word: &str, same: usize) -> String {
    if same == 0 {
        return String::new();
    }
    format!(
        " Between it and {} with a {word}signal we see no difference, so choose by what you know of them.",
        words::counted(same, "program", "programs")
    )
}
