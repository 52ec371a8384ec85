//! A few answers beside the list, for trying out. The order waits until the focus leaves them.

use std::rc::Rc;

use yew::prelude::*;

use crate::kit::{FocusArea, Select, TextInput, Width};
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::vocabulary::VisaNeed;
use state::questions::{STEP2, STEP2_SCORE, Step2Answer, VISA};
use state::{Action, Field};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct QuickAnswersProps {
    /// The focus left the answers.
    pub(super) on_leave: Callback<()>,
}

/// Step 2 CK, the visa, and how much place counts.
#[component]
pub(super) fn QuickAnswers(props: &QuickAnswersProps) -> Html {
    let World {
        state,
        derived,
        dispatch,
    } = use_world();
    let answers = &state.work.answers;
    let options: Rc<[AttrValue]> = VisaNeed::ALL
        .iter()
        .map(|need| need.label().into())
        .collect();
    let chosen = answers
        .get(VISA)
        .and_then(|visa| VisaNeed::ALL.iter().position(|need| *need == visa));
    let on_choose = dispatch.reform(|at: Option<usize>| {
        let visa = at.and_then(|at| VisaNeed::ALL.get(at).copied());
        Action::Answer(VISA.answer(visa))
    });
    let on_type = dispatch.reform(|text| Action::Answer(STEP2_SCORE.typed(text)));
    let score = TextInput {
        id: "quick-step2".into(),
        label: "Step 2 CK score".into(),
        digits: true,
        width: Width::Short,
        value: answers.text(Field::Step2Score).to_owned().into(),
        error: derived
            .problem(Field::Step2Score)
            .map(|text| text.to_owned().into()),
        on_type,
        ..TextInput::default()
    };
    let visa = Select {
        id: "quick-visa".into(),
        label: "Visa you need".into(),
        options,
        chosen,
        on_choose,
        ..Select::default()
    };
    html! {
        <details class="disclosure no-print">
            <summary>{ "Try other answers" }</summary>
            <FocusArea class="quick__fields" on_leave={props.on_leave.clone()}>
                if matches!(answers.get(STEP2), None | Some(Step2Answer::Score)) { { score.view() } }
                { visa.view() }
                <p class="quick__more">
                    { "The numbers follow as you type; the order moves when you leave these fields. More in " }
                    { link(&Route::Profile, "", "your profile") }
                    { " and " }
                    { link(&Route::Preferences, "", "your preferences") }
                    { "." }
                </p>
            </FocusArea>
        </details>
    }
}
