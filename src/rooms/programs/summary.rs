//! What the list says of itself: how many, in which order, and what no single chance tells.

use yew::prelude::*;

use crate::kit::{self, NoticeKind};
use engine::catalog::Catalog;
use engine::notice::Notice;
use engine::preference::Positions;
use state::Derived;
use state::browse::{Browse, Show, Sort, View};
use state::questions::preliminary::published;

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
pub(super) fn explanation(browse: &Browse, derived: &Derived, view: &View) -> Html {
    let order = match (browse.sort, browse.table()) {
        (Sort::Value, _) if !browse.query.trim().is_empty() => {
            "The best text match first.".to_owned()
        }
        (Sort::Value, Show::Plan | Show::Ranked) => {
            let counted = if derived.ranking.aim.has_turned() {
                "what a program is worth to you and, with less weight, by your chance to match there, \
                 since you will very likely match"
            } else {
                "your chance to match there and what it is worth to you"
            };
            format!(
                "Sorted by {counted}. Programs with the same number are in the order of their ACGME ids."
            )
        }
        (Sort::Value, Show::ApplyFirst | Show::Apply) => {
            "In the order of your best list.".to_owned()
        }
        (Sort::Value, Show::AskFirst) => {
            "First comes the program where a yes would add most.".to_owned()
        }
        (Sort::Value, Show::Skip) => {
            "Those that add most first, then those that do not consider you.".to_owned()
        }
        (Sort::Value, Show::Shut) => "Sorted by the requirement that you do not meet.".to_owned(),
        (Sort::Value, Show::NotModelled) => {
            "Sorted by how likely they are to consider you, and by what they are worth to you."
                .to_owned()
        }
        (Sort::Value, Show::Elsewhere) => "Sorted by specialty and state.".to_owned(),
        (Sort::Value, Show::Pinned | Show::Hidden) => "Ranked programs first.".to_owned(),
        (Sort::Distance, _) => match &derived.preferences().near {
            Some(near) => format!("Sorted by distance from {}.", near.label),
            None => "Your preferences name no place to measure from.".to_owned(),
        },
        (other, _) => format!("Sorted by {}.", other.label().to_ascii_lowercase()),
    };
    html! { <p>{ " " }{ order }{ unmoved(browse, derived, view) }</p> }
}

/// Why a chosen sort changed nothing; empty where it did.
fn unmoved(browse: &Browse, derived: &Derived, view: &View) -> &'static str {
    if view.is_moved || view.rows.len() < 2 {
        return "";
    }
    match browse.sort {
        Sort::Value => "",
        Sort::Preference if !derived.preferences().has_wishes() => {
            " The order did not change: you have not yet stated wishes in which programs differ."
        }
        _ => {
            " The order did not change: the programs were already in this order, or are equal in it."
        }
    }
}
