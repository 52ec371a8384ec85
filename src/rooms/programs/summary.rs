//! What the list says of itself: how many, in which order, and what no single chance tells.

use yew::prelude::*;

use crate::kit::{self, NoticeKind};
use crate::rooms::words;
use engine::catalog::Catalog;
use engine::notice::Notice;
use engine::preference::Positions;
use engine::ranking::Ranking;
use state::Derived;
use state::browse::{Browse, Counts, Show, Sort};
use state::questions::preliminary::published;

/// "412 ranked, 96 shut, 30 without a chance shown".
pub(super) fn counts(counts: &Counts) -> Html {
    if counts.ranked + counts.shut + counts.not_modelled == 0 {
        return html! {};
    }
    html! {
        <p class="lead">
            { format!(
                "{} ranked, {} shut, {} without a chance shown",
                words::count(counts.ranked), words::count(counts.shut), words::count(counts.not_modelled),
            ) }
        </p>
    }
}

/// What every chance on the page leaves out.
pub(crate) fn left_out(notices: &[Notice]) -> Html {
    if notices.is_empty() {
        return html! {};
    }
    kit::Notice::new(NoticeKind::Warning).view(
        html! { <>{ for notices.iter().map(|notice| html! { <p>{ notice.label() }</p> }) }</> },
    )
}

/// What is published of the preliminary years that are chosen.
pub(crate) fn preliminary(derived: &Derived, catalog: &Catalog) -> Html {
    let choices = derived.preferences().specialties.iter();
    let kind = derived.applicant().kind;
    let published = choices
        .filter(|choice| choice.positions == Positions::OneYear)
        .filter_map(|choice| published(catalog.specialty(choice.code)?, kind));
    published
        .map(|sentence| html! { <p>{ sentence }</p> })
        .collect()
}

/// What the order is, and what it is not.
pub(super) fn explanation(browse: &Browse, derived: &Derived) -> Html {
    let order = match (browse.sort, browse.show) {
        (Sort::Value, _) if !browse.query.trim().is_empty() => {
            "The best text match first.".to_owned()
        }
        (Sort::Value, Show::Ranked) => {
            let counted = if derived.ranking.aim.has_turned() {
                "what a program is worth to you, and less by your chance to match there, since a \
                 match is all but sure"
            } else {
                "your chance to match there times what it is worth to you"
            };
            format!(
                "Sorted by {counted}; programs with the same number stand by their ACGME ids. \
                 This is not the order of an optimised list, where programs that fail together \
                 count less."
            )
        }
        (Sort::Value, Show::Shut) => "Sorted by the gate that is shut.".to_owned(),
        (Sort::Value, Show::NotModelled) => {
            "Sorted by how sure the gates are to be open, times worth.".to_owned()
        }
        (Sort::Value, Show::Elsewhere) => "Sorted by specialty and state.".to_owned(),
        (Sort::Value, Show::Pinned | Show::Hidden) => "Ranked programs first.".to_owned(),
        (Sort::Distance, _) => match &derived.preferences().near {
            Some(near) => format!("Sorted by distance from {}.", near.label),
            None => "Your preferences name no place to measure from.".to_owned(),
        },
        (other, _) => format!("Sorted by {}.", other.label().to_ascii_lowercase()),
    };
    html! { <p>{ " " }{ order }</p> }
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
