//! What counts how much: matching at all against place, and the wishes against each other.

use yew::prelude::*;

use crate::state::{Choice, Field};
use crate::ui::form::{Asked, Form, Slide};

/// The balance.
pub(super) fn balance(form: &Form) -> Html {
    let answers = form.answers();
    let [place, near, setting, size] = answers.weights;
    html! {
        <>
            { lambda(form) }
            <details class="disclosure">
                <summary>{ "Weigh the wishes against each other" }</summary>
                <div class="stack disclosure__body">
                    <p class="field__hint">{ "A weight counts only for a wish that you stated. 0 is not at all, 5 is usual, 10 is twice the usual." }</p>
                    { weight(form, Field::WeightPlace, "States and divisions", place, Choice::WeightPlace) }
                    { weight(form, Field::WeightNear, "Distance", near, Choice::WeightNear) }
                    { weight(form, Field::WeightSetting, "Setting", setting, Choice::WeightSetting) }
                    { weight(form, Field::WeightSize, "Size", size, Choice::WeightSize) }
                </div>
            </details>
        </>
    }
}

fn lambda(form: &Form) -> Html {
    let set = form.answers().lambda;
    let now = set.unwrap_or(30);
    let asked = Asked::hinted(
        "What matters more?",
        "At the left end only the chance to match orders the list. At the right end a program that meets none of your wishes is worth a fifth of one that meets all.",
    );
    let words = match now {
        0 => "Match somewhere: wishes do not count".to_string(),
        100 => "Match where I want to be".to_string(),
        _ => format!("{now} of 100"),
    };
    let slide = Slide {
        most: 100,
        step: 5,
        set,
        usual: 30,
        words: words.into(),
        ends: Some(("Match somewhere".into(), "Match where I want to be".into())),
    };
    form.slider(Field::Lambda, asked, slide, Choice::Lambda)
}

fn weight(
    form: &Form,
    field: Field,
    question: &'static str,
    set: Option<u8>,
    choice: fn(Option<u8>) -> Choice,
) -> Html {
    let slide = Slide {
        most: 10,
        step: 1,
        set,
        usual: 5,
        words: format!("{} of 10", set.unwrap_or(5)).into(),
        ends: None,
    };
    form.slider(field, Asked::plain(question), slide, choice)
}
