//! Questions bound to answers: each shows what was answered, and each change acts at once.

use std::rc::Rc;

use yew::prelude::*;

use crate::kit::{
    CheckOption, Checkboxes, Group, Layout, Legend, Mistake, RadioOption, Radios, Select, Slider,
    TextInput, Width,
};
use crate::store::{World, use_world};
use state::questions::{Answer, Choice, Number, Set, Text};
use state::{Action, Answers, Derived, Edit, Field, State};

/// What a question needs to show itself and to act.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Form {
    pub(crate) state: Rc<State>,
    pub(crate) derived: Derived,
    pub(crate) dispatch: Callback<Action>,
    /// The mistakes that show beside their controls; `None` shows every one as it is made.
    shown: Option<Rc<[Mistake]>>,
}

/// The form of this render.
#[hook]
pub(crate) fn use_form() -> Form {
    let World {
        state,
        derived,
        dispatch,
    } = use_world();
    Form {
        state,
        derived,
        dispatch,
        shown: None,
    }
}

/// One answer to offer: the word, its label and what it means.
pub(crate) type Offer<T> = (T, &'static str, Option<&'static str>);

/// Words without explanations.
pub(crate) fn offers<T: Copy>(all: &[T], label: fn(T) -> &'static str) -> Vec<Offer<T>> {
    all.iter().map(|word| (*word, label(*word), None)).collect()
}

/// Yes and no.
pub(crate) fn yes_or_no() -> Vec<Offer<bool>> {
    vec![(true, "Yes", None), (false, "No", None)]
}

/// The words of one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    pub(crate) question: AttrValue,
    pub(crate) hint: Option<AttrValue>,
    pub(crate) size: Legend,
    pub(crate) layout: Layout,
}

impl Asked {
    /// A question without a hint.
    pub(crate) fn plain(question: &'static str) -> Self {
        Asked {
            question: question.into(),
            ..Asked::default()
        }
    }

    /// A question with a hint.
    pub(crate) fn hinted(question: &'static str, hint: &'static str) -> Self {
        Asked {
            hint: Some(hint.into()),
            ..Asked::plain(question)
        }
    }

    /// The same, with short answers side by side.
    pub(crate) fn inline(self) -> Self {
        Asked {
            layout: Layout::Row,
            ..self
        }
    }

    /// The same, with answers two by two.
    pub(crate) fn paired(self) -> Self {
        Asked {
            layout: Layout::Pairs,
            ..self
        }
    }

    /// The same, set as a question of its own.
    pub(crate) fn large(self) -> Self {
        Asked {
            size: Legend::Question,
            ..self
        }
    }
}

impl Form {
    /// The answers.
    pub(crate) fn answers(&self) -> &Answers {
        &self.state.work.answers
    }

    /// The world that it is drawn from.
    pub(crate) fn world(&self) -> World {
        World {
            state: self.state.clone(),
            derived: self.derived.clone(),
            dispatch: self.dispatch.clone(),
        }
    }

    /// The same form for a page that checks its answers on its button: only these mistakes
    /// show, and an answer is changed rather than taken back.
    pub(crate) fn showing(self, mistakes: Rc<[Mistake]>) -> Self {
        Form {
            shown: Some(mistakes),
            ..self
        }
    }

