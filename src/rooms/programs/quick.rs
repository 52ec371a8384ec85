//! A few answers beside the list, for trying out: the sentence above follows under the thumb.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::page;
use crate::kit::{FocusArea, Select, Slider, TextInput, Width};
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::list::{Allowance, Signalling};
use engine::portfolio::Level;
use engine::vocabulary::{ExperienceKind, VisaNeed};
use state::questions::{
    EXPERIENCE, ExperienceAnswer, GRADUATION_YEAR, STEP2, STEP2_SCORE, Step2Answer, VISA,
};
use state::{Action, Edit, Field, ListSetting, ListSettingEdit};

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct QuickAnswersProps {
    /// The focus left the answers.
    pub(super) on_leave: Callback<()>,
}

/// Step 2 CK, the visa, and how much place counts.
#[component]
pub(super) fn QuickAnswers(props: &QuickAnswersProps) -> Html {
    let world = use_world();
    let World {
        state,
        derived,
        dispatch,
    } = &world;
    // Where there is room beside the list.
    let is_open = use_state_eq(|| false);
    {
        let is_open = is_open.setter();
        use_effect_with((), move |()| is_open.set(page::is_wide()));
    }
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
    let year = TextInput {
        id: "quick-year".into(),
        label: "Graduation year".into(),
        digits: true,
        width: Width::Short,
        value: answers.text(Field::GraduationYear).to_owned().into(),
        error: derived
            .problem(Field::GraduationYear)
            .map(|text| text.to_owned().into()),
        on_type: dispatch.reform(|text| Action::Answer(GRADUATION_YEAR.typed(text))),
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
        <details class="disclosure no-print" open={*is_open}>
            <summary>{ "Try other answers" }</summary>
            <FocusArea class="quick__fields" on_leave={props.on_leave.clone()}>
                if matches!(answers.get(STEP2), None | Some(Step2Answer::Score)) { { score(&world) } }
                { number(&world) }
                { months(&world) }
                { signals(&world) }
                { visa.view() }
                { year.view() }
                <p class="quick__more">
                    { "The sentence above changes with these answers. There are more questions in " }
                    { link(&Route::Profile, "", "your profile") }
                    { " and " }
                    { link(&Route::Preferences, "", "your preferences") }
                    { "." }
                </p>
            </FocusArea>
        </details>
    }
}

/// The score under the thumb; as a box until there is one.
fn score(world: &World) -> Html {
    /// Scores that a slider reaches; others are typed in the profile.
    const REACHED: std::ops::RangeInclusive<u16> = 200..=280;
    let typed = world.state.work.answers.text(Field::Step2Score);
    let value = typed.trim().parse::<u16>().ok();
    let (id, label) = ("quick-step2", "Step 2 CK score");
    if let Some(value) = value.filter(|value| REACHED.contains(value)) {
        return Slider {
            id: id.into(),
            label: label.into(),
            least: *REACHED.start(),
            most: *REACHED.end(),
            step: 1,
            value,
            words: value.to_string().into(),
            on_slide: world
                .dispatch
                .reform(|score: u16| Action::Answer(STEP2_SCORE.typed(score.to_string()))),
            ..Slider::default()
        }
        .view();
    }
    TextInput {
        id: id.into(),
        label: label.into(),
        digits: true,
        width: Width::Short,
        value: typed.to_owned().into(),
        error: world
            .derived
            .problem(Field::Step2Score)
            .map(|text| text.to_owned().into()),
        on_type: world
            .dispatch
            .reform(|text| Action::Answer(STEP2_SCORE.typed(text))),
        ..TextInput::default()
    }
    .view()
}

