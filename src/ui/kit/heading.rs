//! The heading of a page, which takes the focus when the page arrives.

use yew::prelude::*;

/// The id of every page's heading.
const PAGE_TITLE: &str = "page-title";

/// Properties of [`PageTitle`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PageTitleProps {
    /// What the page is called.
    pub children: Html,
}

/// The one `h1` of a page.
#[component]
pub fn PageTitle(props: &PageTitleProps) -> Html {
    html! { <h1 id={PAGE_TITLE} class="page-title" tabindex="-1">{ props.children.clone() }</h1> }
}
