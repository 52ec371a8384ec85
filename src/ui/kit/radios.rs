//! One of few, all in sight.

use std::rc::Rc;

use yew::prelude::*;

use super::field::{Group, Legend};

/// How answers stand to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One below the other.
    #[default]
    Column,
    /// Short ones side by side, as many as fit.
    Row,
    /// Two by two where there is room.
    Pairs,
}

impl Layout {
    fn class(self) -> Option<&'static str> {
        match self {
            Layout::Column => None,
            Layout::Row => Some("choices--inline"),
            Layout::Pairs => Some("choices--pairs"),
        }
    }
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct RadioOption {
    /// What it says.
    pub label: AttrValue,
    /// What it means, below.
    pub hint: Option<AttrValue>,
    /// Controls that belong to this answer and show once it is chosen.
    pub reveal: Option<Html>,
}

impl RadioOption {
    /// An answer that explains itself.
    #[must_use]
    pub fn plain(label: &'static str) -> Self {
        RadioOption {
            label: label.into(),
            hint: None,
            reveal: None,
        }
    }
}

/// Properties of [`Radios`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RadiosProps {
    /// Id of the first answer.
    pub id: AttrValue,
    /// The question.
    pub legend: AttrValue,
    /// How large the question is set.
    #[prop_or_default]
    pub size: Legend,
    /// Below the question.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// The answers.
    pub options: Rc<[RadioOption]>,
    /// Which is chosen, by its place.
    pub chosen: Option<usize>,
    /// How the answers stand.
    #[prop_or_default]
    pub layout: Layout,
    /// Whether the answer can be taken back.
    #[prop_or(true)]
    pub clearable: bool,
    /// The place of the answer chosen, or `None` when the answer is taken back.
    pub on_choose: Callback<Option<usize>>,
}

/// Radio buttons with a way to take the answer back.
#[component]
pub fn Radios(props: &RadiosProps) -> Html {
    let clear = props.on_choose.reform(|_: MouseEvent| None);
    html! {
        <Group
            id={props.id.clone()}
            legend={props.legend.clone()}
            size={props.size}
            hint={props.hint.clone()}
            error={props.error.clone()}
        >
            <div class={classes!("choices", props.layout.class())}>
                { for props.options.iter().enumerate().map(|(at, option)| radio(props, at, option)) }
            </div>
            if props.clearable && props.chosen.is_some() {
                <button type="button" class="button button--plain small" onclick={clear}>
                    { "Clear answer" }<span class="visually-hidden">{ format!(": {}", props.legend) }</span>
                </button>
            }
        </Group>
    }
}

fn radio(props: &RadiosProps, at: usize, option: &RadioOption) -> Html {
    let id: AttrValue = match at {
        0 => props.id.clone(),
        _ => format!("{}-{}", props.id, at + 1).into(),
    };
    let hint_id = option.hint.as_ref().map(|_| format!("{id}-means"));
    let chosen = props.chosen == Some(at);
    let onchange = props.on_choose.reform(move |_: Event| Some(at));
    html! {
        <div class="choice" key={at}>
            <input
                id={id.clone()}
                class="choice__mark"
                type="radio"
                name={props.id.clone()}
                checked={chosen}
                {onchange}
                aria-describedby={hint_id.clone()}
            />
            <label class="choice__label" for={id}>{ &option.label }</label>
            if let Some(hint) = &option.hint {
                <p id={hint_id} class="choice__hint">{ hint }</p>
            }
            if let (true, Some(reveal)) = (chosen, &option.reveal) {
                <div class="choice__reveal">{ reveal.clone() }</div>
            }
        </div>
    }
}
