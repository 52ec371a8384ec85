//! What the visitor has to know or decide about the keeping of the work: rare, and therefore not in
//! the first download.

use yew::prelude::*;

use super::autosave::Autosave;
use crate::browser::storage::Device;
use crate::kit::{Notice, NoticeKind};
use crate::rooms::answers::put_aside::{download, files_of, use_put_aside};
use crate::rooms::answers::way_back;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::World;
use state::persist::save::FORMAT;
use state::persist::sync::{Keeping, Store, Turn};

/// What draws the notices over a page.
pub(crate) type DrawNotices = fn(&Autosave, &Route, &World) -> Html;

/// Every notice over a page. A question comes alone: the view for partner sites shows nothing else.
pub(crate) fn notices(autosave: &Autosave, on_show: &Route, world: &World) -> Html {
    let is_told = autosave.status.aside > 0 && autosave.status.keeping != Keeping::Asking;
    html! {
        <>
            <AutosaveNotice autosave={autosave.clone()} />
            if is_told { <AsideNotice autosave={autosave.clone()} /> }
            // There it stands beside the press that it takes back.
            if *on_show != Route::Answers { { way_back(world) } }
        </>
    }
}

/// Properties of [`AutosaveNotice`] and [`AsideNotice`].
#[derive(Clone, Debug, PartialEq, Properties)]
struct KeepNoticeProps {
    /// How the keeping stands.
    autosave: Autosave,
}

/// Trouble with the keeping. Each is told once.
#[component]
fn AutosaveNotice(props: &KeepNoticeProps) -> Html {
    let told = use_state_eq(|| Keeping::Idle);
    let Autosave { status, decide } = &props.autosave;
    let keeping = &status.keeping;
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

/// What was put aside, until the visitor knows.
#[component]
fn AsideNotice(props: &KeepNoticeProps) -> Html {
    let Autosave { status, decide } = &props.autosave;
    let texts = use_put_aside(status.aside);
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
