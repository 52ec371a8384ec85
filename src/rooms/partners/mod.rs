//! For partner sites: the widget with its settings tried live, the code to copy, the protocol.

mod embed_snippet;
mod reference;

use yew::prelude::*;

use self::embed_snippet::EmbedSnippet;
use crate::kit::use_debounced;
use crate::kit::{CheckOption, Checkboxes, Group, Select, TextBox, TextInput, Width, page_title};
use crate::rooms::copying::copies;
use crate::routing::location::{Location, site};
use crate::routing::route::Route;
use crate::store::use_world;
use engine::geography::UsState;
use state::content::slug::slug;
use state::embed::settings::{Colour, Part, Theme};

/// Milliseconds without a change after which the preview follows.
const REST: u32 = 400;

/// The room.
#[component]
pub(crate) fn PartnersRoom() -> Html {
    let tried = use_state_eq(EmbedSnippet::default);
    let wanted = tried.frame_address("");
    // The preview loads anew with each change.
    let shown = use_debounced(wanted.clone(), wanted, REST);
    let Some(origin) = site() else {
        return html! {
            <div class="stack tool">
                { page_title(Route::Partners.title()) }
                <p class="lead">{ "Smart Pick stands on your own page with one script and one element, which come from a site that serves it." }</p>
                <p>{ "This copy is a file on your device and has no address of its own. Open this page on a site that serves Smart Pick: there it tries the settings and writes the code." }</p>
                { reference::privacy() }
            </div>
        };
    };
    let site = format!("{origin}{}", Location::to(Route::Start).address());
    html! {
        <div class="stack tool">
            { page_title(Route::Partners.title()) }
            <p class="lead">{ "Put Smart Pick on your own page: one script and one element, free, without an account, and without a cookie. What your visitors type stays in the frame on their device; neither you nor we can read it." }</p>
            { settings(&tried) }
            <section class="stack tool__part" aria-labelledby="partners-preview">
                <h2 id="partners-preview">{ "As your visitors see it" }</h2>
                // Without an origin, so that it begins as for a new visitor, whatever is kept here.
                <iframe key={shown.clone()} class="partners__frame" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" src={Location::to(Route::Embed).address() + shown.trim_start_matches("embed")} title="Preview of the widget" loading="lazy" />
            </section>
            <Code title="The element" id="partners-element" text={tried.element(&site)} />
            <Code title="A plain frame, for systems that allow no scripts" id="partners-frame" text={tried.frame(&site)} />
            { reference::reference(&site) }
            { reference::privacy() }
        </div>
    }
}

fn settings(tried: &UseStateHandle<EmbedSnippet>) -> Html {
    html! {
        <section class="stack tool__part" aria-labelledby="partners-settings">
            <h2 id="partners-settings">{ "Settings" }</h2>
            <SpecialtyBox tried={tried.clone()} />
            { states(tried) }
            { parts(tried) }
            { theme(tried) }
            { accent(tried) }
        </section>
    }
}

