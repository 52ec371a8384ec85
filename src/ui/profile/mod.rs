//! The Profile room.

use yew::prelude::*;

use super::kit::PageTitle;
use super::route::Route;

/// The room.
#[component]
pub fn ProfileRoom() -> Html {
    html! { <PageTitle>{ Route::Profile.title() }</PageTitle> }
}
