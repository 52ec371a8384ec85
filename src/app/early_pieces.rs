//! When pieces come though no page of theirs was opened: what finds the best list and what keeps the work once the
//! data have come over the line, the others once the list is on the screen, what only pages tell when the state asks
//! for it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::pieces::{Data, Keeping, Overlays, Piece};
use crate::browser::fetch;
use state::{Action, Load, LoadFailure, State};

/// Fetches the data, and beside them what reads them. While they are read comes what finds and shows the best list, if
/// a list is wanted by then, and what keeps the work.
pub(crate) fn fetch_data(dispatch: Callback<Action>, wants_list: Rc<RefCell<bool>>) {
    spawn_local(async {
        Data::load().await;
    });
    spawn_local(async move {
        let bytes = fetch::pack().await.map_err(|error| error.to_string());
        spawn_local(async move {
            let is_wanted = *wants_list.borrow();
            if is_wanted {
                Piece::Solver.load().await;
                Piece::Programs.load().await;
            }
            Keeping::load().await;
        });
        Data::load().await;
        let read = Data::here().ok_or_else(|| "a part of the app did not arrive".to_owned());
        match bytes.and_then(|bytes| Ok((read?, bytes))) {
            Ok((read, bytes)) => read(bytes, dispatch),
            Err(why) => {
                let failure = LoadFailure::Unreachable(why.into());
                dispatch.emit(Action::PackArrived(Err(failure)));
            }
        }
    });
}

/// Fetches the later pieces once the list has been painted, so that a room opens at once
/// and an app that is then offline is whole. A failure shows when a room is opened.
#[hook]
pub(crate) fn use_early_pieces(list_is_here: bool, dispatch: &Callback<Action>) {
    /// Milliseconds after the list.
    const LATER: u32 = 1_000;
    let dispatch = dispatch.clone();
    use_effect_with(list_is_here, move |list_is_here| {
        if *list_is_here {
            gloo::timers::callback::Timeout::new(LATER, move || {
                dispatch.emit(Action::DetailsRequested);
                spawn_local(async {
                    for piece in Piece::AHEAD {
                        piece.load().await;
                    }
                });
            })
            .forget();
        }
    });
}

/// Fetches what only pages tell whenever the state says that it is on its way. Reading it is not in
/// the first download, so the piece comes first.
#[hook]
pub(crate) fn use_details(state: &State, dispatch: &Callback<Action>) {
    let wanted = matches!(state.details, Some(Load::Loading));
    let loaded = state.pack.ready().filter(|_| wanted).cloned();
    let dispatch = dispatch.clone();
    use_effect_with(loaded, move |loaded| {
        let Some(loaded) = loaded.clone() else {
            return;
        };
        spawn_local(async move {
            Overlays::load().await;
            match Overlays::here() {
                Some(beside) => (beside.details)(loaded, dispatch),
                None => {
                    let failure =
                        LoadFailure::Unreachable("a part of the app did not arrive".into());
                    dispatch.emit(Action::DetailsArrived(Err(failure)));
                }
            }
        });
    });
}
