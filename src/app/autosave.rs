//! Keeps the work on the device as it is typed, and in step with other tabs. What the visitor has to
//! know or decide about it is drawn by `super::work_notices`, which is not in the first download.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::pieces::{self, Act};
use crate::browser::clock;
use crate::browser::storage::{self, Device};
use state::persist::sync::{Desk, Keeping, SyncStatus, Turn};
use state::{Action, Work};

/// Milliseconds between two saves. A press after a pause is kept at once, so that whoever presses and
/// leaves loses nothing; what is typed is kept this often. With the wait for other tabs this stays under
/// a second.
const BETWEEN: f64 = 500.0;
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

/// Restores once, then keeps every change and listens to other tabs. What writes the work does not come
/// while the line is busy with the data, which the first list waits for.
#[hook]
pub(crate) fn use_autosave(
    work: &Work,
    is_line_busy: bool,
    dispatch: Callback<Action>,
) -> Autosave {
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

    use_saving(desk, decide.clone(), (work.clone(), is_line_busy));
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

/// Saves the first edit that is not kept, at once or as soon as the last save is long enough ago. Declared
/// before the device is looked at, so that the first render, which comes before the restored work, does
/// not stand for an edit.
#[hook]
fn use_saving(desk: Rc<RefCell<Desk>>, settle: Callback<Turn>, held: (Work, bool)) {
    let due = use_mut_ref(|| None::<Timeout>);
    let last = use_mut_ref(|| f64::NEG_INFINITY);
    use_effect_with(held, move |(work, is_line_busy)| {
        let is_unsaved = desk.borrow_mut().hold(work);
        let waits = *is_line_busy && pieces::Keeping::here().is_none();
        let mut timer = due.borrow_mut();
        if is_unsaved && !waits && timer.is_none() {
            let wait = (*last.borrow() + BETWEEN - clock::millis()).max(0.0);
            let (due, last) = (due.clone(), last.clone());
            *timer = Some(Timeout::new(wait as u32, move || {
                due.take();
                *last.borrow_mut() = clock::millis();
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
