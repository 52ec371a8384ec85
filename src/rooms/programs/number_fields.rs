//! Numbers that are typed into an entry: what is typed stays on the screen, and what is no such
//! number counts as not entered.

use yew::prelude::*;

use crate::kit::{TextInput, Width};
use engine::decimal::Decimal;

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct NumberFieldProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) unit: AttrValue,
    /// The highest number that makes sense; the lowest is 1.
    pub(super) most: u16,
    pub(super) value: Option<u16>,
    pub(super) on_change: Callback<Option<u16>>,
}

/// A whole number from 1 up.
#[component]
pub(super) fn NumberField(props: &NumberFieldProps) -> Html {
    let most = props.most;
    let field = Field {
        id: props.id.clone(),
        label: props.label.clone(),
        unit: props.unit.clone(),
        value: props.value,
    };
    let say = |number: u16| number.to_string();
    let read = move |text: &str| {
        read(text, most).map_err(|()| {
            format!(
                "Enter a number from 1 to {most}, such as {}",
                (most / 2).max(1)
            )
        })
    };
    let typed = use_state(|| props.value.map(say).unwrap_or_default());
    field.view(typed, say, read, &props.on_change)
}

#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct ShareFieldProps {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    /// In tenths of a percent.
    pub(super) value: Option<u16>,
    pub(super) on_change: Callback<Option<u16>>,
}

/// A share in percent with one decimal place at most.
#[component]
pub(super) fn ShareField(props: &ShareFieldProps) -> Html {
    let field = Field {
        id: props.id.clone(),
        label: props.label.clone(),
        unit: "%".into(),
        value: props.value,
    };
    let say = |tenths: u16| {
        let text = Decimal::fixed(f64::from(tenths) / 10.0, 1).to_string();
        text.strip_suffix(".0").unwrap_or(&text).to_owned()
    };
    let read = |text: &str| {
        tenths(text).map_err(|()| "Enter a percentage from 0 to 100, such as 12.5".to_owned())
    };
    let typed = use_state(|| props.value.map(say).unwrap_or_default());
    field.view(typed, say, read, &props.on_change)
}

/// What both kinds of box share.
struct Field {
    id: AttrValue,
    label: AttrValue,
    unit: AttrValue,
    value: Option<u16>,
}

impl Field {
    fn view(
        self,
        typed: UseStateHandle<String>,
        say: impl Fn(u16) -> String,
        read: impl Fn(&str) -> Result<Option<u16>, String> + Copy + 'static,
        on_change: &Callback<Option<u16>>,
    ) -> Html {
        // What is entered may change elsewhere, such as in another tab; text that is no such
        // number stays until something is.
        let in_text = read(&typed);
        let is_own = match &in_text {
            Ok(number) => *number == self.value,
            Err(_) => self.value.is_none(),
        };
        let (shown, error) = if is_own {
            (typed.to_string(), in_text.err().map(AttrValue::from))
        } else {
            (self.value.map(say).unwrap_or_default(), None)
        };
        let on_type = {
            let (typed, on_change) = (typed.clone(), on_change.clone());
            Callback::from(move |text: String| {
                on_change.emit(read(&text).unwrap_or(None));
                typed.set(text);
            })
        };
        TextInput {
            id: self.id,
            label: self.label,
            unit: Some(self.unit),
            digits: true,
            width: Width::Short,
            value: shown.into(),
            error,
            on_type,
            ..TextInput::default()
        }
        .view()
    }
}

/// The number typed, none if nothing is, an error if it is not from 1 to `most`.
fn read(text: &str, most: u16) -> Result<Option<u16>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => match text.parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(Some(number)),
            Ok(_) | Err(_) => Err(()),
        },
    }
}

/// A percentage in tenths, none if nothing is typed.
fn tenths(text: &str) -> Result<Option<u16>, ()> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() {
        return Ok(None);
    }
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() > 3 || part.len() > 1 {
        return Err(());
    }
    match (whole.parse::<u16>(), part.parse::<u16>()) {
        (Ok(whole), Ok(part)) if whole * 10 + part <= 1000 => Ok(Some(whole * 10 + part)),
        _ => Err(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_in_range_are_entered() {
        assert_eq!(read(" 230 ", 300), Ok(Some(230)));
        assert_eq!(read("", 300), Ok(None));
        for text in ["0", "301", "-1", "2.5", "abc", "99999999"] {
            assert_eq!(read(text, 300), Err(()), "{text}");
        }
    }

    #[test]
    fn percentages_have_one_decimal_place() {
        for (text, want) in [("12.5 %", 125), ("0", 0), ("100", 1000), ("7,1", 71)] {
            assert_eq!(tenths(text), Ok(Some(want)), "{text}");
        }
        assert_eq!(tenths(" "), Ok(None));
        for text in ["101", "100.1", "-1", "1.25", "abc", ".5", "5."] {
            assert_eq!(tenths(text), Err(()), "{text}");
        }
    }
}
