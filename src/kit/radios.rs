//! One of few, all in sight.

use std::rc::Rc;

use yew::prelude::*;

use super::field::Group;

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

/// Radio buttons with a way to take the answer back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Radios {
    /// The question; its id is the first answer's.
    pub group: Group,
    /// The answers.
    pub options: Rc<[RadioOption]>,
    /// Which is chosen, by its place.
    pub chosen: Option<usize>,
    /// How the answers stand.
    pub layout: Layout,
    /// Whether the answer can be changed but not taken back.
    pub lasting: bool,
    /// The place of the answer chosen, or `None` when the answer is taken back.
    pub on_choose: Callback<Option<usize>>,
}

impl Radios {
    /// Draws it.
    pub fn view(&self) -> Html {
        let clear = self.on_choose.reform(|_: MouseEvent| None);
        let content = html! {
            <>
                <div class={classes!("choices", self.layout.class())}>
                    { for self.options.iter().enumerate().map(|(at, option)| self.radio(at, option)) }
                </div>
                if !self.lasting && self.chosen.is_some() {
                    <button type="button" class="button button--plain small" onclick={clear}>
                        { "Clear answer" }<span class="visually-hidden">{ format!(": {}", self.group.legend) }</span>
                    </button>
                }
            </>
        };
        self.group.view(content)
    }

    fn radio(&self, at: usize, option: &RadioOption) -> Html {
        let id = self.group.id_of(at);
        let hint_id = option.hint.as_ref().map(|_| format!("{id}-means"));
        let chosen = self.chosen == Some(at);
        let onchange = self.on_choose.reform(move |_: Event| Some(at));
        html! {
            <div class="choice" key={at}>
                <input
                    id={id.clone()}
                    class="choice__mark"
                    type="radio"
                    name={self.group.id.clone()}
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
}
