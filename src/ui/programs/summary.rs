//! What the list says of itself: how many, in which order, and what no single chance tells.

use yew::prelude::*;

use super::words;
use crate::engine::ranking::Ranking;
use crate::state::Derived;
use crate::state::shelf::{Counts, Shelf, Sort};

/// "412 ranked, 96 shut, 30 without a chance".
pub(super) fn counts(counts: &Counts) -> Html {
    if counts.ranked + counts.shut + counts.not_modelled == 0 {
        return html! {};
    }
    html! {
        <p class="lead">
            { format!(
                "{} ranked, {} shut, {} without a chance",
                words::count(counts.ranked), words::count(counts.shut), words::count(counts.not_modelled),
            ) }
        </p>
    }
}

/// What the order is, and what it is not.
pub(super) fn explanation(shelf: &Shelf, derived: &Derived) -> Html {
    let order = match shelf.sort {
        Sort::Value if !shelf.query.trim().is_empty() => {
            "The best text match first, then by chance times worth.".to_owned()
        }
        Sort::Value => {
            "Sorted by your chance to match there times what it is worth to you.".to_owned()
        }
        Sort::Distance => match &derived.preferences().near {
            Some(near) => format!("Sorted by distance from {}.", near.label),
            None => "Sorted by chance times worth: your preferences name no place.".to_owned(),
        },
        other => format!("Sorted by {}.", other.label().to_lowercase()),
    };
    html! {
        <p>
            { order }
            { " This is not the order of an optimised list, where programs that fail together count less." }
        </p>
    }
}

/// Said where no single program is likely.
pub(super) fn reach(ranking: &Ranking) -> Html {
    let none_likely =
        !ranking.ranked.is_empty() && ranking.ranked.iter().all(|row| row.p_interview.mid < 0.3);
    if !none_likely {
        return html! {};
    }
    html! {
        <p class="programs__reach">
            { "Each single program is a reach; the list is what matches you." }
        </p>
    }
}
