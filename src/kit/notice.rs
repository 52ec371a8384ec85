//! Words set apart: notices, and the summary of mistakes.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

/// What a notice is about, which sets its colour and its first word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    /// Worth knowing.
    #[default]
    Note,
    /// Done.
    Done,
    /// Needs a decision.
    Warning,
    /// Went wrong.
    Failure,
}

impl NoticeKind {
    fn class(self) -> Option<&'static str> {
        match self {
            NoticeKind::Note => None,
            NoticeKind::Done => Some("notice--done"),
            NoticeKind::Warning => Some("notice--warning"),
            NoticeKind::Failure => Some("notice--failure"),
        }
    }
}

/// Words set apart from the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    kind: NoticeKind,
    title: Option<&'static str>,
    announced: bool,
}

impl Notice {
    /// A notice without a heading, which a screen reader does not announce.
    #[must_use]
    pub fn new(kind: NoticeKind) -> Self {
        Notice {
            kind,
            ..Notice::default()
        }
    }

    /// The same with a heading.
    #[must_use]
    pub fn titled(self, title: &'static str) -> Self {
        Notice {
            title: Some(title),
            ..self
        }
    }

    /// The same, said by a screen reader when it appears.
    #[must_use]
    pub fn announced(self) -> Self {
        Notice {
            announced: true,
            ..self
        }
    }

    /// The notice around its words and buttons.
    pub fn view(self, content: Html) -> Html {
        html! {
            <div class={classes!("notice", self.kind.class())} role={self.announced.then_some("status")}>
                if let Some(title) = self.title {
                    <p class="notice__title">{ title }</p>
                }
                { content }
            </div>
        }
    }
}

/// One mistake: the control it is in and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Id of the control.
    pub id: AttrValue,
    /// What to do.
    pub message: AttrValue,
}

/// Properties of [`ErrorSummary`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ErrorSummaryProps {
    /// The mistakes, in the order of the page; the summary is not there without one.
    pub mistakes: Rc<[Mistake]>,
    /// A number that grows with every try; the summary takes the focus when it does.
    pub attempt: u32,
}

/// What has to be mended before going on, each line a link to its control.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let summary = use_node_ref();
    let shown = summary.clone();
    use_effect_with(props.attempt, move |attempt| {
        if *attempt > 0
            && let Some(element) = shown.cast::<HtmlElement>()
        {
            // A browser that refuses the focus still shows the summary.
            let _ = element.focus();
        }
    });
    if props.mistakes.is_empty() || props.attempt == 0 {
        return Html::default();
    }
    html! {
        <div ref={summary} class="notice notice--failure" tabindex="-1" role="group" aria-labelledby="error-summary-title">
            <h2 id="error-summary-title" class="notice__title">{ "There is a problem" }</h2>
            <ul class="notice__list">
                { for props.mistakes.iter().map(|mistake| html! {
                    <li key={mistake.id.to_string()}>
                        <a href={format!("#{}", mistake.id)} onclick={jump(mistake.id.clone())}>{ &mistake.message }</a>
                    </li>
                }) }
            </ul>
        </div>
    }
}

/// Follows a link within the page without a change of address, which the router would take
/// for a new page.
fn jump(id: AttrValue) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        super::focus_on(&id);
    })
}
