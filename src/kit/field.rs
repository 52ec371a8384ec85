//! What every control shares: a label or legend, a hint and an error, bound to it by id.

use yew::prelude::*;

/// Ids of the hint and the error of a control, as `aria-describedby` wants them.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    /// The control.
    pub id: AttrValue,
    /// Below the label, if there is one.
    pub hint: Option<AttrValue>,
    /// What is wrong, if anything is.
    pub error: Option<AttrValue>,
}

impl Described {
    /// The value of `aria-describedby`; `None` if there is nothing to describe.
    #[must_use]
    pub fn by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (one, other) => one.or(other),
        }
    }

    /// The value of `aria-invalid`.
    #[must_use]
    pub fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    /// Hint and error, in the order in which they stand under a label.
    pub fn view(&self) -> Html {
        html! {
            <>
                if let Some(hint) = &self.hint {
                    <p id={format!("{}-hint", self.id)} class="field__hint">{ hint }</p>
                }
                if let Some(error) = &self.error {
                    <p id={format!("{}-error", self.id)} class="field__error">
                        <span class="visually-hidden">{ "Error: " }</span>{ error }
                    </p>
                }
            </>
        }
    }
}

/// The class of a field's box, marked when it holds a mistake.
#[must_use]
pub(super) fn field_class(error: Option<&AttrValue>) -> Classes {
    classes!("field", error.map(|_| "field--wrong"))
}

/// How large a group's legend is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Legend {
    /// Like a label.
    #[default]
    Label,
    /// Like a question of its own.
    Question,
}

/// Controls under one legend.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The id of the first control in it.
    pub id: AttrValue,
    /// What the controls are about.
    pub legend: AttrValue,
    /// How large the legend is set.
    pub size: Legend,
    /// Below the legend.
    pub hint: Option<AttrValue>,
    /// What is wrong.
    pub error: Option<AttrValue>,
}

impl Group {
    /// The id of a control by its place: the first has the group's own.
    pub(super) fn id_of(&self, index: usize) -> AttrValue {
        match index {
            0 => self.id.clone(),
            _ => format!("{}-{}", self.id, index + 1).into(),
        }
    }

    /// Draws it around its controls.
    pub fn view(&self, content: Html) -> Html {
        let described = Described {
            id: self.id.clone(),
            hint: self.hint.clone(),
            error: self.error.clone(),
        };
        let question = self.size == Legend::Question;
        html! {
            <fieldset class={field_class(self.error.as_ref())} aria-describedby={described.by()}>
                <legend class={classes!("field__label", question.then_some("field__label--question"))}>
                    { &self.legend }
                </legend>
                { described.view() }
                { content }
            </fieldset>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hint_and_error_are_both_named() {
        let mut described = Described {
            id: "score".into(),
            hint: None,
            error: None,
        };
        assert_eq!(described.by(), None);
        described.error = Some("Enter a number".into());
        assert_eq!(described.by().as_deref(), Some("score-error"));
        described.hint = Some("Three digits".into());
        assert_eq!(described.by().as_deref(), Some("score-hint score-error"));
    }
}