    /// A callback that makes an edit of its input.
    pub(crate) fn edit<IN: 'static>(&self, edit: impl Fn(IN) -> Edit + 'static) -> Callback<IN> {
        self.dispatch
            .reform(move |input| Action::Answer(edit(input)))
    }

    /// A question as the group of its answers.
    fn group(&self, field: Field, asked: Asked) -> Group {
        Group {
            id: field.code().into(),
            legend: asked.question,
            hint: asked.hint,
            size: asked.size,
            error: self.error(field),
        }
    }

    /// The message beside a control.
    pub(crate) fn error(&self, field: Field) -> Option<AttrValue> {
        match &self.shown {
            None => self.derived.problem(field).map(|m| m.to_string().into()),
            Some(shown) => {
                let found = shown.iter().find(|mistake| mistake.id == field.code());
                found.map(|mistake| mistake.message.clone())
            }
        }
    }

    /// Radio buttons, with what shows below a chosen answer.
    pub(crate) fn radios_revealing<T: Answer>(
        &self,
        question: Choice<T>,
        asked: Asked,
        offers: &[Offer<T>],
        reveal: impl Fn(T) -> Option<Html>,
    ) -> Html {
        let chosen = self.answers().get(question);
        let words: Rc<[T]> = offers.iter().map(|(word, ..)| *word).collect();
        let options: Rc<[RadioOption]> = offers
            .iter()
            .map(|(word, label, hint)| RadioOption {
                label: (*label).into(),
                hint: hint.map(AttrValue::from),
                reveal: reveal(*word),
            })
            .collect();
        let at = chosen.and_then(|chosen| words.iter().position(|word| *word == chosen));
        let on_choose = self.edit(move |at: Option<usize>| {
            question.answer(at.and_then(|at| words.get(at).copied()))
        });
        Radios {
            layout: asked.layout,
            group: self.group(question.field(), asked),
            lasting: self.shown.is_some(),
            options,
            chosen: at,
            on_choose,
        }
        .view()
    }

    /// Radio buttons.
    pub(crate) fn radios<T: Answer>(
        &self,
        question: Choice<T>,
        asked: Asked,
        offers: &[Offer<T>],
    ) -> Html {
        self.radios_revealing(question, asked, offers, |_| None)
    }

    /// A select.
    pub(crate) fn select<T: Answer>(
        &self,
        question: Choice<T>,
        asked: Asked,
        offers: &[(T, &'static str)],
    ) -> Html {
        let (field, chosen) = (question.field(), self.answers().get(question));
        let words: Rc<[T]> = offers.iter().map(|(word, _)| *word).collect();
        let options: Rc<[AttrValue]> = offers.iter().map(|(_, label)| (*label).into()).collect();
        let at = chosen.and_then(|chosen| words.iter().position(|word| *word == chosen));
        let on_choose = self.edit(move |at: Option<usize>| {
            question.answer(at.and_then(|at| words.get(at).copied()))
        });
        Select {
            id: field.code().into(),
            label: asked.question,
            hint: asked.hint,
            error: self.error(field),
            options,
            chosen: at,
            on_choose,
            empty: None,
        }
        .view()
    }

    /// A box for a number.
    pub(crate) fn number<T: 'static>(&self, question: Number<T>, asked: Asked) -> Html {
        let on_type = self.edit(move |text| question.typed(text));
        self.typed(question.field(), asked, (Width::Short, true), on_type)
    }

    /// A box for words.
    pub(crate) fn text(&self, question: Text, asked: Asked) -> Html {
        let on_type = self.edit(move |text| question.typed(text));
        self.typed(question.field(), asked, (Width::Medium, false), on_type)
    }

    fn typed(
        &self,
        field: Field,
        asked: Asked,
        (width, digits): (Width, bool),
        on_type: Callback<String>,
    ) -> Html {
        TextInput {
            id: field.code().into(),
            label: asked.question,
            hint: asked.hint,
            width,
            digits,
            error: self.error(field),
            value: self.answers().text(field).to_string().into(),
            on_type,
            ..TextInput::default()
        }
        .view()
    }

    /// Checkboxes for the members of a set.
    pub(crate) fn checkboxes<T: Answer>(
        &self,
        question: Set<T>,
        asked: Asked,
        words: &'static [T],
        label: fn(T) -> &'static str,
    ) -> Html {
        let options: Rc<[CheckOption]> = words
            .iter()
            .map(|word| CheckOption {
                label: label(*word).into(),
                checked: self.answers().has(question, *word),
            })
            .collect();
        let toggle = self.dispatch.clone();
        let on_toggle = Callback::from(move |(at, ticked): (usize, bool)| {
            if let Some(word) = words.get(at) {
                toggle.emit(Action::Answer(match ticked {
                    true => question.with(*word),
                    false => question.without(*word),
                }));
            }
        });
        Checkboxes {
            columns: asked.layout == Layout::Row,
            group: self.group(question.field(), asked),
            options,
            on_toggle,
        }
        .view()
    }

    /// A slider over whole numbers.
    pub(crate) fn slider<T: Answer>(
        &self,
        question: Choice<T>,
        asked: Asked,
        range: Slide,
    ) -> Html {
        let set = self.answers().get(question).map(Answer::number);
        let value = set.unwrap_or_else(|| range.usual.into());
        let on_slide = self.edit(move |value: u16| question.answer(T::of(value)));
        Slider {
            id: question.field().code().into(),
            label: asked.question,
            hint: asked.hint,
            least: 0,
            most: u16::from(range.most),
            step: u16::from(range.step),
            value,
            words: range.words,
            ends: range.ends,
            on_slide,
        }
        .view()
    }
}

/// The numbers of a slider.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Slide {
    pub(crate) most: u8,
    pub(crate) step: u8,
    /// The number that stands as long as none was.
    pub(crate) usual: u8,
    /// The number now, in words.
    pub(crate) words: AttrValue,
    /// What the two ends mean.
    pub(crate) ends: Option<(AttrValue, AttrValue)>,
}
