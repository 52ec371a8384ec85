//! A box that suggests lines while one types, by the ARIA pattern for an editable combobox
//! with a listbox.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::field::{Described, field_class};
use super::suggest::{Suggestion, best};

/// Most suggestions at a time.
const MOST: usize = 12;

/// Properties of [`Combobox`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ComboboxProps {
    /// Id of the box.
    pub id: AttrValue,
    /// What to type.
    pub label: AttrValue,
    /// Below the label.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// What is in the box.
    pub value: AttrValue,
    /// What can be chosen.
    pub suggestions: Rc<[Suggestion]>,
    /// Every change, as typed.
    pub on_type: Callback<String>,
    /// The place of the suggestion chosen.
    pub on_choose: Callback<usize>,
}

/// What the list shows; folded while `None`.
#[derive(Clone, Debug, Default, PartialEq)]
struct Open {
    /// Places of the suggestions on show.
    shown: Rc<[usize]>,
    /// Which of them the arrow keys are on.
    active: Option<usize>,
}

/// The box with its list.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let open = use_state_eq(|| None::<Open>);
    let list = use_node_ref();
    use_late_suggestions(props, &open);
    use_scroll_to_active(list.clone(), open.as_ref().and_then(|open| open.active));

    let described = Described {
        id: props.id.clone(),
        hint: props.hint.clone(),
        error: props.error.clone(),
    };
    let fold = open.setter();
    let choose = {
        let (on_choose, fold) = (props.on_choose.clone(), fold.clone());
        Callback::from(move |index: usize| {
            fold.set(None);
            on_choose.emit(index);
        })
    };
    let oninput = {
        let (on_type, suggestions, fold) = (
            props.on_type.clone(),
            props.suggestions.clone(),
            fold.clone(),
        );
        Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            fold.set(Some(Open {
                shown: best(&suggestions, &typed, MOST).into(),
                active: None,
            }));
            on_type.emit(typed);
        })
    };
    let list_id = format!("{}-list", props.id);
    let shown = open.as_ref().map(|open| open.shown.clone());
    let active = open.as_ref().and_then(|open| open.active);
    html! {
        <div class={field_class(props.error.as_ref())}>
            <label class="field__label" for={props.id.clone()}>{ &props.label }</label>
            { described.view() }
            <div class="combobox">
                <input
                    id={props.id.clone()}
                    class="input"
                    type="text"
                    role="combobox"
                    value={props.value.clone()}
                    {oninput}
                    onkeydown={on_key(props, &open, &choose)}
                    onclick={unfold_on_click(props, &open)}
                    onblur={Callback::from(move |_: FocusEvent| fold.set(None))}
                    autocomplete="off"
                    spellcheck="false"
                    // No answer in one line is longer: `state::persist::bounds`.
                    maxlength="1000"
                    aria-autocomplete="list"
                    aria-expanded={if shown.is_some() { "true" } else { "false" }}
                    aria-controls={list_id.clone()}
                    aria-activedescendant={active.map(|at| format!("{list_id}-{at}"))}
                    aria-describedby={described.by()}
                    aria-invalid={described.invalid()}
                />
                <ul ref={list} id={list_id.clone()} class="combobox__list" role="listbox" aria-label={props.label.clone()} hidden={shown.as_ref().is_none_or(|shown| shown.is_empty())}>
                    { for shown.iter().flat_map(|shown| shown.iter()).enumerate().map(|(at, index)| {
                        line(props, &list_id, at, *index, active == Some(at), &choose)
                    }) }
                </ul>
                <span class="visually-hidden" role="status">{ count(shown.as_deref(), props.suggestions.len()) }</span>
            </div>
        </div>
    }
}

/// Shows suggestions that arrive while somebody has already typed.
#[hook]
fn use_late_suggestions(props: &ComboboxProps, open: &UseStateHandle<Option<Open>>) {
    let (open, typed) = (open.clone(), props.value.clone());
    let suggestions = props.suggestions.clone();
    use_effect_with(suggestions.is_empty(), move |is_empty| {
        if open.is_some() && !is_empty {
            open.set(Some(Open {
                shown: best(&suggestions, &typed, MOST).into(),
                active: None,
            }));
        }
    });
}

