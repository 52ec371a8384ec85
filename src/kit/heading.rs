//! The heading of a page, which takes the focus when the page arrives.

use yew::prelude::*;

/// The id of every page's heading.
const PAGE_TITLE: &str = "page-title";

/// The one `h1` of a page.
pub fn page_title(words: &str) -> Html {
    html! { <h1 id={PAGE_TITLE} class="page-title" tabindex="-1">{ words }</h1> }
}
