//! What the buttons of this room do.

use std::rc::Rc;

use yew::prelude::*;

use crate::store::use_world;
use engine::program::ProgramId;
use state::browse::BrowseEdit;
use state::{Action, ListEdit, State};

/// Callbacks that every part of the room shares.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Controls {
    /// Changes how the programs are looked at.
    pub(super) edit: Callback<BrowseEdit>,
    /// Puts a program on the open list, or takes it off.
    pub(super) list: Callback<ProgramId>,
    /// Pins a program, or takes the pin away.
    pub(super) pin: Callback<ProgramId>,
    /// Hides a program, or shows it again.
    pub(super) hide: Callback<ProgramId>,
    /// Sets a program beside the others, or takes it away.
    pub(super) compare: Callback<ProgramId>,
}

/// The callbacks for this state. `hidden` learns which program was hidden last.
#[hook]
pub(super) fn use_controls(
    state: &Rc<State>,
    hidden: UseStateSetter<Option<ProgramId>>,
) -> Controls {
    let dispatch = use_world().dispatch;
    let pin = {
        let (dispatch, pinned) = (dispatch.clone(), state.work.pinned.clone());
        Callback::from(move |id: ProgramId| {
            dispatch.emit(if pinned.contains(&id) {
                Action::Unpin(id)
            } else {
                Action::Pin(id)
            });
        })
    };
    let list = {
        let (dispatch, lists) = (dispatch.clone(), state.work.lists.clone());
        Callback::from(move |id: ProgramId| {
            dispatch.emit(Action::List(if lists.programs().contains_key(&id) {
                ListEdit::Remove(id)
            } else {
                ListEdit::Add(id)
            }));
        })
    };
    let hide = {
        let (dispatch, already) = (dispatch.clone(), state.work.hidden.clone());
        Callback::from(move |id: ProgramId| {
            if already.contains(&id) {
                dispatch.emit(Action::Show(id));
                hidden.set(None);
            } else {
                dispatch.emit(Action::Hide(id));
                hidden.set(Some(id));
            }
        })
    };
    Controls {
        edit: dispatch.reform(Action::Browse),
        list,
        pin,
        hide,
        compare: dispatch.reform(|id| Action::Browse(BrowseEdit::Compare(id))),
    }
}
