//! Figures of a program from the visitor's own Residency Explorer account: typed by them, kept on
//! the device, and what they make of the chance.

use yew::prelude::*;

use super::directories;
use super::typed::{NumberField, ShareField};
use super::words;
use crate::engine::applicant::Entry;
use crate::engine::decimal::Decimal;
use crate::engine::explorer::{Figures, MOST_APPLICANTS, Permille, Update};
use crate::engine::program::ProgramId;
use crate::state::Action;
use crate::ui::kit::{Notice, NoticeKind, percent};
use crate::ui::store::use_world;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ExplorerProps {
    /// The program.
    pub(super) id: ProgramId,
    /// What is entered so far.
    pub(super) entry: Entry,
    /// What the figures made of the chance.
    pub(super) update: Option<Update>,
}

/// The form, folded until there is something in it.
#[component]
pub(super) fn ExplorerFigures(props: &ExplorerProps) -> Html {
    let dispatch = use_world().dispatch;
    let figures = props.entry.explorer;
    let change = {
        let (id, entry) = (props.id, props.entry.clone());
        Callback::from(move |figures: Figures| {
            let explorer = figures;
            dispatch.emit(Action::Enter(
                id,
                Entry {
                    explorer,
                    ..entry.clone()
                },
            ));
        })
    };
    let clear = change.reform(|_: MouseEvent| Figures::default());
    html! {
        <details class="explorer" open={!figures.is_empty()}>
            <summary>{ "From your Residency Explorer account" }</summary>
            <div class="stack explorer__body">
                <p class="prose">
                    { "Residency Explorer shows applicants how many were interviewed at a program. Its terms forbid others to copy it, so Smart Pick reads nothing there: type what you see, and it counts for this program. " }
                    { directories::outside("https://www.residencyexplorer.org".into(), "Residency Explorer") }
                </p>
                { said(&figures, props.update) }
                { fields(&figures, &change) }
                if !figures.is_empty() {
                    <p><button type="button" class="button button--quiet" onclick={clear}>{ "Take these figures away" }</button></p>
                }
            </div>
        </details>
    }
}

/// What the figures did, or why they did nothing.
fn said(figures: &Figures, update: Option<Update>) -> Html {
    if figures.is_empty() {
        return html! {};
    }
    html! {
        <>
            if !figures.ascends() {
                { Notice::new(NoticeKind::Failure).announced().view(html! {
                    <p>{ "The Step 2 CK percentiles do not ascend: the 25th must not be above the 50th, nor the 50th above the 75th. They are left out until they do." }</p>
                }) }
            }
            { made(update) }
        </>
    }
}

fn made(update: Option<Update>) -> Html {
    match update {
        Some(update) => Notice::new(NoticeKind::Done).announced().view(html! {
            <p>{ format!(
                "The model said {}; your figures say {} for somebody like you; together {}. The model counts like {} applicants, your figures like {}.",
                percent(update.before), percent(update.seen), percent(update.after),
                people(update.worth), people(update.weight),
            ) }</p>
        }),
        None => Notice::new(NoticeKind::Note).view(html! {
            <p>{ "These figures change nothing yet: the share interviewed without a signal is missing, or the program has no chance to change." }</p>
        }),
    }
}

fn people(count: f64) -> String {
    words::count(Decimal::fixed(count, 0).to_string().parse().unwrap_or(0))
}

fn fields(figures: &Figures, change: &Callback<Figures>) -> Html {
    let figures = *figures;
    let tenths = |share: Option<Permille>| share.map(Permille::tenths);
    let share = |id: &'static str,
                 label: &'static str,
                 value: Option<Permille>,
                 set: fn(&mut Figures, Option<Permille>)| {
        let on_change = change.reform(move |tenths: Option<u16>| {
            let mut figures = figures;
            set(&mut figures, tenths.and_then(Permille::new));
            figures
        });
        html! { <ShareField {id} {label} value={tenths(value)} {on_change} /> }
    };
    let number = |id: &'static str,
                  label: &'static str,
                  unit: &'static str,
                  most: u16,
                  value: Option<u16>,
                  set: fn(&mut Figures, Option<u16>)| {
        let on_change = change.reform(move |number: Option<u16>| {
            let mut figures = figures;
            set(&mut figures, number);
            figures
        });
        html! { <NumberField {id} {label} {unit} {most} {value} {on_change} /> }
    };
    html! {
        <div class="own-entries__fields">
            { share("seen-rate", "Interviewed, of those without a signal", figures.rate, |f, v| f.rate = v) }
            { share("seen-signalled", "Interviewed, of those with a signal", figures.rate_signalled, |f, v| f.rate_signalled = v) }
            { number("seen-applicants", "Applicants, if it says how many", "applicants", MOST_APPLICANTS, figures.applicants, |f, v| f.applicants = v) }
            { share("seen-type-applied", "Your applicant type, of those who applied", figures.type_applied, |f, v| f.type_applied = v) }
            { share("seen-type-interviewed", "Your applicant type, of the interviewed", figures.type_interviewed, |f, v| f.type_interviewed = v) }
            { number("seen-step2-25", "Step 2 CK of the interviewed, 25th percentile", "points", 300, figures.step2[0], |f, v| f.step2[0] = v) }
            { number("seen-step2-50", "50th percentile", "points", 300, figures.step2[1], |f, v| f.step2[1] = v) }
            { number("seen-step2-75", "75th percentile", "points", 300, figures.step2[2], |f, v| f.step2[2] = v) }
        </div>
    }
}
