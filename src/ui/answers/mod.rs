//! The Answers room.

use yew::prelude::*;

use super::kit::PageTitle;
use super::route::Route;

/// The room.
#[component]
pub fn AnswersRoom() -> Html {
    html! { <PageTitle>{ Route::Answers.title() }</PageTitle> }
}