/// A callback that changes one thing.
fn change<IN: 'static>(
    tried: &UseStateHandle<EmbedSnippet>,
    set: impl Fn(&mut EmbedSnippet, IN) + 'static,
) -> Callback<IN> {
    let tried = tried.clone();
    Callback::from(move |value: IN| {
        let mut next = (*tried).clone();
        set(&mut next, value);
        tried.set(next);
    })
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SpecialtyBoxProps {
    tried: UseStateHandle<EmbedSnippet>,
}

#[component]
fn SpecialtyBox(props: &SpecialtyBoxProps) -> Html {
    let world = use_world();
    let specialties = world
        .state
        .pack
        .ready()
        .map(|loaded| loaded.catalog.specialties().to_vec());
    let names: Vec<String> = specialties
        .unwrap_or_default()
        .iter()
        .map(|s| s.name.to_string())
        .collect();
    let slugs: Vec<String> = names.iter().map(|name| slug(name)).collect();
    let select = Select {
        id: "partners-specialty".into(),
        label: "Specialty to begin with".into(),
        empty: Some("The visitor chooses"),
        options: names.into_iter().map(AttrValue::from).collect(),
        chosen: slugs.iter().position(|slug| *slug == props.tried.specialty),
        on_choose: change(&props.tried, move |tried, index: Option<usize>| {
            tried.specialty = index
                .and_then(|index| slugs.get(index))
                .cloned()
                .unwrap_or_default();
        }),
        ..Select::default()
    };
    select.view()
}

fn states(tried: &UseStateHandle<EmbedSnippet>) -> Html {
    let input = TextInput {
        id: "partners-states".into(),
        label: "States that the ranking is shown of".into(),
        hint: Some("Codes with commas, such as NY,NJ. Empty for all.".into()),
        error: unknown(&tried.states).map(|code| {
            format!("\u{201c}{code}\u{201d} is no code of a state, such as NY.").into()
        }),
        value: tried.states.clone().into(),
        width: Width::Medium,
        on_type: change(tried, |tried, text| tried.states = text),
        ..TextInput::default()
    };
    input.view()
}

/// The first code that names no state.
fn unknown(codes: &str) -> Option<&str> {
    let mut codes = codes.split(',').map(str::trim).filter(|c| !c.is_empty());
    codes.find(|code| UsState::from_code(code).is_none())
}

fn parts(tried: &UseStateHandle<EmbedSnippet>) -> Html {
    let options = Part::ALL.iter().map(|part| CheckOption {
        label: part.label().into(),
        checked: tried.parts.contains(part),
    });
    let boxes = Checkboxes {
        group: Group {
            id: "partners-parts".into(),
            legend: "Parts, in this order; none means questions and programs".into(),
            ..Group::default()
        },
        options: options.collect(),
        columns: true,
        on_toggle: change(tried, |tried, (index, ticked): (usize, bool)| {
            let Some(part) = Part::ALL.get(index) else {
                return;
            };
            tried.parts.retain(|known| known != part);
            if ticked {
                tried.parts.push(*part);
            }
        }),
    };
    let compact = crate::kit::Tick {
        id: "partners-compact".into(),
        label: html! { "Compact" },
        checked: tried.compact,
        on_toggle: change(tried, |tried, compact| tried.compact = compact),
    };
    html! { <>{ boxes.view() }{ compact.view() }</> }
}

fn theme(tried: &UseStateHandle<EmbedSnippet>) -> Html {
    let select = Select {
        id: "partners-theme".into(),
        label: "Theme".into(),
        empty: Some("As the device"),
        options: [Theme::Light, Theme::Dark]
            .iter()
            .map(|theme| theme.label().into())
            .collect(),
        chosen: [Theme::Light, Theme::Dark]
            .iter()
            .position(|theme| Some(*theme) == tried.theme),
        on_choose: change(tried, |tried, index: Option<usize>| {
            tried.theme = index.and_then(|index| [Theme::Light, Theme::Dark].get(index).copied());
        }),
        ..Select::default()
    };
    select.view()
}

fn accent(tried: &UseStateHandle<EmbedSnippet>) -> Html {
    let text = tried.accent.trim();
    let is_colour = text.is_empty() || Colour::parse(text).is_some();
    let error = (!is_colour).then_some("Enter a colour such as #0a5a61.");
    let input = TextInput {
        id: "partners-accent".into(),
        label: "Accent".into(),
        hint: Some("A colour as #rrggbb. Where it could not be read on a light or a dark page it is made darker or paler there.".into()),
        error: error.map(Into::into),
        value: tried.accent.clone().into(),
        width: Width::Short,
        on_type: change(tried, |tried, text| tried.accent = text),
        ..TextInput::default()
    };
    input.view()
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct CodeProps {
    title: &'static str,
    id: &'static str,
    text: String,
}

/// Code with a button that copies it.
#[component]
fn Code(props: &CodeProps) -> Html {
    let said = use_state_eq(AttrValue::default);
    let copy = copies(
        props.text.clone(),
        said.setter(),
        "Copied.",
        " Select the text and copy it.",
    );
    let text = TextBox {
        id: format!("{}-code", props.id).into(),
        label: "Code".into(),
        value: props.text.clone().into(),
        ..TextBox::default()
    };
    html! {
        <section class="stack tool__part" aria-labelledby={props.id}>
            <h2 id={props.id}>{ props.title }</h2>
            { text.view() }
            <p class="cluster">
                <button type="button" class="button" onclick={copy}>{ "Copy the code" }</button>
                <span role="status">{ (*said).clone() }</span>
            </p>
        </section>
    }
}