/// How many applications; ours while none was said.
fn number(world: &World) -> Html {
    let said = world.state.work.list_settings.number(ListSetting::Number);
    let best = world.state.best.as_deref().and_then(|best| best.found());
    let ours = best.map(|best| best.recommended.number);
    let said = said
        .ok()
        .flatten()
        .and_then(|number| u16::try_from(number).ok());
    let ours = ours.and_then(|number| u16::try_from(number).ok());
    let Some(value) = said.or(ours) else {
        return html! {};
    };
    let words = match (said, ours) {
        (Some(said), Some(ours)) if said != ours => format!("{said}, we recommend {ours}"),
        (Some(said), _) => said.to_string(),
        (None, _) => format!("{value}, as we recommend"),
    };
    Slider {
        id: "quick-number".into(),
        label: "Applications".into(),
        least: 5,
        most: 300,
        step: 5,
        value,
        words: words.into(),
        on_slide: world.dispatch.reform(|number: u16| {
            Action::ListSetting(ListSettingEdit::Type(
                ListSetting::Number,
                number.to_string(),
            ))
        }),
        ..Slider::default()
    }
    .view()
}

/// Months of hands-on US clinical experience. Who has told of several stretches changes them in the profile.
fn months(world: &World) -> Html {
    /// What a slider reaches.
    const MOST: u16 = 12;
    let answers = &world.state.work.answers;
    let stretch = match answers.experience.as_slice() {
        [] => ExperienceAnswer::default(),
        [one] if one.kind.is_none_or(ExperienceKind::is_hands_on) => one.clone(),
        _ => return html! {},
    };
    let any = answers.get(EXPERIENCE);
    let typed = stretch.months.trim().parse::<u16>();
    // No experience leaves the stretch as it was told, for who slides back.
    let value = typed.ok().filter(|_| any == Some(true)).unwrap_or(0);
    if value > MOST {
        return html! {};
    }
    let words = match (value, any) {
        (0, None) => "not answered".to_owned(),
        (0, Some(_)) => "none".to_owned(),
        (months, _) => words::counted(usize::from(months), "month", "months"),
    };
    let dispatch = world.dispatch.clone();
    Slider {
        id: "quick-months".into(),
        label: "Hands-on US clinical experience".into(),
        least: 0,
        most: MOST,
        step: 1,
        value,
        words: words.into(),
        on_slide: Callback::from(move |months: u16| {
            dispatch.emit(Action::Answer(EXPERIENCE.answer(Some(months > 0))));
            if months > 0 {
                let stretch = ExperienceAnswer {
                    kind: stretch.kind.or(Some(ExperienceKind::Externship)),
                    months: months.to_string(),
                    ..stretch.clone()
                };
                dispatch.emit(Action::Answer(Edit::experience(0, stretch)));
            }
        }),
        ..Slider::default()
    }
    .view()
}

/// The signals of the first specialty, each kind that it has; all of them while none was said.
fn signals(world: &World) -> Html {
    let slide = || {
        let loaded = world.state.pack.ready()?;
        let question = world.derived.question(loaded, &world.state.work.entries)?;
        let code = question.preferences.specialties.first()?.code;
        let there = Allowance::of(&question, code, Signalling::default())?;
        let settings = &world.state.work.list_settings;
        let sent = settings.signalling(code).own.unwrap_or(there);
        let one = |level: Level, label: &'static str| {
            let (most, value) = match level {
                Level::Gold => (there.gold, sent.gold),
                _ => (there.silver, sent.silver),
            };
            let dispatch = world.dispatch.clone();
            let slider = Slider {
                id: format!("quick-{}", level.code()).into(),
                label: label.into(),
                least: 0,
                most: most.into(),
                step: 1,
                value: value.min(most).into(),
                words: if value < most {
                    format!("{value} of {most}").into()
                } else {
                    format!("all {most}").into()
                },
                on_slide: Callback::from(move |number: u16| {
                    // Who says one kind has said both.
                    let number = number.to_string();
                    let (gold, silver) = match level {
                        Level::Gold => (number, sent.silver.to_string()),
                        _ => (sent.gold.to_string(), number),
                    };
                    for (kind, number) in [
                        (ListSetting::Gold(code), gold),
                        (ListSetting::Silver(code), silver),
                    ] {
                        dispatch.emit(Action::ListSetting(ListSettingEdit::Type(kind, number)));
                    }
                }),
                ..Slider::default()
            };
            (most > 0).then(|| slider.view())
        };
        let silver = if there.gold > 0 {
            "Silver signals"
        } else {
            "Signals"
        };
        Some(
            html! { <>{ for one(Level::Gold, "Gold signals") }{ for one(Level::Silver, silver) }</> },
        )
    };
    slide().unwrap_or_default()
}
