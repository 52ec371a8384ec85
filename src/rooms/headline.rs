//! The sentence that moves with the answers: how people like the visitor fare, what a good list gives,
//! and what would change it most.

use yew::prelude::*;

use crate::kit::in_words;
use crate::rooms::words;
use crate::routing::link::anchor;
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::World;
use engine::list::lever::{Lever, MONTHS, Missing, Pull};
use state::lists::best::{BestList, Pulls};
use state::{Derived, Field, Loaded};

/// The sentence; nothing while the answers do not give a chance.
pub(crate) fn headline(world: &World, loaded: &Loaded) -> Html {
    let derived = &world.derived;
    if derived.ranking.ranked.is_empty() {
        return html! {};
    }
    let best = world.state.best(derived);
    let list = match best.map(|best| &best.list) {
        Some(Ok(list)) => with_list(list),
        Some(Err(why)) => html! { <>{ why.to_string() }</> },
        None => html! { <span class="headline__wait">{ "Working out your best list …" }</span> },
    };
    let pulls = best.and_then(|best| best.pulls.clone());
    html! {
        <div class="headline" aria-live="polite">
            <p class="headline__words">
                { of_people(derived, loaded) }
                { list }
            </p>
            if let Some(pulls) = pulls {
                { helps(&pulls) }
            }
        </div>
    }
}

/// How the visitor's group fares, as published.
fn of_people(derived: &Derived, loaded: &Loaded) -> String {
    let cell = derived
        .preferences()
        .specialties
        .first()
        .and_then(|choice| {
            let kind = derived.applicant().kind?;
            loaded.model.as_ref()?.cell(choice.code, kind)
        });
    let Some(cell) = cell else {
        return String::new();
    };
    format!(
        "Of {} who apply in {}, {} match. ",
        words::people(Some(cell.kind)),
        loaded.catalog.specialty_name(cell.specialty),
        in_words(cell.match_rate),
    )
}

fn with_list(list: &BestList) -> Html {
    let band = list.ranges.map(|ranges| ranges.p_match);
    let range = band.map_or_else(String::new, |band| format!(" ({})", words::range(band)));
    html! {
        <>
            { "With your answers, the best list of " }
            { words::counted(list.programs.len(), "program", "programs") }
            { " gives you " }
            <strong>{ in_words(list.figures.p_match) }</strong>
            { range }
            { "." }
        </>
    }
}

/// What would change your chance most: at most two, each with the way there.
fn helps(pulls: &Pulls) -> Html {
    const MOST: usize = 2;
    if pulls.all.is_empty() {
        return html! {};
    }
    html! {
        <p class="headline__helps">
            <strong>{ "What would change it most: " }</strong>
            { for pulls.all.iter().take(MOST).enumerate().map(|(at, pull)| html! {
                <span key={at}>{ if at > 0 { "; " } else { "" } }{ help(pull, pulls.now) }</span>
            }) }
            { "." }
        </p>
    }
}

fn help(pull: &Pull, now: f64) -> Html {
    let [low, high] = pull.p_match;
    let (low, high) = if low <= high {
        (low, high)
    } else {
        (high, low)
    };
    let to_field = |field: Field, words: String| {
        let location = Location {
            route: Route::Profile,
            target: Some(field.code().into()),
        };
        anchor(&location, "", html! { words })
    };
    let between = format!(
        " (then {} to {})",
        in_words(low).trim_start_matches("about "),
        in_words(high).trim_start_matches("about "),
    );
    let then = format!(
        " ({} instead of {})",
        in_words(high).trim_start_matches("about "),
        in_words(now).trim_start_matches("about "),
    );
    match pull.lever {
        Lever::Answer(missing) => html! {
            <>{ to_field(field_of(missing), format!("add {}", lower(missing.label()))) }{ between }</>
        },
        Lever::Certificate => html! {
            <>{ to_field(Field::Ecfmg, "the ECFMG certificate".into()) }{ then }</>
        },
        Lever::Step3 => {
            html! { <>{ to_field(Field::Step3, "a pass in Step 3".into()) }{ then }</> }
        }
        Lever::Experience => html! {
            <>{ to_field(Field::Experience, format!("{MONTHS} more months of hands-on US clinical experience")) }{ then }</>
        },
    }
}

fn lower(label: &str) -> String {
    let mut label = label.to_owned();
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    label
}

fn field_of(missing: Missing) -> Field {
    match missing {
        Missing::GraduationYear => Field::GraduationYear,
        Missing::Attempts => Field::Step2Attempts,
        Missing::Step2Score => Field::Step2Score,
        Missing::Ecfmg => Field::Ecfmg,
        Missing::Experience => Field::Experience,
    }
}
