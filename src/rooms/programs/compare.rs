//! Two to four programs side by side; at first only what differs.

use std::rc::Rc;

use yew::prelude::*;

use super::facts;
use super::row::visa_phrase;
use super::subject::Subject;
use crate::kit::{in_words, page_title};
use crate::loading::details::DetailsNotice;
use crate::loading::pack::with_pack;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::{Comparison, Route};
use crate::store::{World, use_world};
use engine::catalog::ProgramIndex;
use engine::decimal::Decimal;
use engine::program::Program;
use engine::ranking::Ranking;
use state::browse::{ChanceClass, MOST_COMPARED, NO_DIFFERENCE, Place, visa_word};
use state::{Loaded, State};

/// Programs side by side.
pub(crate) fn compare_room(world: &World, ids: &Comparison) -> Html {
    let ids = ids.clone();
    with_pack(world, &Route::Compare { ids: ids.clone() }, |loaded| {
        html! { <SideBySide loaded={loaded.clone()} {ids} /> }
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SideBySideProps {
    loaded: Rc<Loaded>,
    ids: Comparison,
}

#[component]
fn SideBySide(props: &SideBySideProps) -> Html {
    let World { state, derived, .. } = use_world();
    let everything = use_state(|| false);
    let catalog = &props.loaded.catalog;
    let mut found: Vec<(ProgramIndex, &Program)> = Vec::new();
    for id in &props.ids.0 {
        if let Some(program) = catalog.find(*id)
            && !found.contains(&program)
            && found.len() < MOST_COMPARED
        {
            found.push(program);
        }
    }
    if found.len() < 2 {
        return too_few();
    }
    let bands = derived.bands(&props.loaded, &state.work.entries);
    let place = |index| Place::find(&derived.ranking, bands, index);
    let rows = lines(&found, |(index, program)| {
        let subject = Subject::new(catalog, (*index, program), &state.work.entries, state.today);
        column(
            &subject,
            *index,
            &state,
            &derived.ranking,
            derived.applicant().visa,
            place(*index),
        )
    });
    let (differing, same): (Vec<Line>, Vec<Line>) = rows.into_iter().partition(Line::differs);
    let toggle = {
        let everything = everything.clone();
        Callback::from(move |_: MouseEvent| everything.set(!*everything))
    };
    html! {
        <div class="comparison">
            <p class="no-print">{ link(&Route::Programs, "", "\u{2190} Your programs") }</p>
            { page_title(Route::Compare { ids: props.ids.clone() }.title()) }
            <p class="lead">
                { format!("{} programs. ", found.len()) }
                { format!("{} differ, {} the same.", words::counted(differing.len(), "line", "lines"), same.len()) }
            </p>
            { for no_difference(&found, place).into_iter().map(|words| html! { <p>{ words }</p> }) }
            <button type="button" class="button button--quiet" aria-pressed={everything.to_string()} onclick={toggle}>
                { if *everything { "Show only what differs" } else { "Show every line" } }
            </button>
            <DetailsNotice />
            <div class="side-by-side-frame" role="region" aria-label="Programs side by side" tabindex="0">
            <table class="side-by-side" data-programs={found.len().to_string()}>
                <caption class="visually-hidden">{ "Programs side by side" }</caption>
                <thead>
                    <tr>
                        <td></td>
                        { for found.iter().map(|(_, program)| html! {
                            <th scope="col" key={program.id.number()}>
                                { link(&Route::Program { id: program.id }, "", &program.name) }
                                <span class="side-by-side__where">{ format!("{}, {}", program.city, program.state.code()) }</span>
                            </th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for differing.iter().map(|line| line_view(line, &found)) }
                    if *everything { { for same.iter().map(|line| line_view(line, &found)) } }
                </tbody>
            </table>
            </div>
        </div>
    }
}

/// Of programs in one band, that the order between them says nothing.
fn no_difference(
    found: &[(ProgramIndex, &Program)],
    place: impl Fn(ProgramIndex) -> Option<Place>,
) -> Vec<String> {
    let all: Vec<(&Program, Place)> = found
        .iter()
        .filter_map(|(index, program)| Some((*program, place(*index)?)))
        .collect();
    let mut said = Vec::new();
    for (at, (_, place)) in all.iter().enumerate() {
        let is_first = !all.iter().take(at).any(|(_, p)| p.is_shared_with(*place));
        let alike = all.iter().filter(|(_, p)| p.is_shared_with(*place));
        let names: Vec<&str> = alike.map(|(program, _)| &*program.name).collect();
        if is_first && names.len() > 1 {
            said.push(format!(
                "Between {}: {NO_DIFFERENCE}. They share the places {}.",
                names.join(" and "),
                place.words()
            ));
        }
    }
    said
}

fn too_few() -> Html {
    html! {
        <div class="center stack">
            { page_title("Nothing to compare") }
            <p class="lead">{ "Choose two to four programs in the list with the box \u{201c}Compare\u{201d}." }</p>
            <p>{ link(&Route::Programs, "button", "See your programs") }</p>
        </div>
    }
}

/// One question with the answer of each program.
struct Line {
    label: &'static str,
    cells: Vec<String>,
}

impl Line {
    fn differs(&self) -> bool {
        self.cells
            .windows(2)
            .any(|pair| pair.first() != pair.last())
    }
}

/// Turns columns of labelled answers into lines. Every column has the same labels.
fn lines<T>(found: &[T], column: impl Fn(&T) -> Vec<(&'static str, String)>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for program in found {
        for (at, (label, cell)) in column(program).into_iter().enumerate() {
            match lines.get_mut(at) {
                Some(line) => line.cells.push(cell),
                None => lines.push(Line {
                    label,
                    cells: vec![cell],
                }),
            }
        }
    }
    lines
}

fn column(
    subject: &Subject<'_>,
    index: ProgramIndex,
    state: &State,
    ranking: &Ranking,
    need: Option<engine::vocabulary::VisaNeed>,
    place: Option<Place>,
) -> Vec<(&'static str, String)> {
    let program = subject.program();
    let unknown = || "No chance shown".to_owned();
    let ranked = ranking.ranked.iter().find(|row| row.program == index);
    let gate = ranked
        .map(|row| row.gate.label().to_owned())
        .or_else(|| {
            let shut = ranking.shut.iter().find(|row| row.program == index)?;
            Some(format!(
                "Does not consider you. {}",
                subject.reason(shut.by.reason)
            ))
        })
        .or_else(|| {
            let row = ranking
                .not_modelled
                .iter()
                .find(|row| row.program == index)?;
            Some(row.gate.label().to_owned())
        });
    let own = state.work.entries.get(program.id);
    let visa = visa_phrase(need, visa_word(program, &state.work.entries, need));
    let mut cells = vec![
        (
            "Place",
            place.map_or_else(|| "None".to_owned(), Place::words),
        ),
        (
            "Chance of an interview",
            ranked.map_or_else(unknown, |r| {
                let band = ranking.chance(r).p_interview;
                let class = ChanceClass::of(band.mid).word();
                let whose = if own.is_some_and(|entry| entry.explorer.rate.is_some()) {
                    ", with your figures"
                } else {
                    ""
                };
                format!(
                    "{}, {class} (range {}){whose}",
                    in_words(band.mid),
                    words::range(band)
                )
            }),
        ),
        (
            "Chance to match, if interviewed",
            ranked.map_or_else(unknown, |r| {
                let band = ranking.chance(r).p_match_given_interview;
                format!("{} (range {})", in_words(band.mid), words::range(band))
            }),
        ),
        (
            "Chance to match there",
            ranked.map_or_else(unknown, |r| words::precise(r.p_match)),
        ),
        (
            "Worth to you",
            ranked.map_or_else(unknown, |r| Decimal::fixed(r.t, 3).to_string()),
        ),
        (
            "Requirements",
            gate.unwrap_or_else(|| "Not among your specialties".to_owned()),
        ),
        (
            "Your visa",
            visa.unwrap_or_else(|| "No visa needed".to_owned()),
        ),
        ("Specialty", subject.specialty()),
        ("State", program.state.label().to_owned()),
        ("City", program.city.to_string()),
    ];
    cells.extend(
        facts::all(subject)
            .into_iter()
            .map(|row| (row.label, row.value.text())),
    );
    cells.push((
        "Your note",
        state
            .work
            .notes
            .get(&program.id)
            .cloned()
            .unwrap_or_default(),
    ));
    cells
}

fn line_view(line: &Line, found: &[(ProgramIndex, &Program)]) -> Html {
    html! {
        <tr key={line.label}>
            <th scope="row">{ line.label }</th>
            { for line.cells.iter().zip(found).map(|(cell, (_, program))| html! {
                <td key={program.id.number()}>{ cell }</td>
            }) }
        </tr>
    }
}
