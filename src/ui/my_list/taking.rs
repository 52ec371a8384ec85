//! Taking the list away: as text, as a file for a spreadsheet, on paper.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::{clipboard, files, print};
use crate::state::Loaded;
use crate::state::export::programs_csv;
use crate::state::report::Report;
use crate::state::shelf::{Row, rows_of};
use crate::ui::programs::holdings;
use crate::ui::store::{World, use_world};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct TakingProps {
    pub(super) loaded: Rc<Loaded>,
    pub(super) report: Rc<Report>,
}

/// The buttons, and what came of them.
#[component]
pub(super) fn Taking(props: &TakingProps) -> Html {
    let world = use_world();
    let said = use_state(|| AttrValue::from(""));
    let copy = {
        let (text, said) = (text(&world, props), said.setter());
        Callback::from(move |_: MouseEvent| {
            let (text, said) = (text.clone(), said.clone());
            spawn_local(async move {
                said.set(match clipboard::write(&text).await {
                    Ok(()) => "The list is on the clipboard.".into(),
                    Err(error) => format!("The browser {error}.").into(),
                });
            });
        })
    };
    let download = {
        let (world, loaded, said) = (world.clone(), props.loaded.clone(), said.setter());
        Callback::from(move |_: MouseEvent| {
            let saved = files::download(
                "smart-pick-list.csv",
                "text/csv;charset=utf-8",
                &csv(&world, &loaded),
            );
            said.set(match saved {
                Ok(()) => "The file is on its way.".into(),
                Err(error) => format!("The browser {error}.").into(),
            });
        })
    };
    html! {
        <div class="no-print">
            <div class="cluster">
                <button type="button" class="button button--quiet" onclick={copy}>{ "Copy as text" }</button>
                <button type="button" class="button button--quiet" onclick={download}>{ "Download CSV" }</button>
                <button type="button" class="button button--quiet" onclick={Callback::from(|_: MouseEvent| print::print())}>{ "Print" }</button>
            </div>
            <p role="status" class="muted small">{ &*said }</p>
        </div>
    }
}

fn text(world: &World, props: &TakingProps) -> String {
    let lists = &world.state.work.lists;
    let title = lists.title(lists.place());
    props.report.text(&title, &props.loaded.catalog)
}

fn csv(world: &World, loaded: &Loaded) -> String {
    let state = &world.state;
    let holdings = holdings(loaded, state, &world.derived, None);
    let programs = state.work.lists.programs();
    let is_listed = |row: &Row| {
        let program = loaded.catalog.get(row.program);
        program.is_some_and(|program| programs.contains(&program.id))
    };
    let mut rows = rows_of(&holdings);
    rows.retain(is_listed);
    programs_csv(&holdings, &rows, &state.work.notes)
}
