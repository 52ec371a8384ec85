//! The questions and the programs of the view, each row with its reasons and the way to its page.

use std::rc::Rc;

use vecmap::VecSet;
use yew::prelude::*;

use super::out;
use crate::kit::{in_words, range_bar};
use crate::rooms::programs::Reasons;
use crate::rooms::questions::form::{Asked, use_form};
use crate::rooms::questions::shared::{kind, specialty, step2, use_specialties, visa};
use crate::rooms::words;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::distinction::Distinctions;
use engine::geography::UsState;
use engine::program::Program;
use engine::ranking::Ranked;
use state::embed::settings::{Part, Settings};
use state::questions::KIND;
use state::questions::days::day_words;
use state::{Action, Field, ListEdit, Load, Loaded};

/// Programs shown at first, and added by each press.
const ROWS: usize = 10;
const ROWS_COMPACT: usize = 5;

/// The questions that a ranking needs.
#[component]
pub(super) fn Questions() -> Html {
    let form = use_form();
    let suggestions = use_specialties(&form);
    let asked = Asked::plain("Which specialty do you apply in?");
    html! {
        <div class="stack">
            { specialty(&form, 0, asked, &suggestions, form.error(Field::Specialty1)) }
            { kind(&form, Asked::plain("How do you apply?").paired()) }
            if form.answers().get(KIND).is_some() {
                { visa(&form, Asked::plain("Which visa do you need for training?").paired()) }
            }
            { step2(&form, Asked::plain("Do you have a Step 2 CK score?"), Html::default) }
        </div>
    }
}

/// The ranking, once the data are here.
pub(super) fn programs(world: &World, loaded: Option<&Rc<Loaded>>, settings: &Settings) -> Html {
    let Some(loaded) = loaded else {
        let words = match world.state.pack {
            Load::Failed(_) => "The program data did not arrive. Load the page again.",
            _ => "Loading the program data.",
        };
        return html! { <p key="programs" role="status">{ words }</p> };
    };
    html! { <Programs key="programs" loaded={loaded.clone()} look={Look::of(settings)} /> }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct ProgramsProps {
    loaded: Rc<Loaded>,
    look: Look,
}

/// What the partner's settings mean for the programs; colours change and are not among it.
#[derive(Clone, Debug, PartialEq)]
struct Look {
    compact: bool,
    /// The states that are shown; all where there is none.
    states: VecSet<UsState>,
    /// Whether the questions stand beside it.
    has_questions: bool,
}

impl Look {
    fn of(settings: &Settings) -> Look {
        Look {
            compact: settings.compact,
            states: settings.states.clone(),
            has_questions: settings.parts.contains(&Part::Questions),
        }
    }
}

/// The ranking, a few at a time.
#[component]
fn Programs(props: &ProgramsProps) -> Html {
    let world = use_world();
    let ProgramsProps { loaded, look } = props;
    let step = if look.compact { ROWS_COMPACT } else { ROWS };
    let pages = use_state_eq(|| 1_usize);
    let ranking = &world.derived.ranking;
    let distinctions = {
        let question = (
            loaded.clone(),
            world.derived.clone(),
            world.state.work.entries.clone(),
        );
        use_memo(question, |(loaded, derived, entries)| {
            let question = derived.question(loaded, entries);
            question.map_or_else(Distinctions::default, |question| {
                Distinctions::of(&question, &derived.ranking, &derived.ranking.aim)
            })
        })
    };
    if ranking.ranked.is_empty() {
        return html! {
            <>
                // Without the questions beside it, it asks them itself.
                if !look.has_questions { <Questions /> }
                <p role="status">{ "Answer the questions to see programs, ranked for you." }</p>
            </>
        };
    }
    let reasons = Reasons {
        applicant: world.derived.applicant(),
        entries: &world.state.work.entries,
        buckets: None,
        distinctions: &distinctions,
    };
    let rows: Vec<(&Ranked, &Program)> = ranking
        .ranked
        .iter()
        .filter_map(|ranked| Some((ranked, loaded.catalog.get(ranked.program)?)))
        .filter(|(_, program)| look.states.is_empty() || look.states.contains(&program.state))
        .collect();
    let shown = rows.len().min(step * *pages);
    let more = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages + 1))
    };
    let scale = rows
        .iter()
        .map(|(ranked, _)| ranking.chance(ranked).p_interview.hi)
        .fold(0.01, f64::max);
    html! {
        <section class="stack" aria-labelledby="embed-programs">
            <h2 id="embed-programs">{ words::counted(rows.len(), "program", "programs") }</h2>
            if !look.compact {
                <p class="muted small">{ format!("Bars run from 0 to {}.", words::precise(scale)) }</p>
            }
            <ol class="embed__rows" role="list">
                { for rows.iter().take(shown).map(|(ranked, program)| {
                    let why = reasons.at(ranked.program, program);
                    row(&world, (ranked, *program), why, scale, look.compact)
                }) }
            </ol>
            if shown < rows.len() {
                <p><button type="button" class="button button--quiet" onclick={more}>{ "Show more" }</button></p>
            }
        </section>
    }
}

fn row(
    world: &World,
    (ranked, program): (&Ranked, &Program),
    why: String,
    scale: f64,
    compact: bool,
) -> Html {
    let band = world.derived.ranking.chance(ranked).p_interview;
    let id = program.id;
    let listed = world.state.work.lists.programs().contains_key(&id);
    let toggle = world.dispatch.reform(move |_: MouseEvent| {
        Action::List(if listed {
            ListEdit::Remove(id)
        } else {
            ListEdit::Add(id)
        })
    });
    let given = world.state.work.entries.given();
    let is_touched = given.is_some_and(|file| file.get(id).is_some());
    let note = given.and_then(|file| Some((&file.name, file.note(id)?)));
    html! {
        <li key={id.to_string()} class="embed__row">
            <p class="embed__name">{ out(&Route::Program { id }, &program.name) }</p>
            <p class="muted small">{ format!("{}, {}", program.city, program.state.code()) }</p>
            if !compact {
                { range_bar(band.lo / scale, band.mid / scale, band.hi / scale) }
            }
            <p class="small">{ format!("Interview: {}, {}", in_words(band.mid), words::range(band)) }</p>
            <p class="small">{ why }</p>
            if let Some(file) = given.filter(|_| is_touched) {
                <p class="small"><span class="own-entry-mark">{ format!("With facts from the file of {}, {}", file.name, day_words(file.day)) }</span></p>
            }
            if let Some((name, note)) = note {
                <p class="small embed__note">{ format!("{name} says: {note}") }</p>
            }
            <button type="button" class="button button--quiet small" aria-pressed={listed.to_string()} onclick={toggle}>
                { if listed { "On my list" } else { "Add to my list" } }
                <span class="visually-hidden">{ format!(": {}", program.name) }</span>
            </button>
        </li>
    }
}
