//! Where the list's signals go, what each buys, and where the next one would.

use yew::prelude::*;

use super::terms::Ask;
use crate::engine::calendar::Stage;
use crate::engine::catalog::Catalog;
use crate::engine::decimal::Decimal;
use crate::engine::fact::SourceIndex;
use crate::engine::list::{Allowance, NextSignal};
use crate::engine::ordering;
use crate::engine::portfolio::Level;
use crate::engine::season::{Allotment, Signals};
use crate::state::report::{Member, Report, SignalUse};
use crate::state::{Action, Loaded, Term, TermEdit};
use crate::ui::kit::{Group, Layout, Notice, NoticeKind, RadioOption, Radios};
use crate::ui::link::{anchor, link};
use crate::ui::programs::words;
use crate::ui::route::Route;
use crate::ui::store::World;
use crate::ui::terms::{self, result_terms};
use crate::ui::visit::Visit;

/// A signal that raises the chance to match by less buys nothing that a figure could show.
const NOTHING: f64 = 0.00005;

/// The section.
pub(super) fn signals(report: &Report, loaded: &Loaded, world: &World) -> Html {
    let stage = world.derived.reading.moment.and_then(|moment| moment.stage);
    html! {
        <section class="stack" aria-labelledby="list-signals">
            <h2 id="list-signals">{ "Signals" }</h2>
            { result_terms(terms::Result::Signals) }
            <p>{ "Applicants who signalled a program were interviewed there more often. They also signal where they fit best, so we count half of the difference." }{ " " }{ accuracy() }</p>
            if stage == Some(Stage::Applied) {
                <p>{ "You said that you have applied: signals can no longer be changed. Set here which ones you sent." }</p>
            }
            { for report.signals.iter().map(|uses| of_specialty(report, uses, loaded, world)) }
        </section>
    }
}

fn accuracy() -> Html {
    let to = Visit {
        route: Route::Accuracy,
        target: Some("signals".into()),
    };
    anchor(&to, "", html! { "What a signal is counted for" })
}

fn of_specialty(report: &Report, uses: &SignalUse, loaded: &Loaded, world: &World) -> Html {
    let catalog = &loaded.catalog;
    let season = world.derived.reading.moment.map(|moment| moment.season);
    let stated = season.and_then(|season| catalog.signals(season, uses.code));
    let name = catalog.specialty_name(uses.code);
    html! {
        <div class="stack my-list__signals" key={uses.code.number()}>
            <h3>{ &name }</h3>
            <p>{ allowed(uses, stated, catalog) }</p>
            { own_allowance(uses, stated, world) }
            { tied(uses, catalog, world) }
            { too_many(uses) }
            { table(report, uses, catalog) }
            { next(uses, catalog) }
        </div>
    }
}

/// How many there are, and who says so.
fn allowed(uses: &SignalUse, stated: Option<&Signals>, catalog: &Catalog) -> Html {
    let Some(allowance) = uses.allowance else {
        let note = stated.map_or("", |signals| &signals.note);
        return html! { <>{ "How many signals it has this season is not stated. " }{ note.to_owned() }</> };
    };
    let used = format!(
        "{} of ",
        words::count(usize::from(uses.used.gold + uses.used.silver))
    );
    let all = usize::from(allowance.gold) + usize::from(allowance.silver);
    if all == 0 {
        return html! { { "It has no signals this season." } };
    }
    let kinds = if allowance.gold > 0 {
        format!(
            " ({} gold of {}, {} silver of {})",
            uses.used.gold, allowance.gold, uses.used.silver, allowance.silver
        )
    } else {
        String::new()
    };
    let basis = stated.filter(|signals| is_stated(signals, allowance));
    html! {
        <>
            { format!("{used}{} used{kinds}.", words::counted(all, "signal", "signals")) }
            if let Some(signals) = basis {
                <span class="my-list__where">{ format!("{}. ", signals.confidence.label()) }{ source(catalog, signals.source) }</span>
            } else {
                <span class="my-list__where">{ "By your own entry." }</span>
            }
        </>
    }
}

fn is_stated(signals: &Signals, allowance: Allowance) -> bool {
    match signals.allotment {
        Allotment::Single(silver) => allowance == Allowance { gold: 0, silver },
        Allotment::Tiered { gold, silver } => allowance == Allowance { gold, silver },
        Allotment::None => allowance == Allowance::default(),
        Allotment::NotStated => false,
    }
}

fn source(catalog: &Catalog, source: SourceIndex) -> Html {
    let Some(source) = catalog.source(source) else {
        return html! {};
    };
    let to = Visit {
        route: Route::Sources,
        target: Some(source.key.to_string().into()),
    };
    anchor(&to, "", html! { source.title.to_string() })
}

/// The visitor's own count: asked at once where nothing is stated, folded away elsewhere.
fn own_allowance(uses: &SignalUse, stated: Option<&Signals>, world: &World) -> Html {
    let code = uses.code;
    let has_one_kind = matches!(
        stated.map(|signals| signals.allotment),
        Some(Allotment::Single(_))
    );
    let ask = |term: Term, label: &str| {
        Ask {
            term,
            label: label.into(),
            hint: None,
            unit: Some("signals"),
        }
        .view(world)
    };
    let boxes = html! {
        <div class="my-list__terms">
            if !has_one_kind { { ask(Term::Gold(code), "Gold") } }
            { ask(Term::Silver(code), if has_one_kind { "Signals" } else { "Silver, or all where there is one kind" }) }
        </div>
    };
    if uses.allowance.is_none() {
        return boxes;
    }
    html! {
        <details class="my-list__names">
            <summary>{ "The specialty\u{2019}s page says another number" }</summary>
            { boxes }
        </details>
    }
}

