//! Keeps the work on the device as it is typed, and in step with other tabs.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::kit::{Notice, NoticeKind};
use super::link::link;
use super::route::Route;
use crate::browser::storage;
use crate::state::keeping::{Keeper, News, Save};
use crate::state::save::OpenError;
use crate::state::{Action, Work, save};

/// How long the typing has to rest before it is kept, in milliseconds.
const REST: u32 = 300;

/// How the keeping stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was changed yet.
    #[default]
    Idle,
    /// Kept on this device.
    Kept,
    /// The browser refused; its word.
    Refused(Rc<str>),
    /// What was on the device could not be read and was put aside; why.
    Unreadable(Rc<str>),
    /// Another tab has kept newer work while this one has unsaved edits.
    Asking,
}

/// How the keeping stands, and the visitor's two answers when it asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Keep {
    /// How it stands.
    pub keeping: Keeping,
    /// Take the other tab's work (true) or keep this tab's (false).
    pub decide: Callback<Decision>,
}

/// The visitor's answer when two tabs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Use the other tab's answers.
    Theirs,
    /// Keep this tab's.
    Mine,
}

/// What the effects share between renders.
#[derive(Debug, Default)]
struct Desk {
    keeper: Keeper,
    /// The work as it is now.
    work: Work,
    /// Whether the device was looked at; nothing is written before.
    open: bool,
}

impl Desk {
    /// Writes the work if there is anything to write. Looks at the device first, since another
    /// tab's event may still be on its way.
    fn save(&mut self) -> Option<Keeping> {
        if !self.open || self.keeper.save(&self.work) == Save::Nothing {
            return None;
        }
        let theirs = match found() {
            // What a newer version keeps is not this one's to write over.
            Some(Err(error @ OpenError::Newer)) => {
                return Some(Keeping::Refused(error.to_string().into()));
            }
            found => found.and_then(Result::ok),
        };
        if let Some(theirs) = theirs
            && self.keeper.found(theirs, &self.work) == News::Ask
        {
            return Some(Keeping::Asking);
        }
        match self.keeper.save(&self.work) {
            Save::Nothing => None,
            Save::Write(revision) => Some(self.write(revision)),
        }
    }

    fn write(&mut self, revision: u64) -> Keeping {
        match storage::write(&save::write(&self.work, revision)) {
            Ok(()) => {
                self.keeper.written(self.work.clone(), revision);
                Keeping::Kept
            }
            Err(error) => Keeping::Refused(error.to_string().into()),
        }
    }
}

/// Work on the device, or why it cannot be read.
fn found() -> Option<Result<save::Opened, OpenError>> {
    storage::read().ok().flatten().map(|text| save::read(&text))
}

/// Restores once, then keeps every change and listens to other tabs.
#[hook]
pub(super) fn use_keep(work: &Work, dispatch: Callback<Action>) -> Keep {
    let keeping = use_state_eq(Keeping::default);
    let desk = use_mut_ref(Desk::default);

    use_restore(desk.clone(), keeping.setter(), dispatch.clone());
    use_saving(desk.clone(), keeping.setter(), work.clone());
    use_other_tab(desk.clone(), keeping.setter(), dispatch.clone());

    let decide = {
        let setter = keeping.setter();
        Callback::from(move |decision| {
            let mut desk = desk.borrow_mut();
            match decision {
                Decision::Theirs => {
                    setter.set(Keeping::Kept);
                    let theirs = desk.keeper.use_theirs();
                    drop(desk);
                    if let Some(theirs) = theirs {
                        dispatch.emit(Action::Adopt(theirs));
                    }
                }
                Decision::Mine => {
                    desk.keeper.keep_mine();
                    setter.set(desk.save().unwrap_or(Keeping::Kept));
                }
            }
        })
    };
    Keep {
        keeping: (*keeping).clone(),
        decide,
    }
}

#[hook]
fn use_restore(
    desk: Rc<RefCell<Desk>>,
    keeping: UseStateSetter<Keeping>,
    dispatch: Callback<Action>,
) {
    use_effect_with((), move |()| {
        let restored = match storage::read() {
            Err(error) => {
                keeping.set(Keeping::Refused(error.to_string().into()));
                None
            }
            Ok(None) => None,
            Ok(Some(text)) => match save::read(&text) {
                Ok(opened) => Some(opened),
                Err(error) => {
                    // Best effort: a full store keeps the text where it is until the next save.
                    let _ = storage::put_aside(&text);
                    keeping.set(Keeping::Unreadable(error.to_string().into()));
                    None
                }
            },
        };
        let mut desk = desk.borrow_mut();
        desk.open = true;
        if let Some(opened) = restored {
            desk.keeper = Keeper::of(&opened);
            desk.work = opened.work.clone();
            drop(desk);
            dispatch.emit(Action::Adopt(Box::new(opened.work)));
        }
    });
}

