//! Where the list's signals go, what each buys, and where the next one would.

use yew::prelude::*;

use super::bands::Bands;
use super::settings::Ask;
use super::signalled;
use crate::kit::{Group, Layout, Notice, NoticeKind, RadioOption, Radios};
use crate::loading::details::SourceLink;
use crate::rooms::glossary_terms::{self, result_terms};
use crate::rooms::words;
use crate::routing::link::anchor;
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::World;
use engine::calendar::Stage;
use engine::catalog::Catalog;
use engine::list::Allowance;
use engine::season::{Allotment, Signals};
use state::lists::report::{Report, SignalUse};
use state::{Action, ListSetting, ListSettingEdit, Loaded};

/// The section.
pub(super) fn signals(report: &Report, bands: &Bands, loaded: &Loaded, world: &World) -> Html {
    let stage = world.derived.reading.moment.and_then(|moment| moment.stage);
    html! {
        <div class="stack">
            { result_terms(glossary_terms::Result::Signals) }
            <p>{ "Applicants who signalled a program were interviewed there more often. They also signal where they fit best, so we count half of the difference." }{ " " }{ accuracy() }</p>
            if stage == Some(Stage::Applied) {
                <p>{ "You said that you have applied: signals can no longer be changed. Set here which ones you sent." }</p>
            }
            { for report.signals.iter().map(|uses| of_specialty(report, uses, bands, loaded, world)) }
        </div>
    }
}

fn accuracy() -> Html {
    let to = Location {
        route: Route::Accuracy,
        target: Some("signals".into()),
    };
    anchor(&to, "", html! { "What a signal is counted for" })
}

fn of_specialty(
    report: &Report,
    uses: &SignalUse,
    bands: &Bands,
    loaded: &Loaded,
    world: &World,
) -> Html {
    let catalog = &loaded.catalog;
    let season = world.derived.reading.moment.map(|moment| moment.season);
    let stated = season.and_then(|season| catalog.signals(season, uses.code));
    let name = catalog.specialty_name(uses.code);
    let rows = signalled::signalled(report, uses, catalog);
    html! {
        <div class="stack my-list__signals" key={uses.code.number()}>
            <h3>{ &name }</h3>
            <p>{ allowed(uses, stated) }</p>
            { own_allowance(uses, stated, world) }
            { tied(uses, catalog, world) }
            { too_many(uses) }
            { signalled::table(&rows, uses, catalog, bands) }
            { signalled::next(&rows, uses, catalog, bands) }
        </div>
    }
}

/// How many there are, and who says so.
fn allowed(uses: &SignalUse, stated: Option<&Signals>) -> Html {
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
                <span class="my-list__where">{ format!("{}. ", signals.confidence.label()) }<SourceLink index={signals.source} /></span>
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

/// The visitor's own count: asked at once where nothing is stated, folded away elsewhere.
fn own_allowance(uses: &SignalUse, stated: Option<&Signals>, world: &World) -> Html {
    let code = uses.code;
    let has_one_kind = matches!(
        stated.map(|signals| signals.allotment),
        Some(Allotment::Single(_))
    );
    let ask = |setting: ListSetting, label: &str| {
        Ask {
            setting,
            label: label.into(),
            hint: None,
            unit: Some("signals"),
        }
        .view(world)
    };
    let boxes = html! {
        <div class="my-list__terms">
            if !has_one_kind { { ask(ListSetting::Gold(code), "Gold") } }
            { ask(ListSetting::Silver(code), if has_one_kind { "Signals" } else { "Silver (or all signals, if there is only one kind)" }) }
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
    let said = world.state.work.list_settings.signalling(code).tied;
    if uses.tied.is_empty() && said.is_none() {
        return html! {};
    }
    let names: Vec<&str> = uses
        .tied
        .iter()
        .filter_map(|index| Some(&*catalog.get(*index)?.name))
        .collect();
    let hint = if names.is_empty() {
        "This differs by specialty: see the signalling page of the specialty.".to_owned()
    } else {
        format!(
            "This differs by specialty: see the signalling page of the specialty. Until you answer yes, no signal goes to {}.",
            names.join(", ")
        )
    };
    let answers = [true, false];
    let radios = Radios {
        group: Group {
            id: format!("list-tied-{code}").into(),
            legend: "Should you signal your home program and the programs where you rotated?"
                .into(),
            hint: Some(hint.into()),
            ..Group::default()
        },
        options: ["Yes", "No"].map(RadioOption::plain).into(),
        chosen: said.and_then(|said| answers.iter().position(|answer| *answer == said)),
        layout: Layout::Row,
        lasting: false,
        on_choose: world.dispatch.reform(move |index: Option<usize>| {
            let said = index.and_then(|index| answers.get(index).copied());
            Action::ListSetting(ListSettingEdit::Tied(code, said))
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