/// The question about home and rotation programs, where the list holds one.
fn tied(uses: &SignalUse, catalog: &Catalog, world: &World) -> Html {
    let code = uses.code;
    let said = world.state.work.terms.signalling(code).tied;
    if uses.tied.is_empty() && said.is_none() {
        return html! {};
    }
    let names: Vec<&str> = uses
        .tied
        .iter()
        .filter_map(|index| Some(&*catalog.get(*index)?.name))
        .collect();
    let hint = if names.is_empty() {
        "Specialties differ. Its signalling page says.".to_owned()
    } else {
        format!(
            "Specialties differ. Its signalling page says. Until you answer yes, no signal goes to {}.",
            names.join(", ")
        )
    };
    let answers = [true, false];
    let radios = Radios {
        group: Group {
            id: format!("list-tied-{code}").into(),
            legend: "Are your home program and the programs where you rotated to be signalled?"
                .into(),
            hint: Some(hint.into()),
            ..Group::default()
        },
        options: ["Yes", "No"].map(RadioOption::plain).into(),
        chosen: said.and_then(|said| answers.iter().position(|answer| *answer == said)),
        layout: Layout::Row,
        lasting: false,
        on_choose: world.dispatch.reform(move |place: Option<usize>| {
            let said = place.and_then(|place| answers.get(place).copied());
            Action::Term(TermEdit::Tied(code, said))
        }),
    };
    radios.view()
}

fn too_many(uses: &SignalUse) -> Html {
    let Some(allowance) = uses.allowance else {
        return html! {};
    };
    let over = |used: u8, has: u8, word: &str| {
        (used > has).then(|| format!("{used} {word} on the list, {has} to send"))
    };
    let all = [
        over(uses.used.gold, allowance.gold, "gold"),
        over(
            uses.used.silver,
            allowance.silver,
            if allowance.gold > 0 {
                "silver"
            } else {
                "signals"
            },
        ),
    ];
    let said: Vec<String> = all.into_iter().flatten().collect();
    if said.is_empty() {
        return html! {};
    }
    Notice::new(NoticeKind::Warning)
        .view(html! { <p>{ format!("More signals than there are: {}. Take some off below.", said.join("; ")) }</p> })
}

fn table(report: &Report, uses: &SignalUse, catalog: &Catalog) -> Html {
    let of_choice = |member: &&Member| {
        let program = catalog.get(member.ranked.program);
        let code = program.map(|program| program.specialty());
        member.level > Level::Plain && code == Some(uses.code)
    };
    let mut rows: Vec<&Member> = report.members.iter().filter(of_choice).collect();
    if rows.is_empty() {
        return html! {};
    }
    ordering::sort_by(&mut rows, |a, b| {
        let worth = b.signal_brings.total_cmp(&a.signal_brings);
        b.level.cmp(&a.level).then(worth)
    });
    html! {
        <table class="table">
            <caption class="visually-hidden">{ "Programs that a signal goes to" }</caption>
            <thead><tr>
                <th scope="col">{ "Signalled" }</th>
                <th scope="col">{ "Kind" }</th>
                <th scope="col" class="number">{ "Brings, points" }</th>
            </tr></thead>
            <tbody>
                { for rows.into_iter().filter_map(|member| {
                    let program = catalog.get(member.ranked.program)?;
                    Some(html! {
                        <tr key={program.id.number()}>
                            <th scope="row">{ link(&Route::Program { id: program.id }, "", &program.name) }</th>
                            <td>{ kind(member.level, uses.allowance) }</td>
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

/// A kind of signal, for people.
pub(super) fn kind(level: Level, allowance: Option<Allowance>) -> &'static str {
    match (level, allowance) {
        (Level::Plain, _) => "No signal",
        (Level::Gold, _) => "Gold",
        (Level::Silver, Some(Allowance { gold: 0, .. })) => "Signal",
        (Level::Silver, _) => "Silver",
    }
}

/// Where one more signal of each kind would go: the runner-up of the allocation.
fn next(uses: &SignalUse, catalog: &Catalog) -> Html {
    let levels = [Level::Gold, Level::Silver];
    let said = levels.into_iter().filter_map(|level| {
        let next = uses.next[usize::from(level == Level::Gold)]?;
        let word = match kind(level, uses.allowance) {
            "Signal" => String::new(),
            word => format!("{} ", word.to_lowercase()),
        };
        Some(runner_up(&word, next, catalog))
    });
    html! { <>{ for said }</> }
}

fn runner_up(word: &str, next: NextSignal, catalog: &Catalog) -> Html {
    let Some(program) = catalog.get(next.program) else {
        return html! {};
    };
    if next.gain < NOTHING {
        return html! { <p>{ format!("A further {word}signal would buy nothing.") }</p> };
    }
    html! {
        <p>{ format!("Runner-up: a further {word}signal would go to ") }
            { link(&Route::Program { id: program.id }, "", &program.name) }
            { format!(" and bring {} points.", Decimal::fixed(next.gain * 100.0, 2)) }</p>
    }
}
