//! The list as a file.

use yew::prelude::*;

use super::room::RowsProps;
use crate::browser::files;
use state::browse::export::programs_csv;

/// Saves the rows on the screen, in their order, as a file for a spreadsheet. `failed` gets
/// the browser's word if it refuses, and nothing if it does not.
pub(super) fn download(
    shown: RowsProps,
    failed: UseStateSetter<Option<AttrValue>>,
) -> Callback<()> {
    Callback::from(move |()| {
        let text = programs_csv(&shown.input(), &shown.rows);
        let day = shown
            .world
            .state
            .today
            .map(|day| format!("-{day}"))
            .unwrap_or_default();
        let saved = files::download(
            &format!("smart-pick-programs{day}.csv"),
            "text/csv;charset=utf-8",
            &text,
        );
        failed.set(saved.err().map(|error| error.to_string().into()));
    })
}
