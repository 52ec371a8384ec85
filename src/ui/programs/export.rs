//! The list as a file.

use std::rc::Rc;

use yew::prelude::*;

use super::room::holdings;
use crate::browser::download;
use crate::state::export::programs_csv;
use crate::state::shelf::Row;
use crate::state::{Derived, Loaded, State};

/// Saves the rows on the screen, in their order, as a file for a spreadsheet.
pub(super) fn download(
    loaded: Rc<Loaded>,
    state: Rc<State>,
    derived: Derived,
    rows: Rc<Vec<Row>>,
) -> Callback<()> {
    Callback::from(move |()| {
        let holdings = holdings(&loaded, &state, &derived, None);
        let text = programs_csv(&holdings, &rows, &state.work.notes);
        let day = state.today.map(|day| format!("-{day}")).unwrap_or_default();
        download::text(&format!("smart-pick-programs{day}.csv"), "text/csv", &text);
    })
}
