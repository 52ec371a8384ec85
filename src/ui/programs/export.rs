//! The list as a file.

use std::rc::Rc;

use yew::prelude::*;

use super::room::holdings;
use crate::browser::files;
use state::export::programs_csv;
use state::shelf::Row;
use state::{Derived, Loaded, State};

/// Saves the rows on the screen, in their order, as a file for a spreadsheet. `failed` gets
/// the browser's word if it refuses, and nothing if it does not.
pub(super) fn download(
    loaded: Rc<Loaded>,
    state: Rc<State>,
    derived: Derived,
    rows: Rc<Vec<Row>>,
    failed: UseStateSetter<Option<AttrValue>>,
) -> Callback<()> {
    Callback::from(move |()| {
        let holdings = holdings(&loaded, &state, &derived, None);
        let text = programs_csv(&holdings, &rows, &state.work.notes);
        let day = state.today.map(|day| format!("-{day}")).unwrap_or_default();
        let saved = files::download(
            &format!("smart-pick-programs{day}.csv"),
            "text/csv;charset=utf-8",
            &text,
        );
        failed.set(saved.err().map(|error| error.to_string().into()));
    })
}
