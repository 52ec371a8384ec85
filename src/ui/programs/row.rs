//! One row of the list.

use yew::prelude::*;

use super::controls::Controls;
use super::drawing::range_bar;
use super::gates::chip;
use super::links;
use super::subject::specialty_name;
use super::words;
use crate::engine::applicant::{Applicant, Entries};
use crate::engine::catalog::Catalog;
use crate::engine::program::{Program, ProgramId};
use crate::engine::ranking::Ranked;
use crate::engine::vocabulary::VisaNeed;
use crate::state::shelf::{ChanceClass, MOST_COMPARED, Row, Standing, VisaWord, visa_word};

/// What every row of one list shares.
pub(crate) struct RowSetting<'a> {
    /// The programs.
    pub(crate) catalog: &'a Catalog,
    /// The person, for the visa.
    pub(crate) applicant: &'a Applicant,
    /// The visitor's own entries.
    pub(crate) entries: &'a Entries,
    /// Chosen for comparison.
    pub(crate) compare: &'a [ProgramId],
    /// Whether a program is pinned.
    pub(crate) is_pinned: &'a dyn Fn(ProgramId) -> bool,
    /// Whether a program is hidden.
    pub(crate) is_hidden: &'a dyn Fn(ProgramId) -> bool,
    /// What the buttons do.
    pub(crate) controls: &'a Controls,
    /// End of the scale of the bars.
    pub(crate) scale: f64,
    /// How many rows the list has.
    pub(crate) total: usize,
}

/// The row at a position of the list, counted from 0.
pub(crate) fn row(setting: &RowSetting<'_>, at: usize, row: &Row) -> Html {
    let Some(program) = setting.catalog.get(row.program) else {
        return html! {};
    };
    let place = match row.standing {
        Standing::Ranked(place, _) => Some(place),
        Standing::NotModelled(_) | Standing::Shut(_) | Standing::Elsewhere => None,
    };
    html! {
        <li class="program-row" key={program.id.number()}
            aria-posinset={(at + 1).to_string()} aria-setsize={setting.total.to_string()}>
            <p class="program-row__place">
                if let Some(place) = place {
                    <span class="visually-hidden">{ "Place " }</span>
                    { words::count(place as usize) }
                }
            </p>
            <div class="program-row__what">
                <p class="program-row__name" title={program.name.to_string()}>
                    { links::program(program.id, program.name.to_string()) }
                </p>
                <p class="program-row__where">
                    { format!("{}, {} \u{b7} {}", program.city, program.state.code(), specialty_name(setting.catalog, program)) }
                </p>
            </div>
            <div class="program-row__chance">{ chance(setting, row) }</div>
            <div class="program-row__facts">
                { for row.gate().map(chip) }
                { visa(setting, program) }
            </div>
            { buttons(setting, program) }
        </li>
    }
}

fn chance(setting: &RowSetting<'_>, row: &Row) -> Html {
    match &row.standing {
        Standing::Ranked(_, ranked) => odds(ranked, setting.scale),
        Standing::Shut(shut) => html! {
            <p class="program-row__reason">{ shut.by.reason.sentence(setting.catalog) }</p>
        },
        Standing::NotModelled(row) => html! {
            <p class="program-row__reason">{ format!("{}.", row.why.label()) }</p>
        },
        Standing::Elsewhere => html! {
            <p class="program-row__reason">{ "Not among the specialties you chose." }</p>
        },
    }
}

fn odds(ranked: &Ranked, scale: f64) -> Html {
    let class = ChanceClass::of(ranked.p_interview).word();
    html! {
        <>
            <p class="program-row__odds">
                <span class="visually-hidden">{ "Interview: " }</span>
                { words::odds(ranked.p_interview.mid) }
                <span class="class-word">{ class }</span>
            </p>
            { range_bar(ranked.p_interview, scale) }
            <p class="program-row__range">
                <span class="visually-hidden">{ "Range: " }</span>
                { words::range(ranked.p_interview) }
            </p>
        </>
    }
}

fn visa(setting: &RowSetting<'_>, program: &Program) -> Html {
    let need = setting.applicant.visa;
    let word = visa_word(&program.policy, setting.entries.get(program.id), need);
    match visa_phrase(need, word) {
        Some(phrase) => html! {
            <span class="visa-word" data-visa={word.code()}>{ phrase }</span>
        },
        None => html! {},
    }
}

/// The visa and what is known of it, in few words; `None` if the visitor needs none.
pub(crate) fn visa_phrase(need: Option<VisaNeed>, word: VisaWord) -> Option<String> {
    let visa = match need {
        Some(VisaNeed::J1) => "J-1",
        Some(VisaNeed::H1b) => "H-1B",
        Some(VisaNeed::Either) | Some(VisaNeed::None) | None => "J-1 or H-1B",
    };
    let rest = match word {
        VisaWord::NotNeeded => return None,
        VisaWord::StatedYes => "stated",
        VisaWord::Limited => "limited",
        VisaWord::Conflicting => "conflicting",
        VisaWord::NotStated => "not stated",
        VisaWord::StatedNo => "refused",
    };
    Some(format!("{visa} {rest}"))
}

fn buttons(setting: &RowSetting<'_>, program: &Program) -> Html {
    let id = program.id;
    let name = &program.name;
    let (pinned, hidden) = ((setting.is_pinned)(id), (setting.is_hidden)(id));
    let compared = setting.compare.contains(&id);
    let is_full = setting.compare.len() >= MOST_COMPARED && !compared;
    let Controls { pin, hide, compare, .. } = setting.controls;
    html! {
        <div class="program-row__buttons">
            <button type="button" class="button-quiet" aria-pressed={pinned.to_string()}
                aria-label={format!("Pin {name}")} onclick={pin.reform(move |_| id)}>
                { if pinned { "Pinned" } else { "Pin" } }
            </button>
            <button type="button" class="button-quiet"
                aria-label={format!("{} {name}", if hidden { "Show again" } else { "Hide" })}
                onclick={hide.reform(move |_| id)}>
                { if hidden { "Show again" } else { "Hide" } }
            </button>
            <label class="program-row__compare">
                <input type="checkbox" checked={compared} disabled={is_full}
                    aria-label={format!("Compare {name}")}
                    onchange={compare.reform(move |_: Event| id)} />
                { "Compare" }
            </label>
        </div>
    }
}
