//! The Start room.

use yew::prelude::*;

use super::kit::PageTitle;
use super::route::Route;

/// The room.
#[component]
pub fn StartRoom() -> Html {
    html! { <PageTitle>{ Route::Start.title() }</PageTitle> }
}
