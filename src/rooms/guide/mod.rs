//! The Guide room: its table of contents, and one article at a time.
//!
//! The words are HTML that the build wrote ([`crate::loading::fragment`]); the table of contents is fetched once.

mod contents;

use yew::prelude::*;

use self::contents::{contents, for_you};
use crate::browser::{page, print};
use crate::kit::page_title;
use crate::loading::file::{Arrival, use_file};
use crate::loading::fragment::{Failed, Fragment, Origin};
use crate::routing::link::link;
use crate::routing::route::window_title;
use crate::routing::route::{Route, Slug};
use crate::store::use_world;
use state::content::guide::GuideIndex;
use state::tools::practice::gaps;

/// The table of contents.
#[component]
pub(crate) fn GuideRoom() -> Html {
    let world = use_world();
    let (standing, again) = use_file::<GuideIndex>(true);
    html! {
        <div class="center stack guide">
            { page_title(Route::Guide.title()) }
            <p class="lead">{ "US clinical experience and the road to residency, in plain words. Every figure has its source and its date." }</p>
            { match standing {
                Arrival::Coming => html! { <p role="status">{ "Loading the table of contents." }</p> },
                Arrival::Here(index) => contents(&index, &gaps(world.derived.applicant(), world.state.today)),
                Arrival::Absent(detail) => html! { <Failed {detail} {again} /> },
            } }
        </div>
    }
}

/// Properties of [`ArticleRoom`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct ArticleProps {
    /// Which article.
    pub(crate) slug: Slug,
    /// The part of it that the visitor asked for.
    pub(crate) target: Option<AttrValue>,
}

/// One article.
#[component]
pub(crate) fn ArticleRoom(props: &ArticleProps) -> Html {
    let world = use_world();
    let (standing, again) = use_file::<GuideIndex>(true);
    let slug = props.slug.as_str();
    let painted = use_memo(props.slug.clone(), |slug| page::painted(slug.as_str()));
    let title = match &standing {
        Arrival::Here(index) => index.find(slug).map(|entry| entry.title.clone()),
        _ => None,
    };
    use_effect_with(title.clone(), |title| {
        if let Some(title) = title {
            page::set_title(&window_title(title));
        }
    });
    let own = |standing: &Arrival<GuideIndex>| match standing {
        Arrival::Here(index) => for_you(
            index,
            &gaps(world.derived.applicant(), world.state.today),
            slug,
        ),
        Arrival::Coming | Arrival::Absent(_) => html! {},
    };
    // What the document came with needs nothing from the network.
    if let Some(content) = &*painted {
        let content = AttrValue::from(content.clone());
        return article(
            html! { <Fragment of={Origin::Painted(content)} /> },
            own(&standing),
        );
    }
    match &standing {
        Arrival::Coming => waiting(html! { <p role="status">{ "Loading the article." }</p> }),
        Arrival::Absent(detail) => waiting(html! { <Failed detail={detail.clone()} {again} /> }),
        Arrival::Here(index) => match index.find(slug) {
            Some(entry) => {
                let file = AttrValue::from(entry.file.clone());
                article(
                    html! { <Fragment key={entry.slug.clone()} of={Origin::File(file)} heading={Some(Route::Guide.title())} target={props.target.clone()} /> },
                    own(&standing),
                )
            }
            None => waiting(html! {
                <p>{ "The guide has no such article. " }{ link(&Route::Guide, "", "See the table of contents") }</p>
            }),
        },
    }
}

fn article(content: Html, own: Html) -> Html {
    let on_print = Callback::from(|_: MouseEvent| print::print());
    html! {
        <div class="article">
            { content }
            <p><button type="button" class="button button--quiet" onclick={on_print}>{ "Print this article" }</button></p>
            { own }
        </div>
    }
}

fn waiting(what: Html) -> Html {
    html! { <div class="center stack">{ page_title(Route::Guide.title()) }{ what }</div> }
}