/// Saves once the typing rests, and at once when the page goes.
#[hook]
fn use_saving(desk: Rc<RefCell<Desk>>, keeping: UseStateSetter<Keeping>, work: Work) {
    let leaving = desk.clone();
    use_effect_with(work, move |work| {
        // The first render comes before the restored work; it must not stand for an edit.
        let fresh = !desk.borrow().open || (work.is_empty() && desk.borrow().work.is_empty());
        desk.borrow_mut().work = work.clone();
        let timer = (!fresh).then(|| {
            Timeout::new(REST, move || {
                if let Some(outcome) = desk.borrow_mut().save() {
                    keeping.set(outcome);
                }
            })
        });
        move || drop(timer)
    });
    use_effect_with((), move |()| {
        let listener = storage::on_leave(move || drop(leaving.borrow_mut().save()));
        move || drop(listener)
    });
}

#[hook]
fn use_other_tab(
    desk: Rc<RefCell<Desk>>,
    keeping: UseStateSetter<Keeping>,
    dispatch: Callback<Action>,
) {
    use_effect_with((), move |()| {
        let listener = storage::on_other_tab(move |text| {
            // Work that cannot be read is the other tab's affair: a newer version wrote it.
            let Ok(theirs) = save::read(&text) else {
                return;
            };
            let mut borrowed = desk.borrow_mut();
            let mine = borrowed.work.clone();
            let news = borrowed.keeper.found(theirs, &mine);
            drop(borrowed);
            match news {
                News::Nothing => {}
                News::Ask => keeping.set(Keeping::Asking),
                News::TakeOver(work) => {
                    keeping.set(Keeping::Kept);
                    dispatch.emit(Action::Adopt(work));
                }
            }
        });
        move || drop(listener)
    });
}

/// Properties of [`KeepNotice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KeepNoticeProps {
    /// How the keeping stands.
    pub keep: Keep,
}

/// What the visitor has to know or decide about the keeping. Each trouble is told once.
#[component]
pub fn KeepNotice(props: &KeepNoticeProps) -> Html {
    let told = use_state_eq(|| false);
    let dismiss = Callback::from({
        let told = told.setter();
        move |_: MouseEvent| told.set(true)
    });
    let decide = |decision| props.keep.decide.reform(move |_: MouseEvent| decision);
    match &props.keep.keeping {
        Keeping::Asking => trouble(
            "Another tab has newer answers",
            html! {
                <>
                <p>{ "This tab has changes that the other one does not have. Nothing is saved until you choose." }</p>
                <div class="cluster">
                    <button type="button" class="button" onclick={decide(Decision::Theirs)}>{ "Use the other tab's answers" }</button>
                    <button type="button" class="button button--quiet" onclick={decide(Decision::Mine)}>{ "Keep mine" }</button>
                </div>
                </>
            },
        ),
        Keeping::Refused(why) if !*told => trouble(
            "This browser does not keep your answers",
            html! {
                <>
                <p>{ "Its storage is full or forbidden. The app works, but closing the page loses what you typed. Save your answers to a file." }</p>
                <p class="small muted">{ &**why }</p>
                <div class="cluster">
                    { link(&Route::Answers, "button", "Save to file") }
                    <button type="button" class="button button--quiet" onclick={dismiss}>{ "I have understood" }</button>
                </div>
                </>
            },
        ),
        Keeping::Unreadable(why) if !*told => trouble(
            "The answers kept on this device could not be read",
            html! {
                <>
                <p>{ "They were put aside, and you begin anew. If you saved them to a file, you can open it." }</p>
                <p class="small muted">{ &**why }</p>
                <div class="cluster">
                    { link(&Route::Answers, "button", "Open file") }
                    <button type="button" class="button button--quiet" onclick={dismiss}>{ "Begin anew" }</button>
                </div>
                </>
            },
        ),
        _ => Html::default(),
    }
}

fn trouble(title: &'static str, content: Html) -> Html {
    let notice = Notice::new(NoticeKind::Warning).titled(title).announced();
    notice.view(content)
}
