//! Conversations: choose what you would say, read how it goes.

use std::rc::Rc;

use yew::prelude::*;

use super::written;
use state::content::tools::{Scene, SceneChoice, ToolBook};

/// Properties of [`Scenes`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ScenesProps {
    /// What the tools say.
    pub(super) book: Rc<ToolBook>,
}

/// One conversation after the other.
#[component]
pub(super) fn Scenes(props: &ScenesProps) -> Html {
    html! {
        <>
            <p>{ "There is seldom only one right answer. Each of yours says how it would go." }</p>
            { for props.book.scenes.iter().map(|scene| html! {
                <Conversation key={scene.id.clone()} scene={Rc::new(scene.clone())} />
            }) }
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct ConversationProps {
    scene: Rc<Scene>,
}

#[component]
fn Conversation(props: &ConversationProps) -> Html {
    let scene = &props.scene;
    let chosen = use_state_eq(|| None::<usize>);
    let heading = format!("scene-{}", scene.id);
    let pick = |at: usize| {
        let chosen = chosen.clone();
        Callback::from(move |_: MouseEvent| chosen.set(Some(at)))
    };
    html! {
        <section class="stack tool__part" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ &scene.title }</h2>
            <p>{ &scene.setting }</p>
            <ul class="scene__choices" role="list">
                { for scene.choices.iter().enumerate().map(|(at, choice)| html! {
                    <li key={at}>
                        <button type="button" class="scene__choice" aria-pressed={(*chosen == Some(at)).to_string()} onclick={pick(at)}>
                            { &choice.text }
                        </button>
                        if *chosen == Some(at) {
                            { feedback(choice) }
                        }
                    </li>
                }) }
            </ul>
            if chosen.is_some() {
                <p>{ written(&scene.html) }</p>
            }
        </section>
    }
}

fn feedback(choice: &SceneChoice) -> Html {
    let word = match choice.verdict.as_str() {
        "good" => "Goes well. ",
        "mixed" => "Partly. ",
        _ => "Goes badly. ",
    };
    html! {
        <p class="scene__feedback" data-verdict={choice.verdict.clone()} role="status"><strong>{ word }</strong>{ &choice.feedback }</p>
    }
}
