//! The settings of the list: how many, for how much money, and how many of each specialty.

use yew::prelude::*;

use crate::kit::{CheckOption, Checkboxes, Group, TextInput, Width};
use crate::store::World;
use engine::catalog::Catalog;
use engine::program::SpecialtyCode;
use state::lists::pricing::Pricing;
use state::{Action, ListSetting, ListSettingEdit, Loaded};

/// One number of the settings.
pub(super) struct Ask {
    /// Which.
    pub(super) setting: ListSetting,
    /// What to type.
    pub(super) label: String,
    /// Below it.
    pub(super) hint: Option<String>,
    /// Behind the box.
    pub(super) unit: Option<&'static str>,
}

impl Ask {
    /// The box.
    pub(super) fn view(self, world: &World) -> Html {
        let settings = &world.state.work.list_settings;
        let (word, specialty) = self.setting.code();
        let id = match specialty {
            Some(code) => format!("list-{word}-{code}"),
            None => format!("list-{word}"),
        };
        let setting = self.setting;
        let input = TextInput {
            id: id.into(),
            label: self.label.into(),
            hint: self.hint.map(AttrValue::from),
            error: settings.number(setting).err().map(AttrValue::from),
            value: settings.text(setting).to_owned().into(),
            width: Width::Short,
            digits: true,
            unit: self.unit.map(AttrValue::from),
            on_type: world.dispatch.reform(move |text: String| {
                Action::ListSetting(ListSettingEdit::Type(setting, text))
            }),
            ..TextInput::default()
        };
        input.view()
    }
}

/// Budget, prices and limits by specialty, folded away.
pub(super) fn settings(world: &World, loaded: &Loaded) -> Html {
    let choices = &world.derived.preferences().specialties;
    let codes: Vec<SpecialtyCode> = choices.iter().map(|choice| choice.code).collect();
    let several = codes.len() > 1;
    let title = if several {
        "Budget, prices, and limits by specialty"
    } else {
        "Budget and prices"
    };
    html! {
        <details class="my-list__names">
            <summary>{ title }</summary>
            <div class="stack">
                <div class="my-list__terms">
                    { Ask {
                        setting: ListSetting::Budget,
                        label: "Most to spend on applications".into(),
                        hint: Some("Leave it empty for no limit.".into()),
                        unit: Some("dollars"),
                    }.view(world) }
                    { Ask {
                        setting: ListSetting::PointWorth,
                        label: "What one more point is worth to you".into(),
                        hint: Some("A point is one more match in a hundred seasons like yours.".into()),
                        unit: Some("dollars"),
                    }.view(world) }
                    { prices(world, loaded, &codes) }
                    { Ask {
                        setting: ListSetting::Assistance,
                        label: "What fee assistance takes off".into(),
                        hint: Some("If you were granted it: the amount that you were told.".into()),
                        unit: Some("dollars"),
                    }.view(world) }
                </div>
                if several {
                    { for codes.iter().map(|code| by_specialty(world, &loaded.catalog, *code)) }
                }
            </div>
        </details>
    }
}

/// What to count with where the season has no price.
fn prices(world: &World, loaded: &Loaded, codes: &[SpecialtyCode]) -> Html {
    let season = world.derived.reading.moment.map(|moment| moment.season);
    let (Some(book), Some(season)) = (loaded.catalog.fees(), season) else {
        return html! {};
    };
    let none = Pricing::default();
    let unpriced: Vec<SpecialtyCode> = codes
        .iter()
        .copied()
        .filter(|code| none.prices(book, season, *code).is_none())
        .collect();
    if unpriced.is_empty() {
        return html! {};
    }
    let borrowed = unpriced
        .iter()
        .find_map(|code| book.earlier_schedule(*code, season));
    let typed = Ask {
        setting: ListSetting::Price,
        label: "What an application costs".into(),
        hint: Some(format!(
            "No price is stated for the {} season. If you know it, it counts.",
            season.0
        )),
        unit: Some("dollars"),
    };
    let borrow = borrowed.map(|(of, _)| {
        let boxes = Checkboxes {
            group: Group {
                id: "list-earlier-prices".into(),
                legend: "Until this season\u{2019}s prices are out".into(),
                ..Group::default()
            },
            options: [CheckOption {
                label: format!("Count with the prices of {}", of.0).into(),
                checked: world.state.work.list_settings.earlier_prices(),
            }]
            .into(),
            columns: false,
            on_toggle: world
                .dispatch
                .reform(|(_, on)| Action::ListSetting(ListSettingEdit::EarlierPrices(on))),
        };
        boxes.view()
    });
    html! { <>{ typed.view(world) }{ borrow }</> }
}

fn by_specialty(world: &World, catalog: &Catalog, code: SpecialtyCode) -> Html {
    let name = catalog.specialty_name(code);
    let ask = |setting: ListSetting, words: &str| Ask {
        setting,
        label: format!("{name}: {words}"),
        hint: None,
        unit: Some("programs"),
    };
    html! {
        <div class="my-list__terms" key={code.number()}>
            { ask(ListSetting::Least(code), "at least").view(world) }
            { ask(ListSetting::Most(code), "at most").view(world) }
        </div>
    }
}
