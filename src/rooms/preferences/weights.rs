//! What counts how much: matching at all against place, and the wishes against each other.

use yew::prelude::*;

use super::turned::sought_after;
use crate::rooms::questions::form::{Asked, Form, Slide};
use engine::preference::Weight;
use state::questions::{
    Answer, Choice, LAMBDA, Percent, SOUGHT_AFTER, WEIGHT_NEAR, WEIGHT_PLACE, WEIGHT_SETTING,
    WEIGHT_SIZE,
};

/// The balance.
pub(super) fn balance(form: &Form) -> Html {
    html! {
        <>
            { lambda(form) }
            { counted(form) }
            <details class="disclosure">
                <summary>{ "Weigh the wishes against each other" }</summary>
                <div class="stack disclosure__body">
                    <p class="field__hint">{ "A weight counts only for a wish that you stated. 0 is not at all, 5 is usual, 10 is twice the usual." }</p>
                    { weight(form, WEIGHT_PLACE, "States and divisions") }
                    { weight(form, WEIGHT_NEAR, "Distance") }
                    { weight(form, WEIGHT_SETTING, "Setting") }
                    { weight(form, WEIGHT_SIZE, "Size") }
                </div>
            </details>
        </>
    }
}

fn lambda(form: &Form) -> Html {
    let set = form.answers().get(LAMBDA).map(Percent::value);
    let usual = form.derived.usual_lambda();
    let now = set.unwrap_or(usual);
    let asked = Asked::hinted(
        "What matters more?",
        "At the left end, only your chance to match decides the order. At the right end, a program that meets none of your wishes is worth one fifth of a program that meets them all. If you do not set it, it is at 30. It moves to the right end once you will very likely match.",
    );
    let words = match now {
        0 => "Match somewhere: wishes do not count".to_string(),
        100 => "Match where I want to be".to_string(),
        _ => format!("{now} of 100"),
    };
    let slide = Slide {
        most: 100,
        step: 5,
        usual,
        words: words.into(),
        ends: Some(("Match somewhere".into(), "Match where I want to be".into())),
    };
    form.slider(LAMBDA, asked, slide)
}

/// Whether being sought after counts, and what it is.
fn counted(form: &Form) -> Html {
    html! {
        <div>
            { sought_after(form, SOUGHT_AFTER.field().code(), html! { "Count how sought after a program is" }) }
            <p class="field__hint">
                { "It counts only once you will very likely match; beside your own wishes it has a weight of 2 of 10. It is our own measure, made from four public facts of equal weight. First, whether the program filled, from 2016 to 2020 and in 2026. Second, how many specialties train at its hospital. Third, in how many of the Matches of 2016 to 2020 it took part. Fourth, its positions, compared with the median (the middle program) of its specialty. A fact that is not known counts half. It is not a ranking of quality, and no reputation is used. For applicants of US schools, being sought after also changes the chance of an interview; this box does not change that." }
            </p>
        </div>
    }
}

fn weight(form: &Form, question: Choice<Weight>, words: &'static str) -> Html {
    let usual = Weight::USUAL;
    let now = form.answers().get(question).unwrap_or(usual);
    let slide = Slide {
        most: Weight::RANGE.most(),
        step: 1,
        usual: usual.value(),
        words: Answer::label(now).into(),
        ends: None,
    };
    form.slider(question, Asked::plain(words), slide)
}
