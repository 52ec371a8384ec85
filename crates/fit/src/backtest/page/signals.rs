//! What a signal is counted for, as a table of the Accuracy page.

use maud::{Markup, html};

use super::parts::{ledger, part, titles};
use crate::Fitted;
use crate::backtest::cells::name_of;
use crate::backtest::percent;
use crate::signals::SignalRow;
use engine::catalog::Catalog;
use engine::model::Effect;
use engine::vocabulary::ApplicantType;

/// The part with the table.
pub(super) fn signals(fitted: &Fitted, sources: &Catalog) -> Markup {
    let about = "What a signal is counted for";
    let heads = [
        "Specialty",
        "Signals",
        "Share of a US MD senior's applications",
        "Studies: odds with against without",
        "We count",
    ];
    let all = &fitted.signals;
    let rows = html! {
        @for row in &all.rows {
            tr {
                th scope="row" {
                    (name(fitted, row)) " "
                    span.ledger__note {
                        @if row.effect.sources.is_empty() {
                            "From the other specialties"
                        } @else {
                            (titles(&keys(row), sources))
                        }
                    }
                }
                td.ledger__number { (count(row)) }
                td.ledger__number { (share(fitted, row)) }
                td.ledger__number {
                    @match row.measured {
                        Some(raw) => { "× " (short(libm::exp(raw.value))) }
                        None => "no figure",
                    }
                }
                td.ledger__number { (counted(row)) }
            }
        }
    };
    part(
        "signals",
        about,
        &html! {
            p {
                "Over all specialties that were studied, the odds of an interview were "
                (short(libm::exp(all.pooled.value)))
                " times as high with a signal, and where a further specialty would lie the low end of four cases in five is "
                (short(libm::exp(all.low))) " times. A specialty without a study gets that low end."
            }
            p { "This is an association: applicants signal where they fit best, and would do better there without a signal too. Two studies asked the same applicants about the programs they would have signalled next; a quarter and three quarters of the difference were left. So half of what was measured is counted, a fifth to four fifths in the range. No study was found of IMGs in internal medicine, family medicine, pediatrics, psychiatry or neurology." }
            p { "A chance on this site is that of an application without a signal. It is set so that applications with and without, in the mix that the season's number of signals allows, give the published number of interviews." }
            (ledger(about, &heads, &rows))
        },
    )
}

fn name(fitted: &Fitted, row: &SignalRow) -> String {
    let mut drafts = fitted.drafts.iter();
    let draft = drafts.find(|draft| draft.specialty == row.effect.specialty);
    draft.map_or_else(String::new, |draft| name_of(&fitted.published, draft))
}

fn keys(row: &SignalRow) -> Vec<String> {
    row.effect.sources.iter().map(ToString::to_string).collect()
}

fn count(row: &SignalRow) -> String {
    if row.sent.gold > 0.0 {
        format!("{} gold, {} silver", row.sent.gold, row.sent.silver)
    } else {
        row.sent.silver.to_string()
    }
}

/// The share of a US MD senior's applications that carry a signal.
fn share(fitted: &Fitted, row: &SignalRow) -> String {
    let specialty = row.effect.specialty;
    let cell = fitted.model.cell(specialty, ApplicantType::UsMdSenior);
    cell.map_or_else(
        || "not known".to_owned(),
        |cell| {
            let mix = fitted.signals.mix(specialty, cell.reference_applications);
            percent(mix.signalled())
        },
    )
}

fn counted(row: &SignalRow) -> Markup {
    let times = |word: &str, effect: Effect| {
        let [mid, low, high] = [effect.mid, effect.low, effect.high].map(|x| short(libm::exp(x)));
        html! { div { (word) "× " (mid) " " span.ledger__note { (low) " to " (high) } } }
    };
    html! {
        @if let Some(gold) = row.effect.gold {
            (times("gold ", gold))
            (times("silver ", row.effect.silver))
        } @else {
            (times("", row.effect.silver))
        }
    }
}

fn short(value: f64) -> String {
    format!("{value:.1}")
}
