//! The view inside a partner's page: the questions, the ranking, and the way to the whole app.
//!
//! It speaks with the page around by [`state::embed`]: counts and heights out, looks
//! in. A list leaves the frame only on a press that names the site.

mod facts;
mod programs;
mod share;

use std::rc::Rc;

use yew::prelude::*;

use self::programs::{Questions, programs};
use crate::browser::embed::{self, Height, Host};
use crate::kit::page_title;
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::program::SpecialtyCode;
use state::embed::settings::{Accent, Colour, Part, Settings, Theme};
use state::embed::{ToHost, Wishes, magnitude, of_fragment};
use state::questions::SpecialtyAnswer;
use state::{Action, Edit};

/// Properties of [`EmbedRoom`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct EmbedProps {
    /// What stands behind `#` in the frame's address.
    pub(crate) fragment: Option<AttrValue>,
}

/// The view.
#[component]
pub(crate) fn EmbedRoom(props: &EmbedProps) -> Html {
    let world = use_world();
    let host = use_memo((), |()| Host::default());
    let Around {
        wishes,
        origin: around,
        spoke,
    } = use_around(&host, props.fragment.as_deref());
    let loaded = world.state.pack.ready().cloned();
    let settings = Settings::of(&wishes, loaded.as_ref().map(|loaded| &loaded.catalog));
    use_looks(&settings);
    use_beginning(&settings, &world);
    use_counts(&host, spoke, &world);
    let facts = facts::use_facts(&wishes.facts, &host, &world);
    html! {
        <div class="stack">
            { page_title(Route::Embed.title()) }
            { facts }
            { for settings.parts.iter().map(|part| match part {
                Part::Questions => html! { <Questions key="questions" /> },
                Part::Programs => programs(&world, loaded.as_ref(), &settings),
                Part::Guide => guide(),
            }) }
            { share::share(&host, &around, &world) }
            <p class="muted small">
                { "What you type stays in this frame on your device; the page around it cannot read it. " }
                { out(&Route::Programs, "Open Smart Pick") }
            </p>
        </div>
    }
}

/// A link out of the frame, in a window of its own.
fn out(to: &Route, words: &str) -> Html {
    html! { <a href={Location::to(to.clone()).address()} target="_blank" rel="noopener">{ words.to_owned() }</a> }
}

/// The page around.
struct Around {
    /// What it wishes, by the address and then by its messages.
    wishes: Wishes,
    /// Its origin, once it has spoken; `None` where it has none, as a sandboxed page.
    origin: Option<String>,
    /// Whether it has spoken.
    spoke: bool,
}

#[hook]
fn use_around(host: &Rc<Host>, fragment: Option<&str>) -> Around {
    let first = fragment.map(of_fragment).unwrap_or_default();
    let wishes = use_state_eq(move || first);
    let around = use_state_eq(|| None::<String>);
    let spoke = use_state_eq(|| false);
    {
        let (host, wishes, around) = (host.clone(), wishes.setter(), around.setter());
        let spoke = spoke.setter();
        use_effect_with((), move |()| {
            let speaker = host.clone();
            let listener = host.listen(move |wished| {
                wishes.set(wished);
                spoke.set(true);
            });
            let height = {
                let (host, around) = (host.clone(), around);
                Height::watch(move |height| {
                    around.set(host.origin());
                    host.send(&ToHost::Resize { height });
                })
            };
            speaker.send(&ToHost::Ready);
            move || drop((listener, height))
        });
    }
    {
        let (host, around) = (host.clone(), around.setter());
        use_effect_with((*wishes).clone(), move |_| around.set(host.origin()));
    }
    Around {
        wishes: (*wishes).clone(),
        origin: (*around).clone(),
        spoke: *spoke,
    }
}

/// Theme and accent, of which the sheet knows only these names.
#[hook]
fn use_looks(settings: &Settings) {
    let looks = (settings.theme, settings.accent);
    use_effect_with(looks, |(theme, accent)| {
        let scheme = match theme {
            Theme::Auto => "light dark",
            theme => theme.code(),
        };
        let both = |part: fn(&Accent) -> Colour| match accent {
            Some([light, dark]) => {
                format!("light-dark({}, {})", part(light).css(), part(dark).css())
            }
            None => String::new(),
        };
        let (colour, on) = (both(|accent| accent.colour), both(|accent| accent.on));
        embed::set_styles(&[
            ("color-scheme", scheme.to_owned()),
            ("--color-accent", colour.clone()),
            ("--color-accent-strong", colour),
            ("--color-on-accent", on),
        ]);
    });
}

/// The partner's specialty stands for an answer until the visitor gives one. Another view of the same
/// site may have kept what its page gave: here this page's counts.
#[hook]
fn use_beginning(settings: &Settings, world: &World) {
    let wanted = settings.specialty.clone();
    let answers = &world.state.work.answers.specialties;
    let is_empty = answers.iter().all(|answer| answer.typed.is_empty());
    let given = answers.first().filter(|answer| answer.given).cloned();
    let dispatch = world.dispatch.clone();
    let last = use_mut_ref(|| None::<SpecialtyCode>);
    use_effect_with((wanted, given), move |(wanted, given)| {
        let Some((code, typed)) = wanted.clone() else {
            return;
        };
        // A box that the visitor has emptied stays empty.
        let is_new = last.borrow_mut().replace(code) != Some(code);
        let is_others = given.as_ref().is_some_and(|given| given.code != Some(code));
        if is_others || (is_new && is_empty) {
            let answer = SpecialtyAnswer {
                typed,
                code: Some(code),
                given: true,
                ..SpecialtyAnswer::default()
            };
            dispatch.emit(Action::Answer(Edit::specialty(0, answer)));
        }
    });
}

/// Tells a page that has spoken how much there is, and not more: exact numbers would tell which
/// specialty and which visa.
#[hook]
fn use_counts(host: &Rc<Host>, spoke: bool, world: &World) {
    let counts = ToHost::Counts {
        ranked: magnitude(world.derived.ranking.ranked.len()),
        listed: world.state.work.lists.programs().len(),
    };
    let host = host.clone();
    use_effect_with((counts, spoke), move |(counts, spoke)| {
        if *spoke {
            host.send(counts);
        }
    });
}

fn guide() -> Html {
    html! {
        <p key="guide">
            { out(&Route::Guide, "Guide to US clinical experience and the Match") }
        </p>
    }
}
