//! The Preferences room.

use yew::prelude::*;

use super::kit::PageTitle;
use super::route::Route;

/// The room.
#[component]
pub fn PreferencesRoom() -> Html {
    html! { <PageTitle>{ Route::Preferences.title() }</PageTitle> }
}
