//! Keeping the work: save to a file, open a file, start over.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::files;
use crate::kit::{Dialog, FileButton, Notice, NoticeKind, PickedFile};
use crate::store::{World, use_world};
use state::persist::save::{self, MOST_BYTES, OpenError, Stamp};
use state::{Action, State};

/// How the last file went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Outcome {
    #[default]
    Nothing,
    /// Opened; how many rows and texts were left out.
    Opened(usize),
    /// Not saved or not opened; why.
    Failed(AttrValue),
}

/// What one can do with all answers at once.
#[component]
pub fn KeepWork() -> Html {
    let world = use_world();
    let World {
        state, dispatch, ..
    } = &world;
    let outcome = use_state_eq(Outcome::default);
    let asking = use_state_eq(|| false);
    let ask = asking.setter();
    let on_save = on_save(state.clone(), outcome.setter());
    let on_pick = on_pick(dispatch.clone(), outcome.setter());
    let start_over = {
        let (ask, dispatch) = (ask.clone(), dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            ask.set(false);
            dispatch.emit(Action::StartOver);
        })
    };
    let open_dialog = Callback::from({
        let ask = ask.clone();
        move |_: MouseEvent| ask.set(true)
    });
    let close = Callback::from({
        let ask = ask.clone();
        move |()| ask.set(false)
    });
    html! {
        <aside class="panel stack" aria-labelledby="keep-title">
            <h2 id="keep-title" class="panel__title">{ "Keep your answers" }</h2>
            <p class="small">
                { "They are kept in this browser as you type. Some browsers delete what a page keeps after seven days without a visit, so save a file too." }
            </p>
            { said(&outcome) }
            { way_back(&world) }
            <div class="cluster">
                <button type="button" class="button" onclick={on_save}>{ "Save to file" }</button>
                { FileButton { id: "open-file", label: "Open file", accept: ".json,application/json", on_pick }.view() }
                <button type="button" class="button button--plain" onclick={open_dialog}>{ "Start over" }</button>
            </div>
            <Dialog id="start-over" title="Start over?" open={*asking} on_close={close.clone()}>
                <p>{ "All answers, notes and pinned programs are put aside. You can undo this." }</p>
                <div class="cluster">
                    <button type="button" class="button" onclick={start_over}>{ "Start over" }</button>
                    <button type="button" class="button button--quiet" onclick={close.reform(|_: MouseEvent| ())}>{ "Cancel" }</button>
                </div>
            </Dialog>
        </aside>
    }
}

/// The way back after the work was started over or replaced.
pub(crate) fn way_back(world: &World) -> Html {
    let dispatch = &world.dispatch;
    if world.state.before.is_none() {
        return Html::default();
    }
    let undo = dispatch.reform(|_: MouseEvent| Action::Undo);
    let forget = dispatch.reform(|_: MouseEvent| Action::ForgetBefore);
    let notice = Notice::new(NoticeKind::Done).titled("Your earlier answers are put aside");
    notice.announced().view(html! {
            <div class="cluster">
                <button type="button" class="button" onclick={undo}>{ "Undo" }</button>
                <button type="button" class="button button--quiet" onclick={forget}>{ "Go on without them" }</button>
            </div>
    })
}

fn said(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Nothing => Html::default(),
        Outcome::Opened(0) => Notice::new(NoticeKind::Done)
            .announced()
            .view(html! { <p>{ "The file is open." }</p> }),
        Outcome::Opened(left_out) => Notice::new(NoticeKind::Done).announced().view(html! {
            <p>{ format!("The file is open. {}", left_out_words(*left_out, "were left out")) }</p>
        }),
        Outcome::Failed(why) => Notice::new(NoticeKind::Failure)
            .titled("The file was not opened or saved")
            .announced()
            .view(html! {
                <>
                    <p>{ why }</p>
                    <p>{ "Your answers here are as they were." }</p>
                </>
            }),
    }
}

/// What a file or a link holds that this version does not take; `then` says what becomes of it.
pub(crate) fn left_out_words(count: usize, then: &str) -> String {
    let rows = match count {
        1 => "1 row or text".to_owned(),
        _ => format!("{count} rows or texts"),
    };
    format!(
        "{rows} {then}, whole or in part: this version does not know them, or they are too many or too long for it."
    )
}

fn on_save(state: std::rc::Rc<State>, outcome: UseStateSetter<Outcome>) -> Callback<MouseEvent> {
    Callback::from(move |_: MouseEvent| {
        let day = state
            .today
            .map_or_else(String::new, |today| format!("-{today}"));
        let name = format!("smart-pick{day}.json");
        let text = save::write(&state.work, Stamp::default());
        outcome.set(match files::download(&name, "application/json", &text) {
            Ok(()) => Outcome::Nothing,
            Err(error) => Outcome::Failed(error.to_string().into()),
        });
    })
}

fn on_pick(dispatch: Callback<Action>, outcome: UseStateSetter<Outcome>) -> Callback<PickedFile> {
    Callback::from(move |file: PickedFile| {
        let (dispatch, outcome) = (dispatch.clone(), outcome.clone());
        spawn_local(async move {
            let opened = match files::text(&file, MOST_BYTES).await {
                Ok(Some(text)) => save::read(&text).map_err(|error| error.to_string()),
                Ok(None) => Err(OpenError::TooLarge.to_string()),
                Err(error) => Err(error.to_string()),
            };
            outcome.set(match opened {
                Ok(opened) => {
                    dispatch.emit(Action::Open(Box::new(opened.work)));
                    Outcome::Opened(opened.left_out)
                }
                Err(why) => Outcome::Failed(why.into()),
            });
        });
    })
}
