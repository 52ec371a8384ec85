//! What counts how much: matching at all against place, and the wishes against each other.

use yew::prelude::*;

use super::turned::sought_after;
use crate::ui::form::{Asked, Form, Slide};
use state::{Choice, Field};

/// The balance.
pub(super) fn balance(form: &Form) -> Html {
    let answers = form.answers();
    let [place, near, setting, size] = answers.weights;
    html! {
        <>
            { lambda(form) }
            { counted(form) }
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
    let usual = form.derived.usual_lambda();
    let now = set.unwrap_or(usual);
    let asked = Asked::hinted(
        "What matters more?",
        "At the left end only the chance to match orders the list. At the right end a program that meets none of your wishes is worth a fifth of one that meets all. Unless you set it, it stands at 30, and moves to the right end as a match becomes all but sure.",
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
        usual,
        words: words.into(),
        ends: Some(("Match somewhere".into(), "Match where I want to be".into())),
    };
    form.slider(Field::Lambda, asked, slide, Choice::Lambda)
}

/// Whether being sought after counts, and what it is.
fn counted(form: &Form) -> Html {
    html! {
        <div>
            { sought_after(form, Field::SoughtAfter.code(), html! { "Count how sought after a program is" }) }
            <p class="field__hint">
                { "It counts once you will very likely match, and beside wishes that you state with a weight of 2 of 10. It is a measure of our own, from four public facts that count alike: whether the program filled, from 2016 to 2020 and in 2026; how many specialties train at its hospital; in how many of the Matches of 2016 to 2020 it was; and its positions, against the median of its specialty. What is not known counts half. It is not a ranking of quality, and no reputation is read. For applicants of US schools it also moves the chance of an interview, which this does not change." }
            </p>
        </div>
    }
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