/// How many suggestions there are, said once there is anything to suggest.
fn count(shown: Option<&[usize]>, all: usize) -> String {
    match shown.map(<[usize]>::len) {
        None => String::new(),
        Some(0) if all == 0 => String::new(),
        Some(0) => "No suggestion fits".into(),
        Some(1) => "1 suggestion".into(),
        Some(n) => format!("{n} suggestions"),
    }
}

fn line(
    props: &ComboboxProps,
    list_id: &str,
    at: usize,
    index: usize,
    active: bool,
    choose: &Callback<usize>,
) -> Html {
    let Some(suggestion) = props.suggestions.get(index) else {
        return Html::default();
    };
    // The press, not the click: a click comes after the blur that folds the list.
    let onmousedown = choose.reform(move |event: MouseEvent| {
        event.prevent_default();
        index
    });
    html! {
        <li key={index} id={format!("{list_id}-{at}")} class="combobox__line" role="option" aria-selected={if active { "true" } else { "false" }} {onmousedown}>
            { &suggestion.label }
            if let Some(detail) = &suggestion.detail {
                <span class="combobox__detail">{ detail }</span>
            }
        </li>
    }
}

fn unfold_on_click(
    props: &ComboboxProps,
    open: &UseStateHandle<Option<Open>>,
) -> Callback<MouseEvent> {
    let (suggestions, open) = (props.suggestions.clone(), open.clone());
    Callback::from(move |event: MouseEvent| {
        if open.is_none() {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            // A box that holds a finished answer offers everything, not that answer alone.
            let typed = input.value();
            let typed = if suggestions.iter().any(|s| s.is_named(&typed)) {
                ""
            } else {
                &typed
            };
            open.set(Some(Open {
                shown: best(&suggestions, typed, MOST).into(),
                active: None,
            }));
        }
    })
}

fn on_key(
    props: &ComboboxProps,
    open: &UseStateHandle<Option<Open>>,
    choose: &Callback<usize>,
) -> Callback<KeyboardEvent> {
    let (suggestions, value) = (props.suggestions.clone(), props.value.clone());
    let (open, choose) = (open.clone(), choose.clone());
    Callback::from(move |event: KeyboardEvent| {
        let now = (*open).clone();
        let active = now.as_ref().and_then(|now| now.active);
        let chosen = now
            .as_ref()
            .zip(active)
            .and_then(|(now, at)| now.shown.get(at).copied());
        match (event.key().as_str(), chosen) {
            ("ArrowDown" | "ArrowUp", _) => {
                event.prevent_default();
                let now = now.unwrap_or_else(|| Open {
                    shown: best(&suggestions, &value, MOST).into(),
                    active: None,
                });
                let down = event.key() == "ArrowDown";
                let active = step(now.active, now.shown.len(), down);
                open.set(Some(Open { active, ..now }));
            }
            ("Enter", Some(index)) => {
                event.prevent_default();
                choose.emit(index);
            }
            ("Tab", Some(index)) => choose.emit(index),
            ("Escape", _) if now.is_some() => {
                event.prevent_default();
                open.set(None);
            }
            _ => {}
        }
    })
}

/// The line above or below, round the end; none in an empty list.
fn step(active: Option<usize>, count: usize, down: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (active, down) {
        (None, true) => 0,
        (None, false) | (Some(0), false) => last,
        (Some(at), true) if at >= last => 0,
        (Some(at), true) => at + 1,
        (Some(at), false) => at - 1,
    })
}

#[hook]
fn use_scroll_to_active(list: NodeRef, active: Option<usize>) {
    use_effect_with(active, move |active| {
        let line = list
            .cast::<HtmlElement>()
            .zip(*active)
            .and_then(|(list, at)| list.children().item(u32::try_from(at).ok()?));
        if let Some(line) = line {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            line.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_go_round() {
        assert_eq!(step(None, 3, true), Some(0));
        assert_eq!(step(Some(2), 3, true), Some(0));
        assert_eq!(step(Some(0), 3, false), Some(2));
        assert_eq!(step(None, 3, false), Some(2));
        assert_eq!(step(None, 0, true), None);
    }
}
