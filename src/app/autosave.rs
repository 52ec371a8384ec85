//! Keeps the work on the device as it is typed, and in step with other tabs. What the visitor has to
//! know or decide about it is drawn by `super::work_notices`, which is not in the first download.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::pieces::{self, Act};
use crate::browser::storage::{self, Device};
use state::persist::sync::{Desk, Keeping, SyncStatus, Turn};
use state::{Action, Work};

/// Milliseconds from the first edit that is not kept to its save, whatever is typed meanwhile. With the
/// wait for other tabs this stays under a second.
const SOON: u32 = 500;
/// Milliseconds between two tries while the browser refuses.
const AGAIN: u32 = 5_000;

/// How the keeping stands, and the visitor's answers when it asks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Autosave {
    /// How it stands.
    pub status: SyncStatus,
    /// The visitor's answer.
    pub decide: Callback<Turn>,
}

/// Restores once, then keeps every change and listens to other tabs.
#[hook]
pub(crate) fn use_autosave(work: &Work, dispatch: Callback<Action>) -> Autosave {
    let status = use_state_eq(SyncStatus::default);
    let desk = use_mut_ref(Desk::default);
    let at_once = {
        let (desk, status) = (desk.clone(), status.setter());
        Callback::from(move |turn: Turn| {
            let (desk, status, dispatch) = (desk.clone(), status.clone(), dispatch.clone());
            with_keeping(desk.clone(), status.clone(), move |act| {
                let mut desk = desk.borrow_mut();
                let adopted = act(&mut desk, &Device, turn, storage::mark());
                status.set(desk.status().clone());
                drop(desk);
                if let Some(work) = adopted {
                    dispatch.emit(Action::Adopt(work));
                }
            });
        })
    };
    let decide = {
        let at_once = at_once.clone();
        Callback::from(move |turn: Turn| {
            let at_once = at_once.clone();
            storage::alone(move || at_once.emit(turn));
        })
    };

    use_saving(desk, decide.clone(), work.clone());
    use_device(at_once, decide.clone());
    let is_refused = matches!(status.keeping, Keeping::Refused(_) | Keeping::Newer);
    let again = decide.clone();
    use_effect_with(is_refused, move |is_refused| {
        let tries = is_refused.then(|| Interval::new(AGAIN, move || again.emit(Turn::Settle)));
        move || drop(tries)
    });
    Autosave {
        status: (*status).clone(),
        decide,
    }
}

/// Whether what the device keeps can be read at once, or there is nothing to read.
pub(crate) fn is_readable() -> bool {
    pieces::Keeping::here().is_some() || Desk::default().opens_empty(&Device)
}

/// Acts at once where the piece that reads and writes the work is here, else once it has come. On a
/// device that keeps nothing there is nothing to wait for.
fn with_keeping(
    desk: Rc<RefCell<Desk>>,
    status: UseStateSetter<SyncStatus>,
    act: impl FnOnce(Act) + 'static,
) {
    if let Some(here) = pieces::Keeping::here() {
        return act(here);
    }
    if desk.borrow_mut().opens_empty(&Device) {
        return;
    }
    spawn_local(async move {
        pieces::Keeping::load().await;
        match pieces::Keeping::here() {
            Some(here) => act(here),
            None => status.set(SyncStatus {
                keeping: Keeping::Refused("a part of the app did not arrive".into()),
                ..SyncStatus::default()
            }),
        }
    });
}

/// Saves soon after the first edit that is not kept. Declared before the device is looked at, so that
/// the first render, which comes before the restored work, does not stand for an edit.
#[hook]
fn use_saving(desk: Rc<RefCell<Desk>>, settle: Callback<Turn>, work: Work) {
    let due = use_mut_ref(|| None::<Timeout>);
    use_effect_with(work, move |work| {
        let is_unsaved = desk.borrow_mut().hold(work);
        let mut timer = due.borrow_mut();
        if is_unsaved && timer.is_none() {
            // What writes it is on its way meanwhile.
            spawn_local(async {
                pieces::Keeping::load().await;
            });
            let due = due.clone();
            *timer = Some(Timeout::new(SOON, move || {
                due.take();
                settle.emit(Turn::Settle);
            }));
        }
    });
}

/// Looks at the device at once, whenever another tab has changed it, and when the page goes: then
/// nothing can be waited for.
#[hook]
fn use_device(at_once: Callback<Turn>, settle: Callback<Turn>) {
    use_effect_with((), move |()| {
        at_once.emit(Turn::Settle);
        let other = storage::on_other_tab(move || settle.emit(Turn::Settle));
        let leave = storage::on_leave(move || at_once.emit(Turn::Settle));
        move || drop((other, leave))
    });
}
