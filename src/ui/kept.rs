//! What the visitor has to know or decide about the keeping of the work: rare, and therefore not in
//! the first download.

use yew::prelude::*;

use super::answers::left_out_words;
use super::keep::Keep;
use super::kit::{Dialog, Notice, NoticeKind};
use super::link::link;
use super::route::Route;
use super::store::World;
use crate::browser::files;
use crate::browser::storage::Device;
use state::Action;
use state::keeping::{Keeping, Store, Turn, aside};
use state::save::{self, FORMAT};

/// What draws the notices over a page.
pub(super) type DrawNotices = fn(&Keep, &World) -> Html;

/// Every notice over a page. A question comes alone: the view for partner sites shows nothing else.
pub(super) fn notices(keep: &Keep, world: &World) -> Html {
    let is_told = keep.standing.aside > 0 && keep.standing.keeping != Keeping::Asking;
    html! {
        <>
            <KeepNotice keep={keep.clone()} />
            if is_told { <AsideNotice keep={keep.clone()} /> }
            { before(world) }
        </>
    }
}

/// Properties of [`KeepNotice`] and [`AsideNotice`].
#[derive(Clone, Debug, PartialEq, Properties)]
struct KeepNoticeProps {
    /// How the keeping stands.
    keep: Keep,
}

/// Trouble with the keeping. Each is told once.
#[component]
fn KeepNotice(props: &KeepNoticeProps) -> Html {
    let told = use_state_eq(|| Keeping::Idle);
    let Keep { standing, decide } = &props.keep;
    let keeping = &standing.keeping;
    if *told == *keeping {
        return Html::default();
    }
    let dismiss = {
        let (told, keeping) = (told.setter(), keeping.clone());
        Callback::from(move |_: MouseEvent| told.set(keeping.clone()))
    };
    let turn = |turn| decide.reform(move |_: MouseEvent| turn);
    let understood = html! { <button type="button" class="button button--quiet" onclick={dismiss}>{ "I have understood" }</button> };
    match keeping {
        Keeping::Idle | Keeping::Kept => Html::default(),
        Keeping::Asking => trouble(
            "Another tab has newer answers",
            html! {
                <>
                <p>{ "This tab has changes that the other one does not have. Nothing is saved until you choose." }</p>
                <div class="cluster">
                    <button type="button" class="button" onclick={turn(Turn::Theirs)}>{ "Use the other tab's answers" }</button>
                    <button type="button" class="button button--quiet" onclick={turn(Turn::Mine)}>{ "Keep mine" }</button>
                </div>
                </>
            },
        ),
        Keeping::Refused(why) => trouble(
            "This browser does not keep your answers",
            html! {
                <>
                <p>{ "Its storage is full or forbidden. The app works and tries again, but closing the page now loses what you typed. Save your answers to a file." }</p>
                <p class="small muted">{ &**why }</p>
                <div class="cluster">{ link(&Route::Answers, "button", "Save to file") }{ understood }</div>
                </>
            },
        ),
        Keeping::Newer => trouble(
            "This page is older than the answers on this device",
            html! {
                <>
                <p>{ "A newer version of Smart Pick saved them, so this one does not write over them. Load the page again to get the newer version. What you typed here is not saved: save it to a file first." }</p>
                <div class="cluster">{ link(&Route::Answers, "button", "Save to file") }{ understood }</div>
                </>
            },
        ),
        Keeping::Blocked(why) => trouble(
            "The answers kept on this device could not be read",
            html! {
                <>
                <p>{ "They could not be put aside either, since the storage is full or forbidden. They stay where they are, and what you type now is not saved. Save them to a file, then delete them here." }</p>
                <p class="small muted">{ &**why }</p>
                <div class="cluster">
                    { download("Save them to a file", "smart-pick-unreadable.json".into(), || Device.get(FORMAT).ok().flatten()) }
                    <button type="button" class="button button--quiet" onclick={turn(Turn::Mine)}>{ "Delete them and go on" }</button>
                </div>
                </>
            },
        ),
    }
}

fn trouble(title: &'static str, content: Html) -> Html {
    let notice = Notice::new(NoticeKind::Warning).titled(title).announced();
    notice.view(content)
}

