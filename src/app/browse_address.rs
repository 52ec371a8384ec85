//! How the programs are looked at stands in the address of their page, so that it survives a reload and
//! can be sent to others.

use yew::prelude::*;

use crate::browser::address;
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::World;
use state::{Action, BrowseEdit};

/// Reads the address when the page is opened, and writes it when what it says has changed.
#[hook]
pub(crate) fn use_browse_address(world: &World, location: &Location) {
    let is_here = location.route == Route::Programs;
    let dispatch = world.dispatch.clone();
    use_effect_with(is_here, move |is_here| {
        let parts = if *is_here {
            address::parts()
        } else {
            Vec::new()
        };
        if !parts.is_empty() {
            dispatch.emit(Action::Browse(BrowseEdit::Address(parts)));
        }
    });
    let pairs = world.state.browse.to_address();
    use_effect_with((is_here, pairs), |(is_here, pairs)| {
        if *is_here {
            address::set_parts(pairs);
        }
    });
}
