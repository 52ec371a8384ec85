//! Figures of a program from the visitor's own Residency Explorer account: typed by them, kept on
//! the device, and what they make of the chance.

use yew::prelude::*;

use super::directories;
use super::number_fields::{NumberField, ShareField};
use crate::kit::{Notice, NoticeKind, percent};
use crate::rooms::words;
use crate::store::use_world;
use engine::applicant::Entry;
use engine::decimal::Decimal;
use engine::program::ProgramId;
use engine::residency_explorer::{Figures, MOST_APPLICANTS, Permille, Update};
use state::Action;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ExplorerProps {
    /// The program.
    pub(super) id: ProgramId,
    /// What is entered so far.
    pub(super) entry: Entry,
    /// What the figures made of the chance with every gate open, and the chance with the gates.
    pub(super) update: Option<(Update, f64)>,
}

/// The form, folded if there is nothing in it when the page opens; then it is the visitor's to fold.
#[component]
pub(super) fn ExplorerFigures(props: &ExplorerProps) -> Html {
    let dispatch = use_world().dispatch;
    let figures = props.entry.explorer;
    let starts_open = use_state(|| !figures.is_empty());
    // Fields are made anew when the figures go, so that no text stays behind.
    let times_cleared = use_state(|| 0_u32);
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
    let clear = {
        let (change, times_cleared) = (change.clone(), times_cleared.clone());
        Callback::from(move |_: MouseEvent| {
            change.emit(Figures::default());
            times_cleared.set(*times_cleared + 1);
        })
    };
    html! {
        <details class="explorer" open={*starts_open}>
            <summary>{ "From your Residency Explorer account" }</summary>
            <div class="stack explorer__body">
                <p class="prose">
                    { "Residency Explorer shows applicants how many people were interviewed at a program. Its terms do not allow others to copy these figures, so Smart Pick takes nothing from there. Type what you see, and it counts for this program. For what you leave out, the model\u{2019}s own values are used. " }
                    { directories::outside("https://www.residencyexplorer.org".into(), "Residency Explorer") }
                </p>
                { said(&figures, props.update) }
                <div class="own-entries__fields" key={*times_cleared}>{ fields(&figures, &change) }</div>
                if !figures.is_empty() {
                    <p><button type="button" class="button button--quiet" onclick={clear}>{ "Take these figures away" }</button></p>
                }
            </div>
        </details>
    }
}

/// What the figures did, or why they did nothing.
fn said(figures: &Figures, update: Option<(Update, f64)>) -> Html {
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
            { made(figures, update) }
        </>
    }
}

fn made(figures: &Figures, update: Option<(Update, f64)>) -> Html {
    let Some((update, chance)) = update else {
        let why = match (figures.rate, figures.rate_signalled) {
            (Some(_), _) => "These figures change nothing: this program has no chance to change.",
            (None, Some(_)) => {
                "The share with a signal changes only what a signal to this program does. To change the chance without a signal, enter the share interviewed without one."
            }
            (None, None) => {
                "These figures change nothing yet, because the share interviewed is missing. The other figures only help to read it."
            }
        };
        return Notice::new(NoticeKind::Note).view(html! { <p>{ why }</p> });
    };
    Notice::new(NoticeKind::Done).announced().view(html! {
        <p>
            { format!(
                "If you meet every requirement, the model alone gives {}. Your figures give {} for somebody like you; both together give {}. The model has the weight of {}, your figures the weight of {}.",
                percent(update.before), percent(update.seen), percent(update.after),
                people(update.worth), people(update.weight),
            ) }
            if percent(chance) != percent(update.after) {
                { format!(" Requirements change it to {}.", percent(chance)) }
            }
            if figures.by_type().is_none() {
                { " You have not entered both shares of your applicant type, so your figures are about all types and count less." }
            }
        </p>
    })
}

fn people(count: f64) -> String {
    match Decimal::fixed(count, 0).to_string().parse().unwrap_or(0) {
        0 => "less than one applicant".to_owned(),
        whole => words::counted(whole, "applicant", "applicants"),
    }
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
        <>
            { share("seen-rate", "Interviewed, of those without a signal", figures.rate, |f, v| f.rate = v) }
            { share("seen-signalled", "Interviewed, of those with a signal", figures.rate_signalled, |f, v| f.rate_signalled = v) }
            { number("seen-applicants", "Applicants, if it says how many", "applicants", MOST_APPLICANTS, figures.applicants, |f, v| f.applicants = v) }
            { share("seen-type-applied", "Your applicant type, of those who applied", figures.type_applied, |f, v| f.type_applied = v) }
            { share("seen-type-interviewed", "Your applicant type, of the interviewed", figures.type_interviewed, |f, v| f.type_interviewed = v) }
            { number("seen-step2-25", "Step 2 CK of the interviewed, 25th percentile", "points", 300, figures.step2[0], |f, v| f.step2[0] = v) }
            { number("seen-step2-50", "Step 2 CK, 50th percentile", "points", 300, figures.step2[1], |f, v| f.step2[1] = v) }
            { number("seen-step2-75", "Step 2 CK, 75th percentile", "points", 300, figures.step2[2], |f, v| f.step2[2] = v) }
        </>
    }
}
