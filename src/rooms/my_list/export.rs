//! Taking the list away: as text, as a file for a spreadsheet, on paper.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{files, print};
use crate::rooms::copying::copies;
use crate::store::{World, use_world};
use cli::list::{Borrowed, Sheet, list_json};
use engine::list::{Allowance, Prospects};
use engine::program::SpecialtyCode;
use state::Loaded;
use state::browse::export::programs_csv;
use state::browse::{Row, TableInput, rows_of};
use state::lists::limits::known;
use state::lists::pricing::Pricing;
use state::lists::report::{Report, applications};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ExportProps {
    pub(crate) loaded: Rc<Loaded>,
    pub(crate) report: Rc<Report>,
}

/// The buttons, and what came of them.
#[component]
pub(crate) fn Export(props: &ExportProps) -> Html {
    let world = use_world();
    let said = use_state(|| AttrValue::from(""));
    let copy = copies(
        text(&world, props),
        said.setter(),
        "The list is on the clipboard.",
        "",
    );
    let download =
        |name: &'static str, kind: &'static str, make: fn(&World, &Loaded) -> Option<String>| {
            let (world, loaded, said) = (world.clone(), props.loaded.clone(), said.setter());
            Callback::from(move |_: MouseEvent| {
                let Some(text) = make(&world, &loaded) else {
                    said.set("There is nothing to put into the file yet.".into());
                    return;
                };
                said.set(match files::download(name, kind, &text) {
                    Ok(()) => "The file is on its way.".into(),
                    Err(error) => format!("The browser {error}.").into(),
                });
            })
        };
    let as_csv = download("smart-pick-list.csv", "text/csv;charset=utf-8", csv);
    let as_json = download("smart-pick-list.json", "application/json", json);
    html! {
        <div class="no-print">
            <div class="cluster">
                <button type="button" class="button button--quiet" onclick={copy}>{ "Copy as text" }</button>
                <button type="button" class="button button--quiet" onclick={as_csv}>{ "Download CSV" }</button>
                <button type="button" class="button button--quiet" onclick={as_json}>{ "Download JSON" }</button>
                <button type="button" class="button button--quiet" onclick={Callback::from(|_: MouseEvent| print::print())}>{ "Print" }</button>
            </div>
            <p role="status" class="muted small">{ &*said }</p>
        </div>
    }
}

fn text(world: &World, props: &ExportProps) -> String {
    let lists = &world.state.work.lists;
    let title = lists.title(lists.open_index());
    props.report.text(&title, &props.loaded.catalog)
}

fn csv(world: &World, loaded: &Loaded) -> Option<String> {
    let state = &world.state;
    let input = TableInput::of(loaded, state, &world.derived, None);
    let programs = state.work.lists.programs();
    let is_listed = |row: &Row| {
        let program = loaded.catalog.get(row.program);
        program.is_some_and(|program| programs.contains_key(&program.id))
    };
    let mut rows = rows_of(&input);
    rows.retain(is_listed);
    Some(programs_csv(&input, &rows))
}

/// The list in the format of `smart-pick list`, which is documented with the program.
fn json(world: &World, loaded: &Loaded) -> Option<String> {
    let work = &world.state.work;
    let question = world.derived.question(loaded, &work.entries)?;
    let prospects = Prospects::of(&question, &world.derived.ranking);
    let list = applications(&prospects, &loaded.catalog, work.lists.programs());
    let choices = question.preferences.specialties.iter();
    let allowance =
        |code: SpecialtyCode| Allowance::of(&question, code, work.list_settings.signalling(code));
    let signals: Vec<Option<Allowance>> = choices.clone().map(|c| allowance(c.code)).collect();
    let codes = choices.map(|choice| choice.code);
    let season = question.moment.season;
    let pricing = loaded
        .catalog
        .fees()
        .map(|book| Pricing::of(book, season, &work.list_settings, codes))
        .unwrap_or_default();
    let borrowed = Borrowed {
        own: pricing.own,
        of: pricing.borrowed,
    };
    let catalog = &loaded.catalog;
    let all = known(catalog, work.lists.programs().keys());
    let sheet = Sheet {
        prospects: &prospects,
        ranking: &world.derived.ranking,
        list: &list,
        beside: &prospects.missing(&all),
        pinned: &known(catalog, work.pinned.iter()),
        excluded: &known(catalog, work.hidden.iter()),
        signals: &signals,
        borrowed: &borrowed,
    };
    list_json(&sheet, &loaded.pack).ok()
}