/// What lies aside on the device, looked up again whenever `number` changes.
#[hook]
fn use_put_aside(number: u32) -> UseStateHandle<Vec<String>> {
    let texts = use_state_eq(Vec::new);
    let setter = texts.setter();
    use_effect_with(number, move |_| {
        setter.set(aside::all(&Device).unwrap_or_default());
    });
    texts
}

/// What was put aside, until the visitor knows.
#[component]
fn AsideNotice(props: &KeepNoticeProps) -> Html {
    let Keep { standing, decide } = &props.keep;
    let texts = use_put_aside(standing.aside);
    if texts.is_empty() {
        return Html::default();
    }
    let told = decide.reform(|_: MouseEvent| Turn::Told);
    trouble(
        "Answers kept on this device could not be read in full",
        html! {
            <>
            <p>{ "They were put aside on this device, and nothing writes over them. Save them to a file if you want to look at them or ask for help." }</p>
            { files_of(&texts) }
            <div class="cluster">
                { link(&Route::Answers, "button button--quiet", "Open a saved file") }
                <button type="button" class="button button--quiet" onclick={told}>{ "I have understood" }</button>
            </div>
            </>
        },
    )
}

/// Each text that was put aside: why, and the way to a file.
fn files_of(texts: &[String]) -> Html {
    let text = |(at, text): (usize, &String)| {
        let why = match save::read(text) {
            Ok(opened) => left_out_words(opened.left_out, "were left out"),
            Err(error) => error.to_string(),
        };
        let name = format!("smart-pick-unreadable-{}.json", at + 1);
        let find = move || {
            let texts = aside::all(&Device).ok()?;
            texts.into_iter().nth(at)
        };
        html! {
            <li key={at}>
                <p class="small muted">{ why }</p>
                { download(&format!("Save number {} to a file", at + 1), name, find) }
            </li>
        }
    };
    html! { <ol>{ for texts.iter().enumerate().map(text) }</ol> }
}

/// A button that saves a text of the device to a file.
fn download(label: &str, name: String, find: impl Fn() -> Option<String> + 'static) -> Html {
    let save = Callback::from(move |_: MouseEvent| {
        if let Some(text) = find() {
            // A browser that refuses the download leaves the text in its storage.
            let _ = files::download(&name, "application/json", &text);
        }
    });
    html! { <button type="button" class="button button--quiet" onclick={save}>{ label }</button> }
}

/// What was put aside and when to delete it, on the page where answers are kept; nothing where nothing
/// was.
#[component]
pub(super) fn PutAside() -> Html {
    let texts = use_put_aside(0);
    let asking = use_state_eq(|| false);
    if texts.is_empty() {
        return Html::default();
    }
    let ask = |open: bool| {
        let asking = asking.setter();
        Callback::from(move |_: MouseEvent| asking.set(open))
    };
    let on_close = {
        let asking = asking.setter();
        Callback::from(move |()| asking.set(false))
    };
    let delete = {
        let (texts, asking) = (texts.setter(), asking.setter());
        Callback::from(move |_: MouseEvent| {
            asking.set(false);
            // What a browser does not delete is found again.
            let _ = aside::delete(&Device);
            texts.set(aside::all(&Device).unwrap_or_default());
        })
    };
    html! {
        <aside class="panel stack" aria-labelledby="aside-title">
            <h2 id="aside-title" class="panel__title">{ "Answers put aside" }</h2>
            <p class="small">{ "They could not be read in full when this page found them on this device." }</p>
            { files_of(&texts) }
            <button type="button" class="button button--plain" onclick={ask(true)}>{ "Delete them" }</button>
            <Dialog id="delete-aside" title="Delete what was put aside?" open={*asking} {on_close}>
                <p>{ "You cannot undo this. Your answers of today stay." }</p>
                <div class="cluster">
                    <button type="button" class="button" onclick={delete}>{ "Delete" }</button>
                    <button type="button" class="button button--quiet" onclick={ask(false)}>{ "Cancel" }</button>
                </div>
            </Dialog>
        </aside>
    }
}

/// The way back after the work was started over or replaced.
fn before(world: &World) -> Html {
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
