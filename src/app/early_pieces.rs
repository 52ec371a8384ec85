//! When pieces come though no page of theirs was opened: what keeps the work once the data are here, the others once
//! the list is on the screen, what only pages tell when the state asks for it.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::pieces::{Keeping, Overlays, Piece};
use state::{Action, Load, LoadFailure, State};

/// Fetches what keeps the work once the data are here, which the first answers do not wait for.
#[hook]
pub(crate) fn use_keeping(data_are_here: bool) {
    use_effect_with(data_are_here, |data_are_here| {
        if *data_are_here {
            spawn_local(async {
                Keeping::load().await;
            });
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
