//! What rows of programs have in common, wherever they stand: the chance of an interview, and the signal.

use yew::prelude::*;

use crate::kit::{in_words, range_bar};
use crate::rooms::words;
use engine::eligibility::Band;
use engine::list::Allowance;
use engine::portfolio::Level;
use state::browse::ChanceClass;

/// The chance of an interview in words, as a bar that runs from 0 to `scale`, and with its range; `own` says
/// whether the visitor's own figures are in it.
pub(crate) fn interview(band: Band, scale: f64, own: bool) -> Html {
    let class = ChanceClass::of(band.mid).word();
    let end = |chance: f64| (chance / scale).min(1.0);
    html! {
        <>
            <p class="chance-cell__odds"><span class="visually-hidden">{ "Interview: " }</span>{ in_words(band.mid) }</p>
            { range_bar(end(band.lo), end(band.mid), end(band.hi)) }
            <p class="chance-cell__range">
                { format!("{class}, {}{}", words::range(band), if own { ", with your figures" } else { "" }) }
            </p>
        </>
    }
}

/// A kind of signal, for people: a specialty that has one kind has no silver.
pub(crate) fn signal_kind(level: Level, allowance: Option<Allowance>) -> &'static str {
    match (level, allowance) {
        (Level::Plain, _) => "No signal",
        (Level::Gold, _) => "Gold",
        (Level::Silver, Some(Allowance { gold: 0, .. })) => "Signal",
        (Level::Silver, _) => "Silver",
    }
}

/// The signal that an application carries, as a word of its colour; nothing without one.
pub(crate) fn signal_chip(level: Level, allowance: Option<Allowance>) -> Html {
    if level == Level::Plain {
        return Html::default();
    }
    html! { <span class="signal-chip" data-level={level.code()}>{ signal_kind(level, allowance) }</span> }
}
