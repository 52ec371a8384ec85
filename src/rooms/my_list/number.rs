//! How many applications: the question, what counts when it is left empty, and what others send.

use std::rc::Rc;

use yew::prelude::*;

use super::settings::Ask;
use crate::loading::details::SourceLink;
use crate::rooms::words;
use crate::store::{World, use_world};
use engine::fact::SourceIndex;
use engine::list::{Enough, Prospects, Recommended};
use state::lists::limits;
use state::{ListSetting, Loaded};

/// Sources in which applications are counted. A cell of the model names them among others.
const COUNTED: [&str; 4] = [
    "aaim_applications_2016",
    "aamc_applications",
    "interviews_sheet_2024",
    "ortho_applications_2024",
];

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct NumberProps {
    pub(super) loaded: Rc<Loaded>,
}

/// The question. The number for an empty box is worked out once a ranking, not for every key.
#[component]
pub(super) fn Number(props: &NumberProps) -> Html {
    let world = use_world();
    let work = &world.state.work;
    let recommended = use_memo(
        (
            world.derived.clone(),
            work.pinned.clone(),
            work.hidden.clone(),
        ),
        |(derived, ..)| {
            let question = derived.question(&props.loaded, &work.entries)?;
            let prospects = Prospects::of(&question, &derived.ranking);
            Some(limits::recommended(&prospects, work))
        },
    );
    let number = Ask {
        setting: ListSetting::Number,
        label: "How many applications?".into(),
        hint: recommended.map(|recommended| hint(recommended, &world)),
        unit: None,
    };
    html! {
        <>
            { number.view(&world) }
            { others_send(&world, &props.loaded) }
        </>
    }
}

fn hint(recommended: Recommended, world: &World) -> String {
    let number = words::count(recommended.number);
    let why = match recommended.why {
        Enough::TenMoreAddLittle => {
            ". Ten more would add less than one point to your chance to match"
        }
        Enough::All => ", all that have a chance",
        Enough::Pinned => ", as many as you pinned",
        Enough::AsOthers => ", as many as applicants of your type send",
    };
    let budget = if world
        .state
        .work
        .list_settings
        .read(ListSetting::Budget)
        .is_some()
    {
        " Your budget can make it fewer."
    } else {
        ""
    };
    format!(
        "Left empty: {number}{why}.{budget} Pinned programs stay on the list, hidden ones stay off it."
    )
}

/// What applicants of the type send in the first specialty, for comparison and not as advice.
fn others_send(world: &World, loaded: &Loaded) -> Html {
    let applicant = world.derived.applicant();
    let choices = &world.derived.preferences().specialties;
    let found = choices.first().and_then(|choice| {
        let cell = loaded.model.as_ref()?.cell(choice.code, applicant.kind?)?;
        let keys = cell.sources.iter().map(AsRef::as_ref);
        let sources: Vec<SourceIndex> = keys
            .filter(|key| COUNTED.contains(key))
            .filter_map(|key| loaded.catalog.source_named(key))
            .collect();
        Some((choice.code, cell.reference_applications, sources))
    });
    let Some((code, sent, sources)) = found.filter(|(.., sources)| !sources.is_empty()) else {
        return html! {};
    };
    let year = |index: SourceIndex| {
        let details = loaded.catalog.source_details(index);
        details.map_or_else(String::new, |details| format!(" ({})", details.year))
    };
    html! {
        <p class="muted small">
            { format!(
                "For comparison, and not as advice: applicants of your type sent about {sent:.0} on average in {}, as we read ",
                loaded.catalog.specialty_name(code)
            ) }
            { for sources.iter().enumerate().map(|(at, index)| html! {
                <span key={index.0}>{ if at > 0 { "; " } else { "" } }<SourceLink index={*index} />{ year(*index) }</span>
            }) }
            { "." }
        </p>
    }
}
