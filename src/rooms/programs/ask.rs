//! What to ask a program: all that is open, as one message that is ready to be sent.

use yew::prelude::*;

use super::subject::Subject;
use crate::rooms::copying::copies;
use crate::rooms::words;
use engine::calendar::Season;
use engine::eligibility::GateReading;
use engine::list::{is_open_question, letter};

/// The section's content.
pub(super) fn ask(subject: &Subject<'_>, gates: &[GateReading], season: Season) -> Html {
    let open: Vec<GateReading> = gates.iter().copied().filter(is_open_question).collect();
    let specialty = subject.specialty();
    let Some(text) = letter(&open, subject.program(), &specialty, season) else {
        return html! {
            <p>{ "You have no open question that this program could answer." }</p>
        };
    };
    html! {
        <>
            <p class="prose">
                { format!(
                    "{} would settle what we can only estimate. Send one message, then enter the answers below: they count at once.",
                    words::sentence_case(&words::counted(open.len(), "answer", "answers")),
                ) }
            </p>
            <Letter {text} name={subject.program().name.to_string()} />
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct LetterProps {
    text: AttrValue,
    /// Whom it goes to.
    name: AttrValue,
}

/// The message, and a button that copies it.
#[component]
fn Letter(props: &LetterProps) -> Html {
    let said = use_state(|| AttrValue::from(""));
    let copy = copies(
        props.text.clone(),
        said.setter(),
        "The message is on the clipboard.",
        " Copy it by hand.",
    );
    html! {
        <div class="letter-box">
            <pre class="letter">{ &props.text }</pre>
            <div class="cluster no-print">
                <button type="button" class="button button--quiet" onclick={copy}
                    aria-label={format!("Copy the message to {}", props.name)}>{ "Copy the message" }</button>
                <p role="status" class="muted small">{ &*said }</p>
            </div>
        </div>
    }
}
