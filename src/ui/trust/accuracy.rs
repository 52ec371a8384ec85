//! How well the model does against published outcomes.

use yew::prelude::*;

use crate::ui::fragment::{Fragment, Origin};
use crate::ui::kit::page_title;
use crate::ui::link::link;
use crate::ui::route::Route;

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
