//! How well the model does against published outcomes.

use yew::prelude::*;

use crate::kit::page_title;
use crate::loading::fragment::{Fragment, Origin};
use crate::routing::link::link;
use crate::routing::route::Route;

/// The room. Its content comes from `cargo xtask backtest`.
pub fn accuracy_room() -> Html {
    html! {
        <div class="center stack">
            { page_title(Route::Accuracy.title()) }
            <Fragment of={Origin::Link("accuracy")} />
            <p>{ link(&Route::Trust, "", Route::Trust.title()) }</p>
        </div>
    }
}
